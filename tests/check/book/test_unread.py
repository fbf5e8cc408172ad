"""What was not read is neither absent nor blank."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juesuan.check.book.unread import Unread
from juesuan.model import Facts
from juesuan.rows import Row
from tests.check.conftest import edited, found, gone, state

TABLE2 = (gone("table2"), ("texts", "table2/title/1", "-", ""))


def told(facts: Facts, section: str, kind: str, text: str, position: str = "1") -> Facts:
    """The facts with a text more."""
    row: Row = dict(facts.table("texts")[0])
    row |= {"section": section, "kind": kind, "position": position, "text": text}
    return replace(facts, tables={**facts.tables, "texts": (*facts.table("texts"), row)})


@pytest.mark.parametrize(
    ("section", "kind", "text", "why"),
    [
        ("table2", "unread_title", "收入决算表", "只读到表名，没有读到表"),
        ("table2", "unread_table", "科目 甲 1.00", "文件中有这张表，没有读出"),
        ("pages", "unread_page", "第1页", "第1页没有读出文字"),
        ("other_tables", "unread_title", "政府采购情况表", "《政府采购情况表》没有读入"),
        ("untitled_tables", "unread_table", "1.00 2.00", "没有表名的表没有读入"),
    ],
)
def test_a_table_that_was_not_read_is_not_absent(
    printed: Facts, section: str, kind: str, text: str, why: str
) -> None:
    lacking = edited(printed, *TABLE2)
    assert state(lacking, "T28") == "fail" and state(lacking, "T14") == "not_applicable"
    unread = told(lacking, section, kind, text)
    assert Unread(unread).tables == {"table2": why}
    row = found(unread, "T28")
    assert row["state"] == "unreadable" and "《收入决算表》" in row["statement"]
    assert why in row["statement"] and "没有读到" in row["statement"]
    assert state(unread, "T14") == "unreadable"


def test_a_table_that_is_absent_is_told_beside_one_that_was_not_read(printed: Facts) -> None:
    lacking = edited(printed, *TABLE2, gone("table9"), ("texts", "table9/title/1", "-", ""))
    unread = told(
        edited(lacking, ("texts", "table9/empty/1", "-", "")),
        "table2", "unread_title", "收入决算表",
    )  # fmt: skip
    row = found(unread, "T28")
    assert row["state"] == "fail"
    assert row["statement"].startswith("文件中没有《国有资本经营预算财政拨款收入支出决算表》；")
    assert "没有读到《收入决算表》" in row["statement"]


def test_a_file_of_pictures_is_not_without_tables(printed: Facts) -> None:
    none = edited(printed, *(gone(f"table{i}") for i in range(1, 10)), gone("texts"))
    assert state(none, "T28") == "not_applicable" and Unread(none).tables == {}
    pictures = replace(
        none,
        tables={
            **none.tables,
            "texts": (
                {**printed.table("texts")[0], "section": "pages", "kind": "unread_page"}
                | {"position": "3", "text": "第3页"},
            ),
        },
    )
    assert state(pictures, "T28") == "unreadable"


def test_a_part_that_was_not_read_may_hold_a_line(printed: Facts) -> None:
    code = next(row["code"] for row in printed.rows("table3") if row["kind"] == "class")
    position = next(row["position"] for row in printed.rows("table3") if row["code"] == code)
    cut = edited(printed, ("table3", position, "-", ""))
    assert found(cut, "T09", f"table1/{code}")["state"] == "fail"
    told_so = told(cut, "table3", "unread_row", "某类 1.00")
    assert Unread(told_so).partly == {"table3": "有没有读出的行"}
    row = found(told_so, "T09", f"table1/{code}")
    assert row["state"] == "unreadable" and "有没有读出的行" in row["statement"]


def test_a_page_behind_a_table_may_go_on_with_it(printed: Facts) -> None:
    pages = [int(row["page"]) for row in printed.rows("figures") if row["resource"] == "table3"]
    behind = told(printed, "pages", "unread_page", "页", str(max(pages) + 1))
    assert "table3" in Unread(behind).partly
    before = told(printed, "pages", "unread_page", "页", str(max(pages) + 2))
    assert "table3" not in Unread(before).partly


def test_a_column_without_a_heading_is_no_blank(printed: Facts) -> None:
    blank = edited(
        printed, *(("table3", row["position"], "project", "") for row in printed.rows("table3"))
    )
    assert found(blank, "T06", "table3/1")["state"] == "fail"
    unheaded = told(blank, "table3", "unread_column", "项目支出")
    row = found(unheaded, "T06", "table3/1")
    assert row["state"] == "unreadable" and "没有读到“项目支出”一栏" in row["statement"]
    assert state(told(printed, "table3", "unread_column", "经营支出"), "T06", "table3/1") == "pass"
