"""Sections by what a title is about, whatever else it says."""

import pytest

from juesuan import terms
from juesuan.parse.prose.sections.topics import bare, is_point, nearly, section_of, topics
from juesuan.parse.view import Reader
from tests.conftest import document_of


@pytest.mark.parametrize(
    ("title", "section"),
    [
        ("2023年度收支决算总体情况", "overview"),
        ("收支分析说明", "overview"),
        ("某某学院2022年收入情况", "revenue"),
        ("关于支出决算的说明", "expenditure"),
        ("财政拨款收支情况", "appropriation"),
        ("本校财政拨款基本支出情况", "basic"),
        ('"三公"经费说明', "three_public"),
        ("会议费、培训费支出说明", "general_spending"),
        ("机关运行经费", "operating"),
        ("政府采购执行情况统计", "procurement"),
        ("国有资产占用使用说明", "assets"),
        ("绩效管理情况(见附表)", "performance"),
        ("人员情况,包括当年变动情况及原因", "organisation"),
        ("学校职能", "duties"),
        ("其他说明", "other_matters"),
    ],
)
def test_a_title_tells_its_section(title: str, section: str) -> None:
    assert section_of(title) == section


@pytest.mark.parametrize(
    "title",
    [
        "总体情况",
        "2023年度情况说明",
        "",
        "国有资本经营预算支出(类)",
        "人员经费",
        "绩效工资发放情况",
        "其他收入",
        "固定资产情况",
        "负责机关运行经费管理",
    ],
)
def test_a_title_that_tells_none(title: str) -> None:
    assert section_of(title) == ""


def test_titles_that_begin_a_line() -> None:
    text = "一、收入说明\n本年收入5.00万元。\n(二)支出情况。支出4.00万元,见三、收入情况\n1.政府采购:3.00万元\n"
    document = document_of(text)
    view = Reader(document).view()
    number = terms.words("outline").pattern("numbered")
    found = list(topics(view, view.begins(document.clean), number))
    assert [(view.text[start:end], section) for start, end, section in found] == [
        ("一、收入说明", "revenue"),
        ("(二)支出情况", "expenditure"),
        ("1.政府采购", "procurement"),
    ]


def test_a_number_is_no_part_of_a_title() -> None:
    assert (bare("(五)会议费"), bare("3.政府采购"), bare("收入")) == ("会议费", "政府采购", "收入")
    assert is_point("2.国有资产") and not is_point("二、国有资产") and not is_point("2.5万元")


@pytest.mark.parametrize(
    ("title", "section"),
    [
        ("支出决箅情况", "expenditure"),
        ("会议费支出决算况说明", "general_spending"),
        ("政府采购支岀情况说明", "procurement"),
        ("队伍建设情况说明", ""),
        ("支岀", ""),
    ],
)
def test_a_usual_title_with_one_character_wrong(title: str, section: str) -> None:
    assert nearly(title) == section


def test_a_title_with_which_what_stands_below_was_merged() -> None:
    text = (
        "（二）关于收入决算的说明当年收入37,273.76万元中：一般公共预算拨款22,861.40万元，"
        "占61.3%；政府性基金拨款13,420.00万元。\n"
    )
    view = Reader(document_of(text)).view()
    (found,) = topics(view, frozenset({0}), terms.words("outline").pattern("numbered"))
    assert (view.text[found[0] : found[1]], found[2]) == ("(二)关于收入决算的说明", "revenue")
