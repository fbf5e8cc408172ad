"""Bars: on one scale that holds zero, the number beside each."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juesuan.pages.charts.draw import svg
from juesuan.pages.charts.model import Cell, Chart, Picture
from juesuan.pages.charts.shapes.bars import Bar, bars
from juesuan.pages.charts.shapes.marks import WIDTH


def spans(*values: str) -> list[tuple[float, float]]:
    """Left and right end in pixels of the drawn bar of each number."""
    picture = bars([(f"项{i}", [Bar(Cell(one), 0)]) for i, one in enumerate(values)])
    chart = Chart("made", "题", "万元", "说", ("项目", "数"), (), picture)
    found = []
    every = ElementTree.fromstring(svg(chart, lambda cell: {})).iter()
    for node, fill in (
        (node, node.get("fill", one.get("fill", ""))) for one in every for node in one
    ):
        if node.tag.endswith("path") and fill.startswith("var(--j-c1"):
            path = re.match(r"M(-?[\d.]+),-?[\d.]+h(-?[\d.]+)", node.get("d", ""))
            assert path
            start, width = float(path[1]), float(path[2])
            found.append((min(start, start + width), max(start, start + width)))
    return found


@pytest.mark.slow
def test_zero_has_no_bar_and_below_zero_goes_left() -> None:
    above, zero, below = spans("100", "0.00", "-50")
    assert above == pytest.approx((WIDTH / 3, WIDTH), abs=0.2)
    assert zero[1] - zero[0] == pytest.approx(0, abs=0.1)
    assert below == pytest.approx((0, WIDTH / 3), abs=0.2)


def test_all_zeros_can_be_drawn() -> None:
    assert all(end == start for start, end in spans("0.00", "0"))


def test_bars_below_zero_alone_begin_at_the_line_of_zero() -> None:
    assert spans("-0.50", "-0.25") == [
        pytest.approx((0, WIDTH), abs=0.2),
        pytest.approx((WIDTH / 2, WIDTH), abs=0.2),
    ]


@pytest.mark.slow
@given(st.lists(st.integers(1, 10**8), min_size=2, max_size=5))
@settings(max_examples=10, deadline=None)
def test_lengths_are_in_proportion(numbers: list[int]) -> None:
    lengths = [end - start for start, end in spans(*map(str, numbers))]
    for number, length in zip(numbers, lengths, strict=True):
        assert length == pytest.approx(WIDTH * number / max(numbers), abs=0.2)


def texts_of(picture: Picture) -> list[tuple[str, Cell | None]]:
    return [(one.words, one.cell) for one in picture.shapes if one.tag == "text"]


def test_each_number_links_to_its_cell_with_a_long_minus() -> None:
    cells = [Cell("-1234.50"), Cell("2")]
    picture = bars([("甲", [Bar(cells[0], 1)]), ("乙", [Bar(cells[1], 1)])])
    assert texts_of(picture)[2:] == [("-1,234.50", cells[0]), ("2", cells[1])]
    assert picture.linked == cells


def test_series_are_named_beside_their_bars_and_derived_ones_are_paler() -> None:
    last, now = Bar(Cell("3", derived=True), 2, "上年"), Bar(Cell("4"), 0, "今年")
    picture = bars([("甲", [last, now])])
    assert texts_of(picture) == [
        ("甲", None), ("上年", None), ("今年", None), ("3", last.cell), ("4", now.cell)
    ]  # fmt: skip
    _, *series, three, four = (one for one in picture.shapes if one.tag == "text")
    assert [one.look["y"] for one in series] == [three.look["y"], four.look["y"]]
    _, pale, dense = (one for one in picture.shapes if one.tag == "path")
    assert pale.look["fill"] == "var(--j-c3)" and pale.look["fill-opacity"] == "0.6"
    assert dense.look["fill"] == "var(--j-c1)" and "fill-opacity" not in dense.look
