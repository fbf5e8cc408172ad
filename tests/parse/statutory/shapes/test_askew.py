"""Headings that do not stand above their columns: only sums can say how they were meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juesuan.parse.claims import Draft
from juesuan.parse.ledger import ledger
from juesuan.parse.statutory import read_statutory
from juesuan.parse.statutory.grid.sheet import Sheet
from juesuan.parse.statutory.shapes.askew import WHY, is_askew
from juesuan.parse.view import Reader
from tests.made_tables import document

COLUMNS = ["本年支出合计$", "基本支出$", "项目支出$"]

LOST_SPANS = [
    "项目|本年支出合计|基本支出|项目支出|<|<",
    "类|款|项|科目名称||",
    "合计|<|<|<|9.10|9.10",
    "201|06|01|甲|9.10|9.10",
]
SIDES = [
    "收入|支出|<|<",
    "项目|决算数|项目|决算数",
    "一、甲收入|7.10|一、乙支出|6.00",
    "本年收入合计|7.10|本年支出合计|6.00",
    "总计|7.10|总计|7.10",
]


def askew(count: int, *rows: str) -> bool:
    made = document([*rows])
    sheet = Sheet(Reader(made), made.tables)
    return is_askew(sheet.rows, count, sheet.paths(sheet.rows[:count]), COLUMNS)


@pytest.mark.parametrize(
    ("count", "rows"),
    [
        (2, ["基本支出|项目支出|甲", "款|项|乙", "1.00|2.00|3.00"]),
        (1, ["编码|名称|基本支出", "201|^|1.00", "205|^|2.00"]),
        (1, ["编码|基本支出|<", "201|1.00|2.00"]),
        (1, ["编码|基本支出|<", "201|1.00|", "205||2.00"]),
    ],
)
def test_what_betrays_headings(count: int, rows: list[str]) -> None:
    assert askew(count, *rows)


@pytest.mark.parametrize(("columns", "is_so"), [(2, True), (3, True), (4, False)])
def test_a_heading_behind_the_last_cell_of_every_row(columns: int, is_so: bool) -> None:
    made = document(["编码|名称|基本支出|项目支出", "201|甲||", "205|乙|2.00|"])
    table = made.tables[0]
    cells = tuple(one for one in table.cells if one.row == 0 or one.column < columns)
    sheet = Sheet(Reader(made), [replace(table, cells=cells)])
    assert is_askew(sheet.rows, 1, sheet.paths(sheet.rows[:1]), COLUMNS) is is_so


@pytest.mark.parametrize(
    ("count", "rows"),
    [
        (2, ["项目|<|基本支出", "类|款|^", "201|06|1.00"]),
        (2, ["项目|<|基本支出|项目支出", "编码|名称|^|^", "201|甲|1.00|2.00"]),
        (1, ["编码|基本支出|<", "201|1.00|<", "205|2.00|<"]),
        (1, ["编码|基本支出|<", "201||1.00", "205||2.00"]),
        (1, ["编码|名称|基本支出", "款|^|1.00", "205|乙|2.00"]),
        (0, ["201|甲|1.00"]),
        (1, ["编码|名称|基本支出"]),
    ],
)
def test_headings_that_stand_above_their_columns(count: int, rows: list[str]) -> None:
    assert not askew(count, *rows)


@pytest.mark.parametrize(
    ("title", "rows"), [("支出决算表", LOST_SPANS), ("收入支出决算总表", SIDES)]
)
def test_a_table_without_proof_is_unread_and_told_once(title: str, rows: list[str]) -> None:
    made = document(title, "单位：万元", rows)
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    assert not draft.rows("table1") and not draft.rows("table3")
    assert sum(WHY in one for one in draft.remarks) == 1
    assert not any("is bound already" in one for one in draft.remarks)
    figures = ledger(made, Reader(made), draft)
    assert {one.status for one in figures if "." in one.text} == {"unread"}


def test_sums_that_hold_confirm_headings_that_cover_two_columns() -> None:
    rows = ["科目编码|科目名称|本年支出合计|<|基本支出|项目支出", "合计|<|9.10||6.00|3.10",
            "201|甲|4.10||1.00|3.10", "205|乙|5.00||5.00|", "注|||0.00||"]  # fmt: skip
    made = document("支出决算表", "单位：万元", rows)
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    assert [row["total"] for row in draft.rows("table3")][:3] == ["9.10", "4.10", "5.00"]
