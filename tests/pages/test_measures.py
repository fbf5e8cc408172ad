"""The measures of one disclosure as pages ask for them."""

from __future__ import annotations

from decimal import Decimal

from juesuan.pages.measures import Measures
from tests.pages.made_facts import evidence_of, facts_with, measure


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
