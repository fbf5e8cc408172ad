"""Totals of revenue and expenditure, their sources and kinds, and how they are carried forward."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import Case, Edit, m, passes_and_fails

CASES: list[Case] = [
    ("N01", "all", m("overview/revenue.total", "actual", "111.00"), m("overview/revenue.total", "-", "")),
    ("N02", "all", m("overview/expenditure.total", "actual", "111.00"), m("overview/expenditure.total", "-", "")),
    ("N03", "all", m("overview/revenue.total", "actual", "110.01"), m("overview/expenditure.total", "-", "")),
    ("N04", "all", m("overview/carryover.closing", "actual", "5.10"), m("overview/carryover.closing", "-", "")),
    ("N06", "all", m("revenue/revenue.current", "actual", "100.10"), m("revenue/revenue.current", "-", "")),
    ("N07", "all", m("revenue/revenue.current", "actual", "100.01"), m("revenue/revenue.current", "-", "")),
    ("N08", "revenue/revenue.other", m("revenue/revenue.other", "share_pct", "10.10"), m("revenue/revenue.current", "-", "")),
    ("N09", "all", m("revenue/revenue.other", "share_pct", "10.10"), m("revenue/revenue.other", "share_pct", "")),
    ("N10", "all", m("expenditure/expenditure.basic", "actual", "60.50"), m("expenditure/expenditure.current", "-", "")),
    ("N11", "all", m("overview/expenditure.current", "actual", "105.01"), m("overview/expenditure.current", "-", "")),
    ("N12", "expenditure/expenditure.basic", m("expenditure/expenditure.basic", "share_pct", "57.41"), m("expenditure/expenditure.current", "-", "")),
    ("N13", "all", m("expenditure/expenditure.basic", "share_pct", "57.41"), m("expenditure/expenditure.basic", "share_pct", "")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "subject", "fail", "absent"), CASES, ids=[case[0] for case in CASES]
)
def test_pass_fail_and_not_applicable(
    base: Facts, rule: str, subject: str, fail: Edit, absent: Edit
) -> None:
    passes_and_fails(base, rule, subject, fail, absent)
