"""A form as rows of cells, whatever the extraction made of it."""

from __future__ import annotations

import bisect
import re
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
    left out; the pieces of a row that is broken over lines are put together.
    """
    skipped = reader.skipped(start, end)
    starts = [first for first, _ in skipped]
    lines = [
        (a, b)
        for a, b in _lines(reader.text, start, end)
        if not _within(a, starts, skipped) and not reader.text[a:b].isspace() and a < b
    ]
    rows = []
    for pieces in _whole(reader.text, lines):
        cells: list[GridCell] = []
        column = 0
        for views in _columns(reader, pieces):
            cells.extend(GridCell(column, view) for view in views)
            column += 1
        if cells and not all(re.fullmatch(r"[-:]{2,}", cell.text) for cell in cells):
            rows.append(GridRow(tuple(cells), column, pieces[0][0]))
    return rows


def _within(at: int, starts: list[int], spans: list[tuple[int, int]]) -> bool:
    i = bisect.bisect_right(starts, at) - 1
    return i >= 0 and at < max(spans[i][1], spans[i][0] + 1)


def _whole(text: str, lines: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The lines of each row: two that are too short by themselves are one if together they have the tabs of a neighbour."""
    tabs = [text.count("\t", a, b) for a, b in lines]
    found: list[list[tuple[int, int]]] = []
    i = 0
    while i < len(lines):
        both = sum(tabs[i : i + 2])
        beside = {*tabs[max(i - 1, 0) : i], *tabs[i + 2 : i + 3]}
        fits = both >= _MANY and 0 < tabs[i] < both and both in beside
        if fits and not all(_says_enough(text[a:b]) for a, b in lines[i : i + 2]):
            found.append(lines[i : i + 2])
            i += 2
        else:
            found.append(lines[i : i + 1])
            i += 1
    return found


def _says_enough(line: str) -> bool:
    """Whether a line has a name and two numbers, as every row by itself has."""
    kinds = [kind_of(re.sub(r"\s", "", cell)) for cell in line.split("\t")]
    return bool(re.search(r"[㐀-鿿]{2}", line)) and Kind.TEXT in kinds and kinds.count(Kind.NUMBER) >= 2


_MANY = 5
"""Tabs from which on a row is one of a table with many columns."""


def _columns(reader: Reader, pieces: list[tuple[int, int]]) -> list[list[View]]:
    """The columns of a row: mostly a cell each; the last of a piece goes on as the first of the next."""
    found: list[list[View]] = []
    for first, last in pieces:
        at = first
        for stop in [*(m.start() for m in re.compile("\t").finditer(reader.text, first, last)), last]:
            views = _split(reader, at, stop)
            if at == first and found:
                found[-1] = [View.join([*found[-1], *views])] if found[-1] or views else []
            else:
                found.append(views)
            at = stop + 1
    return found


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
