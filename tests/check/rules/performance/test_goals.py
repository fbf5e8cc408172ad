"""Goals against the indicators and the funds of their form, and indicators that are told twice."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import edited, state, telling


def goal(facts: Facts, field: str, text: str, **cells: str) -> Facts:
    named = edited(
        facts,
        *(
            ("indicators", "p01/1", name, value)
            for name, value in {"level3": "印制示例手册", **cells}.items()
        ),
    )
    return telling(named, "projects", "p01", field, text)


def of_goal(facts: Facts, rule: str, field: str, number: int = 1) -> str:
    return state(facts, rule, f"p01/{field}/{number}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("印制示例手册10个。", "pass"),
        ("印制示例手册12个。", "pass"),  # more than the target asks
        ("印制示例手册8个。", "fail"),
        ("印制示例手册不少于8个。", "information"),
        ("印制示例手册8个以上。", "information"),
        ("在全市各区县的学校和单位组织宣传并印制示例手册8个。", "information"),
        ("印制示例手册8册。", "no subject"),  # another unit
        ("印制手册8个。", "no subject"),  # another name
        ("2023年印制示例手册3批共8个。", "no subject"),  # two numbers
    ],
)
def test_goal_and_target(base: Facts, text: str, expected: str) -> None:
    facts = goal(base, "expected_goal", text)
    states = {of_goal(facts, "P18", "expected_goal", number) for number in (1, 2, 3)} - {
        "no subject"
    }
    assert states == ({expected} if expected != "no subject" else set())


def test_a_goal_names_one_indicator(base: Facts) -> None:
    twice = edited(
        goal(base, "expected_goal", "印制示例手册8个。"),
        ("indicators", "p01/2", "level3", "印制示例手册"),
        ("indicators", "p01/2", "target_unit", "个"),
    )
    assert of_goal(twice, "P18", "expected_goal") == "no subject"
    assert (
        of_goal(
            goal(base, "expected_goal", "印制示例手册8个。", target_value=""),
            "P18",
            "expected_goal",
        )
        == "no subject"
    )


def test_goal_and_actual_value(base: Facts) -> None:
    assert (
        of_goal(goal(base, "actual_goal", "印制示例手册12个。"), "P18-a", "actual_goal") == "pass"
    )
    assert (
        of_goal(goal(base, "actual_goal", "印制示例手册9个。"), "P18-a", "actual_goal")
        == "information"
    )
    assert (
        of_goal(goal(base, "actual_goal", "印制示例手册9个以上。"), "P18-a", "actual_goal")
        == "not_applicable"
    )


def test_funds_in_a_goal(base: Facts) -> None:
    text = "全年预算数为50.00万元，全年执行数为{}万元，执行率为90.00%。"
    good = telling(base, "projects", "p01", "actual_goal", text.format("45.00"))
    assert [of_goal(good, "P19", "actual_goal", number) for number in (1, 2, 3)] == ["pass"] * 3
    assert (
        of_goal(
            telling(base, "projects", "p01", "actual_goal", text.format("45.002")),
            "P19",
            "actual_goal",
            2,
        )
        == "rounding"
    )
    wrong = telling(base, "projects", "p01", "actual_goal", text.format("46.00"))
    assert of_goal(wrong, "P19", "actual_goal", 2) == "fail"
    absent = edited(good, ("project_funds", "p01/1", "executed", ""))
    assert of_goal(absent, "P19", "actual_goal", 2) == "not_applicable"
    lost = edited(absent, ("project_funds", "p01/1", "unreadable", "executed"))
    assert of_goal(lost, "P19", "actual_goal", 2) == "unreadable"
    other = telling(base, "projects", "p01", "actual_goal", "支出维修费46.00万元。")
    assert of_goal(other, "P19", "actual_goal") == "no subject"


def test_an_indicator_told_twice(base: Facts) -> None:
    again = {
        "level3": "开会次数（次）",
        "target_operator": "≥",
        "target_value": "4",
        "target_unit": "次",
        "actual_value": "5",
        "actual_unit": "次",
    }
    facts = edited(base, *(("indicators", "p01/1", name, value) for name, value in again.items()))
    assert state(base, "P17", "p01/1") == "no subject"
    assert state(facts, "P17", "p01/1") == "pass"
    assert (
        state(edited(facts, ("indicators", "p01/1", "actual_value", "6")), "P17", "p01/1")
        == "information"
    )
    assert (
        state(edited(facts, ("indicators", "p01/1", "target_operator", "=")), "P17", "p01/1")
        == "information"
    )
    bare = edited(
        facts,
        ("indicators", "p01/1", "target_value", ""),
        ("indicators", "p01/1", "actual_value", ""),
    )
    assert state(bare, "P17", "p01/1") == "not_applicable"
