"""Ruled tables as one sheet of rows: pieces on several pages, headings known by their path."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from juesuan.model import Cell, Table
from juesuan.parse.statutory.grid.cells import BLANK, Amount, Row, SheetCell, is_decimal, texts
from juesuan.parse.view import Reader, View

_CODE = re.compile(r"\d{3,9}")


class Sheet:
    """A table, its pieces put below one another.

    Args:
        reader: of the document.
        pieces: the ruled tables, in the order of pages; columns of later ones are found by their
            place on the page.
    """

    def __init__(self, reader: Reader, pieces: Sequence[Table]) -> None:
        self.width = pieces[0].width
        self.rows: list[Row] = []
        self.breaks: set[int] = set()
        for number, piece in enumerate(pieces):
            if number:
                self.breaks.add(len(self.rows))
            self.rows.extend(_rows(reader, piece, self.width, _columns(piece, pieces[0])))

    def drop(self, numbers: set[int]) -> None:
        """Leave out rows."""
        moved = [at - sum(1 for number in numbers if number < at) for at in self.breaks]
        self.breaks = set(moved)
        self.rows = [row for number, row in enumerate(self.rows) if number not in numbers]

    def further(self, reader: Reader, piece: Table) -> list[Row]:
        """The rows of a table with further columns, as many as its own; none if they are not."""
        rows = _rows(reader, piece, piece.width, list(range(piece.width)))
        head, own = _head(self.rows), _head(rows)
        if not 0 < own <= head or len(self.rows) - head != len(rows) - own:
            return []
        again = tuple(replace(cell, begins=False) for cell in rows[own - 1])
        return [*rows[:own], *[again] * (head - own), *rows[own:]]

    def widen(self, reader: Reader, piece: Table) -> None:
        """Put the columns of a table with as many rows behind its own."""
        more = self.further(reader, piece)
        self.rows = [(*row, *rest) for row, rest in zip(self.rows, more, strict=True)]
        self.width += piece.width

    def mend(self, begins: Callable[[str], bool]) -> None:
        """Put together the rows that a page break cut in two.

        The first row behind a break is the rest of the row before it where none of its cells begins
        something and no amount would stand upon another.

        Args:
            begins: whether the text of a cell begins a row of its own (a code, a numbered label, a
                total).
        """
        for at in sorted(self.breaks, reverse=True):
            if 0 < at < len(self.rows) and _is_rest(self.rows[at - 1], self.rows[at], begins):
                self.rows[at - 1] = tuple(
                    _joined(a, b) for a, b in zip(self.rows[at - 1], self.rows[at], strict=True)
                )
                self.drop({at})

    def paths(self, head: Sequence[Row]) -> list[str]:
        """For each column its headings from top to bottom, joined by slashes."""
        return ["/".join(_headings([row[i] for row in head])) for i in range(self.width)]


def _head(rows: Sequence[Row]) -> int:
    """How many of the first rows are headings: those above a blank one, a code, an amount."""
    for number, row in enumerate(rows):
        if not texts(row) or any(_CODE.fullmatch(text) for text in texts(row)):
            return number
        if any(map(is_decimal, row)):
            return number
    return len(rows)


def _headings(cells: Sequence[SheetCell]) -> Iterator[str]:
    """The headings of a column; one that covers several rows counts once."""
    last: View | None = None
    for cell in cells:
        if cell.text and cell.view is not last:
            yield cell.text
        last = cell.view


def _is_rest(row: Row, rest: Row, begins: Callable[[str], bool]) -> bool:
    found = texts(rest)
    if not found or not texts(row) or any(map(begins, found)):
        return False
    return not any(_stands_upon(above, cell) for above, cell in zip(row, rest, strict=True))


def _stands_upon(above: SheetCell, cell: SheetCell) -> bool:
    """Whether a cell and the one above it cannot be one, because one of them is an amount."""
    both = above.text and cell.begins and cell.text
    return bool(both and (Amount(above).plain or Amount(cell).plain))


def _joined(cell: SheetCell, rest: SheetCell) -> SheetCell:
    """A cell and its rest behind a page break."""
    if not (rest.begins and rest.text):
        return cell
    return replace(cell, view=View.join([cell.view, rest.view]), begins=True)


def _columns(piece: Table, first: Table) -> list[int]:
    """For each column of a piece the column of the first piece below which it stands."""
    if piece.width == first.width:
        return list(range(piece.width))
    wanted, own = _middles(first), _middles(piece)
    if not wanted or not own:
        return [min(column, first.width - 1) for column in range(piece.width)]
    return [min(range(len(wanted)), key=lambda i: abs(wanted[i] - middle)) for middle in own]


def _middles(table: Table) -> list[float]:
    """Where the middle of each column stands on the page."""
    boxes = [cell.box for cell in table.cells if cell.box]
    edges = sorted({round(edge, 1) for box in boxes for edge in (box.left, box.right)})
    if len(edges) != table.width + 1:
        return []
    return [(a + b) / 2 for a, b in itertools.pairwise(edges)]


def _rows(reader: Reader, piece: Table, width: int, columns: list[int]) -> list[Row]:
    height = max((cell.row + cell.rows for cell in piece.cells), default=0)
    rows: list[list[SheetCell]] = [[BLANK] * width for _ in range(height)]
    for cell in piece.cells:
        view = reader.view(cell.start, cell.end)
        _cover(rows, cell, view, columns)
    return [tuple(row) for row in rows]


def _cover(rows: list[list[SheetCell]], cell: Cell, view: View, columns: list[int]) -> None:
    covered = sorted(
        {columns[i] for i in range(cell.column, min(cell.column + cell.columns, len(columns)))}
    )
    for row in range(cell.row, min(cell.row + cell.rows, len(rows))):
        for i, column in enumerate(covered):
            if view.text or not rows[row][column].text:
                rows[row][column] = SheetCell(
                    view, row == cell.row and i == 0, len(covered), cell.rows
                )
