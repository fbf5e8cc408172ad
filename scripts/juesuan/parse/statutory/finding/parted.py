"""Two tables that are printed as one: the title of the second is a row of the first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from juesuan.model import Document, Table
from juesuan.parse.statutory.finding.titles import title_in_row
from juesuan.parse.statutory.grid.cells import MONEY
from juesuan.parse.view import Reader


def with_parts(document: Document, reader: Reader) -> Document:
    """A document in which a table ends above a row that holds nothing but the title of another."""
    tables = [part for one in document.tables for part in _parted(reader, one)]
    return replace(document, tables=tuple(tables))


def _parted(reader: Reader, table: Table) -> list[Table]:
    """The parts of a table, each with amounts; the table itself where it has but one title."""
    height = max((one.row + one.rows for one in table.cells), default=0)
    edges = [0, *_titles(reader, table), height]
    parts = [part_of(table, first, last) for first, last in pairwise(edges)]
    return parts if all(_holds_money(reader, one) for one in parts) else [table]


def _titles(reader: Reader, table: Table) -> Iterator[int]:
    """The rows behind the first that hold a title, and its unit at most."""
    for row in sorted({one.row for one in table.cells} - {0}):
        held = [one for one in table.cells if one.row <= row < one.row + one.rows]
        views = [view for one in held if len(view := reader.view(one.start, one.end))]
        if all(one.row == row for one in held) and title_in_row(views) is not None:
            yield row


def part_of(table: Table, first: int, last: int) -> Table:
    """Some rows of a table."""
    cells = [one for one in table.cells if first <= one.row < last]
    behind = [one.start for one in table.cells if one.row >= last]
    return replace(
        table,
        start=min(one.start for one in cells) if first else table.start,
        end=min(behind, default=table.end),
        cells=tuple(one._replace(row=one.row - first) for one in cells),
    )


def _holds_money(reader: Reader, table: Table) -> bool:
    return any(MONEY.fullmatch(reader.view(one.start, one.end).text) for one in table.cells)
