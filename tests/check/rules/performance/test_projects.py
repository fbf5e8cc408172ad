"""The forms of projects against the prose: how many there are, what they were given and spent."""

from __future__ import annotations

from juesuan.model import Facts
from tests.check.conftest import Case, added, edited, judges, m, minds_lost_cells, state

CASES: list[Case] = [
    ("X11", "all", ("project_funds", "p01/3", "executed", "14.00"), m("expenditure/expenditure.project", "-", "")),
    ("X18", "all", ("project_funds", "p01/2", "executed", "32.10"), m("general_budget/general_budget.expenditure", "-", "")),
    ("X07", "all", m("performance/performance.project_count", "actual", "2"), m("performance/performance.project_count", "-", "")),
    ("X08", "all", m("performance/performance.projects", "annual_budget", "51.00"), m("performance/performance.projects", "annual_budget", "")),
    ("X09", "all", m("performance/performance.projects", "actual", "46.00"), m("performance/performance.projects", "actual", "")),
    ("X16", "performance/performance.projects", m("performance/performance.projects", "actual", "50.01"), m("performance/performance.projects", "annual_budget", "")),
    ("X10", "all", m("expenditure/expenditure.project", "actual", "44.00"), m("expenditure/expenditure.project", "-", "")),
]  # fmt: skip

test_pass_fail_and_not_applicable = judges(CASES)

test_unreadable = minds_lost_cells(
    ("X09", "all", "project_funds", "p01/1", "executed"),
)


def test_a_project_of_carried_over_money_needs_a_carryover(base: Facts) -> None:
    named = edited(base, ("projects", "p01", "name", "设备费（上年结转资金）"))
    assert state(base, "X12") == "not_applicable"
    assert state(named, "X12") == "pass"
    assert state(edited(named, m("overview/carryover.opening", "actual", "0.00")), "X12") == "fail"


def test_confidential_projects_are_projects(base: Facts) -> None:
    like = "performance/performance.project_count"
    facts = added(
        base, "measures", like, section="other", measure="confidential.project_count", actual="1"
    )
    assert state(facts, "X10") == "not_applicable", "their amount is not told"
    assert state(facts, "X08") == "pass"
    other = edited(facts, m("performance/performance.projects", "annual_budget", "51.00"))
    assert state(other, "X08") == "fail", "the prose counts the projects with forms only"
    assert state(edited(other, m(like, "actual", "2")), "X08") == "not_applicable"
    facts = added(
        facts,
        "measures",
        like,
        section="other",
        measure="confidential.projects",
        unit="万元",
        actual="0.00",
    )
    assert state(facts, "X10") == "pass"
    assert state(edited(facts, m("other/confidential.projects", "actual", "1.00")), "X10") == "fail"
