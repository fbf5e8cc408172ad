"""The visible cells of a sheet: rows and columns that are hidden left out, merged cells as one.

A hidden row among others that holds an amount is a row that nobody can read, and so is a hidden
column with a heading: sums may need them.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from juesuan.intake.composer import Placed
from juesuan.intake.reader import SIGN
from juesuan.intake.sheets.cells import SheetCells, Span, letters_of

_AMOUNT = re.compile(r"[-(]?\d[\d,]*\.\d+\)?|-?\d{1,3}(?:,\d{3})+")


@dataclass(frozen=True)
class Grid:
    """The visible cells of a sheet, row by row.

    Attributes:
        rows: for each row that shows anything its cells by columns; rows and columns are counted
            from 0, among those that are shown.
        numbers: for each of them its number on the sheet.
        hidden: texts that are not shown, because their row or column is not.
    """

    rows: tuple[tuple[Placed, ...], ...]
    numbers: tuple[int, ...]
    hidden: tuple[str, ...]


def visible(cells: SheetCells) -> Grid:
    """What is seen of a sheet.

    A merged block whose first cell is hidden shows the text of it where the rest is seen. Of a
    hidden row with an amount a sign stands for each cell, of a hidden column for each amount.

    Args:
        cells: of the sheet.
    """
    merged = _Merged(cells)
    placed = _in_rows(cells, merged)
    shown_rows = sorted(placed)
    kept = [row for row in shown_rows if placed[row]]
    columns = sorted({column for row in kept for column in merged.columns_of(placed[row])})
    rows = tuple(
        tuple(_placed(cell, at, kept, columns) for cell in placed[row].values())
        for at, row in enumerate(kept)
    )
    return Grid(rows, tuple(kept), tuple(merged.unseen()))


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell that is seen, by numbers of the sheet: where it begins, how far it goes, its text."""

    row: int
    column: int
    last_row: int
    last_column: int
    text: str
    address: str

    def veiled(self) -> _Cell:
        """The cell of a hidden row, which nobody can read."""
        return replace(self, text=SIGN)


def _in_rows(cells: SheetCells, merged: _Merged) -> dict[int, dict[int, _Cell]]:
    """The cells of each row that is shown, and of hidden ones what stands for them."""
    rows = (row for row in sorted({*cells.rows, *merged.rows}) if not merged.is_hidden(row))
    placed = {row: merged.in_row(row) for row in rows}
    for row in _veiled(cells, [row for row in placed if placed[row]]):
        placed[row] = {at: one.veiled() for at, one in merged.in_row(row).items()}
    return placed


def _veiled(cells: SheetCells, shown: Sequence[int]) -> Iterator[int]:
    """The hidden rows with an amount that stand between others which are shown."""
    for row in cells.hidden_rows if shown else ():
        if shown[0] < row < shown[-1] and any(map(_is_amount, cells.rows.get(row, {}).values())):
            yield row


def _is_amount(text: str) -> bool:
    return _AMOUNT.fullmatch(text.strip()) is not None and bool(text.strip("-0., "))


def _placed(cell: _Cell, at: int, rows: Sequence[int], columns: Sequence[int]) -> Placed:
    """The cell by numbers of what is shown."""
    left = bisect.bisect_left(columns, cell.column)
    right = bisect.bisect_right(columns, cell.last_column)
    bottom = bisect.bisect_right(rows, cell.last_row)
    return Placed(at, left, cell.text, max(1, bottom - at), max(1, right - left), cell.address)


class _Merged:
    """The cells of a sheet, asked row by row, with merged blocks as one cell.

    Args:
        cells: of the sheet.
    """

    def __init__(self, cells: SheetCells) -> None:
        self._cells = cells
        self._hidden_columns = {
            column
            for first, last in cells.hidden_columns
            for column in range(first, min(last, first + 16_384) + 1)
        }
        self._veiled = _veiled_columns(cells, self._hidden_columns)
        self._unseen_columns = self._hidden_columns
        self._hidden_columns = self._hidden_columns - {*self._veiled}
        self._blocks: dict[int, dict[int, _Cell]] = {}
        self._covered: dict[int, list[tuple[int, int]]] = {}
        self._seen: set[tuple[int, int]] = set()
        for span in cells.merged:
            self._merge(span)
        self.rows = frozenset(self._blocks)

    def is_hidden(self, row: int) -> bool:
        """Whether a row is not shown."""
        return row in self._cells.hidden_rows

    def in_row(self, row: int) -> dict[int, _Cell]:
        """The cells that begin in a row and show something, by column."""
        covered = self._covered.get(row, [])
        single = {
            column: _Cell(row, column, row, column, shown, f"{letters_of(column)}{row}")
            for column, text in self._cells.rows.get(row, {}).items()
            if column not in self._hidden_columns and not _inside(column, covered)
            if (shown := self._shown(row, column, text))
        }
        return dict(sorted({**single, **self._blocks.get(row, {})}.items()))

    def _shown(self, row: int, column: int, text: str) -> str:
        """What is told of a cell: of a hidden column its headings, and a sign for each amount."""
        first = self._veiled.get(column)
        if first is None or row < first:
            return text
        return SIGN if _is_amount(text) else ""

    def columns_of(self, cells: Mapping[int, _Cell]) -> Iterator[int]:
        """The columns that cells cover and that are shown."""
        for cell in cells.values():
            for column in range(cell.column, cell.last_column + 1):
                if column not in self._hidden_columns:
                    yield column

    def unseen(self) -> Iterator[str]:
        """The texts of rows and columns that are not shown."""
        for row, cells in self._cells.rows.items():
            for column, text in cells.items():
                is_out = row in self._cells.hidden_rows or column in self._unseen_columns
                if is_out and (row, column) not in self._seen:
                    yield text

    def _merge(self, span: Span) -> None:
        """Note a merged block where its first visible cell is."""
        top, left, bottom, right = span
        rows = [row for row in self._within(top, bottom) if not self.is_hidden(row)]
        text = self._cells.rows.get(top, {}).get(left, "")
        first = next((i for i in range(left, right + 1) if i not in self._hidden_columns), None)
        for row in rows:
            self._covered.setdefault(row, []).append((left, right))
        if not text or first is None or (not rows and self.is_hidden(top)):
            return
        row = rows[0] if rows else top
        self._seen.add((top, left))
        address = f"{letters_of(left)}{top}"
        self._blocks.setdefault(row, {})[first] = _Cell(row, first, bottom, right, text, address)

    def _within(self, top: int, bottom: int) -> list[int]:
        """The rows of a range that hold anything."""
        if bottom - top < len(self._cells.rows):
            return [row for row in range(top, bottom + 1) if row in self._cells.rows or row == top]
        return sorted(row for row in {*self._cells.rows, top} if top <= row <= bottom)


def _veiled_columns(cells: SheetCells, hidden: set[int]) -> dict[int, int]:
    """The hidden columns with a heading above amounts, and the row of the first amount of each.

    Other columns with amounts are shown beside them.
    """
    first: dict[int, int] = {}
    headed: set[int] = set()
    shown = False
    for row in sorted(cells.rows):
        for column, text in cells.rows[row].items():
            if column not in hidden:
                shown |= _is_amount(text)
            elif _is_amount(text):
                first.setdefault(column, row)
            elif column not in first:
                headed.add(column)
    return {column: row for column, row in first.items() if shown and column in headed}


def _inside(column: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= column <= last for first, last in spans)
