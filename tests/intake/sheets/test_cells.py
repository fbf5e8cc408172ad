"""Cells of a sheet as a person sees them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.sheets.archive import Archive
from juesuan.intake.sheets.book import read_book
from juesuan.intake.sheets.cells import (
    SheetCells,
    _displayed,
    column_number,
    letters_of,
    read_cells,
    span_of,
)
from tests.intake.sheets import made


def cells_of(path: Path, sheet: str, **more: str) -> SheetCells:
    file = made.write(path, {"甲": sheet}, texts="<si><t>甲</t></si>", book=more.get("book", ""))
    with Archive(file) as archive:
        book = read_book(archive)
        return read_cells(archive, book, book.sheets[0].part)


def test_what_cells_show(tmp_path: Path) -> None:
    sheet = made.rows(
        '<c t="s"><v>0</v></c><c s="1"><v>1234.5</v></c><c s="2"><v>-0.30000000000000004</v></c>',
        '<c r="C2" t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="str"><f>A1</f><v>乙 </v></c>',
        '<c s="1"><f>SUM(B1)</f><v>7</v></c><c><f>B1</f></c><c s="3"><v>0.5</v></c><c/>',
        '<c t="s"><v>9</v></c><c t="inlineStr"><is><t>1,0</t></is></c><c><v>x</v></c>',
    )
    found = cells_of(tmp_path / "a.xlsx", sheet)
    assert found.rows == {
        1: {1: "甲", 2: "1,234.50", 3: "-0.30"},
        2: {3: "TRUE", 4: "#REF!", 5: "乙"},
        3: {1: "7.00", 2: "□", 3: "□"},
        4: {1: "□", 2: "1,0", 3: "□"},
    }
    assert found.uncounted == ["B3"]
    assert found.unknown == ["C3 ()", "C4 (General)"]


def test_formulas_that_are_counted_anew_are_not_known(tmp_path: Path) -> None:
    sheet = made.rows("<c><v>3</v></c><c><f>A1</f><v>0</v></c>")
    found = cells_of(tmp_path / "a.xlsx", sheet, book='<calcPr fullCalcOnLoad="1"/>')
    assert found.rows == {1: {1: "3", 2: "□"}} and found.uncounted == ["B1"]


def test_what_is_hidden_and_merged(tmp_path: Path) -> None:
    sheet = (
        '<dimension ref="A1:XFD1048576"/><cols><col min="2" max="3" hidden="1"/></cols><sheetData>'
        '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="A1"/></mergeCells>'
    )
    found = cells_of(tmp_path / "a.xlsx", sheet)
    assert found.hidden_rows == {2} and found.hidden_columns == [(2, 3)]
    assert found.merged == [(1, 1, 2, 3)]


def test_more_cells_than_any_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SHEET_CELLS", 1_000)
    with pytest.raises(UnreadableSourceError, match="more than 1,000 cells"):
        cells_of(tmp_path / "a.xlsx", made.rows(*["<c><v>1</v></c>"] * 1_001))
    with pytest.raises(UnreadableSourceError, match="row 1048577"):
        cells_of(tmp_path / "b.xlsx", '<sheetData><row r="1048577"/></sheetData>')


@given(st.integers(1, 16_384))
def test_letters_of_columns(column: int) -> None:
    assert column_number(letters_of(column)) == column


def test_references() -> None:
    assert span_of("$B$2:C10") == (2, 2, 10, 3) and span_of("B2") is None


def test_numbers_that_are_shown_with_fewer_decimals_are_told(tmp_path: Path) -> None:
    sheet = made.rows('<c s="4"><v>5.55</v></c><c s="4"><v>6</v></c><c s="1"><v>5.551</v></c>')
    found = cells_of(tmp_path / "a.xlsx", sheet)
    assert found.rows == {1: {1: "6", 2: "6", 3: "5.55"}} and found.rounded == ["A1"]


@pytest.mark.parametrize(
    ("value", "code", "is_told"),
    [
        ("7518.33", "0.00,,", True), ("7518.33", "0.00,", False), ("751833", "0!.00,", False), ("32000", "0.00,", False),
        ("3217", "0.00,,", True), ("0", "0.00,,", False), ("7518.33", "0.00", False), ("7518.33", "#,##0", True),
    ],
)  # fmt: skip
def test_numbers_of_which_a_scale_leaves_little_are_told(
    value: str, code: str, is_told: bool
) -> None:
    assert _displayed(value, code, False)[1] == is_told


def test_cells_and_runs_that_are_struck_out(tmp_path: Path) -> None:
    run = "<r><rPr><strike/></rPr><t>9.99</t></r><r><t>4.50</t></r>"
    sheet = made.rows(f'<c s="5"><v>5.5</v></c><c t="inlineStr"><is>{run}</is></c>')
    found = cells_of(tmp_path / "a.xlsx", sheet)
    assert found.rows == {1: {1: "\ufffd\ufffd\ufffd", 2: "4.50"}} and found.struck == ["A1"]
