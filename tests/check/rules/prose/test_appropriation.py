"""The fiscal appropriation: its totals, its three budgets, and that it is a part of all funds."""

from __future__ import annotations

from juesuan.model import Facts
from tests.check.conftest import Case, added, judges, m, state

CASES: list[Case] = [
    ("N14", "appropriation", m("appropriation/appropriation.opening", "actual", "6.00"), m("appropriation/appropriation.opening", "-", "")),
    ("N15", "appropriation", m("appropriation/appropriation.closing", "actual", "4.00"), m("appropriation/appropriation.closing", "-", "")),
    ("N16", "appropriation", m("appropriation/appropriation.revenue_total", "actual", "95.01"), m("appropriation/appropriation.expenditure_total", "-", "")),
    ("N17", "all", m("revenue/revenue.appropriation", "actual", "90.01"), m("revenue/revenue.appropriation", "-", "")),
    ("N18", "all", m("appropriation/appropriation.opening", "actual", "10.01"), m("overview/carryover.opening", "-", "")),
    ("N19", "all", m("appropriation/appropriation.expenditure_current", "actual", "93.00"), m("appropriation/appropriation.expenditure_current", "-", "")),
    ("N22", "all", m("appropriation/appropriation.overall", "actual", "95.01"), m("appropriation/appropriation.overall", "actual", "")),
    ("N25", "all", m("appropriation/appropriation.expenditure_current", "actual", "92.10"), ("texts", "government_fund/empty/1", "-", "")),
    ("N77", "all", m("general_budget/general_budget.expenditure", "initial_budget", "100.01"), m("appropriation/appropriation.overall", "initial_budget", "")),
]  # fmt: skip

test_pass_fail_and_not_applicable = judges(CASES)


def test_the_expenditure_of_a_fund_is_told_twice(base: Facts) -> None:
    def fund(first: str, second: str) -> str:
        rows = (
            ("appropriation/appropriation.revenue_total", "government_fund.expenditure", first),
            ("appropriation/appropriation.closing", "government_fund.expenditure_current", second),
        )
        facts = base
        for like, measure, actual in rows:
            facts = added(
                facts, "measures", like, section="government_fund", measure=measure, actual=actual
            )
        return state(facts, "N74", "government_fund")

    assert fund("3.00", "3.00") == "pass"
    assert fund("3.00", "3.01") == "fail"
    assert fund("3.00", "") == "not_applicable"
    assert state(base, "N74", "government_fund") == "no subject"
