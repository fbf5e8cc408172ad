"""What is written in small pictures of words, sign by sign, each with how sure it is.

It imports nothing of the project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from rapidocr_onnxruntime import RapidOCR

if TYPE_CHECKING or __package__:
    from juesuan.intake.scans.doubts import Sign
else:
    sys.path.append(str(Path(__file__).parent))
    from doubts import Sign

HEIGHT = 48
"""Pixels of the height at which words are read."""

BATCH = 8
"""Words that are read at once."""

NARROWEST, WIDEST = 1.0, 80.0
"""Heights that a word may be wide."""

NARROW = 120
"""Pixels of the narrowest block of words."""

STEP = 8
"""Pixels of a step of reading."""


class Models:
    """The networks that find and read text; loading them takes a second.

    Args:
        threads: batches of words that are read at once.
    """

    def __init__(self, threads: int) -> None:
        found = RapidOCR(intra_op_num_threads=1, inter_op_num_threads=1)
        self._threads = threads
        self._read, self._find = found.text_rec, found.text_det
        self._chars = self._read.postprocess_op.character

    def lines(self, gray: Any) -> list[tuple[float, float, float, float]]:
        """Left, top, right, bottom of each line of text in a picture."""
        boxes, _ = self._find(cv2.cvtColor(gray, cv2.COLOR_GRAY2BGR))
        if boxes is None:
            return []
        return [_around(box) for box in boxes]

    def read(self, words: Sequence[Any]) -> list[list[Sign]]:
        """The signs of each word.

        Args:
            words: grey pictures of one line each.
        """
        order = sorted(range(len(words)), key=lambda at: _wide(words[at]))
        found: list[list[Sign]] = [[] for _ in words]
        batches = [order[first : first + BATCH] for first in range(0, len(order), BATCH)]
        with ThreadPoolExecutor(self._threads) as pool:
            read = pool.map(lambda batch: self._batch([words[at] for at in batch]), batches)
            for batch, signs in zip(batches, read, strict=True):
                for at, one in zip(batch, signs, strict=True):
                    found[at] = one
        return found

    def _batch(self, words: Sequence[Any]) -> list[list[Sign]]:
        widths = [round(HEIGHT * _wide(word)) for word in words]
        most = max(*widths, NARROW)
        block = np.zeros((len(words), 3, HEIGHT, most), np.float32)
        for at, (word, width) in enumerate(zip(words, widths, strict=True)):
            scaled = cv2.resize(word, (width, HEIGHT), interpolation=cv2.INTER_AREA)
            block[at, :, :, :width] = scaled.astype(np.float32) / 127.5 - 1
        steps = self._read.session(block)[0]
        return [self._signs(one, width) for one, width in zip(steps, widths, strict=True)]

    def _signs(self, steps: Any, width: int) -> list[Sign]:
        """The signs of a word: of each run of steps with one sign the surest; 0 is none."""
        best, sure = steps.argmax(axis=1), steps.max(axis=1)
        found: list[Sign] = []
        at = 0
        while at < len(best):
            end = at
            while end < len(best) and best[end] == best[at]:
                end += 1
            if best[at]:
                middle = (at + end) / 2 * STEP / width
                found.append(
                    Sign(self._chars[best[at]], float(sure[at:end].max()), min(1.0, middle))
                )
            at = end
        return found


def _around(corners: Any) -> tuple[float, float, float, float]:
    left, top = (float(one) for one in corners.min(axis=0))
    right, bottom = (float(one) for one in corners.max(axis=0))
    return left, top, right, bottom


def _wide(word: Any) -> float:
    height, width = (int(one) for one in word.shape[:2])
    return min(WIDEST, max(NARROWEST, width / max(1, height)))
