"""A flow from sources through their total to uses; heights are amounts, all must be above zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from juesuan.pages.charts.model import Cell, Labelled, Picture, Spec, shown
from juesuan.pages.charts.shapes.marks import (
    COLOURS,
    WIDTH,
    Mark,
    drawing,
    layer,
    nominal,
    texts,
)

_HEIGHT = 200
"""Pixels of the total."""

_TOP = 36.0
"""Pixels above the flow, where the total is written."""

_LEAST, _SPACE = 30, 6
"""Pixels that a node has at least, for two lines of text, and those below it."""

_EDGE, _HALF = 6, 4
"""Pixels: how wide a node is, and half the bar of the total."""

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
        link: its number among the links.
    """

    side: _Side
    label: str
    cell: Cell
    size: float
    top: float
    middle: float
    link: int


def flow(sources: Sequence[Labelled], uses: Sequence[Labelled], total: Labelled) -> Picture:
    """A flow whose numbers are links: those of the sources, of the uses, of the total."""
    left, below_left = _nodes(0, sources, total[1].value, 0)
    right, below_right = _nodes(1, uses, total[1].value, len(left))
    nodes = [*left, *right]
    deep = max(below_left, below_right, _HEIGHT + _TOP)
    middle = WIDTH / 2
    number = {"x": middle, "y": 29, "t": shown(total[1].value), "u": f"#{len(nodes)}"}
    layers = [
        _paths([*(path for node in nodes for path in _drawn(node)), _bar_of_total()]),
        texts([_text(node, 12, node.label) for node in left], "left", 12),
        texts([_text(node, 12, node.label) for node in right], "right", 12),
        texts([_number(node) for node in left], "left", 12, bold=True),
        texts([_number(node) for node in right], "right", 12, bold=True),
        texts([{"x": middle, "y": 13, "t": total[0]}], "center", 12),
        texts([number], "center", 13, bold=True),
    ]
    linked = (*(node.cell for node in nodes), total[1])
    return Picture(drawing(round(deep) + 4, layer=layers), linked)


def _nodes(
    side: _Side, amounts: Sequence[Labelled], total: Decimal, first: int
) -> tuple[list[_Node], float]:
    """The nodes of a side from top to bottom, and where they end."""
    found, top, middle = [], _TOP, _TOP
    for i, (label, cell) in enumerate(amounts):
        size = float(cell.value / total) * _HEIGHT
        found.append(_Node(side, label, cell, size, top, middle, first + i))
        top += max(size, _LEAST) + _SPACE
        middle += size
    return found, top


def _text(node: _Node, below: int, text: str) -> dict[str, object]:
    """A line of text beside a node, so many pixels below its top."""
    inside = _EDGE + 5
    return {"x": WIDTH - inside if node.side else inside, "y": node.top + below, "t": text}


def _number(node: _Node) -> Mark:
    return {**_text(node, 26, shown(node.cell.value)), "u": f"#{node.link}"}


def _drawn(node: _Node) -> tuple[Mark, Mark]:
    """The ribbon of a node and its bar at the edge."""
    edge, high = WIDTH - _EDGE if node.side else 0, max(node.size, 1)
    bar = f"M{edge},{node.top:.1f}h{_EDGE}v{high:.1f}h-{_EDGE}Z"
    colour = COLOURS[node.side]
    return {"p": _ribbon(node), "c": colour, "o": 0.28}, {"p": bar, "c": colour, "o": 1}


def _ribbon(node: _Node) -> str:
    """The path between a node at the edge and its part of the middle."""
    if node.side:
        edge, inner = WIDTH - _EDGE, WIDTH / 2 + _HALF
    else:
        edge, inner = _EDGE, WIDTH / 2 - _HALF
    y, at, thick = node.top, node.middle, max(node.size, 0.8)
    half = (edge + inner) / 2
    return (
        f"M{edge},{y:.1f}C{half},{y:.1f},{half},{at:.1f},{inner},{at:.1f}V{at + thick:.1f}"
        f"C{half},{at + thick:.1f},{half},{y + thick:.1f},{edge},{y + thick:.1f}Z"
    )


def _bar_of_total() -> Mark:
    path = f"M{WIDTH / 2 - _HALF},{_TOP:g}h{2 * _HALF}v{_HEIGHT}h-{2 * _HALF}Z"
    return {"p": path, "c": "currentColor", "o": 0.8}


def _paths(marks: Sequence[Mark]) -> Spec:
    """Marks whose shape is a path in pixels."""
    encoding = {
        "x": {"value": 0},
        "y": {"value": 0},
        "shape": nominal("p"),
        "color": nominal("c"),
        "opacity": {"field": "o", "type": "quantitative", "scale": None},
    }
    return layer(marks, {"type": "point", "filled": True, "size": 4, "strokeWidth": 0}, encoding)
