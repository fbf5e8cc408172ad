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


def test_links_go_from_sources_to_the_total() -> None:
    picture = flow(SOURCES, USES, TOTAL)
    assert [cell.text for cell in picture.linked] == ["75.00", "25.00", "100.00", "100.00"]
    assert all(one.words == one.cell.text for one in picture.shapes if one.cell)


def test_heights_are_amounts_and_parts_of_the_total_follow_one_another() -> None:
    left, below = module._nodes(0, SOURCES, TOTAL[1].value)
    assert [node.size for node in left] == [150, 50]
    assert [node.middle for node in left] == [36, 186]
    assert left[1].top == 36 + 150 + 6 and below == left[1].top + 50 + 6


def test_small_nodes_have_room_for_their_text() -> None:
    tiny = [(f"项{i}", Cell("0.01")) for i in range(20)]
    nodes, below = module._nodes(1, tiny, TOTAL[1].value)
    tops = [node.top for node in nodes]
    assert [after - before for before, after in pairwise(tops)] == pytest.approx([36] * 19)
    assert flow(tiny, USES, TOTAL).height == round(below) + 4


def test_a_ribbon_has_the_height_of_its_bar_and_ends_at_the_total() -> None:
    ribbon, bar, *_ = (one.look.get("d") for one in flow(SOURCES, USES, TOTAL).shapes)
    assert bar == "M0,36H6V186H0Z"
    assert ribbon == "M6,36C83,36,83,36,160,36V186C83,186,83,186,6,186Z"
