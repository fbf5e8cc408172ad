"""Calculations that a text writes out: products, and amounts with their parts."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import state, telling


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("需972份×418元/年=40.63万元；", ["pass"]),
        ("需972份×418元/年=41.63万元；", ["fail"]),
        ("用餐30人*60*5天=9000元，4000*10＝40000元", ["pass", "pass"]),
        ("用餐30人*60*5天=9100元", ["fail"]),
        ("规格30*60，共5块", []),
        ("共5天，费用=9000元", []),
    ],
)
def test_products_that_are_written_out(base: Facts, text: str, expected: list[str]) -> None:
    facts = telling(base, "projects", "p01", "expected_goal", text)
    states = [state(facts, "N76", f"projects/p01/expected_goal/{number}") for number in (1, 2)]
    assert [one for one in states if one != "no subject"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("经费50万元，其中：培训费30万元，印刷费20万元。", "pass"),
        (
            "经费51万元，其中：培训费30万元，印刷费20万元。",
            "fail",
        ),  # the parts are the form's whole budget
        ("经费30万元，其中：培训费20万元，印刷费15万元。", "fail"),  # more than the whole
        ("经费30万元，其中：培训费20万元，印刷费5万元。", "information"),
        ("经费30万元，其中：培训2期。另有20万元、30万元。", "not_applicable"),
        ("经费30万元，培训费20万元，印刷费15万元。", "no subject"),
    ],
)
def test_amounts_that_are_itemised(base: Facts, text: str, expected: str) -> None:
    assert (
        state(telling(base, "projects", "p01", "expected_goal", text), "P22", "p01/expected_goal/1")
        == expected
    )
