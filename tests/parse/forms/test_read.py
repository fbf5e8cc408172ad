"""Forms become projects, funds and indicators: which form is which, and what is told of a cut one."""

from __future__ import annotations

import pytest

from juesuan.parse.claims import Draft
from juesuan.parse.forms.read import read_forms
from juesuan.parse.view import Reader
from tests.conftest import document_of

HEAD = """项目支出绩效自评表
(2024年度)
项目名称\t{name}
主管部门\t甲局\t\t\t实施单位\t甲中心
项目资金(万元)\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t年度资金总额\t50.00\t50.00\t45.00\t{weight}\t90.00%\t{score}
年度总体目标\t预期目标\t\t\t\t实际完成情况
\t办好事情\t\t\t\t办成事情
\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
年度绩效指标完成情况\t产出指标\t数量指标\t次数\t≥10次\t=12次\t{first}\t50.00\t
\t\t质量指标\t合格率\t=100%\t=100%\t40\t40.00\t
"""
TOTAL = "总分\t\t\t\t\t\t100\t99.00分\n"
OVERALL = "部门(单位)整体支出绩效自评表"


def form(
    name: str = "甲项目",
    weight: str = "10",
    score: str = "9.00",
    first: str = "50",
    total: str = TOTAL,
) -> str:
    """A form whose cells are parted by tabs."""
    return HEAD.format(name=name, weight=weight, score=score, first=first) + total


def overall() -> str:
    """The form of the department's whole expenditure."""
    return form("甲局").replace("项目支出绩效自评表", OVERALL)


def read(text: str, start: int = 0) -> Draft:
    """What is read of the forms of a text, which begin at an offset of it."""
    draft, document = Draft(), document_of(text)
    draft.add("disclosure", department="甲局")
    read_forms(document, Reader(document), (start, len(text)), draft)
    return draft


def test_a_form_becomes_a_project_its_funds_and_its_indicators() -> None:
    draft = read(form())
    (project,) = draft.rows("projects")
    assert {name: text for name, text in project.items() if text} == {
        "project_id": "p01", "kind": "project", "position": "1", "name": "甲项目",
        "supervisor": "甲局", "implementer": "甲中心", "scoring_scheme": "A",
        "expected_goal": "办好事情", "actual_goal": "办成事情", "total_score": "99.00",
    }  # fmt: skip
    (fund,) = draft.rows("project_funds")
    assert (fund["source"], fund["annual_budget"], fund["executed"]) == ("total", "50.00", "45.00")
    assert [
        (row["project_id"], row["level2"], row["level3"], row["weight"], row["score"])
        for row in draft.rows("indicators")
    ] == [
        ("p01", "数量指标", "次数", "50", "50.00"),
        ("p01", "质量指标", "合格率", "40", "40.00"),
    ]
    assert draft.remarks == []


def test_projects_are_numbered_and_the_overall_form_is_none_of_them() -> None:
    draft = read(form("甲项目") + overall() + form("乙项目"))
    assert [
        (row["project_id"], row["kind"], row["position"], row["name"])
        for row in draft.rows("projects")
    ] == [
        ("p01", "project", "1", "甲项目"),
        ("overall", "overall", "2", "甲局"),
        ("p02", "project", "3", "乙项目"),
    ]
    assert {row["project_id"] for row in draft.rows("indicators")} == {"p01", "overall", "p02"}


@pytest.mark.parametrize(
    ("weight", "score", "scheme"),
    [
        ("10", "9.00", "A"),
        ("10", "7.50", "B"),
        ("10", "1.00", ""),
        ("10", "-", ""),
        ("-", "9.00", ""),
    ],
)
def test_the_scheme_is_the_one_that_gives_the_printed_score(
    weight: str, score: str, scheme: str
) -> None:
    (project,) = read(form(weight=weight, score=score)).rows("projects")
    assert project["scoring_scheme"] == scheme


def test_nothing_is_read_without_a_region_nor_before_it() -> None:
    document, draft = document_of(form()), Draft()
    read_forms(document, Reader(document), None, draft)
    assert draft.tables == {}
    text = form("甲项目") + form("乙项目")
    assert [row["name"] for row in read(text, len(form("甲项目"))).rows("projects")] == ["乙项目"]


def test_a_form_that_ends_without_total_and_weights_of_a_hundred_lost_a_part() -> None:
    draft = read("前言。\n\n" + form(first="30", total=""), start=len("前言。\n\n"))
    (project,) = draft.rows("projects")
    assert (project["total_score"], project["unreadable"]) == ("", "total_score")
    (told,) = draft.remarks
    assert told.startswith(
        "line 3: form p01 ends without 总分 and its weights come to 80; expected 100"
    )


@pytest.mark.parametrize("text", [form(total=""), form(first="30")])
def test_weights_of_a_hundred_or_a_printed_total_are_a_whole_form(text: str) -> None:
    draft = read(text)
    assert draft.remarks == [] and draft.rows("projects")[0]["unreadable"] == ""


def test_nothing_is_concluded_from_weights_of_which_one_is_damaged() -> None:
    draft = read(form(first="3O", total=""))
    assert draft.rows("indicators")[0]["unreadable"].split() == ["weight"]
    assert draft.remarks == [] and draft.rows("projects")[0]["unreadable"] == ""


def test_a_total_that_is_damaged_is_told_once() -> None:
    draft = read(form(first="30", total=TOTAL.replace("99.00分", "99.OO")))
    assert draft.rows("projects")[0]["unreadable"] == "total_score" and draft.remarks == []
