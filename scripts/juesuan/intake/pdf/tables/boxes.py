"""A box of its own for each cell, with gaps between the boxes: their edges become one line.

Where most lines that reach the two sides of a narrow gap end there, and few go through, the gap
parts boxes. That its two sides are one line is a guess, which the sums of the table must confirm
(``parse``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from juesuan.intake.pdf.tables.grids import DOT, TOUCH, Ruling

WIDEST = 90
"""Tenths of a point up to which a gap parts two boxes."""

FEWEST = 8
"""Lines that must end at the sides of a gap."""

THROUGH = 1
"""How many must end there for each one that goes through."""

_SAME = 10
"""Tenths of a point within which lines stand, begin or end at one place."""

_Gap = tuple[float, float]


def closed(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The lines of a page with the gaps between boxes closed; none where there are no boxes.

    Args:
        rulings: the lines as they are drawn, before pieces are put together.
    """
    long = [one for one in rulings if one.end - one.start > DOT]
    level = [one for one in long if one.across]
    upright = [one for one in long if not one.across]
    beside, below = _gaps(upright, level), _gaps(level, upright)
    if not beside and not below:
        return []
    return [
        _moved(one, below, beside) if one.across else _moved(one, beside, below) for one in rulings
    ]


def _gaps(sides: Sequence[Ruling], others: Sequence[Ruling]) -> list[_Gap]:
    """The gaps between boxes that stand beside one another.

    Args:
        sides: the lines of one way, among them the sides of gaps.
        others: those of the other way, which end at the sides of gaps.
    """
    near = [one for one in pairwise(_places(sides)) if TOUCH <= one[1] - one[0] <= WIDEST]
    return [one for one in near if _parts_boxes(one, others)]


def _places(sides: Sequence[Ruling]) -> list[float]:
    """Where lines stand, those that stand at one place counted once."""
    found: list[float] = []
    for at in sorted({one.at for one in sides}):
        if not found or at - found[-1] > _SAME:
            found.append(at)
    return found


def _parts_boxes(gap: _Gap, others: Sequence[Ruling]) -> bool:
    """Whether lines end at the sides of a gap, few go through it, and none is as long as it.

    A row or a column that is as narrow has lines of its length.
    """
    left, right = gap
    ending, through = 0, 0
    for one in others:
        starts, ends = abs(one.start - left) <= _SAME, abs(one.end - right) <= _SAME
        if starts and ends:
            return False
        ending += abs(one.end - left) <= _SAME or abs(one.start - right) <= _SAME
        through += one.start <= left + _SAME and one.end >= right - _SAME
    return ending >= FEWEST and ending >= THROUGH * through


def _moved(one: Ruling, beside: Sequence[_Gap], along: Sequence[_Gap]) -> Ruling:
    """A line in the middle of the gap at which it stands, and from and to the middle of others."""
    at, start, end = one.at, one.start, one.end
    for left, right in beside:
        if min(abs(at - left), abs(at - right)) <= _SAME:
            at = (left + right) / 2
    for left, right in along:
        middle = round((left + right) / 2)
        start = middle if abs(start - right) <= _SAME else start
        end = middle if abs(end - left) <= _SAME else end
    return replace(one, at=at, start=start, end=end)
