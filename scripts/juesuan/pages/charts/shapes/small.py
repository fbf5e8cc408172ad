"""Small shapes for sentences, without words: parts of a whole, bars to compare, dots on a line."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from juesuan.pages.charts.model import Spec
from juesuan.pages.charts.shapes.marks import (
    COLOURS,
    WIDTH,
    Y,
    drawing,
    layer,
    nominal,
    rules,
    x_of,
)

Coloured = tuple[Decimal, int]
"""A number and its colour."""

_BOX = {
    "x": x_of("x"),
    "x2": {"field": "x2"},
    "y": Y,
    "y2": {"field": "y2"},
    "color": nominal("c"),
}
"""A rectangle at pixel places in its own colour."""


def stack(parts: Sequence[Coloured]) -> Spec:
    """A bar of parts; none of them below zero."""
    total = sum((value for value, _ in parts), Decimal(0)) or Decimal(1)
    marks, at = [], Decimal(0)
    for value, colour in parts:
        ends = [float(one / total) * WIDTH for one in (at, at + value)]
        marks.append({"x": ends[0], "x2": ends[1], "y": 0, "y2": 14, "c": COLOURS[colour]})
        at += value
    kind = {"type": "rect", "stroke": "var(--j-paper)", "strokeWidth": 1.5}
    return drawing(14, **layer(marks, kind, _BOX))


def pair(values: Sequence[Coloured]) -> Spec:
    """Bars below one another on one scale; none of them below zero."""
    most = max((value for value, _ in values), default=Decimal(0)) or Decimal(1)
    marks = [
        {
            "x": 0,
            "x2": float(value / most) * WIDTH,
            "y": 11 * i,
            "y2": 11 * i + 8,
            "c": COLOURS[colour],
        }
        for i, (value, colour) in enumerate(values)
    ]
    return drawing(11 * len(marks) - 3, **layer(marks, {"type": "rect"}, _BOX))


def strip(values: Sequence[Decimal]) -> Spec:
    """Dots on a line from 0 to 100."""
    marks = [{"x": 6 + float(value) / 100 * (WIDTH - 12), "y": 9} for value in values]
    kind = {"type": "circle", "size": 60, "color": COLOURS[0], "opacity": 0.45}
    dots = layer(marks, kind, {"x": x_of("x"), "y": Y})
    return drawing(18, layer=[rules([{"x": 0, "x2": WIDTH, "y": 9, "y2": 9}]), dots])
