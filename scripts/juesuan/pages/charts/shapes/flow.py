"""A flow from sources through their total to uses; heights are amounts, all must be above zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from juesuan.pages.charts.model import Cell, Labelled, Picture, Shape, shown
from juesuan.pages.charts.shapes.marks import COLOURS, WIDTH, px, text

_HEIGHT = 200
"""Pixels of the total."""

_TOP = 36.0
"""Pixels above the flow, where the total is written."""

_LEAST, _SPACE = 30, 6
"""Pixels that a node has at least, for two lines of text, and those below it."""

_EDGE, _HALF = 6, 4
"""Pixels: how wide a node is, and half the bar of the total."""

_START: Literal["start"] = "start"
_END: Literal["end"] = "end"

_Side = Literal[0, 1]
"""0 where the node is a source, on the left; 1 where it is a use, on the right."""


@dataclass(frozen=True, slots=True)
class _Node:
    """A source or a use.

    Attributes:
        side: where it stands.
        label, cell: what it is.
        size: its height in pixels.
        top: where it begins at the edge.
        middle: where its part of the total begins.
    """

    side: _Side
    label: str
    cell: Cell
    size: float
    top: float
    middle: float


def flow(sources: Sequence[Labelled], uses: Sequence[Labelled], total: Labelled) -> Picture:
    """A flow whose numbers are links: those of the sources, of the uses, of the total."""
    left, below_left = _nodes(0, sources, total[1].value)
    right, below_right = _nodes(1, uses, total[1].value)
    nodes = [*left, *right]
    deep = max(below_left, below_right, _HEIGHT + _TOP)
    middle, cell = WIDTH / 2, total[1]
    shapes = [
        *(path for node in nodes for path in _drawn(node)),
        _bar_of_total(),
        *(_text(node, 12, node.label) for node in nodes),
        *(_number(node) for node in nodes),
        text(middle, 13, total[0], "middle"),
        text(middle, 29, shown(cell.value), "middle", 13, bold=True, cell=cell),
    ]
    return Picture(round(deep) + 4, tuple(shapes))


def _nodes(side: _Side, amounts: Sequence[Labelled], total: Decimal) -> tuple[list[_Node], float]:
    """The nodes of a side from top to bottom, and where they end."""
    found, top, middle = [], _TOP, _TOP
    for label, cell in amounts:
        size = float(cell.value / total) * _HEIGHT
        found.append(_Node(side, label, cell, size, top, middle))
        top += max(size, _LEAST) + _SPACE
        middle += size
    return found, top


def _text(node: _Node, below: int, words: str, cell: Cell | None = None) -> Shape:
    """A line of text beside a node, so many pixels below its top; bold where it leads somewhere."""
    inside = _EDGE + 5
    x, align = (WIDTH - inside, _END) if node.side else (inside, _START)
    return text(x, node.top + below, words, align, bold=cell is not None, cell=cell)


def _number(node: _Node) -> Shape:
    return _text(node, 26, shown(node.cell.value), node.cell)


def _drawn(node: _Node) -> tuple[Shape, Shape]:
    """The ribbon of a node and its bar at the edge."""
    edge, bottom = WIDTH - _EDGE if node.side else 0, node.top + max(node.size, 1)
    colour = COLOURS[node.side]
    ribbon = Shape("path", {"d": _ribbon(node), "fill": colour, "fill-opacity": "0.3"})
    return ribbon, _box(edge, edge + _EDGE, node.top, bottom, {"fill": colour})


def _box(x: float, x2: float, y: float, y2: float, look: dict[str, str]) -> Shape:
    """A bar between two places: what stands on it stands on its very ends."""
    left, right, top, low = px(x), px(x2), px(y), px(y2)
    return Shape("path", {"d": f"M{left},{top}H{right}V{low}H{left}Z", **look})


def _ribbon(node: _Node) -> str:
    """The path between a node at the edge and its part of the middle."""
    if node.side:
        edge, inner = WIDTH - _EDGE, WIDTH / 2 + _HALF
    else:
        edge, inner = _EDGE, WIDTH / 2 - _HALF
    thick = max(node.size, 0.8)
    y, below, at, end = map(px, (node.top, node.top + thick, node.middle, node.middle + thick))
    out, half, into = map(px, (edge, (edge + inner) / 2, inner))
    return (
        f"M{out},{y}C{half},{y},{half},{at},{into},{at}V{end}"
        f"C{half},{end},{half},{below},{out},{below}Z"
    )


def _bar_of_total() -> Shape:
    middle, look = WIDTH / 2, {"fill": "currentColor", "fill-opacity": "0.8"}
    return _box(middle - _HALF, middle + _HALF, _TOP, _TOP + _HEIGHT, look)
