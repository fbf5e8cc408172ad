"""Small shapes for sentences, without words: parts of a whole, bars to compare, dots on a line."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from juesuan.pages.charts.model import Picture
from juesuan.pages.charts.shapes.marks import COLOURS, PAPER, WIDTH, circle, rectangle, rules

Coloured = tuple[Decimal, int]
"""A number and its colour."""


def stack(parts: Sequence[Coloured]) -> Picture:
    """A bar of parts; none of them below zero."""
    total = sum((value for value, _ in parts), Decimal(0)) or Decimal(1)
    shapes, at = [], Decimal(0)
    for value, colour in parts:
        begin, end = (float(one / total) * WIDTH for one in (at, at + value))
        look = {"fill": COLOURS[colour], "stroke": PAPER, "stroke-width": "1.5"}
        shapes.append(rectangle(begin, end, 0, 14, look))
        at += value
    return Picture(14, tuple(shapes))


def pair(values: Sequence[Coloured]) -> Picture:
    """Bars below one another on one scale; none of them below zero."""
    most = max((value for value, _ in values), default=Decimal(0)) or Decimal(1)
    shapes = tuple(
        rectangle(0, float(value / most) * WIDTH, 11 * i, 11 * i + 8, {"fill": COLOURS[colour]})
        for i, (value, colour) in enumerate(values)
    )
    return Picture(11 * len(shapes) - 3, shapes)


def strip(values: Sequence[Decimal]) -> Picture:
    """Dots on a line from 0 to 100."""
    look = {"fill": COLOURS[0], "fill-opacity": "0.5"}
    dots = [circle(6 + float(one) / 100 * (WIDTH - 12), 9, 3.9, look) for one in values]
    return Picture(18, (rules([(0, 9, WIDTH, 9)]), *dots))
