"""Changes against the year before: of totals, of measures, of items, and as sums."""

from __future__ import annotations

from decimal import Decimal

import pytest

from juesuan.model import Facts
from tests.check.conftest import Case, added, edited, judges, m, state

CASES: list[Case] = [
    ("N05", "all", m("overview/overall", "change_pct", "11.00"), m("overview/overall", "-", "")),
    ("N20", "all", m("appropriation/appropriation.overall", "change_pct", "5.00"), m("appropriation/appropriation.overall", "change", "")),
    ("N24", "operating/operating.agency", m("operating/operating.agency", "change_pct", "-9.90"), m("operating/operating.agency", "actual", "")),
    ("N31", "general_public_budget/item/2", ("functions", "general_public_budget/item/2", "change_pct", "-20.00"), ("functions", "general_public_budget/item/2", "change_pct", "")),
    ("N32", "general_public_budget/item/2", ("functions", "general_public_budget/item/2", "change_pct", "21.00"), ("functions", "general_public_budget/item/2", "change", "")),
    ("N33", "general_public_budget/item/2", ("functions", "general_public_budget/item/2", "change", "12.10"), ("functions", "general_public_budget/item/2", "change", "")),
    ("N34", "all", ("functions", "general_public_budget/item/2", "change", "1.90"), ("functions", "general_public_budget/item/2", "change", "")),
    ("N39", "all", m("three_public/three_public.reception", "change", "0.10"), m("three_public/three_public.reception", "change", "")),
]  # fmt: skip

test_pass_fail_and_not_applicable = judges(CASES)


def test_items_of_last_year_alone_need_not_be_listed(base: Facts) -> None:
    """A smaller sum of the year before may lack an item without expenditure this year, unless such items are listed."""
    less = edited(base, ("functions", "general_public_budget/item/2", "change", "2.10"))
    assert state(less, "N34") == "information"
    like = "general_public_budget/item/2"
    gone = added(
        less,
        "functions",
        like,
        position="3",
        item="别的项",
        actual="0.00",
        change="-0.00",
        change_pct="",
    )
    assert state(gone, "N34") == "fail"


@pytest.mark.parametrize(
    ("rule", "column"),
    [("N65", "prior_year"), ("N66", "initial_budget"), ("N66", "annual_budget")],
)
def test_differences_of_printed_figures(printed: Facts, rule: str, column: str) -> None:
    key, difference = "operating/operating.agency", "change" if rule == "N65" else "variance"
    actual = next(
        row["actual"] for row in printed.rows("measures") if row["measure"] == "operating.agency"
    )
    both = edited(
        printed,
        ("measures", key, difference, "1.00"),
        ("measures", key, column, f"{Decimal(actual) - 1:.2f}"),
    )
    assert state(printed, rule, key) == "no subject" and state(both, rule, key) == "pass"
    assert state(edited(both, ("measures", key, difference, "2.00")), rule, key) == "fail"
