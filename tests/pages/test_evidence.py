"""Links from cells to the printed figure."""

from __future__ import annotations

from dataclasses import replace

from juesuan.pages.evidence.figures import LOST, NONE, Evidence, place_of
from tests.pages.made_facts import evidence_of, facts_with, measure

FACTS = facts_with(
    measures=[
        measure("revenue.total", "1234.50", unreadable="change"),
        measure("revenue.other", "0.00"),
    ]
)
TOTAL, OTHER = FACTS.rows("measures")


def paged(**more: str) -> Evidence:
    """Evidence of a PDF whose figures all stand on its third page."""
    about = {**FACTS.tables["disclosure"][0], "source_file": "决算 公开.pdf"}
    figures = tuple({**row, "page": "3", **more} for row in FACTS.tables["figures"])
    tables = {**FACTS.tables, "disclosure": (about,), "figures": figures}
    return Evidence.of(replace(FACTS, tables=tables), "../")


def test_a_number_leads_to_its_line() -> None:
    assert evidence_of(FACTS, "../").number("measures", TOTAL, "actual", "%") == (
        '<a href="../source/#f00001">1,234.50%</a>'
    )


def test_a_number_of_a_pdf_leads_to_the_text_taken_from_it() -> None:
    assert 'href="../source/#f00001"' in paged().number("measures", TOTAL, "actual")


def test_zero_nothing_and_unreadable_are_told_apart() -> None:
    evidence = evidence_of(FACTS)
    assert evidence.number("measures", OTHER, "actual").striptags() == "0.00"
    assert evidence.number("measures", OTHER, "change") == NONE
    assert evidence.number("measures", TOTAL, "change") == LOST


def test_a_number_without_a_figure_is_text() -> None:
    evidence = Evidence(FACTS.disclosure, [])
    assert evidence.number("measures", TOTAL, "actual") == "1,234.50"
    assert evidence.link(None, "<b>") == "&lt;b&gt;"


def test_only_bound_figures_are_behind_cells_and_of_several_the_first() -> None:
    first = FACTS.rows("figures")[0]
    again, unread = {**first, "figure_id": "f00009"}, {**first, "status": "unread"}
    assert Evidence(FACTS.disclosure, [unread]).figure("measures", TOTAL, "actual") is None
    found = Evidence(FACTS.disclosure, [first, again]).figure("measures", TOTAL, "actual")
    assert found == first


def test_a_figure_printed_twice_on_a_page_is_cited_once() -> None:
    first = FACTS.rows("figures")[0]
    again, elsewhere = (
        {**first, "figure_id": "f00009"},
        {**first, "figure_id": "f00010", "line": "9"},
    )
    evidence = Evidence(FACTS.disclosure, [first, again, elsewhere])
    cited = evidence.cited("f00001 f00009 f00010 f77777")
    assert [one.striptags() for one in cited] == ["1234.50（第 1 行）", "1234.50（第 9 行）"]


def test_a_place_is_a_page_or_a_line() -> None:
    first = FACTS.rows("figures")[0]
    assert place_of(first) == "第 1 行" and place_of({**first, "page": "3"}) == "第 3 页"


def test_a_line_far_down_stands_on_a_later_page_of_the_source() -> None:
    assert evidence_of(FACTS, "../").to_line("801", "<第一行>") == (
        '<a href="../source-2/#L801">&lt;第一行&gt;</a>'
    )
