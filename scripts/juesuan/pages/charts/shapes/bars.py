"""Horizontal bars: a group a label, with one bar each for its series, on one scale with zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan.pages.charts.model import Cell, Picture, Shape, shown
from juesuan.pages.charts.shapes.marks import COLOURS, WIDTH, rectangle, rules, text

_LINE, _BAR, _SPACE, _GAP = 18, 12, 4, 10
"""Pixels from top to bottom: a label, a bar, what is below each bar, what is below a group."""

_NAMES, _NUMBERS = 74, 86
"""Pixels left and right of the bars that their series' names and their numbers take."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its number, its colour, and the name of its series where there are several."""

    cell: Cell
    colour: int
    series: str = ""


Group = tuple[str, Sequence[Bar]]
"""A label and the bars below it."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A bar and where it begins from the top."""

    bar: Bar
    top: int


@dataclass(frozen=True, slots=True)
class _Scale:
    """The scale of all bars: the numbers at its ends, and the pixels at which they stand."""

    low: Decimal
    high: Decimal
    left: int
    right: int

    def at(self, value: Decimal) -> float:
        """The pixel of a number."""
        span = (self.high - self.low) or 1
        return self.left + (self.right - self.left) * float((value - self.low) / span)


def bars(groups: Sequence[Group]) -> Picture:
    """Bars of groups; their numbers are links.

    The names of series stand beside the bars, where there are any; then numbers do too, else they
    stand in the line of the label.
    """
    labels, placed, bottom = _places(groups)
    named = any(one.bar.series for one in placed)
    scale = _scale([one.bar.cell.value for one in placed], named)
    below = 10 if named else -5
    zero = scale.at(Decimal(0))
    shapes = [
        rules([(zero, one.top - 2, zero, one.top + _BAR + 2) for one in placed], COLOURS[2]),
        *(_rectangle(one, scale) for one in placed),
        *(text(0, y, label, size=13, bold=named) for y, label in labels),
        *(text(0, one.top + 10, one.bar.series) for one in placed if named),
        *(_number(one, below) for one in placed),
    ]
    return Picture(bottom + 2, tuple(shapes))


def _number(one: _Placed, below: int) -> Shape:
    """The number of a bar, so many pixels below its top."""
    cell = one.bar.cell
    return text(WIDTH, one.top + below, shown(cell.value), "end", cell=cell)


def _places(groups: Sequence[Group]) -> tuple[list[tuple[int, str]], list[_Placed], int]:
    """Labels and bars from top to bottom, and where they end."""
    labels: list[tuple[int, str]] = []
    placed: list[_Placed] = []
    y = 0
    for label, group in groups:
        y += _LINE
        labels.append((y - 5, label))
        for bar in group:
            placed.append(_Placed(bar, y))
            y += _BAR + _SPACE
        y += _GAP
    return labels, placed, y - _GAP


def _scale(values: Sequence[Decimal], named: bool) -> _Scale:
    low, high = min(Decimal(0), *values), max(Decimal(0), *values)
    return _Scale(low, high, _NAMES if named else 0, WIDTH - _NUMBERS if named else WIDTH)


def _rectangle(one: _Placed, scale: _Scale) -> Shape:
    """A bar from zero to its number; derived numbers are paler."""
    cell = one.bar.cell
    look = {"fill": COLOURS[one.bar.colour]} | ({"fill-opacity": "0.6"} if cell.derived else {})
    return rectangle(scale.at(Decimal(0)), scale.at(cell.value), one.top, one.top + _BAR, look)
