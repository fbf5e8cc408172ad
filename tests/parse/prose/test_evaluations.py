"""What the prose says of the evaluation of a project becomes what its form would give."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.conftest import facts_of
from tests.made import FRAGMENTS, disclosure

TITLE = "十一、预算绩效的情况说明\n"


def read(text: str) -> Facts:
    """A disclosure whose section about performance is such a text."""
    head, _, rest = disclosure(overall="", project="").partition(TITLE)
    return facts_of(f"{head}{TITLE}{text}\n{rest.partition(chr(10))[2]}")


def told(facts: Facts) -> list[tuple[str, ...]]:
    """Each project by name and score, with its budgets, execution and rate."""
    funds = {row["project_id"]: row for row in facts.rows("project_funds")}
    names = ("initial_budget", "annual_budget", "executed", "execution_rate_pct")
    return [
        (row["name"], row["total_score"], *((funds.get(row["project_id"]) or {}).get(one, "") for one in names))
        for row in facts.rows("projects")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "校园绿化项目绩效自评综述：项目全年预算数为72.00万元，执行数为70.20万元，完成预算的97.5%，自评得分93.5分。"
            "通过项目实施，栽种树木120棵。",
            ("校园绿化项目", "93.5", "", "72.00", "70.20", "97.5"),
        ),
        (
            "1.“食堂设备更新”项目自评得分96分，全年预算31万元，执行数30.50万元，预算执行率98.39%。",
            ("食堂设备更新", "96", "", "31.00", "30.50", "98.39"),
        ),
        (
            "（1）河道清淤项目，年初预算80.00万元，全年预算65.00万元，执行650000.00元，执行率100%；",
            ("河道清淤项目", "", "80.00", "65.00", "65.000000", "100"),
        ),
        ("禁毒宣传项目绩效自评得分88.25分，评价等级为良。", ("禁毒宣传项目", "88.25", "", "", "", "")),
        (
            "公路养护项目绩效自评情况：根据年初设定的绩效目标，项目自评得分为91分。全年预算数为1.2亿元，"
            "执行数为1.1亿元，完成预算的91.67%。修补路面5.4万元。",
            ("公路养护项目", "91", "", "12000.00", "11000.00", "91.67"),
        ),
    ],
)  # fmt: skip
def test_a_summary_gives_what_a_form_gives(text: str, expected: tuple[str, ...]) -> None:
    facts = read(text)
    assert told(facts) == [expected]
    bound = {one.text: one.field for one in facts.figures if one.resource.startswith("project")}
    assert len(bound) == sum(map(bool, expected[1:]))


def test_what_was_taken_for_all_projects_is_the_projects_own() -> None:
    text = "“办案经费”项目绩效自评情况。全年预算数60.00万元，执行数57.00万元，完成预算的95.00%，自评得分91分。"
    facts = read(text)
    assert told(facts) == [("办案经费", "91", "", "60.00", "57.00", "95.00")]
    every = [row for row in facts.rows("measures") if row["measure"] == "performance.projects"]
    assert every == []
    both = read(f"对5个项目开展绩效自评，涉及资金300.00万元。{text}")
    (own,) = [row for row in both.rows("measures") if row["measure"] == "performance.projects"]
    assert (own["actual"], own["annual_budget"]) == ("300.00", "")
    assert told(both) == told(facts)


def test_a_name_may_be_parted_by_the_end_of_a_line() -> None:
    facts = read(
        "根据要求开展绩效自评。冰雪场馆运行项\n目自评94.8分，全年预算12,600万元，执行11,970万元，执行率95.0\n%。"
    )
    assert told(facts) == [("冰雪场馆运行项目", "94.8", "", "12600.00", "11970.00", "95.0")]


def test_several_projects_each_in_a_paragraph() -> None:
    facts = read(
        "（二）项目绩效自评结果\n节水改造项目绩效自评综述：全年预算数40.00万元，执行数40.00万元。\n"
        "灌渠维修项目绩效自评综述：全年预算数20.00万元，执行数18.00万元，完成预算的90%。"
    )
    assert [one[0] for one in told(facts)] == ["节水改造项目", "灌渠维修项目"]
    assert [one[4] for one in told(facts)] == ["40.00", "18.00"]


@pytest.mark.parametrize(
    "text",
    [
        "组织对6个项目开展绩效自评，涉及资金500.00万元，平均得分94.7分。",
        "部门整体支出绩效自评得分95.60分。",
        "项目全年预算数为72.00万元，执行数为70.20万元。",
        "绿化项目：栽种树木120棵，投入7.20万元。",
        "绿化项目绩效自评综述：全年预算数72.00万元。",
    ],
)
def test_what_names_no_project_or_tells_too_little_is_none(text: str) -> None:
    assert told(read(text)) == []


def test_forms_say_more() -> None:
    text = disclosure(overall="", project=FRAGMENTS)
    own = facts_of(text.replace(TITLE, f"{TITLE}绿化项目自评得分96分。"))
    assert len(told(own)) == len(told(facts_of(text))) > 0
