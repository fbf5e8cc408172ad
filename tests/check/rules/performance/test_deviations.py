"""What the reason of an indicator says of its deviation: numbers, rates, rests, directions."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import edited, state, telling


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
