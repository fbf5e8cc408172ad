"""Where things stand on a page as it is read, upright.

It imports nothing of the project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

_Box = tuple[float, float, float, float]


def tenths(boxes: Iterable[tuple[float, ...]]) -> list[int]:
    """All numbers in tenths of a point, flat."""
    return [round(value * 10) for box in boxes for value in box]


class Place:
    """Turns coordinates of the file into points from the top left corner of the upright page."""

    def __init__(self, page: Any) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.quarter = page.get_rotation() // 90 % 4
        width, height = self.right - self.left, self.top - self.bottom
        self.width, self.height = (height, width) if self.quarter % 2 else (width, height)

    def upright(self, angles: Counter[int]) -> int:
        """Turn the page so that most of its characters stand upright.

        Returns:
            By how many quarters, clockwise.
        """
        if not angles:
            return 0
        standing = angles.most_common(1)[0][0]
        turn = (standing - self.quarter) % 4
        self.quarter = standing
        if turn % 2:
            self.width, self.height = self.height, self.width
        return int(turn)

    def shows(self, box: tuple[float, ...]) -> bool:
        """Whether the middle of a box (left, bottom, right, top) lies on the visible page."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return bool(self.left <= x <= self.right and self.bottom <= y <= self.top)

    def box(self, box: _Box) -> _Box:
        """Left, top, right, bottom on the upright page of left, bottom, right, top in the file."""
        left, bottom, right, top = box
        if self.quarter == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.quarter == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.quarter == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left
