"""Spending by function over disclosures: a table a class, in the order of the codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import terms
from juesuan.pages.across.classes import class_tables
from juesuan.pages.across.table import TopicTable
from juesuan.pages.addresses import FUNCTIONS
from tests.pages.made_facts import Given
from tests.pages.made_store import disclosure_of, store_of

BUDGET = "general_public_budget"
FIRST = {"region_code": "100000", "region": "甲市", "department": "甲局", "scope": "部门"}
SECOND = {"region_code": "200000", "region": "乙市", "department": "乙局", "scope": "本级"}


def item(position: int, code: str, name: str, actual: str = "1.00", **more: str) -> Given:
    """An item that the prose tells."""
    about = {"fund": BUDGET, "level": "item", "position": f"{position}", "code": code}
    return {**about, "class": "类", "subclass": "款", "item": name, "actual": actual, **more}


def tables(root: Path, first: list[Given], second: list[Given]) -> dict[str, TopicTable]:
    """The tables of two disclosures of 2024 and of 2023, told by these items."""
    store = store_of(
        root,
        disclosure_of("jia-ju-2024", {**FIRST, "fiscal_year": "2024"}, functions=first),
        disclosure_of("yi-ju-2023", {**SECOND, "fiscal_year": "2023"}, functions=second),
    )
    return class_tables(store, FUNCTIONS)


def first_cells(table: TopicTable) -> list[str]:
    """What the rows are about, without marks."""
    return [row[0].striptags() for row in table.rows]


def test_classes_are_tables_in_the_order_of_their_codes(tmp_path: Path) -> None:
    found = tables(
        tmp_path,
        [item(1, "", "无码"), item(2, "2080505", "养老"), item(3, "2080501", "退休")],
        [item(1, "2010301", "行政运行"), item(2, "2080501", "退休")],
    )
    assert [(key, one.title, one.anchor) for key, one in found.items()] == [
        ("201", "一般公共服务支出 201", "c201"),
        ("208", "社会保障和就业支出 208", "c208"),
        ("", "没有编码的科目", "cnone"),
    ]
    assert first_cells(found["208"]) == [
        "2080501 款 · 退休",
        "2080501 款 · 退休",
        "2080505 款 · 养老",
    ]
    assert [row[2].striptags() for row in found["208"].rows] == ["甲局", "乙局", "甲局"]
    assert first_cells(found[""]) == ["款 · 无码"] and "<code" not in found[""].rows[0][0]


def test_a_row_says_how_much_who_where_and_of_which_budget(tmp_path: Path) -> None:
    found = tables(tmp_path, [item(1, "2080505", "养老", "1234.50")], [])
    (row,) = found["208"].rows
    heads = [title for title, _ in found["208"].heads]
    assert dict(zip(heads, (cell.striptags() for cell in row), strict=True)) == {
        "科目（款 · 项）": "2080505 款 · 养老",
        "决算数": "1,234.50",
        "部门": "甲局",
        "年度": "2024",
        "地区": "甲市",
        "口径": "部门",
        "预算": "一般公共预算",
    }
    assert found["208"].unit == "万元"
    assert [title for title, number in found["208"].heads if number] == ["决算数"]
    assert 'href="../d/jia-ju-2024/source/#f00001"' in row[1] and "/jia-ju-2024/source/#f" in row[1]
    assert row[2] == '<a href="../d/jia-ju-2024/">甲局</a>'


def test_a_code_that_follows_from_the_name_says_so(tmp_path: Path) -> None:
    found = tables(
        tmp_path,
        [item(1, "2080505", "推算", code_derived="true"), item(2, "2080506", "印出")],
        [],
    )
    derived, printed = found["208"].rows
    assert 'title="编码由名称推算"' in derived[0] and "title" not in printed[0]


def test_the_newest_name_of_a_class_is_its_title(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disclosure of the newer year comes first in the order of places."""
    names = {2023: {"208": "旧名", "299": "已废"}, 2024: {"208": "新名"}}
    monkeypatch.setattr(terms, "classification", lambda kind, year: names[year])
    found = tables(tmp_path, [item(1, "2080505", "甲")], [item(1, "2990101", "乙")])
    assert [one.title for one in found.values()] == ["新名 208", "已废 299"]


def test_what_is_no_item_or_has_no_amount_is_left_out(tmp_path: Path) -> None:
    rows = [item(1, "2080505", "没有数", actual=""), item(2, "208", "类", level="class")]
    assert tables(tmp_path, rows, []) == {}


def test_names_are_text(tmp_path: Path) -> None:
    hostile = "<img src=x onerror=alert(1)>\"'"
    (row,) = tables(tmp_path, [item(1, '2080505"<b>', hostile)], [])["208"].rows
    assert "<img" not in row[0] and "<b>" not in row[0]
    assert "&lt;img src=x onerror=alert(1)&gt;" in row[0]
