"""Forms whose cells are separated by tabs; broken rows are put together."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from itertools import pairwise

from juesuan.parse.forms.grid import GridCell, GridRow
from juesuan.parse.forms.values import Kind, is_value, kind_of
from juesuan.parse.forms.vocabulary import LEVELS, SIDE_LABELS, VALUES, WORDS, contains
from juesuan.parse.pieces import damage_torn, damaged
from juesuan.parse.view import Reader, View

Span = tuple[int, int]

_MANY = 5
"""Tabs from which on a row is one of a table with many columns."""

_DECIMALS, _AMOUNT = re.compile(r"\.?\d{1,2}"), re.compile(r"\d\.\d\d$")
_RULE = re.compile(r"[-:]{2,}")
_TAB = re.compile("\t")
_TWO_SCORES = VALUES.pattern("two_scores")
_TWO_CHINESE = re.compile(r"[\u3400-\u9fff]{2}")
_OWN_LABELS = frozenset((*LEVELS, *SIDE_LABELS, *WORDS.words("row_labels")))


def tabbed_rows(reader: Reader, start: int, end: int) -> list[GridRow]:
    """Rows of a region whose cells are separated by tabs.

    A line without tabs is a row of one cell in column 0; lines of the page (numbers, headers) and
    rules of dashes are left out; the pieces of a row that is broken over lines, or cut by a page
    break, are put together. A number that a page tore at the end of its row is a damaged one.
    """
    rows: list[GridRow] = []
    broken = _page_breaks(reader)
    for pieces in _whole(reader.text, _printed_lines(reader, start, end)):
        row = _row(reader, pieces)
        if not row.cells or _is_rule(row):
            continue
        if rows and row.start in broken and _is_rest(rows[-1], row):
            rows[-1] = _mended(rows[-1], row)
        elif rows and _ends_number(rows[-1], row):
            rows[-1] = _torn(rows[-1], row)
        else:
            rows.append(row)
    return rows


# -- lines ---------------------------------------------------------------------------------------


def _printed_lines(reader: Reader, start: int, end: int) -> list[Span]:
    """The lines of a region that carry text and do not belong to the page."""
    skipped = reader.skipped(start, end)
    starts = [first for first, _ in skipped]
    return [
        (a, b)
        for a, b in _lines(reader.text, start, end)
        if not _within(a, starts, skipped) and a < b and not reader.text[a:b].isspace()
    ]


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield at, stop
        at = stop + 1


def _within(at: int, starts: list[int], spans: list[Span]) -> bool:
    i = bisect.bisect_right(starts, at) - 1
    return i >= 0 and at < max(spans[i][1], spans[i][0] + 1)


def _whole(text: str, lines: list[Span]) -> Iterator[list[Span]]:
    """The lines of each row: two lines, where they are one row that was broken."""
    tabs = [text.count("\t", a, b) for a, b in lines]
    i = 0
    while i < len(lines):
        count = 2 if _is_broken(text, lines, tabs, i) else 1
        yield lines[i : i + count]
        i += count


def _is_broken(text: str, lines: list[Span], tabs: list[int], i: int) -> bool:
    """Whether two lines that are too short by themselves have together the tabs of a neighbour."""
    both = sum(tabs[i : i + 2])
    beside = {*tabs[max(i - 1, 0) : i], *tabs[i + 2 : i + 3]}
    if both < _MANY or not 0 < tabs[i] < both or both not in beside:
        return False
    return not all(_says_enough(text[a:b]) for a, b in lines[i : i + 2])


def _says_enough(line: str) -> bool:
    """Whether a line has a name and two numbers, as every row by itself has."""
    kinds = [kind_of(re.sub(r"\s", "", cell)) for cell in line.split("\t")]
    named = _TWO_CHINESE.search(line) is not None and Kind.TEXT in kinds
    return named and kinds.count(Kind.NUMBER) >= 2


# -- cells ---------------------------------------------------------------------------------------


def _row(reader: Reader, pieces: list[Span]) -> GridRow:
    found = _columns(reader, pieces)
    cells = tuple(GridCell(i, view) for i, views in enumerate(found) for view in views)
    return GridRow(cells, len(found), pieces[0][0])


def _is_rule(row: GridRow) -> bool:
    return all(_RULE.fullmatch(text) for text in row.texts)


def _columns(reader: Reader, pieces: list[Span]) -> list[list[View]]:
    """The columns of a row: mostly a cell each; the last of a piece goes on in the next piece."""
    found: list[list[View]] = []
    for first, last in pieces:
        here = [_split(reader, a, b) for a, b in _between_tabs(reader.text, first, last)]
        if found:
            going_on = [*found.pop(), *here.pop(0)]
            found.append([View.join(going_on)] if going_on else [])
        found.extend(here)
    return found


def _between_tabs(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in _TAB.finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end


def _split(reader: Reader, start: int, end: int) -> list[View]:
    """The cell between two tabs; two, where two scores ran into one cell with a space between."""
    two = _TWO_SCORES.fullmatch(reader.text[start:end])
    spans = [(start, start + two.start(1)), (start + two.end(1), end)] if two else [(start, end)]
    return [view for a, b in spans if len(view := _cell(reader, a, b))]


def _cell(reader: Reader, start: int, end: int) -> View:
    """The characters of a cell; a number whose pieces are not proven one is a damaged one."""
    view = reader.view(start, end)
    return damage_torn(view) if is_value(view.text) else view


def _ends_number(row: GridRow, rest: GridRow) -> bool:
    """Whether all of a row are the decimals that the last number of the one before lacks."""
    if len(rest.cells) != 1 or not _DECIMALS.fullmatch(rest.texts[0]):
        return False
    last = row.cells[-1].text
    return not _AMOUNT.search(last) and bool(_AMOUNT.search(last + rest.texts[0]))


def _torn(row: GridRow, rest: GridRow) -> GridRow:
    """The row, with the end of its last number, which is a damaged one."""
    last = row.cells[-1]
    view = damaged(View.join([last.view, rest.cells[0].view]))
    return GridRow((*row.cells[:-1], GridCell(last.column, view)), row.width, row.start)


# -- rows that a page break cuts -----------------------------------------------------------------


def _page_breaks(reader: Reader) -> set[int]:
    """Where a ruled table goes on at the top of the next page: the begins of its first lines."""
    return {
        later.start
        for earlier, later in pairwise(reader.document.tables)
        if later.page == earlier.page + 1
        and later.width == earlier.width
        and not len(reader.prose(earlier.end, later.start))
    }


def _is_rest(row: GridRow, rest: GridRow) -> bool:
    """Whether a row is the lower part of the one before: words below words, and no label."""
    return (
        not any(_is_own(text) for text in rest.texts)
        and all(_may_go_on(row, cell) for cell in rest.cells)
        and not (_has_numbers(row) and _has_numbers(rest))
    )


def _is_own(text: str) -> bool:
    """Whether a text begins a row of its own: a label or a heading of the forms."""
    return text in _OWN_LABELS or contains(text, "row_headings") is not None


def _may_go_on(row: GridRow, cell: GridCell) -> bool:
    """Whether a cell may be the rest of the one above it: a text of a text, a number of nothing."""
    above = next((one for one in reversed(row.cells) if one.column == cell.column), None)
    if cell.kind is Kind.TEXT:
        return above is not None and above.kind is Kind.TEXT
    return above is None


def _has_numbers(row: GridRow) -> bool:
    """Whether a row has its numbers; the parts of a broken row do not both have some."""
    return any(cell.kind is not Kind.TEXT for cell in row.cells)


def _mended(row: GridRow, rest: GridRow) -> GridRow:
    cells = {cell.column: cell for cell in row.cells}
    for cell in rest.cells:
        above = cells.get(cell.column)
        view = View.join([above.view, cell.view]) if above else cell.view
        cells[cell.column] = GridCell(cell.column, view)
    return GridRow(tuple(cells[column] for column in sorted(cells)), row.width, row.start)
