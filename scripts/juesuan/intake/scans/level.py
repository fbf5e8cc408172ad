"""The picture of a page, turned so that its lines of text are level.

It imports nothing of the project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np

SMALL = 1000
"""Pixels of the longer side of the picture in which the angle is looked for."""

STEEPEST = 6.0
"""Degrees by which a page may lie askew on the glass."""

_STEPS = (0.5, 0.1, 0.02)
"""Degrees, from coarse to fine."""

LEVEL = 0.03
"""Degrees below which a picture is left as it is."""


def angle_of(gray: Any) -> float:
    """Degrees by which a picture must be turned, counterclockwise, to be level.

    Of all angles it is that at which rows of pixels differ most from their neighbours: lines of
    text and ruled lines then fill some rows and leave others white.
    """
    scale = SMALL / max(gray.shape)
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = (255 - small).astype(np.float32)
    ink[ink < 40] = 0
    best, reach = 0.0, STEEPEST
    for step in _STEPS:
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = max((float(one) for one in angles), key=lambda one: _sharpness(ink, one))
        reach = 2 * step
    return best


def _sharpness(ink: Any, angle: float) -> float:
    rows = turned(ink, angle, 0).sum(axis=1)
    return float(np.square(np.diff(rows)).sum()) - abs(angle)


def turned(picture: Any, angle: float, ground: int = 255) -> Any:
    """A picture turned around its middle by degrees, counterclockwise; its size stays."""
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    return cv2.warpAffine(
        picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=ground
    )


def is_sideways(boxes: Sequence[Any]) -> bool:
    """Whether most of what is printed runs up or down, by the boxes of its lines."""
    level = upright = 0.0
    for left, top, right, bottom in boxes:
        width, height = right - left, bottom - top
        if width > 2 * height:
            level += width
        elif height > 2 * width:
            upright += height
    return upright > level
