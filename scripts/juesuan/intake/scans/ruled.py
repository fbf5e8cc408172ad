"""The ruled lines of a picture, and the picture without them.

It imports nothing of the project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import cv2

ACROSS = 0.5
"""Inches from which on what goes across is a line."""

DOWN = 0.17
"""Inches from which on what goes down may be a line; strokes of large letters are as long."""

PIECE = 0.16
"""Inches of the shortest piece of a line; strokes of letters are shorter."""

GAP = 0.08
"""Inches of a line that may be missing."""

THICKEST = 0.045
"""Inches up to which a line is thin."""

TOUCH = 0.06
"""Inches within which lines meet."""


class Lines(NamedTuple):
    """The ruled lines of a page: left, top, right, bottom of each, in pixels."""

    across: list[tuple[int, int, int, int]]
    down: list[tuple[int, int, int, int]]


def dark(gray: Any, dpi: float) -> Any:
    """The ink of a picture as 255 on 0, also where the paper is grey or shaded."""
    size = int(dpi * 0.2) | 1
    local = cv2.adaptiveThreshold(
        gray, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, size, 25
    )
    most, _ = cv2.threshold(gray, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    local[gray > min(235, most + 60)] = 0
    return local


def ruled(ink: Any, dpi: float) -> Lines:
    """The ruled lines of a picture.

    What goes down is a line where it meets lines that go across at both of its ends, or is long.

    Args:
        ink: 255 on 0.
        dpi: pixels an inch.
    """
    across = _lines(ink, dpi, ACROSS, True)
    down = _lines(ink, dpi, DOWN, False)
    return Lines(across, [one for one in down if _is_line(one, across, dpi)])


def _lines(ink: Any, dpi: float, least: float, is_across: bool) -> list[tuple[int, int, int, int]]:
    thick = cv2.dilate(ink, _bar(3, not is_across))
    pieces = cv2.morphologyEx(thick, cv2.MORPH_OPEN, _bar(int(PIECE * dpi), is_across))
    joined = cv2.morphologyEx(pieces, cv2.MORPH_CLOSE, _bar(int(GAP * dpi), is_across))
    opened = cv2.morphologyEx(joined, cv2.MORPH_OPEN, _bar(int(least * dpi), is_across))
    count, _, stats, _ = cv2.connectedComponentsWithStats(opened, connectivity=8)
    found = []
    for number in range(1, count):
        x, y, w, h, area = (int(one) for one in stats[number])
        long, thin = (w, h) if is_across else (h, w)
        if thin <= THICKEST * dpi + long * 0.01 and area >= 0.5 * long:
            found.append((x, y, x + w, y + h))
    return found


def _bar(length: int, is_across: bool) -> Any:
    size = (max(1, length), 1) if is_across else (1, max(1, length))
    return cv2.getStructuringElement(cv2.MORPH_RECT, size)


def _is_line(
    one: tuple[int, int, int, int], across: list[tuple[int, int, int, int]], dpi: float
) -> bool:
    left, top, right, bottom = one
    near = TOUCH * dpi
    meets = [
        other
        for other in across
        if other[0] - near <= (left + right) / 2 <= other[2] + near
        and other[3] >= top - near
        and other[1] <= bottom + near
    ]
    ends = any(abs(one[1] - top) <= near or abs(one[3] - top) <= near for one in meets)
    ends = ends and any(
        abs(one[3] - bottom) <= near or abs(one[1] - bottom) <= near for one in meets
    )
    return len(meets) >= 2 and (ends or bottom - top > dpi)


def without(gray: Any, lines: Lines, dpi: float) -> Any:
    """The picture with its ruled lines painted white."""
    bare, more = gray.copy(), max(1, round(dpi * 0.008))
    for left, top, right, bottom in (*lines.across, *lines.down):
        bare[max(0, top - more) : bottom + more, max(0, left - more) : right + more] = 255
    return bare
