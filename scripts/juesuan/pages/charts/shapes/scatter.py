"""Dots by two numbers from 0 to 100, each a link to its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from juesuan.pages.charts.model import Cell, Picture, Shape
from juesuan.pages.charts.shapes.marks import (
    COLOURS,
    PAPER,
    WIDTH,
    Line,
    circle,
    rules,
    text,
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
    shapes = [
        rules(_grid(x, y)),
        *(_dot(one, x, y) for one in dots),
        *(text(at, y.begin + 16, f"{tick}", "middle") for tick, at in x.ticks()),
        *(text(x.begin - 6, at + 4, f"{tick}", "end") for tick, at in y.ticks()),
        text(0, 12, up),
        text(WIDTH, _HEIGHT - 6, across, "end"),
    ]
    return Picture(_HEIGHT, tuple(shapes))


def _ends(values: Sequence[float]) -> tuple[int, int]:
    """Ends of an axis in steps of ten that hold all values and 90 to 100; from 0 for low values.

    >>> _ends([93.5, 100]), _ends([72]), _ends([12, 104])
    ((90, 100), (70, 100), (0, 110))
    """
    low = min(*values, 90)
    return (0 if low < 50 else int(low // 10 * 10)), max(100, -int(-max(values) // 10) * 10)


def _grid(x: _Axis, y: _Axis) -> list[Line]:
    """A line across the whole at each tick of both axes."""
    upright = [(at, y.end, at, y.begin) for _, at in x.ticks()]
    return [*upright, *((x.begin, at, x.end, at) for _, at in y.ticks())]


def _dot(one: Dot, x: _Axis, y: _Axis) -> Shape:
    look = {"fill": COLOURS[0], "stroke": PAPER, "opacity": "0.7"}
    across, down = x.at(one.across) + one.aside, y.at(one.up) - one.above
    return circle(across, down, 5, look, one.label)
