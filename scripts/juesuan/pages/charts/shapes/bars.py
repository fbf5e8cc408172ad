"""Horizontal bars: a group a label, with one bar each for its series, on one scale with zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan.pages.charts.model import Cell, Picture, Spec, shown
from juesuan.pages.charts.shapes.marks import (
    COLOURS,
    WIDTH,
    Mark,
    Y,
    drawing,
    layer,
    nominal,
    rules,
    texts,
    x_of,
)

_LINE, _BAR, _SPACE, _GAP = 18, 12, 4, 10
"""Pixels from top to bottom: a label, a bar, what is below each bar, what is below a group."""

_NAMES, _NUMBERS = 70, 92
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

    @property
    def zero(self) -> float:
        """The pixel of zero."""
        span = (self.high - self.low) or 1
        return self.left + (self.right - self.left) * float(-self.low / span)

    @property
    def spec(self) -> Spec:
        """The scale as the drawing wants it; one of zeros alone must not be empty."""
        return {
            "domain": [float(self.low), float(self.high) or 1],
            "range": [self.left, self.right],
            "nice": False,
            "zero": False,
        }


def bars(groups: Sequence[Group]) -> Picture:
    """Bars of groups; their numbers are links.

    The names of series stand beside the bars, where there are any; then numbers do too, else they
    stand in the line of the label.
    """
    labels, placed, bottom = _places(groups)
    named = any(one.bar.series for one in placed)
    scale = _scale([one.bar.cell.value for one in placed], named)
    below = 10 if named else -5
    numbers = [
        {"x": WIDTH, "y": one.top + below, "t": shown(one.bar.cell.value), "u": f"#{i}"}
        for i, one in enumerate(placed)
    ]
    series = [{"x": 0, "y": one.top + 10, "t": one.bar.series} for one in placed]
    layers = [
        _zero(placed, scale),
        _rectangles(placed, scale),
        texts(labels, "left", 13, bold=named),
        *([texts(series, "left", 11)] if named else []),
        texts(numbers, "right", 12),
    ]
    spec = drawing(bottom + 2, resolve={"scale": {"x": "independent"}}, layer=layers)
    return Picture(spec, tuple(one.bar.cell for one in placed))


def _places(groups: Sequence[Group]) -> tuple[list[Mark], list[_Placed], int]:
    """Labels and bars from top to bottom, and where they end."""
    labels: list[Mark] = []
    placed: list[_Placed] = []
    y = 0
    for label, group in groups:
        y += _LINE
        labels.append({"x": 0, "y": y - 5, "t": label})
        for bar in group:
            placed.append(_Placed(bar, y))
            y += _BAR + _SPACE
        y += _GAP
    return labels, placed, y - _GAP


def _scale(values: Sequence[Decimal], named: bool) -> _Scale:
    low, high = min(Decimal(0), *values), max(Decimal(0), *values)
    return _Scale(low, high, _NAMES if named else 0, WIDTH - _NUMBERS if named else WIDTH)


def _zero(placed: Sequence[_Placed], scale: _Scale) -> Spec:
    """The line of zero, a piece a bar."""
    x = scale.zero
    return rules(
        [{"x": x, "x2": x, "y": one.top - 2, "y2": one.top + _BAR + 2} for one in placed],
        "var(--j-c3)",
    )


def _rectangles(placed: Sequence[_Placed], scale: _Scale) -> Spec:
    """The bars themselves, from zero to their number; derived numbers are paler."""
    marks = [
        {
            "v": float(one.bar.cell.value),
            "y": one.top,
            "y2": one.top + _BAR,
            "c": COLOURS[one.bar.colour],
            "o": 0.55 if one.bar.cell.derived else 1,
        }
        for one in placed
    ]
    encoding = {
        "x": x_of("v", scale.spec),
        "x2": {"datum": 0},
        "y": Y,
        "y2": {"field": "y2"},
        "color": nominal("c"),
        "opacity": {"field": "o", "type": "quantitative", "scale": None},
    }
    return layer(marks, {"type": "rect"}, encoding)
