"""Tables that are there and not read: their titles and what they hold are published."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juesuan.parse.claims import Draft
from juesuan.parse.ledger import ledger
from juesuan.parse.statutory import read_statutory
from juesuan.parse.view import Reader
from tests.made_tables import document

SPENT = ["科目编码|科目名称|本年支出合计|基本支出", "205|教育支出|8.10|8.10"]
BOUGHT = ["项目|计划金额|实际金额", "货物|3.20|3.10"]


def read(*parts: str | list[str]) -> tuple[Draft, list[tuple[str, str, str]]]:
    """The draft, and its texts as section, kind and text."""
    made, draft = document(*parts), Draft()
    read_statutory(made, Reader(made), draft)
    texts = [(row["section"], row["kind"], row["text"]) for row in draft.rows("texts")]
    return draft, texts


@pytest.mark.parametrize(
    "above",
    [
        ["附表10", "政府采购情况表", "单位：万元"],
        ["政府采购情况表 单位：万元"],
        ["表十", "政府采购情况表（公开10表）"],
    ],
)
def test_another_table_is_published_with_its_title_and_not_read(above: list[str]) -> None:
    draft, texts = read("支出决算表", "单位：万元", SPENT, "---", *above, BOUGHT)
    titles = [
        text for section, kind, text in texts if (section, kind) == ("other_tables", "unread_title")
    ]
    assert len(titles) == 1 and titles[0].startswith("政府采购情况表")
    assert ("other_tables", "unread_table", "项目计划金额实际金额货物3.203.10") in texts
    assert [row["code"] for row in draft.rows("table3")] == ["205"]
    assert any("none of the nine" in line for line in draft.remarks)


def test_its_figures_are_unread_in_the_ledger() -> None:
    above = ["支出决算表", "单位：万元", SPENT]
    made, draft = document(*above, "---", "政府采购情况表", BOUGHT), Draft()
    reader = Reader(made)
    read_statutory(made, reader, draft)
    found = {one.text: one for one in ledger(made, reader, draft)}
    assert found["3.20"].status == "unread" and found["3.20"].row == "other_tables/unread_table/1"
    assert found["8.10"].status == "bound"


def test_another_table_goes_on_behind_a_page() -> None:
    more = ["工程|1.10|1.00"]
    _, texts = read("支出决算表", SPENT, "---", "政府采购情况表", BOUGHT, "---", more)
    assert [text for _, kind, text in texts if kind == "unread_table"] == [
        "项目计划金额实际金额货物3.203.10",
        "工程1.101.00",
    ]


@pytest.mark.parametrize("title", ["项目支出绩效自评表", "人员构成表", "本表反映支出情况。"])
def test_forms_and_tables_of_something_else_are_left_alone(title: str) -> None:
    _, texts = read(title, BOUGHT)
    assert not [one for one in texts if one[0] == "other_tables"]


def test_a_detailed_table_by_economic_kind_is_none_of_the_nine() -> None:
    detail = ["科目编码|科目名称|合计|工资福利支出", "205|教育支出|8.10|8.10"]
    draft, texts = read("一般公共预算财政拨款支出决算明细表", "单位：万元", detail)
    assert draft.rows("table5") == []
    assert ("other_tables", "unread_title", "一般公共预算财政拨款支出决算明细表") in texts


def test_a_title_without_a_table_is_told() -> None:
    draft, texts = read("支出决算表", SPENT, "---", "收入决算表", "公开02表", "---", "后记")
    assert ("table2", "unread_title", "收入决算表") in texts
    assert any("收入决算表 is there as a title" in line for line in draft.remarks)
    lacking = next(line for line in draft.remarks if line.startswith("not found"))
    assert "、收入决算表" not in lacking and "收入支出决算总表" in lacking


def test_a_list_of_titles_tells_nothing() -> None:
    listed = ["一、收入支出决算总表", "二、收入决算表", "三、支出决算表"]
    _, texts = read("目录", *listed, "---", "支出决算表", SPENT)
    assert not [one for one in texts if one[1] == "unread_title"]


def test_a_table_of_headings_alone_is_told_unless_a_note_says_why() -> None:
    heads = ["科目编码|科目名称|本年支出合计|基本支出"]
    draft, _ = read("支出决算表", "单位：万元", heads)
    assert any("it has headings and no rows" in one for one in draft.remarks)
    draft, _ = read("支出决算表", "单位：万元", heads, "注：本部门无相关支出，故本表无数据。")
    assert not any("no rows" in one for one in draft.remarks)


def test_titles_of_a_page_without_any_table_are_told() -> None:
    made = replace(document("支出决算表", "单位：万元", "完"), is_extracted=True)
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    assert any("支出决算表 is there as a title" in one for one in draft.remarks)
