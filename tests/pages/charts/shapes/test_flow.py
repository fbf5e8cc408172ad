"""A flow: heights are amounts, ribbons meet the total without a gap."""

from __future__ import annotations

from itertools import pairwise

import pytest

from juesuan.pages.charts.model import Cell
from juesuan.pages.charts.shapes import flow as module
from juesuan.pages.charts.shapes.flow import flow

SOURCES = [("拨款", Cell("75.00")), ("其他", Cell("25.00"))]
USES = [("基本", Cell("100.00"))]
TOTAL = ("总计", Cell("100.00"))


def test_links_are_numbered_from_sources_to_the_total() -> None:
    picture = flow(SOURCES, USES, TOTAL)
    assert [cell.text for cell in picture.linked] == ["75.00", "25.00", "100.00", "100.00"]
    marks = [mark for layer in picture.spec["layer"] for mark in layer["data"]["values"]]
    assert [(mark["t"], mark["u"]) for mark in marks if "u" in mark] == [
        ("75.00", "#0"),
        ("25.00", "#1"),
        ("100.00", "#2"),
        ("100.00", "#3"),
    ]


def test_heights_are_amounts_and_parts_of_the_total_follow_one_another() -> None:
    left, below = module._nodes(0, SOURCES, TOTAL[1].value, 0)
    assert [node.size for node in left] == [150, 50]
    assert [node.middle for node in left] == [36, 186]
    assert left[1].top == 36 + 150 + 6 and below == left[1].top + 50 + 6


def test_small_nodes_have_room_for_their_text() -> None:
    tiny = [(f"项{i}", Cell("0.01")) for i in range(20)]
    nodes, below = module._nodes(1, tiny, TOTAL[1].value, 0)
    tops = [node.top for node in nodes]
    assert [after - before for before, after in pairwise(tops)] == pytest.approx([36] * 19)
    assert flow(tiny, USES, TOTAL).spec["height"] == round(below) + 4
