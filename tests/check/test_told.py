"""Rules on what passages and reasons say in figures of their own."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import added, edited, state, telling


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
    ("reason", "expected"),
    [
        ("实际完成12个", "pass"),
        ("故实际值为11个", "fail"),
        ("一季度实际完成11个", "information"),
        ("绩效指标设置大于10个", "pass"),
        ("绩效指标设置大于8个，按实际填列", "fail"),
        ("实际值与目标值偏差2个", "no subject"),
        ("实际完成11次", "no subject"),
        ("共完成11个", "no subject"),
    ],
)
def test_a_reason_that_restates(base: Facts, reason: str, expected: str) -> None:
    assert (
        state(telling(base, "indicators", "p01/1", "reason", reason), "P21", "p01/1/1") == expected
    )


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


@pytest.mark.parametrize(
    ("target", "unit", "reason", "expected"),
    [
        ("10", "个", "故偏差率20%", "pass"),
        ("10", "个", "故出现100%偏差率", "information"),
        ("9", "个", "故偏差率为33.33%", "pass"),
        ("7", "%", "故产生5%的偏差率", "pass"),  # a difference of points
        ("10", "个", "完成率100%", "no subject"),
        ("0", "个", "故偏差率20%", "no subject"),
    ],
)
def test_a_deviation_that_is_told(
    base: Facts, target: str, unit: str, reason: str, expected: str
) -> None:
    cells = {"target_value": target, "target_unit": unit, "actual_unit": unit}
    facts = edited(base, *(("indicators", "p01/1", name, value) for name, value in cells.items()))
    assert (
        state(telling(facts, "indicators", "p01/1", "reason", reason), "P23", "p01/1/1") == expected
    )


@pytest.mark.parametrize(
    ("actual", "reason", "expected"),
    [
        ("9", "场地有限，示例数量增加", "information"),
        ("12", "场地有限，示例数量减少", "information"),
        ("9", "场地有限，示例数量减少", "pass"),
        ("9", "报名人员增加", "pass"),  # something else grew
        ("9", "示例数量先增加后减少", "pass"),
        ("10", "示例数量增加", "no subject"),
        ("9", "", "no subject"),
    ],
)
def test_direction_of_a_deviation(base: Facts, actual: str, reason: str, expected: str) -> None:
    facts = edited(
        base,
        ("indicators", "p01/1", "actual_value", actual),
        ("indicators", "p01/1", "reason", reason),
    )
    assert state(facts, "P24", "p01/1") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("如资金为示例专项经费50万元，主要用于", "pass"),
        ("示例专项经费预算金额45.0万元", "pass"),
        ("如资金为示例专项经费600万元，主要用于", "information"),
        ("2021年投入的示例专项经费600万元", "information"),
        ("示例专项经费20万元用于培训", "information"),
        ("其他示例专项经费600万元", "no subject"),  # part of a longer name
        ("示例专项经费600人次", "no subject"),
    ],
)
def test_a_project_in_the_prose(base: Facts, text: str, expected: str) -> None:
    named = edited(base, ("projects", "p01", "name", "示例专项经费"))
    subject = "texts/performance/problem/1/text/{}"
    facts = telling(named, "texts", "performance/problem/1", "text", text)
    states = {state(facts, "X17", subject.format(number)) for number in (1, 2)} - {"no subject"}
    assert states == ({expected} if expected != "no subject" else set())


def test_an_amount_in_the_prose_that_is_another_projects(base: Facts) -> None:
    facts = edited(base, ("projects", "p01", "name", "示例专项经费"))
    facts = added(facts, "projects", "p01", project_id="p02", name="另一个项目", position="3")
    facts = added(
        facts,
        "project_funds",
        "p01/1",
        project_id="p02",
        initial_budget="600.00",
        annual_budget="600.00",
    )
    facts = telling(
        facts, "texts", "performance/problem/1", "text", "如资金为示例专项经费600万元，主要用于"
    )
    assert state(facts, "X17", "texts/performance/problem/1/text/1") == "fail"


def test_a_project_without_amounts(base: Facts) -> None:
    named = edited(base, ("projects", "p01", "name", "示例专项经费"))
    facts = telling(named, "texts", "performance/problem/1", "text", "示例专项经费600万元")
    bare = edited(
        facts,
        *(
            ("project_funds", "p01/1", name, "")
            for name in ("initial_budget", "annual_budget", "executed")
        ),
    )
    assert state(bare, "X17", "texts/performance/problem/1/text/1") == "not_applicable"
    partly = edited(facts, ("project_funds", "p01/1", "executed", ""))
    assert state(partly, "X17", "texts/performance/problem/1/text/1") == "information"
    twins = added(facts, "projects", "p01", project_id="p02", position="3")
    assert state(twins, "X17", "texts/performance/problem/1/text/1") == "information", (
        "the other form's amounts are not told"
    )


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("剩余3个，已提交用款计划。", "pass"),
        ("剩余2个，已提交用款计划。", "fail"),
        ("结余资金为2个", "fail"),
        ("已完成，剩余2个", "no subject"),  # not what the reason begins with
        ("剩余2次", "no subject"),
    ],
)
def test_what_remains(base: Facts, reason: str, expected: str) -> None:
    facts = edited(base, ("indicators", "p01/1", "actual_value", "7"))
    assert (
        state(telling(facts, "indicators", "p01/1", "reason", reason), "P26", "p01/1") == expected
    )


def test_a_quarter_is_the_whole_of_a_project_of_that_quarter(base: Facts) -> None:
    facts = telling(base, "indicators", "p01/1", "reason", "一季度实际完成11个")
    assert state(facts, "P21", "p01/1/1") == "information"
    for name, expected in (
        ("2023年1-3月补助", "fail"),
        ("2023年4-6月补助", "information"),
        ("2023年补助", "information"),
    ):
        assert (
            state(edited(facts, ("projects", "p01", "name", name)), "P21", "p01/1/1") == expected
        ), name
