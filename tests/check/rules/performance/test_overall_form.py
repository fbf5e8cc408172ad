"""The form of the department's overall expenditure against the prose and the forms of projects."""

from __future__ import annotations

from tests.check.conftest import Case, judges, m, minds_lost_cells

CASES: list[Case] = [
    ("X06", "all", ("project_funds", "overall/3", "executed", "14.00"), ("project_funds", "overall/3", "-", "")),
    ("X19", "executed", ("project_funds", "p01/3", "executed", "13.10"), ("project_funds", "p01/3", "-", "")),
    ("X02", "all", m("performance/performance.overall", "annual_budget", "109.00"), m("performance/performance.overall", "-", "")),
    ("X03", "all", ("project_funds", "overall/1", "annual_budget", "120.00"), ("project_funds", "overall/1", "annual_budget", "")),
    ("X04", "all", ("project_funds", "overall/1", "executed", "106.00"), ("project_funds", "overall/1", "executed", "")),
    ("X05", "all", ("project_funds", "overall/1", "initial_budget", "99.00"), ("project_funds", "overall/1", "initial_budget", "")),
]  # fmt: skip

test_pass_fail_and_not_applicable = judges(CASES)

test_unreadable = minds_lost_cells(
    ("X03", "all", "project_funds", "overall/1", "annual_budget"),
)
