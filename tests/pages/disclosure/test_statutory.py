"""The nine statutory tables: dashes, blanks and what cannot be read are told apart."""

from __future__ import annotations

from juesuan.pages.disclosure.page_table import PageTable
from juesuan.pages.disclosure.statutory import statutory_pages
from tests.pages.made_facts import Given, evidence_of, facts_with


def pages(**tables: list[Given]) -> list[PageTable]:
    facts = facts_with(**tables)
    return statutory_pages(facts, evidence_of(facts))


def note(table: str, text: str, kind: str = "note") -> Given:
    return {"section": table, "kind": kind, "position": "1", "text": text}


def coded(position: int, kind: str, code: str = "", name: str = "", **amounts: str) -> Given:
    return {"position": f"{position}", "kind": kind, "code": code, "name": name, **amounts}


def test_a_cell_is_a_number_a_dash_a_blank_or_unreadable() -> None:
    rows = [
        coded(1, "total", name="合计", total="1234.50", basic="0.00"),
        coded(2, "class", "201", "一般公共服务支出", dashes="total", unreadable="basic project"),
        coded(3, "item", "2010301", "行政运行"),
    ]
    (table,) = pages(table5=rows)
    total, lost, blank = table.lines
    assert [cell.striptags() for cell in total.cells] == ["1,234.50", "0.00", ""]
    assert 'href="source/#f00001"' in total.cells[0]
    assert [cell.striptags() for cell in lost.cells] == ["-", "无法辨认", "无法辨认"]
    assert 'title="原文印为“-”"' in lost.cells[0]
    assert blank.cells == ["", "", ""] and blank.blank
    assert not total.blank and not lost.blank, "a dash is printed"


def test_lines_keep_their_order_codes_and_levels() -> None:
    rows = [
        coded(1, "total", name="合计", total="1"),
        coded(2, "class", "201", "甲", total="1"),
        coded(3, "subclass", "20103", "乙", total="1"),
        coded(4, "item", "2010301", "<b>丙</b>", total="1"),
    ]
    (table,) = pages(table5=rows)
    assert [line.level for line in table.lines] == [0, 0, 1, 2]
    assert [line.total for line in table.lines] == [True, False, False, False]
    assert [line.label for line in table.lines] == [
        "合计",
        "<code>201</code> 甲",
        "<code>20103</code> 乙",
        "<code>2010301</code> &lt;b&gt;丙&lt;/b&gt;",
    ]
    assert (table.title, table.anchor, table.unit) == (
        "表5 一般公共预算财政拨款支出决算表",
        "table5",
        "单位：万元",
    )


def test_columns_without_numbers_are_named_below() -> None:
    rows = [coded(1, "total", name="合计", total="5.00", project="5.00")]
    (table,) = pages(table5=rows, texts=[note("table5", "本表反映支出。")])
    assert len(table.columns) == 2 and len(table.lines[0].cells) == 2
    assert table.notes == ["本表反映支出。", "（没有数字的栏不在这里列出：基本支出）"]


def test_a_table_without_any_number_has_no_lines() -> None:
    (table,) = pages(table5=[coded(1, "total", name="合计")])
    assert table.columns == [] and table.lines == [] and table.notes == []


def test_an_empty_table_is_its_note_and_a_missing_one_is_not_shown() -> None:
    empty = note("table8", "本部门无政府性基金预算，本表为空表。", "empty")
    other = note("duty", "负责示例工作。", "duty")
    (table,) = pages(texts=[empty, other])
    assert table.anchor == "table8" and table.unit == "" and table.lines == []
    assert table.notes == ["本部门无政府性基金预算，本表为空表。"]
    assert pages() == []


def side(name: str, position: int, label: str, actual: str, **more: str) -> Given:
    about = {"side": name, "position": f"{position}", "label": label, "kind": "line"}
    return {**about, "actual": actual, **more}


def test_halves_of_a_summary_stand_below_one_another_with_the_notes_last() -> None:
    rows = [
        side("expenditure", 1, "一般公共服务支出", "80.00", code="201", code_derived="true"),
        side("revenue", 1, "一、财政拨款收入", "90.00"),
        side("revenue", 2, "总计", "90.00", kind="total"),
    ]
    revenue, expenditure = pages(table1=rows, texts=[note("table1", "注。")])
    assert (revenue.anchor, expenditure.anchor) == ("table1-revenue", "table1-expenditure")
    assert revenue.title == "表1 收入支出决算总表：收入" and revenue.columns == ["决算数"]
    assert [line.label for line in revenue.lines] == ["一、财政拨款收入", "总计"]
    assert 'title="编码由名称推算">201</code>' in expenditure.lines[0].label
    assert revenue.notes == [] and expenditure.notes == ["注。"]


def test_one_side_alone_is_one_half() -> None:
    (table,) = pages(table1=[side("revenue", 1, "收入", "1.00")], texts=[note("table1", "注。")])
    assert table.anchor == "table1-revenue" and table.notes == ["注。"]


def test_funds_of_one_position_are_columns_of_one_line() -> None:
    rows = [
        side("expenditure", 1, "教育支出", "7.00", fund="all"),
        side("expenditure", 1, "教育支出", "5.00", fund="general_public_budget"),
        side("expenditure", 1, "教育支出", "2.00", fund="government_fund"),
    ]
    (table,) = pages(table4=rows)
    assert table.columns == ["合计", "一般公共预算", "政府性基金预算"]
    (line,) = table.lines
    assert [cell.striptags() for cell in line.cells] == ["7.00", "5.00", "2.00"]
