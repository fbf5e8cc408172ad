"""Offices and units, and the table that lists units."""

import pytest

from juesuan.intake.text.characters import clean
from juesuan.model import Cell, Document, Table
from juesuan.parse.claims import Draft
from juesuan.parse.prose.units import add_unit, read_unit_table
from juesuan.parse.view import Reader, View


def document_with(*tables: list[list[str]], between: str = "") -> Document:
    """A document of ruled tables, with a text between them."""
    text, found = "", []
    for rows in tables:
        text += between if found else ""
        start, cells = len(text), []
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                cells.append(Cell(i, j, len(text), len(text) + len(cell)))
                text += cell + ("\t" if j + 1 < len(row) else "\n")
        found.append(Table(1, start, len(text), len(rows[0]), tuple(cells)))
    size = len(text.encode())
    return Document("made.pdf", "0" * 64, size, "utf-8", text, clean(text), tables=tuple(found))


def units(document: Document) -> list[str]:
    draft = Draft()
    read_unit_table(document, Reader(document), draft)
    return [row["name"] for row in draft.rows("organisation")]


def test_the_column_under_its_heading() -> None:
    table = [["序号", "单位名称"], ["1", "甲中心"], ["2", "乙中心"]]
    assert units(document_with(table)) == ["甲中心", "乙中心"]
    assert units(document_with([["序号", "名称"], ["1", "甲中心"]])) == []


def test_a_table_goes_on_behind_a_page() -> None:
    first, second = [["序号", "单位名称"], ["1", "甲中心"]], [["2", "乙中心"]]
    assert units(document_with(first, second)) == ["甲中心", "乙中心"]
    assert units(document_with(first, second, between="说明。\n")) == ["甲中心"]
    assert units(document_with(first, [["2", "乙中心", "注"]])) == ["甲中心"]


@pytest.mark.parametrize("name", ["", "我单位无下属单位", "没有下属单位", "甲" * 81])
def test_what_is_no_name(name: str) -> None:
    draft = Draft()
    add_unit(View(name, tuple(range(len(name)))), "unit", draft)
    assert draft.rows("organisation") == []


def test_names_are_counted_by_kind() -> None:
    draft = Draft()
    for name, kind in (("办公室", "office"), ("甲中心", "unit"), ("财务科", "office")):
        add_unit(View(name, tuple(range(len(name)))), kind, draft)
    found = [(row["kind"], row["position"], row["name"]) for row in draft.rows("organisation")]
    assert found == [("office", "1", "办公室"), ("unit", "1", "甲中心"), ("office", "2", "财务科")]
