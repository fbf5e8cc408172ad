"""The shapes of charts as specifications: bars, a flow, a scatter. Zeros and negatives are drawn as what they are."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from juesuan.pages.charts.draw import WIDTH, base
from juesuan.pages.charts.model import Cell

_LINE, _BAR, _GAP = 18, 12, 10
_C = ("var(--j-c1)", "var(--j-c2)", "var(--j-c3)", "var(--j-c4)", "var(--j-fail)")
_Y: dict[str, Any] = {"field": "y", "type": "quantitative", "scale": None, "axis": None}


def _x(field: str, **scale: Any) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "scale": scale or None, "axis": None}


def shown(value: Decimal) -> str:
    """A number with thousands separators, and a minus as long as it should be."""
    return f"{value:,}".replace("-", "−")


def _texts(
    values: list[dict[str, Any]], align: str, size: int, weight: str = "normal", **mark: Any
) -> dict[str, Any]:
    """A layer of texts at pixel places; those with ``u`` are links."""
    encoding: dict[str, Any] = {"x": _x("x"), "y": _Y, "text": {"field": "t", "type": "nominal"}}
    if any("u" in value for value in values):
        encoding["href"] = {"field": "u", "type": "nominal"}
    kind = {
        "type": "text",
        "align": align,
        "baseline": "alphabetic",
        "fontSize": size,
        "fontWeight": weight,
        "limit": 0,
        **mark,
    }
    return {"data": {"values": values}, "mark": kind, "encoding": encoding}


def _lines(values: list[dict[str, Any]], **mark: Any) -> dict[str, Any]:
    encoding = {"x": _x("x"), "y": _Y, "x2": {"field": "x2"}, "y2": {"field": "y2"}}
    return {
        "data": {"values": values},
        "mark": {"type": "rule", "color": "var(--j-line)", **mark},
        "encoding": encoding,
    }


def bars(
    groups: Sequence[tuple[str, Sequence[tuple[str, Cell, int]]]],
) -> tuple[dict[str, Any], tuple[Cell, ...]]:
    """Horizontal bars: a group a label, with one bar each for its series, all on one scale that holds zero.

    Args:
        groups: label, and for each bar its series' name (empty for a single series), its cell and its colour.

    Returns:
        The specification and the cells that it links to.
    """
    cells = [cell for _, group in groups for _, cell, _ in group]
    low, high = (
        min(Decimal(0), *(cell.value for cell in cells)),
        max(Decimal(0), *(cell.value for cell in cells)),
    )
    named = any(name for _, group in groups for name, _, _ in group)
    left, right = (70, WIDTH - 92) if named else (0, WIDTH)
    labels: list[dict[str, Any]] = []
    series: list[dict[str, Any]] = []
    numbers: list[dict[str, Any]] = []
    rects: list[dict[str, Any]] = []
    y = 0
    linked: list[Cell] = []
    for label, group in groups:
        y += _LINE
        labels.append({"x": 0, "y": y - 5, "t": label})
        for name, cell, colour in group:
            numbers.append(
                {
                    "x": WIDTH,
                    "y": y - 5 if not named else y + 10,
                    "t": shown(cell.value),
                    "u": f"#{len(linked)}",
                }
            )
            linked.append(cell)
            if named:
                series.append({"x": 0, "y": y + 10, "t": name})
            rects.append(
                {
                    "v": float(cell.value),
                    "y": y,
                    "y2": y + _BAR,
                    "c": _C[colour],
                    "o": 0.55 if cell.derived else 1,
                }
            )
            y += _BAR + 4
        y += _GAP
    height = y - _GAP + 2
    scale = {
        "domain": [float(low), float(high) or 1],
        "range": [left, right],
        "nice": False,
        "zero": False,
    }
    zero = left + (right - left) * float(-low / ((high - low) or 1))
    spec = base(
        height,
        resolve={"scale": {"x": "independent"}},
        layer=[
            _lines(
                [
                    {"x": zero, "x2": zero, "y": rect["y"] - 2, "y2": rect["y2"] + 2}
                    for rect in rects
                ],
                color="var(--j-c3)",
            ),
            {
                "data": {"values": rects},
                "mark": {"type": "rect"},
                "encoding": {
                    "x": _x("v", **scale),
                    "x2": {"datum": 0},
                    "y": _Y,
                    "y2": {"field": "y2"},
                    "color": {"field": "c", "type": "nominal", "scale": None},
                    "opacity": {"field": "o", "type": "quantitative", "scale": None},
                },
            },
            _texts(labels, "left", 13, "bold" if named else "normal"),
            *([_texts(series, "left", 11)] if named else []),
            _texts(numbers, "right", 12),
        ],
    )
    return spec, tuple(linked)


def flow(
    left: Sequence[tuple[str, Cell]], right: Sequence[tuple[str, Cell]], middle: tuple[str, Cell]
) -> tuple[dict[str, Any], tuple[Cell, ...]]:
    """A flow from sources through their total to uses; heights are amounts, all must be above zero."""
    total = middle[1].value
    height = 200
    slots = [_slots(side, total, height) for side in (left, right)]
    deep = max(slot[-1][1] + slot[-1][2] for slot in slots if slot)
    deep = max(deep, height + 36)
    shapes: list[dict[str, Any]] = []
    labels: tuple[list[dict[str, Any]], list[dict[str, Any]]] = ([], [])
    numbers: tuple[list[dict[str, Any]], list[dict[str, Any]]] = ([], [])
    linked: list[Cell] = []
    for side, (names, slot) in enumerate(zip((left, right), slots, strict=True)):
        at = 36.0
        for (label, cell), (size, y, _) in zip(names, slot, strict=True):
            shapes.append({"p": _ribbon(side, y, at, size), "c": _C[side], "o": 0.28})
            edge = 0 if side == 0 else WIDTH - 6
            shapes.append({"p": f"M{edge},{y:.1f}h6v{max(size, 1):.1f}h-6Z", "c": _C[side], "o": 1})
            x = 11 if side == 0 else WIDTH - 11
            labels[side].append({"x": x, "y": y + 12, "t": label})
            numbers[side].append(
                {"x": x, "y": y + 26, "t": shown(cell.value), "u": f"#{len(linked)}"}
            )
            linked.append(cell)
            at += size
    shapes.append({"p": f"M{WIDTH / 2 - 4},36h8v{height}h-8Z", "c": "currentColor", "o": 0.8})
    top = [{"x": WIDTH / 2, "y": 13, "t": middle[0]}]
    sum_of = [{"x": WIDTH / 2, "y": 29, "t": shown(total), "u": f"#{len(linked)}"}]
    linked.append(middle[1])
    paths = {
        "data": {"values": shapes},
        "mark": {"type": "point", "filled": True, "size": 4, "strokeWidth": 0},
        "encoding": {
            "x": {"value": 0},
            "y": {"value": 0},
            "shape": {"field": "p", "type": "nominal", "scale": None},
            "color": {"field": "c", "type": "nominal", "scale": None},
            "opacity": {"field": "o", "type": "quantitative", "scale": None},
        },
    }
    layers = [
        paths,
        *(_texts(labels[i], ("left", "right")[i], 12) for i in (0, 1)),
        *(_texts(numbers[i], ("left", "right")[i], 12, "bold") for i in (0, 1)),
        _texts(top, "center", 12),
        _texts(sum_of, "center", 13, "bold"),
    ]
    return base(round(deep) + 4, layer=layers), tuple(linked)


def _slots(
    side: Sequence[tuple[str, Cell]], total: Decimal, height: int
) -> list[tuple[float, float, float]]:
    """Height, top and room of each node: at least two lines of text."""
    found, y = [], 36.0
    for _, cell in side:
        size = float(cell.value / total) * height
        room = max(size, 30) + 6
        found.append((size, y, room))
        y += room
    return found


def _ribbon(side: int, y: float, at: float, size: float) -> str:
    """A ribbon between a node at the edge and its part of the middle."""
    a, b = (6, WIDTH / 2 - 4) if side == 0 else (WIDTH - 6, WIDTH / 2 + 4)
    half = (a + b) / 2
    thick = max(size, 0.8)
    return (
        f"M{a},{y:.1f}C{half},{y:.1f},{half},{at:.1f},{b},{at:.1f}V{at + thick:.1f}"
        f"C{half},{at + thick:.1f},{half},{y + thick:.1f},{a},{y + thick:.1f}Z"
    )


def scatter(
    points: Sequence[tuple[Cell, float, float, float, float]], across: str, up: str
) -> tuple[dict[str, Any], tuple[Cell, ...]]:
    """A dot a row, each a link to its page.

    Args:
        points: label (with its page), value across, value up, and by how many pixels it is moved right and up.
        across, up: titles of the axes.
    """
    height, left, right, top, bottom = 280, 40, 26, 46, 44
    rooms = ((left, WIDTH - right), (height - bottom, top))
    spans = [_span([point[1] for point in points]), _span([point[2] for point in points])]
    values = []
    for i, (_, a, b, aside, above) in enumerate(points):
        x, y = (
            _at(value, span, room) for value, span, room in zip((a, b), spans, rooms, strict=True)
        )
        values.append({"x": x + aside, "y": y - above, "u": f"#{i}"})
    dots = {
        "data": {"values": values},
        "mark": {
            "type": "circle",
            "size": 100,
            "color": _C[0],
            "opacity": 0.7,
            "stroke": "var(--j-paper)",
            "strokeWidth": 1,
        },
        "encoding": {"x": _x("x"), "y": _Y, "href": {"field": "u", "type": "nominal"}},
    }
    grid, below, beside = [], [], []
    for tick in range(int(spans[0][0]), int(spans[0][1]) + 1, _step(spans[0])):
        x = _at(tick, spans[0], rooms[0])
        grid.append({"x": x, "x2": x, "y": top, "y2": height - bottom})
        below.append({"x": x, "y": height - bottom + 16, "t": str(tick)})
    for tick in range(int(spans[1][0]), int(spans[1][1]) + 1, _step(spans[1])):
        y = _at(tick, spans[1], rooms[1])
        grid.append({"x": left, "x2": WIDTH - right, "y": y, "y2": y})
        beside.append({"x": left - 6, "y": y + 4, "t": str(tick)})
    layers = [
        _lines(grid),
        dots,
        _texts(below, "center", 11),
        _texts(beside, "right", 11),
        _texts([{"x": 0, "y": 12, "t": up}], "left", 11),
        _texts([{"x": WIDTH, "y": height - 6, "t": across}], "right", 11),
    ]
    return base(height, layer=layers), tuple(point[0] for point in points)


def _span(values: Sequence[float]) -> tuple[int, int]:
    """Ends of an axis in steps of ten that hold all values and 90 to 100; from 0 where values are low."""
    low = min(*values, 90)
    return (0 if low < 50 else int(low // 10 * 10)), max(100, -int(-max(values) // 10) * 10)


def _step(span: tuple[int, int]) -> int:
    return 20 if span[1] - span[0] > 60 else 10 if span[1] - span[0] > 20 else 5


def _at(value: float, span: tuple[int, int], room: tuple[int, int]) -> float:
    """The pixel of a value on an axis."""
    return room[0] + (room[1] - room[0]) * (value - span[0]) / (span[1] - span[0])


_BOX = {
    "x": _x("x"),
    "x2": {"field": "x2"},
    "y": _Y,
    "y2": {"field": "y2"},
    "color": {"field": "c", "type": "nominal", "scale": None},
}
"""A rectangle at pixel places in its own colour."""


def stack(parts: Sequence[tuple[Decimal, int]]) -> dict[str, Any]:
    """A small bar of parts; none of them below zero."""
    total = sum((value for value, _ in parts), Decimal(0)) or Decimal(1)
    values, at = [], Decimal(0)
    for value, colour in parts:
        values.append(
            {
                "x": float(at / total) * WIDTH,
                "x2": float((at + value) / total) * WIDTH,
                "y": 0,
                "y2": 14,
                "c": _C[colour],
            }
        )
        at += value
    mark = {"type": "rect", "stroke": "var(--j-paper)", "strokeWidth": 1.5}
    return base(14, data={"values": values}, mark=mark, encoding=_BOX)


def pair(values: Sequence[tuple[Decimal, int]]) -> dict[str, Any]:
    """Small bars below one another on one scale; none of them below zero."""
    most = max((value for value, _ in values), default=Decimal(0)) or Decimal(1)
    rows = [
        {"x": 0, "x2": float(value / most) * WIDTH, "y": 11 * i, "y2": 11 * i + 8, "c": _C[colour]}
        for i, (value, colour) in enumerate(values)
    ]
    return base(11 * len(rows) - 3, data={"values": rows}, mark={"type": "rect"}, encoding=_BOX)


def strip(values: Sequence[Decimal]) -> dict[str, Any]:
    """Dots on a line from 0 to 100."""
    rows = [{"x": 6 + float(value) / 100 * (WIDTH - 12), "y": 9} for value in values]
    dots = {
        "data": {"values": rows},
        "mark": {"type": "circle", "size": 60, "color": _C[0], "opacity": 0.45},
        "encoding": {"x": _x("x"), "y": _Y},
    }
    return base(18, layer=[_lines([{"x": 0, "x2": WIDTH, "y": 9, "y2": 9}]), dots])
