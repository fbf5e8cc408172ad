"""Headings that are known, others that part the text all the same, and sentences that are none."""

import pytest

from juesuan.parse.prose.sections.headings import UNKNOWN, headings
from juesuan.parse.view import Reader
from tests.conftest import document_of

BEFORE = "第二部分部门决算情况说明\n一、收入支出决算总体情况说明\n收入总计9.00万元。\n"


def sections(text: str) -> list[tuple[str, str]]:
    """Section and printed heading, in order."""
    document = document_of(text)
    view = Reader(document).view()
    found = headings(view, view.begins(document.clean))
    return [(one.section, view.text[one.start : one.end]) for one in found]


def ids(text: str) -> list[str]:
    return [section for section, _ in sections(BEFORE + text)][1:]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("二、关于2024年度收入决算情况说明", "revenue"),
        ("二、某某市示例局2024年度支出决算情况说明", "expenditure"),
        ("二、财政拨款收支决算总体情况", "appropriation"),
        ("二、一般公共预算支出决算情况说明", "general_budget"),
        ("二、一般公共预算基本支出决算情况说明", "basic"),
        ("二、财政拨款“三公”经费、会议费和培训费支出情况说明", "three_public"),
        ("二、关于机关运行经费支出说明", "operating"),
        ("二、政府采购支出决算情况说明", "procurement"),
        ("二、会议费支出决算情况说明", "general_spending"),
        ("第三部分 2024年度部门绩效评价情况", "performance"),
        ("六、专业名词解释", "glossary"),
    ],
)
def test_titles_as_provinces_vary_them(heading: str, section: str) -> None:
    assert ids(f"{heading}\n正文。\n") == [section]


def test_a_heading_whose_number_lost_a_bracket_is_one() -> None:
    known = "(一)支出决算情况说明\n正文。\n{}政府采购情况说明\n正文。\n"
    assert ids(known.format("(二)")) == ids(known.format("二)")) == ["expenditure", "procurement"]


def test_a_heading_that_is_not_known_parts_the_text() -> None:
    text = "二、队伍建设情况说明\n招聘5人。\n三、支出决算情况说明\n正文。\n"
    assert ids(text) == [UNKNOWN, "expenditure"]


def test_a_point_that_is_not_known_stays_in_its_section() -> None:
    text = "二、支出决算情况说明\n本年支出合计5.00万元。\n(一)日常运转情况\n正文。\n"
    assert ids(text) == ["expenditure", "expenditure"]


@pytest.mark.parametrize(
    "line",
    [
        "(一)收入决算总计9.00万元。包括:",
        "五、队伍建设",  # its number does not follow
        "二、人员增加;",
        "二、教育支出(类)",
        "详见二、收入决算情况说明",
        "二、《收入决算表》",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    assert ids(f"{line}\n正文。\n") == []


def test_an_enumeration_of_reasons_is_none() -> None:
    assert ids("主要原因是:\n一、项目增加\n二、人员增加\n") == []


def test_what_the_table_of_contents_lists_is_one() -> None:
    contents = "目录\n一、收入支出决算总体情况说明\n九、队伍建设情况......7\n"
    found = sections(contents + BEFORE + "九、队伍建设情况\n正文。\n")
    assert found[-1] == (UNKNOWN, "九、队伍建设情况")


def test_terms_of_a_glossary_are_none() -> None:
    text = "第三部分 名词解释\n一、财政拨款收入\n指当年拨付的资金。\n二、结余\n指余额。\n"
    assert ids(text) == ["glossary"]


def test_a_title_without_its_number_fills_its_line() -> None:
    assert ids("机关运行经费支出说明\n正文。\n") == ["operating"]
    assert ids("见机关运行经费支出说明\n正文。\n") == []


def test_all_appropriations_stand_in_for_the_general_budget() -> None:
    text = "二、财政拨款支出决算情况说明\n正文。\n"
    assert ids(text) == ["general_budget"]
    assert ids(text + "三、一般公共预算财政拨款支出决算情况说明\n正文。\n") == [
        "appropriation_expenditure",
        "general_budget",
    ]


def test_a_heading_that_its_topic_tells() -> None:
    text = "二、收入说明\n正文。\n三、支出分析\n正文。\n四、“三公”经费说明\n正文。\n"
    assert ids(text) == ["revenue", "expenditure", "three_public"]


def test_a_topic_opens_a_point_only_where_one_may_stand() -> None:
    text = "二、其他重要事项\n(一)政府采购\n正文。\n2.国有资产:正文。\n"
    assert ids(text) == ["other_matters", "procurement", "assets"]
    assert ids("二、支出决算情况说明\n正文。\n(一)政府采购\n正文。\n") == [
        "expenditure",
        "expenditure",
    ]


def test_terms_of_the_glossary_are_no_headings_by_their_topic() -> None:
    text = "二、支出说明\n正文。\n三、名词解释\n(一)机关运行经费\n指经费。\n(二)基本支出:指支出。\n"
    assert ids(text) == ["expenditure", "glossary"]


def test_a_heading_with_a_wrong_character() -> None:
    assert ids("二、支出决箅情况说明\n正文。\n三、政府采购支岀情况\n正文。\n") == [
        "expenditure",
        "procurement",
    ]


def test_the_body_begins_behind_a_list_of_contents_by_topic() -> None:
    contents = "一、单位职能\n二、收入支出决算总体情况说明\n"
    text = contents + "一、单位职能\n负责事务。\n二、收入支出决算总体情况说明\n收入总计9.00万元。\n"
    assert [one for one, _ in sections(text)] == ["duties", "overview"]


def test_a_short_title_of_a_point_is_one_of_its_section() -> None:
    text = "二、一般公共预算财政拨款支出决算情况\n(一)总体情况\n支出9.00万元。\n(二)支出决算具体情况。\n支出9.00万元。\n"
    assert "expenditure" not in ids(text)
    assert ids(text)[-1] == "general_budget"


@pytest.mark.parametrize("number", ["二", "七", "十二"])
def test_a_title_that_is_miscounted_parts_the_text(number: str) -> None:
    text = f"二、支出决算情况说明\n正文。\n{number}、惠民资金使用情况\n项目支出2.00万元。\n"
    assert ids(text) == ["expenditure", UNKNOWN]


def test_a_point_that_is_no_title_parts_nothing_where_it_does_not_count_on() -> None:
    text = "二、支出决算情况说明\n正文。\n七、惠民资金\n项目支出2.00万元。\n"
    assert ids(text) == ["expenditure"]


def test_a_part_may_have_a_colon_behind_its_number() -> None:
    text = "第一部分：某某局概况\n一、主要职能\n正文。\n第二部分：某某局2024年度部门决算情况说明\n"
    assert [one for one, _ in sections(text + "一、收入决算情况说明\n正文。\n")] == [
        "part_overview",
        "duties",
        "part_accounts",
        "revenue",
    ]


def test_what_stands_behind_the_glossary_is_no_term() -> None:
    part = "第三部分 名词解释\n一、财政拨款收入：指拨款。\n第四部分 附件\n自评报告。\n"
    section = "六、专业名词解释\n（一）拨款：指拨款。\n七、决算公开联系方式\n本局办公室。\n"
    assert ids(part) == ids("五、支出决算情况说明\n正文。\n" + section)[1:] == ["glossary", UNKNOWN]


def test_two_titles_about_the_staff_are_one_section() -> None:
    text = "第一部分 概况\n一、部门职责\n二、决算单位构成\n三、部门人员构成\n"
    body = "第一部分 概况\n一、部门职责\n正文。\n二、决算单位构成\n1个。\n三、部门人员构成\n5人。\n"
    assert UNKNOWN not in [one for one, _ in sections(text + body)]


def test_a_point_that_counts_anew_and_names_a_measure_is_no_heading() -> None:
    text = "七、“三公”经费支出决算情况说明\n一、因公出国（境）经费\n0元。\n二、公务接待费\n5元。\n"
    assert ids(text + "八、政府采购情况说明\n正文。\n") == ["three_public", "procurement"]
