"""A form as rows of cells, whatever the extraction made of it."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from itertools import pairwise

from juesuan import terms
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
    left out; the pieces of a row that is broken over lines, or cut by a page break, are put together.
    """
    skipped = reader.skipped(start, end)
    starts = [first for first, _ in skipped]
    lines = [
        (a, b)
        for a, b in _lines(reader.text, start, end)
        if not _within(a, starts, skipped) and not reader.text[a:b].isspace() and a < b
    ]
    rows: list[GridRow] = []
    broken = _page_breaks(reader)
    for pieces in _whole(reader.text, lines):
        cells: list[GridCell] = []
        column = 0
        for views in _columns(reader, pieces):
            cells.extend(GridCell(column, view) for view in views)
            column += 1
        if cells and not all(re.fullmatch(r"[-:]{2,}", cell.text) for cell in cells):
            row = GridRow(tuple(cells), column, pieces[0][0])
            if rows and row.start in broken and _is_rest(rows[-1], row):
                rows[-1] = _mended(rows[-1], row)
            else:
                rows.append(row)
    return rows


def _page_breaks(reader: Reader) -> set[int]:
    """Where a ruled table goes on at the top of the next page: the beginnings of its first lines there."""
    pieces = reader.document.tables
    return {
        later.start
        for earlier, later in pairwise(pieces)
        if later.page == earlier.page + 1
        and later.width == earlier.width
        and not len(reader.prose(earlier.end, later.start))
    }


def _is_rest(row: GridRow, rest: GridRow) -> bool:
    """Whether a row is the lower part of the one before: words below words, and no label of the forms.

    A row that was whole has its numbers; the lower part of one has none, or has those that the upper part lacks.
    """
    above = {cell.column: cell for cell in row.cells}
    labels = {
        *terms.forms()["level1"],
        *terms.forms()["level2"],
        *terms.forms()["side_labels"],
        *_LABELS,
    }
    if any(cell.text in labels or re.search(_HEADINGS, cell.text) for cell in rest.cells):
        return False
    numbers = [cell for cell in rest.cells if cell.kind is not Kind.TEXT]
    upon = [
        cell
        for cell in rest.cells
        if cell.column in above and Kind.TEXT not in (cell.kind, above[cell.column].kind)
    ]
    apart = [
        cell
        for cell in rest.cells
        if cell.column in above
        and (cell.kind is Kind.TEXT) != (above[cell.column].kind is Kind.TEXT)
    ]
    had = [cell for cell in row.cells if cell.kind is not Kind.TEXT]
    words = all(cell.column in above for cell in rest.cells if cell.kind is Kind.TEXT)
    return words and not upon and not apart and not (numbers and had)


_LABELS = ("总分", "合计", "年度总体目标", "预期目标", "实际完成情况")
_HEADINGS = r"名称$|指标$|^(?:资金来源|分值|得分|执行率|全年执行数|主管部门|实施单位)"


def _mended(row: GridRow, rest: GridRow) -> GridRow:
    cells = {cell.column: cell for cell in row.cells}
    for cell in rest.cells:
        above = cells.get(cell.column)
        cells[cell.column] = (
            GridCell(cell.column, View.join([above.view, cell.view])) if above else cell
        )
    return GridRow(tuple(cells[column] for column in sorted(cells)), row.width, row.start)


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
    return (
        bool(re.search(r"[㐀-鿿]{2}", line))
        and Kind.TEXT in kinds
        and kinds.count(Kind.NUMBER) >= 2
    )


_MANY = 5
"""Tabs from which on a row is one of a table with many columns."""


def _columns(reader: Reader, pieces: list[tuple[int, int]]) -> list[list[View]]:
    """The columns of a row: mostly a cell each; the last of a piece goes on as the first of the next."""
    found: list[list[View]] = []
    for first, last in pieces:
        at = first
        for stop in [
            *(m.start() for m in re.compile("\t").finditer(reader.text, first, last)),
            last,
        ]:
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
