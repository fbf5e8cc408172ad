"""What is seen of a sheet."""

from __future__ import annotations

from juesuan.intake.composer import Placed
from juesuan.intake.reader import SIGN
from juesuan.intake.sheets.cells import SheetCells
from juesuan.intake.sheets.grid import visible


def test_rows_and_columns_are_counted_among_those_seen() -> None:
    cells = SheetCells(
        rows={1: {1: "甲", 4: "乙"}, 3: {1: "丙", 3: "x"}, 5: {2: "y"}},
        hidden_rows={5},
        hidden_columns=[(2, 3)],
    )
    grid = visible(cells)
    assert grid.rows == (
        (Placed(0, 0, "甲", address="A1"), Placed(0, 1, "乙", address="D1")),
        (Placed(1, 0, "丙", address="A3"),),
    )
    assert grid.numbers == (1, 3) and grid.hidden == ("x", "y")


def test_a_merged_block_is_one_cell_as_large_as_is_seen() -> None:
    cells = SheetCells(
        rows={1: {1: "甲", 2: "covered", 4: "乙"}, 2: {4: "丙"}, 3: {4: "丁"}},
        merged=[(1, 1, 3, 3)],
        hidden_columns=[(2, 2)],
        hidden_rows={2},
    )
    grid = visible(cells)
    assert grid.rows[0] == (
        Placed(0, 0, "甲", 2, 2, "A1"),
        Placed(0, 2, "乙", address="D1"),
    )
    assert grid.rows[1] == (Placed(1, 2, "丁", address="D3"),)


def test_the_text_of_a_block_is_seen_where_its_first_cell_is_hidden() -> None:
    cells = SheetCells(rows={1: {1: "甲"}, 2: {3: "乙"}}, merged=[(1, 1, 2, 2)], hidden_rows={1})
    grid = visible(cells)
    assert grid.rows == ((Placed(0, 0, "甲", 1, 2, "A1"), Placed(0, 2, "乙", address="C2")),)
    assert grid.hidden == ()


def test_a_block_of_a_million_rows_takes_no_time() -> None:
    cells = SheetCells(rows={1: {1: "甲"}, 9: {1: "乙", 2: "丙"}}, merged=[(1, 1, 1_048_576, 1)])
    assert visible(cells).rows[1] == (Placed(1, 1, "丙", address="B9"),)


def test_an_empty_sheet() -> None:
    assert visible(SheetCells()).rows == ()


def test_of_a_hidden_row_with_an_amount_between_others_signs_are_seen() -> None:
    rows = {
        1: {1: "编码", 2: "支出"},
        2: {1: "208", 2: "5.00"},
        3: {1: "20805", 2: "4,016.20"},
        4: {1: "20808", 2: "0.00"},
        5: {1: "20809", 2: "1.00"},
        6: {1: "20810", 2: "7.00"},
    }
    grid = visible(SheetCells(rows=rows, hidden_rows={3, 4, 6}))
    assert grid.numbers == (1, 2, 3, 5) and grid.hidden == tuple(
        text for row in (3, 4, 6) for text in rows[row].values()
    )
    assert [cell.text for cell in grid.rows[2]] == [SIGN, SIGN]
    assert grid.rows[2][1].address == "B3"


def test_of_a_hidden_column_with_a_heading_signs_are_seen_for_its_amounts() -> None:
    rows = {
        1: {1: "科目", 2: "合计", 3: "基本支出", 4: "核对", 5: "项目支出"},
        2: {1: "甲", 2: "5.00", 3: "4,016.20", 5: "1.00"},
        3: {1: "乙", 2: "7.00", 3: "备注", 4: "x", 5: "2.00"},
    }
    grid = visible(SheetCells(rows=rows, hidden_columns=[(3, 4)]))
    texts = [[cell.text for cell in row] for row in grid.rows]
    assert texts == [
        ["科目", "合计", "基本支出", "项目支出"],
        ["甲", "5.00", SIGN, "1.00"],
        ["乙", "7.00", "2.00"],
    ]
    assert [cell.column for cell in grid.rows[2]] == [0, 1, 3]
    assert grid.hidden == ("基本支出", "核对", "4,016.20", "备注", "x")


def test_a_hidden_column_without_a_heading_is_no_part_of_the_table() -> None:
    rows = {1: {1: "科目", 2: "合计"}, 2: {1: "甲", 2: "5.00", 3: "9.00"}}
    grid = visible(SheetCells(rows=rows, hidden_columns=[(3, 3)]))
    assert [len(row) for row in grid.rows] == [2, 2] and grid.hidden == ("9.00",)
