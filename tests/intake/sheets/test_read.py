"""Workbooks of several producers become documents."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook

from juesuan import intake
from juesuan.errors import UnreadableSourceError
from juesuan.intake.sheets.read import read_workbook, unseen_texts
from tests.intake.sheets import made

ROW = made.text("201") + made.text("支出") + '<c s="1"><v>7</v></c>'


def test_sheets_are_pages_and_what_is_not_seen_is_told(tmp_path: Path) -> None:
    hidden = made.rows(made.text("内部") * 3)
    shown = '<cols><col min="4" max="4" hidden="1"/></cols>' + made.rows(
        ROW + made.text("x") + "<c><f>1/0</f></c>"
    )
    file = made.write(
        tmp_path / "a.xlsx", {"空": "", "表1": shown, "底稿": hidden}, state="hidden",
        more={"xl/vbaProject.bin": "x"},
    )  # fmt: skip
    document = read_workbook(file)
    assert [(page.number, page.name) for page in document.pages] == [(1, "表1")]
    assert document.text == "201\t支出\t7.00\t□\n"
    assert document.place_of(document.text.index("7")) == "表1!C1, line 1"
    told = "\n".join(document.remarks)
    assert "macros" in told and "sheet 底稿: it is hidden" in told
    assert "1 cells stand in hidden rows or columns" in told
    assert "1 formulas have no value in the file (E1)" in told
    assert unseen_texts(file) == ["x", "内部", "内部", "内部"]


def test_what_fonts_conditions_and_comments_may_change_is_told(tmp_path: Path) -> None:
    styles = (
        f"<styleSheet {made.MAIN}><fonts><font/><font><color rgb='FFFF0000'/></font></fonts>"
        "<cellXfs><xf numFmtId='4'/><xf numFmtId='4' fontId='1'/></cellXfs>"
        "<dxfs><dxf><font><b/></font></dxf><dxf><font><color rgb='FFFFFFFF'/></font></dxf></dxfs></styleSheet>"
    )
    row = made.text("201") + made.text("支出") + '<c s="1"><v>7</v></c><c s="1"><v>-8</v></c>'
    rule = "<conditionalFormatting><cfRule dxfId='{}'/></conditionalFormatting>"
    file = made.write(
        tmp_path / "a.xlsx",
        {"甲": made.rows(row) + rule.format(0), "乙": made.rows(row) + rule.format(1)},
        more={"xl/styles.xml": styles, "xl/comments1.xml": "<x/>"},
    )
    document = read_workbook(file)
    assert document.text == "201\t支出\t7.00\t-8.00\n" * 2
    comments, red, also_red, conditions = document.remarks
    assert "comments on cells, which are not read" in comments
    assert "sheet 甲: 1 amounts are set in red (C1)" in red and "sheet 乙: 1" in also_red
    assert conditions.startswith("sheet 乙: formats with conditions may show numbers")


def test_a_workbook_that_shows_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSourceError, match="shows no text"):
        read_workbook(made.write(tmp_path / "a.xlsx", {"空": ""}))


@pytest.mark.slow
def test_a_million_rows_are_refused_soon(tmp_path: Path) -> None:
    file = made.write(tmp_path / "a.xlsx", {"甲": made.rows(*["<c><v>1</v></c>"] * 1_000_000)})
    begun = time.process_time()
    with pytest.raises(UnreadableSourceError, match="more than 500,000 cells"):
        read_workbook(file)
    assert time.process_time() - begun < 20


def write_xlsxwriter(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    sheet, money = book.add_worksheet("支出决算表"), book.add_format({"num_format": "#,##0.00"})
    sheet.merge_range("A1:C1", "支出决算表")
    for row, cells in enumerate((("科目编码", "科目名称", "合计"), ("201", "支出", 0.1 + 0.2)), 1):
        for column, value in enumerate(cells):
            sheet.write(row, column, value, money if isinstance(value, float) else None)
    book.close()


def write_openpyxl(path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "支出决算表"
    for row in (["支出决算表"], ["科目编码", "科目名称", "合计"], ["201", "支出", 0.1 + 0.2]):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet["C3"].number_format = "#,##0.00"
    book.save(path)


def write_libreoffice(path: Path) -> None:
    write_openpyxl(path.with_name("before.xlsx"))
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    wanted = [path.with_name("before.xlsx"), "--outdir", path.parent / "out"]
    command = ["soffice", "--headless", profile, "--convert-to", "xlsx", *map(str, wanted)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (path.parent / "out" / "before.xlsx").rename(path)


@pytest.mark.parametrize(
    "producer",
    [write_xlsxwriter, write_openpyxl, pytest.param(write_libreoffice, marks=pytest.mark.slow)],
)
def test_producers(tmp_path: Path, producer) -> None:
    producer(tmp_path / "made.xlsx")
    document = intake.read(tmp_path / "made.xlsx")
    assert document.text == "支出决算表\n科目编码\t科目名称\t合计\n201\t支出\t0.30\n"
    assert document.remarks == ()


def test_rows_and_columns_without_size_are_hidden_and_blanked_numbers_told(tmp_path: Path) -> None:
    cells = (
        '<cols><col min="3" max="3" width="0" customWidth="1"/></cols><sheetData>'
        '<row r="1"><c r="A1"><v>1.5</v></c><c r="C1"><v>9</v></c></row>'
        '<row r="2" ht="0" customHeight="1"><c r="A2"><v>8</v></c></row>'
        '<row r="3" ht="14.5"><c r="A3" s="1"><v>7</v></c></row></sheetData>'
    )
    styles = made.STYLES.replace("<xf numFmtId='4'/>", "<xf numFmtId='177'/>").replace(
        "</numFmts>", "<numFmt numFmtId='177' formatCode=';;;'/></numFmts>"
    )
    assert styles.count("177") == 2
    file = made.write(tmp_path / "a.xlsx", {"甲": cells}, more={"xl/styles.xml": styles})
    document = read_workbook(file)
    assert "1.5" in document.text and not {"9", "8", "7"} & set(document.text)
    assert any("2 cells stand in hidden rows or columns" in one for one in document.remarks)
    assert any(
        "1 numbers are shown as blanks by their format (A3)" in one for one in document.remarks
    )
