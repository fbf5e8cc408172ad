"""What is wrong with the words themselves: placeholders, units, names, punctuation."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import Case, Edit, edited, found, m, passes_and_fails, state

AGENCY = "operating/operating.agency"


CASES: list[Case] = [
    ("N49", "government_fund", ("functions", "general_public_budget/item/2", "fund", "government_fund"), ("texts", "government_fund/empty/1", "-", "")),
    ("N56", "overall", ("projects", "overall", "name", "别的局"), ("projects", "overall", "name", "")),
    ("N58", "revenue/revenue.other", m("revenue/revenue.other", "share_pct", "110.00"), m("revenue/revenue.other", "-", "")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "subject", "fail", "absent"), CASES, ids=[case[0] for case in CASES]
)
def test_pass_fail_and_not_applicable(
    base: Facts, rule: str, subject: str, fail: Edit, absent: Edit
) -> None:
    passes_and_fails(base, rule, subject, fail, absent)


def test_placeholders(base: Facts) -> None:
    assert state(base, "N54") == "pass"
    left = edited(base, ("projects", "p01", "actual_goal", "完成了对XX篇文档的审读"))
    assert state(left, "N54", "projects/p01/actual_goal") == "fail"
    assert (
        state(
            edited(base, ("projects", "p01", "actual_goal", "XXL号服装")),
            "N54",
            "projects/p01/actual_goal",
        )
        == "no subject"
    )


@pytest.mark.parametrize("text", ["压减。。", "压减5万元万元", "项目，、减少"])
def test_doubled_punctuation(base: Facts, text: str) -> None:
    assert state(base, "N60") == "pass"
    row = found(edited(base, m(AGENCY, "reason", text)), "N60")
    assert (row["state"], text[:3] in row["statement"]) == ("information", True)
