"""The form of the department's overall expenditure against the prose and the forms of projects."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import Case, Edit, is_unreadable, m, passes_and_fails

CASES: list[Case] = [
    ("X06", "all", ("project_funds", "overall/3", "executed", "14.00"), ("project_funds", "overall/3", "-", "")),
    ("X19", "executed", ("project_funds", "p01/3", "executed", "13.10"), ("project_funds", "p01/3", "-", "")),
    ("X02", "all", m("performance/performance.overall", "annual_budget", "109.00"), m("performance/performance.overall", "-", "")),
    ("X03", "all", ("project_funds", "overall/1", "annual_budget", "120.00"), ("project_funds", "overall/1", "annual_budget", "")),
    ("X04", "all", ("project_funds", "overall/1", "executed", "106.00"), ("project_funds", "overall/1", "executed", "")),
    ("X05", "all", ("project_funds", "overall/1", "initial_budget", "99.00"), ("project_funds", "overall/1", "initial_budget", "")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "subject", "fail", "absent"), CASES, ids=[case[0] for case in CASES]
)
def test_pass_fail_and_not_applicable(
    base: Facts, rule: str, subject: str, fail: Edit, absent: Edit
) -> None:
    passes_and_fails(base, rule, subject, fail, absent)


@pytest.mark.parametrize(
    ("rule", "subject", "resource", "key", "field"),
    [
        ("X03", "all", "project_funds", "overall/1", "annual_budget"),
    ],
)
def test_unreadable(
    base: Facts, rule: str, subject: str, resource: str, key: str, field: str
) -> None:
    is_unreadable(base, rule, subject, (resource, key, field))
