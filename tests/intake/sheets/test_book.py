"""Sheets, texts and formats of a workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.intake.sheets.archive import Archive
from juesuan.intake.sheets.book import Book, read_book
from tests.intake.sheets import made


def book_of(path: Path, texts: str, state: str, namespace: str) -> Book:
    file = made.write(path, {"甲": "", "乙": ""}, texts=texts, state=state, namespace=namespace)
    with Archive(file) as archive:
        return read_book(archive)


@pytest.mark.parametrize("namespace", [made.MAIN, made.STRICT])
def test_a_workbook(tmp_path: Path, namespace: str) -> None:
    texts = "<si><t>甲</t></si><si><r><t>乙</t></r><r><t> 丙</t></r><rPh><t>yi</t></rPh></si>"
    book = book_of(tmp_path / "a.xlsx", texts=texts, state="veryHidden", namespace=namespace)
    assert [(one.name, one.is_hidden) for one in book.sheets] == [("甲", False), ("乙", True)]
    assert book.sheets[1].part == "xl/worksheets/sheet1.xml"
    assert book.texts == ["甲", "乙 丙"]
    assert book.formats == ["General", "#,##0.00", "0.00;[Red]0.00", "", "#,##0", "0.00"]
    assert book.struck == {5}
    assert not (book.from_1904 or book.is_stale or book.links or book.macros)


def test_what_is_said_of_a_whole_workbook(tmp_path: Path) -> None:
    more = {"xl/vbaProject.bin": "x", "xl/externalLinks/externalLink1.xml": "<x/>"}
    file = made.write(
        tmp_path / "a.xlsx",
        {"甲": ""},
        book='<workbookPr date1904="1"/><calcPr fullCalcOnLoad="1"/>',
        texts="<si><t>甲_x000D_乙</t></si>",
        more=more,
    )
    with Archive(file) as archive:
        book = read_book(archive)
    assert book.from_1904 and book.is_stale and book.links and book.macros
    assert book.texts == ["甲\r乙"]
