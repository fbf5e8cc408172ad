"""Offices and units of a department as rows of ``organisation``, and the table that lists units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan import terms
from juesuan.amount import NUMERAL
from juesuan.model import Document, Table
from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.view import Reader, View
from juesuan.terms import Words

_LONG = 80
"""Characters from which on a text is no name."""

_NUMBER = re.compile(r"\d{1,3}")


def read_unit_table(document: Document, reader: Reader, draft: Draft) -> None:
    """The units that a ruled table lists under its heading; it may go on behind a page."""
    for table, column, head in _unit_tables(document, reader):
        for cell in table.cells:
            view = reader.view(cell.start, cell.end)
            if cell.column == column and cell.row >= head:
                add_unit(view, "unit", draft)
            elif _NUMBER.fullmatch(view.text):
                draft.refer(view)


def add_unit(name: View, kind: str, draft: Draft) -> None:
    """Publish the name of an office or a unit; what says that there is none is no name.

    Args:
        name: as printed.
        kind: ``office`` or ``unit``.
        draft: takes the row.
    """
    if not len(name) or len(name) > _LONG or _words().pattern("none").search(name.text):
        return
    number = 1 + sum(row["kind"] == kind for row in draft.rows("organisation"))
    row = draft.add("organisation", kind=kind, position=str(number), name=passage.publish(name))
    draft.quote("organisation", row, "name", name)


def _words() -> Words:
    return terms.words("lists", numeral=NUMERAL, money=terms.unit_pattern("money"))


def _unit_tables(document: Document, reader: Reader) -> Iterator[tuple[Table, int, int]]:
    """Tables that list units, the column of their names, and the number of rows of headings."""
    before: tuple[Table, int] | None = None
    for table in document.tables:
        if any(first <= table.start < last for first, last in reader.aside):
            continue
        column = _column(table, reader)
        if column is not None:
            yield table, column, 1
        elif before and _goes_on(before[0], table, reader):
            column = before[1]
            yield table, column, 0
        before = None if column is None else (table, column)


def _column(table: Table, reader: Reader) -> int | None:
    """The column whose heading says that it has names of units."""
    heading = _words().pattern("unit_column")
    for cell in table.cells:
        if cell.row == 0 and heading.search(reader.view(cell.start, cell.end).text):
            return cell.column
    return None


def _goes_on(first: Table, then: Table, reader: Reader) -> bool:
    """Whether a table goes on with the one before: of one width, with no prose between."""
    return first.width == then.width and not len(reader.prose(first.end, then.start))
