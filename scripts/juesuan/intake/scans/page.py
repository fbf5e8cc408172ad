"""What is written on the picture of one page: its signs with their boxes, and its ruled lines.

It imports nothing of the project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import cv2
import numpy as np

if TYPE_CHECKING or __package__:
    from juesuan.intake.pdf.tables.grids import grids, lines_of
    from juesuan.intake.scans import level, ruled, words
    from juesuan.intake.scans.doubts import SURE, Sign, agreed, is_read_again, written
    from juesuan.intake.scans.signs import Models
    from juesuan.intake.scans.words import Word
else:
    sys.path.append(str(Path(__file__).parent))
    sys.path.append(str(Path(__file__).parent.parent / "pdf" / "tables"))
    import level
    import ruled
    import words
    from doubts import SURE, Sign, agreed, is_read_again, written
    from grids import grids, lines_of
    from signs import Models
    from words import Word

TRIED = 6
"""Lines of text that are read to tell which way a page is up."""

LEGIBLE = 0.93
"""How surely lines are read on a page that is the right way up."""

AGAIN = 0.3
"""Part of its height by which a word is cut out larger when it is read a second time."""

SPOT = 0.6
"""Part of a usual line's height below which what is not read is a spot."""

WIDEST = 0.75
"""Part of a word's height up to which a sign reaches to each side of its middle."""


class Character(NamedTuple):
    """A character: left, top, right, bottom in points from the top left corner."""

    char: str
    box: tuple[float, float, float, float]


class Read(NamedTuple):
    """What was read of a page.

    Attributes:
        turn: quarters by which it was turned clockwise.
        angle: degrees by which it was then turned counterclockwise.
        found: its words, each with its characters.
        rulings: left, top, right, bottom of each ruled line, in points.
        doubts: how many characters are doubtful.
    """

    turn: int
    angle: float
    found: list[list[Character]]
    rulings: list[tuple[float, ...]]
    doubts: int


def read_page(gray: Any, dpi: float, models: Models) -> Read:
    """Read the picture of a page.

    Args:
        gray: the picture.
        dpi: its pixels an inch.
        models: find and read text.
    """
    turn = _turn(gray, models)
    gray = np.ascontiguousarray(np.rot90(gray, -turn))
    angle = level.angle_of(gray)
    angle = angle if abs(angle) >= level.LEVEL else 0.0
    gray = level.turned(gray, angle) if angle else gray
    lines = ruled.ruled(ruled.dark(gray, dpi), dpi)
    bare = ruled.without(gray, lines, dpi)
    boxes = [*lines.across, *lines.down]
    tables = grids(lines_of([round(one * 720 / dpi) for box in boxes for one in box]))
    placed = [*words.in_cells(ruled.dark(bare, dpi), tables, dpi)]
    placed += words.outside(bare, models.lines, tables, dpi)
    found = _words(bare, placed, models, dpi)
    doubts = sum(one.char == "\ufffd" for word in found for one in word)
    return Read(turn, angle, found, [_points(box, dpi) for box in boxes], doubts)


def _turn(gray: Any, models: Models) -> int:
    """By how many quarters a page must be turned clockwise so that it can be read."""
    scale = min(1.0, 1000 / max(gray.shape))
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    first, second = (1, 3) if level.is_sideways(models.lines(small)) else (0, 2)
    legible = _legible(np.rot90(gray, -first), models)
    if legible >= LEGIBLE or legible >= _legible(np.rot90(gray, -second), models):
        return first
    return second


def _legible(gray: Any, models: Models) -> float:
    """How surely the longest lines of a picture are read."""
    gray = np.ascontiguousarray(gray)
    scale = min(1.0, 1000 / max(gray.shape))
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    boxes = sorted(models.lines(small), key=lambda box: box[0] - box[2])[:TRIED]
    cut = [[round(one / scale) for one in box] for box in boxes]
    read = models.read([gray[top:bottom, left:right] for left, top, right, bottom in cut])
    signs = [one.sure for word in read for one in word]
    return sum(signs) / len(signs) if signs else 0.0


def _words(gray: Any, placed: Sequence[Word], models: Models, dpi: float) -> list[list[Character]]:
    """The characters of each word; numbers and what is not sure are read twice."""
    if not placed:
        return []
    usual = float(np.median([one.box[3] - one.box[1] for one in placed]))
    cut = [words.cut_out(gray, one, usual) for one in placed]
    first = models.read([one[0] for one in cut])
    unsure = [at for at, word in enumerate(first) if is_read_again(word)]
    second = models.read([words.cut_out(gray, placed[at], usual, AGAIN)[0] for at in unsure])
    for at, again in zip(unsure, second, strict=True):
        first[at] = agreed(first[at], again)
    both = zip(placed, cut, first, strict=True)
    return [
        _placed(word, begin, end, written(signs), dpi)
        for word, (_, begin, end), signs in both
        if not _is_speck(word, signs, usual)
    ]


def _is_speck(word: Word, signs: Sequence[Sign], usual: float) -> bool:
    """Whether what was taken for a word is a spot: small, and no sign that is surely read."""
    left, top, right, bottom = word.box
    is_small = max(right - left, bottom - top) < SPOT * usual
    return is_small and all(one.sure < SURE for one in signs)


def _placed(
    word: Word, begin: float, end: float, signs: Sequence[Sign], dpi: float
) -> list[Character]:
    """The characters of a word in their places; they touch where no gap is between them."""
    height = word.box[3] - word.box[1]
    middles = [begin + one.at * (end - begin) for one in signs]
    found = []
    for at, one in enumerate(signs):
        before = (middles[at] - middles[at - 1]) / 2 if at else WIDEST * height
        behind = (middles[at + 1] - middles[at]) / 2 if at + 1 < len(middles) else WIDEST * height
        left = middles[at] - min(before, WIDEST * height)
        right = middles[at] + min(behind, WIDEST * height)
        box = (max(left, word.box[0]), word.box[1], min(right, word.box[2]), word.box[3])
        if box[2] > box[0]:
            found.append(Character(one.char, _four(box, dpi)))
    return found


def _four(box: tuple[float, float, float, float], dpi: float) -> tuple[float, float, float, float]:
    left, top, right, bottom = (one * 72 / dpi for one in box)
    return left, top, right, bottom


def _points(box: Sequence[float], dpi: float) -> tuple[float, ...]:
    return tuple(one * 72 / dpi for one in box)
