"""Forms extracted as lines of fragments, without tabs."""

import re

import pytest

from tests.conftest import facts_of
from tests.made import FRAGMENTS, disclosure


@pytest.fixture(scope="module")
def facts():
    return facts_of(disclosure(overall="", project=FRAGMENTS))


def cells(facts, resource: str, project_id: str, *columns: str) -> list[tuple[str, ...]]:
    return [
        tuple(row[c] for c in columns)
        for row in facts.rows(resource)
        if row["project_id"] == project_id
    ]


def test_heads(facts) -> None:
    names = ("kind", "name", "supervisor", "implementer", "total_score", "scoring_scheme")
    assert cells(facts, "projects", "overall", *names) == [
        ("overall", "某某市示例局", "", "", "", "A")
    ]
    assert cells(facts, "projects", "p01", *names) == [
        ("project", "示例项目（第一批）", "某某市示例局", "某某市示例中心", "91.00", "A")
    ]


def test_goals(facts) -> None:
    assert cells(facts, "projects", "overall", "expected_goal", "actual_goal") == [
        (
            "目标1：办好示例事情，保障单位正常运转。目标2：按时发放工资。",
            "已经办好全部示例事情，单位运转正常，工资按时发放。",
        )
    ]
    assert cells(facts, "projects", "p01", "expected_goal", "actual_goal") == [
        (
            "做好示例项目的各项组织工作，保障项目资金及时到位，按期完成。",
            "已经做好各项工作，全年完成12次。",
        )
    ]


def test_funds(facts) -> None:
    columns = ("source", "annual_budget", "executed", "weight", "execution_rate_pct", "score")
    assert cells(facts, "project_funds", "overall", *columns) == [
        ("中央安排", "0.00", "0.00", "10", "95.45", "9.55"),
        ("地（州、市）安排", "110.00", "105.00", "", "", ""),
        ("total", "110.00", "105.00", "", "", ""),
    ]
    assert cells(facts, "project_funds", "p01", *columns)[1] == (
        "其中：当年财政拨款",
        "50.00",
        "45.00",
        "",
        "",
        "",
    )


def test_indicators_of_the_overall_form(facts) -> None:
    columns = ("level1", "level2", "level3", "target", "basis", "weight", "actual", "score")
    assert cells(facts, "indicators", "overall", *columns) == [
        (
            "运行成本",
            "会议设备经费",
            "会议设备保障经费（万元）",
            "≤45万元",
            "办公会议纪要",
            "40",
            "=44.97万元",
            "40",
        ),
        ("履职效能", "开会次数", "开会次数", "≥4次", "计划", "50", "=5次", "50"),
    ]


def test_indicators_of_the_project(facts) -> None:
    columns = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")
    assert cells(facts, "indicators", "p01", *columns) == [
        ("产出指标", "数量指标", "示例工作完成数量（个）", "≥10个", "=12个", "20", "20.00", ""),
        (
            "产出指标",
            "数量指标",
            "走访慰问次数",
            "=20次",
            "=10次",
            "10",
            "5.00",
            "2024年7月由于人员调整，已停止",
        ),
        ("产出指标", "数量指标", "发放宣传册", "≥58册", "=58.6册", "10", "10.00", "无"),
        ("产出指标", "质量指标", "合格率（%）", "=100%", "=95%", "20", "19.00", ""),
        ("产出指标", "时效指标", "完成时限", "=2024年5月31日前", "2024年6月12日", "10", "8.00", ""),
        (
            "效益指标",
            "社会效益指标",
            "持续改善示例环境",
            "持续改善",
            "完全达到预期",
            "20",
            "20.00",
            "",
        ),
    ]


def test_nothing_is_unread(facts) -> None:
    assert [f.text for f in facts.figures if f.status == "unread"] == []


def test_lines_below_the_headings_without_any_points_are_told() -> None:
    text = re.sub(r"(?m)(?<=[个次册%日境期]) [\d.]+ [\d.]+( 无)?$|^\d+ [\d.]+$", "", FRAGMENTS)
    assert text.count("\n") == FRAGMENTS.count("\n")
    told = facts_of(disclosure(overall="", project=text)).remarks
    assert any("form text before its first indicator left out" in one for one in told)


@pytest.mark.parametrize("inside", ["\n- 7 -\n", "\n31\n33\n"])
def test_an_amount_with_the_number_of_a_page_inside_is_illegible(inside: str) -> None:
    """What stands behind the page is a number by itself, and not the amount."""
    torn = FRAGMENTS.replace("100.00 110.00 105.00 - - -", f"10{inside}0.00 110.00 105.00 - - -", 1)
    facts = facts_of(disclosure(overall="", project=torn))
    columns = ("initial_budget", "annual_budget", "executed", "unreadable")
    rows = cells(facts, "project_funds", "overall", *columns)
    assert rows[1] == ("", "110.00", "105.00", "initial_budget")
    assert rows[0][3] == rows[2][3] == ""
