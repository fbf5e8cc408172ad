"""What was spent against what was budgeted: rates, differences, words, sums of budgets."""

from __future__ import annotations

from juesuan.model import Facts
from tests.check.conftest import Case, edited, judges, judges_tables, m, state

ITEM = "general_public_budget/item/1"


CASES: list[Case] = [
    ("N21", "appropriation/appropriation.overall", m("appropriation/appropriation.overall", "variance_pct", "-5.10"), m("appropriation/appropriation.overall", "initial_budget", "")),
    ("N59", "three_public/three_public.total", m("three_public/three_public.total", "annual_budget", "3.99"), m("three_public/three_public.total", "annual_budget", "")),
]  # fmt: skip

test_pass_fail_and_not_applicable = judges(CASES)


PRINTED: list[Case] = [
    ("T27", "all", ("functions", ITEM, "initial_budget", "99999.00"), ("measures", "general_budget/general_budget.expenditure", "initial_budget", "")),
    ("N52", ITEM, ("functions", ITEM, "variance_word", "超过"), ("functions", ITEM, "initial_budget", "")),
    ("N61", "three_public/three_public.total", ("measures", "three_public/three_public.total", "completion_pct", "64.00"), ("measures", "three_public/three_public.total", "initial_budget", "")),
]  # fmt: skip
"""Cases of the disclosure with statutory tables."""

test_pass_fail_and_not_applicable_with_tables = judges_tables(PRINTED)


def test_completion_of_a_budget_of_zero(base: Facts) -> None:
    key = "general_budget/general_budget.expenditure"
    with_rate = edited(base, m(key, "completion_pct", "92.00"))
    assert state(with_rate, "N51", key) == "pass"
    assert state(edited(with_rate, m(key, "initial_budget", "0.00")), "N51", key) == "fail"
    assert state(base, "N51", key) == "no subject"


def test_a_rate_on_a_budget_of_zero(base: Facts) -> None:
    key = "appropriation/appropriation.overall"
    nothing = edited(base, m(key, "initial_budget", "0.00"))
    assert state(edited(nothing, m(key, "variance_pct", "0.00")), "N21", key) == "information"
    assert state(edited(nothing, m(key, "variance_pct", "100.00")), "N21", key) == "information"
    assert state(edited(nothing, m(key, "variance_pct", "15.00")), "N21", key) == "fail"


def test_the_budgets_of_three_public_add_up(base: Facts) -> None:
    names = ("abroad", "vehicle_purchase", "vehicle_running", "reception")
    budgets = [
        m(f"three_public/three_public.{name}", "annual_budget", value)
        for name, value in zip(names, ("0.00", "0.00", "3.50", "1.50"), strict=True)
    ]
    assert state(base, "N75") == "not_applicable"
    assert state(edited(base, *budgets), "N75") == "pass"
    assert (
        state(
            edited(
                base, *budgets, m("three_public/three_public.reception", "annual_budget", "1.60")
            ),
            "N75",
        )
        == "fail"
    )


def test_about_the_same_is_information_where_the_figures_differ(printed: Facts) -> None:
    near = edited(printed, ("functions", ITEM, "variance_word", "基本持平"))
    assert state(near, "N52", ITEM) in ("information", "pass")
    assert (
        state(
            edited(
                printed,
                ("functions", ITEM, "variance_word", "持平"),
                ("functions", ITEM, "initial_budget", "1.00"),
            ),
            "N52",
            ITEM,
        )
        == "fail"
    )


def test_a_full_year_budget_beside_an_initial_one_of_zero(base: Facts) -> None:
    key = "general_budget/general_budget.expenditure"
    both = edited(
        base,
        m(key, "initial_budget", "0.00"),
        m(key, "annual_budget", "100.00"),
        m(key, "completion_pct", "92"),
        m(key, "variance_word", "小于"),
        m(key, "variance_pct", "-8"),
    )
    rules = ("N21", "N51", "N52", "N61")
    assert [state(both, rule, key) for rule in rules] == ["pass"] * 4
    wrong = edited(both, m(key, "completion_pct", "93"), m(key, "annual_budget", "91.00"))
    assert [state(wrong, rule, key) for rule in rules[1:]] == ["fail"] * 3


def test_completion_of_a_full_year_budget_alone(base: Facts) -> None:
    key = "general_budget/general_budget.expenditure"
    alone = edited(base, m(key, "initial_budget", ""), m(key, "annual_budget", "100.00"))
    right, wrong = (edited(alone, m(key, "completion_pct", one)) for one in ("92", "93"))
    assert [state(one, "N61", key) for one in (right, wrong)] == ["pass", "fail"]
