"""Numbers and the links that open their evidence; the measures of a disclosure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.pages.evidence.figures import NONE, Evidence, Measures, grouped
from tests.pages.made_facts import evidence_of, facts_with, measure

ABOUT = {"disclosure_id": "made-up-2024", "source_file": "决算 2024.pdf"}
ROW = {"section": "revenue", "measure": "revenue.total", "actual": "1978.38", "unreadable": ""}


def figure(number: int = 1, **cells: str) -> dict[str, str]:
    return {
        "figure_id": f"f{number}", "status": "bound", "resource": "measures",
        "row": "revenue/revenue.total", "field": "actual", "text": "1,978.38", "page": "",
        "line": "801", **cells,
    }  # fmt: skip


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2))
def test_grouping_changes_no_digit(value: Decimal) -> None:
    text = f"{value:f}"
    assert grouped(text).replace(",", "") == text


def test_a_number_of_a_text_leads_to_its_line() -> None:
    link = Evidence(ABOUT, [figure()]).number("measures", ROW, "actual", "%")
    assert link == ('<a href="../source-2/#f1">1,978.38%</a>')


def test_a_number_of_a_pdf_leads_to_the_text_taken_from_it() -> None:
    link = Evidence(ABOUT, [figure(page="3")], "").number("measures", ROW, "actual")
    assert 'href="source-2/#f1"' in link


def test_the_same_links_from_another_page() -> None:
    evidence = Evidence(ABOUT, [figure()], "../d/made-up-2024/").seen_from("../../made-up-2024/")
    assert 'href="../../made-up-2024/source-2/#f1"' in evidence.link(figure(), "x")


@pytest.mark.parametrize(
    ("cells", "shown"),
    [({"actual": ""}, NONE), ({"unreadable": "change actual"}, "无法辨认"), ({}, "1,978.38")],
)
def test_a_cell_without_a_figure_says_why(cells: dict[str, str], shown: str) -> None:
    found = Evidence(ABOUT, []).number("measures", {**ROW, **cells}, "actual")
    assert shown in found and "href" not in found


def test_the_first_of_several_figures_is_the_evidence() -> None:
    evidence = Evidence(ABOUT, [figure(1, status="prose"), figure(2), figure(3)])
    found = evidence.figure("measures", ROW, "actual")
    assert found and found["figure_id"] == "f2"


def test_a_figure_printed_again_in_one_place_is_cited_once() -> None:
    evidence = Evidence(ABOUT, [figure(1), figure(2), figure(3, line="802")])
    assert [one.striptags() for one in evidence.cited("f1 f2 f3 f9")] == [
        "1,978.38（第 801 行）", "1,978.38（第 802 行）",
    ]  # fmt: skip


def test_text_of_a_document_is_no_markup() -> None:
    assert Evidence(ABOUT, []).link(None, "<b>") == "&lt;b&gt;"
    assert "&lt;b&gt;</a>" in Evidence(ABOUT, []).to_line("1", "<b>")


def measures_of(*rows) -> Measures:
    facts = facts_with(measures=list(rows))
    return Measures(facts.rows("measures"), evidence_of(facts))


def test_a_measure_that_is_printed_twice_is_its_first_row() -> None:
    first, again = measure("revenue.total", "1.00"), measure("revenue.total", "2.00")
    assert (
        measures_of(first, {**again, "section": "overview.again"}).printed("revenue.total")
        == "1.00"
    )


def test_what_is_not_printed_is_empty_and_no_number() -> None:
    measures = measures_of(measure("revenue.total", ""))
    for name in ("revenue.total", "revenue.other"):
        assert measures.printed(name) == "" and measures.value(name) is None
    assert measures.row("revenue.other") is None and measures.figure("revenue.other") is None
    assert measures.last_year is None


def test_zero_is_a_number() -> None:
    assert measures_of(measure("revenue.other", "0.00")).value("revenue.other") == Decimal(0)


def test_the_whole_is_revenue_or_what_both_sides_share() -> None:
    assert (
        measures_of(measure("revenue.total", "1.00"), measure("overall", "2.00")).whole
        == "revenue.total"
    )
    assert measures_of(measure("overall", "2.00")).whole == "overall"
    assert measures_of(measure("revenue.total", ""), measure("overall", "2.00")).whole == "overall"


def test_last_year_follows_from_total_and_change() -> None:
    changed = measure("overall", change="-15.50")
    assert measures_of(measure("revenue.total", "110.00"), changed).last_year == Decimal("125.50")
    assert measures_of(changed).last_year is None
    assert measures_of(measure("revenue.total", "110.00")).last_year is None
