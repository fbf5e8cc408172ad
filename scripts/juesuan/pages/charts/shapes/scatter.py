"""Dots by two numbers from 0 to 100, each a link to its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from juesuan.pages.charts.model import Cell, Picture, Spec
from juesuan.pages.charts.shapes.marks import (
    COLOURS,
    WIDTH,
    Mark,
    Y,
    drawing,
    layer,
    rules,
    texts,
    x_of,
)

_HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 280, 40, 26, 46, 44
"""Pixels: the whole height, and the margins around the dots."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot: its label (with its page), its two numbers, and the pixels by which it is moved."""

    label: Cell
    across: float
    up: float
    aside: float = 0
    above: float = 0


@dataclass(frozen=True, slots=True)
class _Axis:
    """An axis: the numbers at its ends, and the pixels at which they stand."""

    low: int
    high: int
    begin: int
    end: int

    def at(self, value: float) -> float:
        """The pixel of a number."""
        return self.begin + (self.end - self.begin) * (value - self.low) / (self.high - self.low)

    def ticks(self) -> Iterator[tuple[int, float]]:
        """Numbers along the axis with their pixels."""
        span = self.high - self.low
        step = 20 if span > 60 else 10 if span > 20 else 5
        return ((tick, self.at(tick)) for tick in range(self.low, self.high + 1, step))


def scatter(dots: Sequence[Dot], across: str, up: str) -> Picture:
    """A dot a row.

    Args:
        dots: at least one.
        across, up: titles of the axes.
    """
    x = _Axis(*_ends([dot.across for dot in dots]), _LEFT, WIDTH - _RIGHT)
    y = _Axis(*_ends([dot.up for dot in dots]), _HEIGHT - _BOTTOM, _TOP)
    layers = [
        rules(_grid(x, y)),
        _dots(dots, x, y),
        texts(
            [{"x": at, "y": y.begin + 16, "t": str(tick)} for tick, at in x.ticks()], "center", 11
        ),
        texts(
            [{"x": x.begin - 6, "y": at + 4, "t": str(tick)} for tick, at in y.ticks()], "right", 11
        ),
        texts([{"x": 0, "y": 12, "t": up}], "left", 11),
        texts([{"x": WIDTH, "y": _HEIGHT - 6, "t": across}], "right", 11),
    ]
    return Picture(drawing(_HEIGHT, layer=layers), tuple(dot.label for dot in dots))


def _ends(values: Sequence[float]) -> tuple[int, int]:
    """Ends of an axis in steps of ten that hold all values and 90 to 100; from 0 for low values.

    >>> _ends([93.5, 100]), _ends([72]), _ends([12, 104])
    ((90, 100), (70, 100), (0, 110))
    """
    low = min(*values, 90)
    return (0 if low < 50 else int(low // 10 * 10)), max(100, -int(-max(values) // 10) * 10)


def _grid(x: _Axis, y: _Axis) -> list[Mark]:
    """A line across the whole at each tick of both axes."""
    upright: list[Mark] = [{"x": at, "x2": at, "y": y.end, "y2": y.begin} for _, at in x.ticks()]
    level: list[Mark] = [{"x": x.begin, "x2": x.end, "y": at, "y2": at} for _, at in y.ticks()]
    return upright + level


def _dots(dots: Sequence[Dot], x: _Axis, y: _Axis) -> Spec:
    marks = [
        {"x": x.at(dot.across) + dot.aside, "y": y.at(dot.up) - dot.above, "u": f"#{i}"}
        for i, dot in enumerate(dots)
    ]
    kind = {
        "type": "circle",
        "size": 100,
        "color": COLOURS[0],
        "opacity": 0.7,
        "stroke": "var(--j-paper)",
        "strokeWidth": 1,
    }
    encoding = {"x": x_of("x"), "y": Y, "href": {"field": "u", "type": "nominal"}}
    return layer(marks, kind, encoding)
