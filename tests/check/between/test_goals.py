"""Goals and targets that recur are told and never alleged."""

from __future__ import annotations

from juesuan.check.between import Copied, Years, judged, plain_goal
from juesuan.model import Facts
from tests.check.between.conftest import found, of_year, states
from tests.pages.made_facts import Given
from tests.pages.made_store import disclosure_of

GOAL = "完成 3 处示例场馆的维护，保证全年对公众开放，观众满意度有所提高。"


def form(goal: str, name: str = "示例场馆维护") -> Given:
    return {
        "project_id": "p01",
        "kind": "project",
        "position": "1",
        "name": name,
        "expected_goal": goal,
    }


def targets(*values: str) -> list[Given]:
    return [
        {"project_id": "p01", "position": str(at), "level3": f"指标{at}", "target": value}
        for at, value in enumerate(values, start=1)
    ]


def years(now: str, then: str, name: str = "示例场馆维护") -> Years:
    return Years(of_year(2024, projects=[form(now)]), of_year(2023, projects=[form(then, name)]))


def test_a_goal_of_last_year_is_information() -> None:
    assert states(years(GOAL, GOAL.replace("，", ",")), "B07") == {"p01": "information"}
    assert states(years(GOAL, GOAL.replace("3", "4")), "B07") == {"p01": "pass"}
    assert states(years("维护。", "维护。"), "B07") == {"p01": "not_applicable"}
    assert states(years(GOAL, GOAL, "另一个项目"), "B07") == {"p01": "not_applicable"}


def test_the_goal_is_quoted() -> None:
    row = found(years(GOAL, GOAL))["B07", "p01"]
    assert "“完成 3 处示例场馆的维护" in row["statement"] and "2023年度" in row["statement"]


def with_targets(now: list[Given], then: list[Given]) -> Years:
    return Years(
        of_year(2024, projects=[form("")], indicators=now),
        of_year(2023, projects=[form("")], indicators=then),
    )


def test_targets_of_last_year_are_information() -> None:
    now = targets("≥95%", "3个", "100%")
    assert states(with_targets(now, now), "B08") == {"p01": "information"}
    other = targets("≥95%", "4个", "100%")
    assert states(with_targets(now, other), "B08") == {"p01": "pass"}
    assert states(with_targets(now[:2], now[:2]), "B08") == {"p01": "not_applicable"}


def of(name: str) -> Facts:
    return disclosure_of(f"{name}-2024", {"department": name}, projects=[form(GOAL)])


def test_a_goal_of_another_department_is_information() -> None:
    own, other = of("甲局"), of("乙局")
    case = Copied(
        own.rows("projects")[0], own.disclosure, other.rows("projects")[0], other.disclosure, 3
    )
    (row,) = judged(case)
    assert (row["rule"], row["state"], row["subject"]) == ("B09", "information", "p01")
    assert row["other_id"] == "乙局-2024"
    assert "乙局2024年度公开的项目“示例场馆维护”" in row["statement"]
    assert "共 3 个部门" in row["statement"]


def test_a_short_goal_is_no_goal() -> None:
    assert plain_goal("保证单位正常运转，按时发放工资。") == ""
