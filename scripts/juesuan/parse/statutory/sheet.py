"""Ruled tables as one sheet of rows: pieces on several pages put together, headings known by their path."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from juesuan.model import Cell, Table
from juesuan.parse.view import Reader, View

_NOTHING = View("", ())


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell: its characters, whether it begins in this row and column, and how many columns and rows it covers."""

    view: View
    begins: bool
    columns: int
    rows: int = 1

    @property
    def text(self) -> str:
        """Its characters without spaces."""
        return self.view.text


Row = tuple[SheetCell, ...]
"""A row: for each column of the sheet the cell that covers it."""

_BLANK = SheetCell(_NOTHING, False, 1)


def texts(row: Row) -> list[str]:
    """The texts of the cells that begin in a row, without empty ones."""
    return [cell.text for cell in row if cell.begins and cell.text]


class Sheet:
    """A table, its pieces put below one another.

    Args:
        reader: of the document.
        pieces: the ruled tables, in the order of pages; columns of later ones are found by their place on the page.
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

    def mend(self, begins: Callable[[str], bool]) -> None:
        """Put together the rows that a page break cut in two.

        The first row behind a break is the rest of the row before it where none of its cells begins something and no
        amount would stand upon another.

        Args:
            begins: whether the text of a cell begins a row of its own (a code, a numbered label, a total).
        """
        for at in sorted(self.breaks, reverse=True):
            if 0 < at < len(self.rows) and _is_rest(self.rows[at - 1], self.rows[at], begins):
                self.rows[at - 1] = tuple(
                    _joined(a, b) for a, b in zip(self.rows[at - 1], self.rows[at], strict=True)
                )
                self.drop({at})

    def paths(self, head: Sequence[Row]) -> list[str]:
        """For each column its headings from top to bottom, joined by slashes."""
        found = []
        for column in range(self.width):
            path: list[str] = []
            last: View | None = None
            for row in head:
                cell = row[column]
                if cell.text and cell.view is not last:
                    path.append(cell.text)
                last = cell.view
            found.append("/".join(path))
        return found


def _is_rest(row: Row, rest: Row, begins: Callable[[str], bool]) -> bool:
    found = texts(rest)
    upon = any(
        a.text and b.begins and b.text and (Amount(a).plain or Amount(b).plain)
        for a, b in zip(row, rest, strict=True)
    )
    return bool(found) and bool(texts(row)) and not upon and not any(begins(text) for text in found)


def _joined(cell: SheetCell, rest: SheetCell) -> SheetCell:
    """A cell and its rest behind a page break."""
    if not (rest.begins and rest.text):
        return cell
    return SheetCell(View.join([cell.view, rest.view]), True, cell.columns, cell.rows)


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
    edges = sorted(
        {
            round(edge, 1)
            for cell in table.cells
            if cell.box
            for edge in (cell.box.left, cell.box.right)
        }
    )
    return (
        [(a + b) / 2 for a, b in itertools.pairwise(edges)] if len(edges) == table.width + 1 else []
    )


def _rows(reader: Reader, piece: Table, width: int, columns: list[int]) -> list[Row]:
    height = max((cell.row + cell.rows for cell in piece.cells), default=0)
    rows: list[list[SheetCell]] = [[_BLANK] * width for _ in range(height)]
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


@dataclass(frozen=True)
class Amount:
    """What a cell of an amount holds: a number, a dash, nothing, or something that is no number."""

    cell: SheetCell

    _NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")

    @cached_property
    def plain(self) -> str:
        """The number as printed; empty where there is none."""
        return self.cell.text if self._NUMBER.fullmatch(self.cell.text) and not self._broken else ""

    @property
    def is_dash(self) -> bool:
        """Whether a dash is printed."""
        return bool(re.fullmatch(r"[-—–―一]{1,3}|/", self.cell.text))

    @property
    def is_lost(self) -> bool:
        """Whether something is printed that cannot be read as one number."""
        return bool(self.cell.text) and not self.plain and not self.is_dash

    @property
    def _broken(self) -> bool:
        """Whether whole numbers stand in several lines of the cell: they are not one number."""
        at = self.cell.view.at
        pieces = "".join(
            char if i == 0 or at[i] == at[i - 1] + 1 else f" {char}"
            for i, char in enumerate(self.cell.text)
        ).split()
        return len(pieces) > 1 and (
            len(re.findall(r"\.", self.cell.text)) > 1 or "." in pieces[0][:-2]
        )
