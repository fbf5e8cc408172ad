"""What is wrong with the words themselves: placeholders, units, names, punctuation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juesuan.model import Facts
from tests.check.conftest import Case, found, judges, m, state

CASES: list[Case] = [
    ("N49", "government_fund", ("functions", "general_public_budget/item/2", "fund", "government_fund"), ("texts", "government_fund/empty/1", "-", "")),
    ("N56", "overall", ("projects", "overall", "name", "别的局"), ("projects", "overall", "name", "")),
    ("N58", "revenue/revenue.other", m("revenue/revenue.other", "share_pct", "110.00"), m("revenue/revenue.other", "-", "")),
]  # fmt: skip

test_pass_fail_and_not_applicable = judges(CASES)


@pytest.mark.parametrize(
    ("line", "lacks"),
    [
        ("支出增加110.00万元，增长 13.75。", "增长13.75（应为百分号）"),
        ("支出9.10万元，占本年支出合计的92.86，", "占本年支出合计的92.86（应为百分号）"),
        ("支出减少0.39万，下降5.00%。", "0.39万（应有金额单位）"),
    ],
)
def test_units_that_are_missing_anywhere(base: Facts, line: str, lacks: str) -> None:
    assert state(base, "N54-u") == "pass"
    row = found(replace(base, printed=f"一、支出情况\n{line}\n"), "N54-u")
    assert (row["state"], lacks in row["statement"]) == ("fail", True)


def test_a_unit_in_the_next_line_is_not_missing(base: Facts) -> None:
    text = "支出增加0.39万\n元，增长13.75\n%。占地12.50，其他收入65.83万\n\n元。\n"
    assert state(replace(base, printed=text), "N54-u") == "pass"
