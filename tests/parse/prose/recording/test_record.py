"""Events become rows: what is printed twice, damaged, without a unit, in another unit."""

import re

import pytest

from juesuan.parse.claims import Draft
from juesuan.parse.prose.lexer.marks import marks
from juesuan.parse.prose.recording.record import Recorder
from juesuan.parse.prose.sections.outline import Part
from juesuan.parse.prose.walk.grammar import events
from juesuan.parse.view import View
from tests.conftest import facts_of
from tests.made import ACCOUNTS, disclosure


def test_a_figure_printed_twice_differently_is_kept_twice_and_remarked() -> None:
    text = disclosure().replace(
        "政府采购服务支出15.00万元。", "政府采购服务支出15.00万元。政府采购支出总额21.00万元。"
    )
    facts = facts_of(text)
    found = [
        (row["section"], row["actual"])
        for row in facts.rows("measures")
        if row["measure"] == "procurement.total"
    ]
    assert found == [("procurement", "20.00"), ("procurement.2", "21.00")]
    assert any("20.00 and as 21.00" in remark for remark in facts.remarks)


def test_a_third_print_joins_the_second() -> None:
    again = "政府采购支出总额20.00万元。政府采购支出总额21.00万元。政府采购支出总额21.00万元。"
    text = disclosure(accounts=ACCOUNTS.replace("政府采购支出总额20.00万元", again.rstrip("。"), 1))
    found = [
        (row["section"], row["actual"])
        for row in facts_of(text).rows("measures")
        if row["measure"] == "procurement.total"
    ]
    assert found == [("procurement", "20.00"), ("procurement.2", "21.00")]


def test_amounts_in_yuan_are_converted_exactly() -> None:
    facts = facts_of(
        disclosure(accounts=ACCOUNTS.replace("收入总计110.00万元", "收入总计1100000.00元", 1))
    )
    row = next(row for row in facts.rows("measures") if row["measure"] == "revenue.total")
    assert row["actual"] == "110.000000"


@pytest.mark.slow
def test_an_amount_without_its_unit_is_taken_only_where_it_is_known() -> None:
    line = "1.示例支出(类)示例款(款)示例项(项)4.19万元。主要用于：示例。年初预算为0，支出决算为{}。"
    for printed, again in (("4.19", ""), ("4.20", ""), ("4.20万元", "4.20")):
        text = disclosure(
            accounts=re.sub(
                r"1\.[^\n]*行政运行\(项\)[^\n]*", line.format(printed), ACCOUNTS, count=1
            )
        )
        facts = facts_of(text)
        row = next(row for row in facts.rows("functions") if row["item"] == "示例项")
        assert (row["actual"], row["actual_again"], row["initial_budget"]) == (
            "4.19",
            again,
            "0.00",
        ), printed
        unread = [figure.text for figure in facts.figures if figure.status == "unread"]
        assert unread == (["4.20"] if printed == "4.20" else [])


def test_a_damaged_numeral_marks_its_cell() -> None:
    facts = facts_of(
        disclosure(accounts=ACCOUNTS.replace("收入总计110.00万元", "收入总计11O.00万元", 1))
    )
    row = next(row for row in facts.rows("measures") if row["measure"] == "revenue.total")
    assert (row["actual"], row["unreadable"]) == ("", "actual")
    lost = [figure for figure in facts.figures if figure.status == "unread"]
    assert {(figure.resource, figure.row, figure.field) for figure in lost} == {
        ("measures", "overview/revenue.total", "actual")
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "row", "field"),
    [
        ("离休人员0人", "离休人员人", "organisation/headcount.retired_cadre", "actual"),
        ("离休人员0人", "离休人员 人", "organisation/headcount.retired_cadre", "actual"),
        ("其他用车2辆", "其他用车l辆", "assets/assets.vehicles.other", "actual"),
        ("价值50.00万元", "价值万元", "assets/assets.building_value", "actual"),
        ("与上年相比，增加10.00万元", "与上年相比，增加万元", "overview/overall", "change"),
    ],
)
def test_a_unit_without_its_numeral_marks_its_cell(
    old: str, new: str, row: str, field: str
) -> None:
    assert old in disclosure()
    text = disclosure().replace(old, new, 1)
    section, measure = row.split("/")
    found = [
        one
        for one in facts_of(text).rows("measures")
        if (one["section"], one["measure"]) == (section, measure)
    ]
    assert [(one[field], one["unreadable"]) for one in found] == [("", field)]


def recorded(section: str, text: str) -> Draft:
    """What one section with this text becomes."""
    draft = Draft()
    draft.add("disclosure", fiscal_year="2024")
    view = View(text, tuple(range(len(text))))
    recorder = Recorder(Part(section, view[:0], view), draft, text)
    for event in events(section, text, marks(section, text)):
        recorder.take(event)
    return draft


def test_a_figure_of_the_year_before_goes_to_its_column() -> None:
    draft = recorded("overview", "收入总计5.00万元。2023年度收入总计4.00万元。")
    row = draft.rows("measures")[0]
    assert (row["actual"], row["prior_year"]) == ("5.00", "4.00")


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("收入支出总体与上年相比,增加1.00万元,主要原因是:甲。", "reason"),
        ("收入支出总体与年初预算相比,年初预算数1.00万元,主要原因是:甲。", "variance_reason"),
        ("收入支出总体年初预算数1.00万元,差异原因是:甲。", "reason"),
        ("收入支出总体与上年相比持平,主要原因是:甲。", "reason"),
    ],
)
def test_the_reason_belongs_to_the_comparison_before_it(text: str, column: str) -> None:
    row = recorded("overview", text).rows("measures")[0]
    found = {name: row[name] for name in ("reason", "variance_reason")}
    assert found == {"reason": "", "variance_reason": "", column: "甲"}


def test_a_second_reason_is_a_note() -> None:
    draft = recorded("overview", "收入总计比上年增加1.00万元,主要原因是:甲。主要原因是:乙。")
    assert draft.rows("measures")[0]["reason"] == "甲"
    assert [(row["kind"], row["text"]) for row in draft.rows("texts")] == [("note", "乙")]


def test_the_use_of_a_line_and_its_fund() -> None:
    text = "1.教育支出(类)普通教育(款)小学教育(项)。主要用于:办学。年初预算为4.00万元,支出决算为5.00万元。"
    row = recorded("government_fund", text).rows("functions")[0]
    assert (row["fund"], row["item"], row["usage"], row["actual"]) == (
        "government_fund",
        "小学教育",
        "办学",
        "5.00",
    )


def test_a_word_that_compares() -> None:
    draft = recorded("three_public", "公务接待费支出决算与年初预算持平。")
    assert draft.rows("measures")[0]["variance_word"] == "持平"


def test_a_sentence_that_says_there_is_none_is_quoted_whole() -> None:
    draft = recorded("government_fund", "我部门本年度无政府性基金预算财政拨款收入。")
    row = draft.rows("texts")[0]
    assert (row["kind"], row["text"]) == ("empty", "我部门本年度无政府性基金预算财政拨款收入")


COLUMNS = ("change", "change_pct", "prior_year", "change_word")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "与2019年相比,收入总计增加7.00万元,增长3.10%。支出总计比上年增长6.20%。",
            "支 change_pct 6.20",
        ),
        ("与2019年相比,收入总计增加7.00万元。支出总计增加8.00万元。", "支 change 8.00"),
        ("与2019年相比,收入总计增加7.00万元,支出总计增加8.00万元,增长6.20%。", ""),
        ("与2019年相比,收入总计增加7.00万元。增长3.10%。", ""),
        ("收入总计90.00万元,比2019年增长3.10%。", ""),
        ("收入总计90.00万元,比前三年增长3.10%。", ""),
        ("收入总计90.00万元,比2019年多了7.00万元。", ""),
        ("收入总计90.00万元,比2023年多了7.00万元。", "收 change 7.00"),
        ("收入总计90.00万元,比2019年的83.00万元增加7.00万元,增长8.43%。", ""),
        (
            "收入总计90.00万元,比2019年的83.00万元增加7.00万元,比上年的88.00万元增加2.00万元。",
            "收 change 2.00 收 prior_year 88.00",
        ),
        ("收入总计与2019年相比持平。", ""),
        ("收入总计与2023年相比持平。", "收 change_word 持平"),
    ],
)
def test_only_what_compares_with_the_last_year_has_a_column(text: str, expected: str) -> None:
    rows = recorded("overview", text).rows("measures")
    found = [(row["label"][0], name, row[name]) for row in rows for name in COLUMNS if row[name]]
    assert " ".join(" ".join(one) for one in found) == expected


def test_a_year_in_a_reason_is_that_of_no_other_figure() -> None:
    text = "收入总计比上年增加7.00万元,主要原因是比2019年多了人员。增长3.10%。"
    rows = recorded("overview", text).rows("measures")
    assert [(row["change"], row["change_pct"]) for row in rows] == [("7.00", "3.10")]


def test_an_amount_before_which_another_line_is_named_is_no_second_print() -> None:
    line = "1.教育支出(类)职业教育(款)技校教育(项)4.19万元，占4.00%，公路建设5.00万元。"
    accounts = re.sub(r"1\.[^\n]*行政运行\(项\)[^\n]*", line, ACCOUNTS, count=1)
    facts = facts_of(disclosure(accounts=accounts))
    row = next(row for row in facts.rows("functions") if row["item"] == "技校教育")
    assert (row["actual"], row["actual_again"]) == ("4.19", "")
    assert [one.text for one in facts.figures if one.status == "unread"] == ["5.00"]


def test_a_class_of_all_spending_is_not_one_of_the_general_budget() -> None:
    text = "按功能分类:1、农林水(类)支出9.00万元,占9.00%。"
    assert recorded("expenditure", text).rows("functions") == []
    assert recorded("general_budget", text).rows("functions")[0]["actual"] == "9.00"
