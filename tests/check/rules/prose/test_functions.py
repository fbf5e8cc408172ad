"""The functional classification: classes and items of a budget and what they add up to."""

from __future__ import annotations

from juesuan.model import Facts
from tests.check.conftest import Case, added, edited, judges, m, state

CASES: list[Case] = [
    ("N23", "all", m("general_budget/general_budget.expenditure", "share_pct", "87.26"), m("general_budget/general_budget.expenditure", "share_pct", "")),
    ("N26", "all", ("functions", "general_public_budget/class/1", "actual", "80.10"), ("functions", "general_public_budget/class/1", "actual", "")),
    ("N27", "general_public_budget/class/1", ("functions", "general_public_budget/class/1", "share_pct", "68.96"), ("functions", "general_public_budget/class/1", "share_pct", "")),
    ("N27-100", "all", ("functions", "general_public_budget/class/1", "share_pct", "68.96"), ("functions", "general_public_budget/class/1", "share_pct", "")),
    ("N28", "general_public_budget/class/2", ("functions", "general_public_budget/item/2", "actual", "12.10"), ("functions", "general_public_budget/item/2", "-", "")),
    ("N29", "general_public_budget", ("functions", "general_public_budget/item/2", "actual", "12.10"), ("functions", "general_public_budget/item/2", "actual", "")),
    ("N30", "all", ("functions", "general_public_budget/item/2", "position", "3"), m("overview/overall", "-", "")),
]  # fmt: skip

test_pass_fail_and_not_applicable = judges(CASES)


def test_items_of_all_funds_are_summed_against_the_appropriation(base: Facts) -> None:
    subject = "general_public_budget"
    capital = added(
        base, "functions", "general_public_budget/item/2", position="3",
        **{"class": "国有资本经营预算支出", "code": "2230105", "actual": "5.00"},
    )  # fmt: skip
    key = "appropriation/appropriation.expenditure_current"
    all_funds = edited(capital, m(key, "actual", "97.00"))
    assert state(all_funds, "N29", subject) == "pass"
    assert state(edited(capital, m(key, "actual", "99.00")), "N29", subject) == "not_applicable"
    more = edited(base, ("functions", "general_public_budget/item/2", "actual", "13.00"))
    assert state(more, "N29", subject) == "fail"


def test_items_of_some_classes_only_are_no_parts_of_their_class(base: Facts) -> None:
    subject = "general_public_budget/class/2"
    short = edited(base, ("functions", "general_public_budget/item/2", "actual", "11.10"))
    assert state(short, "N28", subject) == "fail"
    other = added(
        short, "functions", "general_public_budget/class/2", position="3", number="3",
        **{"class": "教育支出", "code": "205", "actual": "1.00"},
    )  # fmt: skip
    assert state(other, "N28", subject) == "not_applicable"


def test_a_class_among_lines_of_others_is_no_structure(base: Facts) -> None:
    half = edited(base, ("functions", "general_public_budget/class/1", "-", ""))
    assert state(half, "N26", "all") == "unreadable"
    fewer = added(
        half, "functions", "general_public_budget/item/2", position="3",
        **{"class": "教育支出", "code": "2050201", "actual": "1.00"},
    )  # fmt: skip
    assert state(fewer, "N26", "all") == "not_applicable"
    assert state(fewer, "N30", "all") == "not_applicable"
