"""A form as rows of cells, whatever the extraction made of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from juesuan.parse.forms.values import Kind, kind_of
from juesuan.parse.view import Reader, View


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: the column it is printed in, and its characters."""

    column: int
    view: View

    @property
    def text(self) -> str:
        """Its characters without spaces."""
        return self.view.text

    @property
    def kind(self) -> Kind:
        """The kind of value it holds."""
        return kind_of(self.view.text)


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its non-empty cells, how many columns it is printed with, and its first character in the source."""

    cells: tuple[GridCell, ...]
    width: int
    start: int

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the cells."""
        return tuple(cell.text for cell in self.cells)

    @property
    def squeezed(self) -> str:
        """All its text in one piece."""
        return "".join(self.texts)

    def at(self, column: int) -> View:
        """The cell printed in a column; empty if there is none."""
        return next((cell.view for cell in self.cells if cell.column == column), View("", ()))


def tabbed_rows(reader: Reader, start: int, end: int) -> list[GridRow]:
    """Rows of a region whose cells are separated by tabs.

    A line without tabs is a row of one cell in column 0; lines of the page (numbers, headers) and rules of dashes are
    left out.
    """
    skipped = {first for first, _ in reader.furniture(start, end)}
    rows = []
    for first, last in _lines(reader.text, start, end):
        if first in skipped:
            continue
        cells: list[GridCell] = []
        column, at = 0, first
        for stop in [*(m.start() for m in re.compile("\t").finditer(reader.text, first, last)), last]:
            cells.extend(GridCell(column, view) for view in _split(reader, at, stop))
            column, at = column + 1, stop + 1
        if cells and not all(re.fullmatch(r"[-:]{2,}", cell.text) for cell in cells):
            rows.append(GridRow(tuple(cells), column, first))
    return rows


_TWO_SCORES = re.compile(r"\s*\d{1,3}\s?\.\s?\d\d(\s+)\d{1,3}\s?\.\s?\d\d\s*分?\s*")


def _split(reader: Reader, start: int, end: int) -> list[View]:
    """The cell between two tabs; two, where two scores ran into one cell with a space between them."""
    two = _TWO_SCORES.fullmatch(reader.text, start, end)
    spans = [(start, two.start(1)), (two.end(1), end)] if two else [(start, end)]
    return [view for a, b in spans if len(view := reader.view(a, b))]


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, at = [], start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        spans.append((at, stop))
        at = stop + 1
    return spans


def columns(head: GridRow, wanted: dict[str, str]) -> dict[str, int]:
    """Field name to printed column, found by heading.

    Args:
        head: the row of headings.
        wanted: field name to a regular expression of its heading.
    """
    found = {}
    for name, pattern in wanted.items():
        for cell in head.cells:
            if re.search(pattern, cell.text):
                found[name] = cell.column
                break
    return found


def without(cells: tuple[GridCell, ...], drop: Callable[[GridCell], bool]) -> tuple[GridCell, ...]:
    """The cells that are not to be dropped."""
    return tuple(cell for cell in cells if not drop(cell))
