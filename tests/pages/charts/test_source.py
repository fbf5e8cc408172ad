"""Cells of a package for charts."""

from __future__ import annotations

from juesuan.pages.charts.source import Source
from tests.pages.made_facts import evidence_of, facts_with, measure


def source_with(*rows) -> Source:
    facts = facts_with(measures=list(rows))
    return Source(facts, evidence_of(facts))


def test_a_cell_knows_its_figure() -> None:
    source = source_with(measure("revenue.total", "110.00", change="-10.00"))
    total, change = source.measure("revenue.total"), source.measure("revenue.total", "change")
    assert total and total.figure and total.figure["figure_id"] == "f00001"
    assert change and change.figure and change.figure["field"] == "change"
    assert not total.derived


def test_what_is_not_printed_is_no_cell() -> None:
    source = source_with(measure("revenue.total", ""))
    assert source.measure("revenue.total") is None
    assert source.measure("revenue.other") is None
    assert source.listed(["revenue.total", "revenue.other"]) == []


def test_zero_is_printed() -> None:
    source = source_with(measure("revenue.other", "0.00"))
    assert [(label, cell.text) for label, cell in source.listed(["revenue.other"])] == [
        ("其他收入", "0.00")
    ]


def test_long_labels_are_short_in_charts() -> None:
    source = source_with(measure("three_public.total", "4.00"), measure("revenue.other", "1"))
    assert source.label("three_public.total") == "“三公”经费"
    assert source.label("revenue.other") == "其他收入"
