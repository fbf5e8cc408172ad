"""What all shapes are made of: texts, rectangles, dots, lines and paths at places in pixels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from juesuan.pages.charts.model import Cell, Shape

WIDTH = 328
"""Width of every chart in its own pixels: that of a phone, so that words are as large there."""

COLOURS = ("var(--j-c1)", "var(--j-c2)", "var(--j-c3)", "var(--j-c4)", "var(--j-fail)")
"""Colours by number: three of amounts, one more of parts, that of contradictions."""

LINE = "var(--j-line)"
"""The colour of lines that only help to read."""

PAPER = "var(--j-paper)"
"""The colour behind a chart, which parts what touches."""

TEXT = 12
"""The size that most texts have."""

Line = tuple[float, float, float, float]
"""From where to where: across and down, then across and down."""


def px(value: float) -> str:
    """A number of pixels, with one digit behind the point at most.

    >>> px(3.14159), px(120), px(-0.04)
    ('3.1', '120', '0')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def text(
    x: float,
    y: float,
    words: str,
    align: Literal["start", "middle", "end"] = "start",
    size: int = TEXT,
    bold: bool = False,
    cell: Cell | None = None,
) -> Shape:
    """Words at a place.

    Args:
        x, y: where their line begins, has its middle or ends.
        words: as they are read.
        align: which of the three.
        size: of their characters.
        bold: whether they are.
        cell: what they show, if they lead somewhere.
    """
    look = {"x": px(x), "y": px(y)}
    look |= {"text-anchor": align} if align != "start" else {}
    look |= {"font-size": f"{size}"} if size != TEXT else {}
    look |= {"font-weight": "bold"} if bold else {}
    return Shape("text", look, words, cell)


def rectangle(x: float, x2: float, y: float, y2: float, look: dict[str, str]) -> Shape:
    """A rectangle between two places across and two down."""
    left, wide, high = min(x, x2), px(abs(x2 - x)), px(y2 - y)
    return Shape("path", {"d": f"M{px(left)},{px(y)}h{wide}v{high}h-{wide}Z", **look})


def circle(x: float, y: float, r: float, look: dict[str, str], cell: Cell | None = None) -> Shape:
    """A dot around a place; what it shows, if it leads somewhere."""
    return Shape("circle", {"cx": px(x), "cy": px(y), **look, "r": px(r)}, "", cell)


def rules(lines: Iterable[Line], colour: str = LINE) -> Shape:
    """Thin lines across or down, as one shape."""
    path = "".join(
        f"M{px(x)},{px(y)}{f'v{px(y2 - y)}' if x == x2 else f'h{px(x2 - x)}'}"
        for x, y, x2, y2 in lines
    )
    return Shape("path", {"d": path, "stroke": colour})
