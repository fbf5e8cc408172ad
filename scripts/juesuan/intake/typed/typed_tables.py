"""Statutory tables that are typed into a text: their cells stand between tabs, bars or blanks.

A table is looked for below the title of a statutory table, and where a row of headings says that
units are listed: elsewhere what stands between tabs may be anything. Tabs and bars part columns for
certain. Blanks do where the cells of a column stand below one another, or all rows have as many;
that is no line drawn on paper, and the sums of the table must confirm it. Cells that each stand on
a line of their own, or between single blanks, are read by :mod:`juesuan.intake.singly`.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from juesuan import terms
from juesuan.amount import LIKE_DECIMALS, NUMERAL
from juesuan.intake.singly import table_of_lines
from juesuan.intake.typed.typed_columns import Piece, columns_of_blanks, parted, spread_headings
from juesuan.model import Cell, Document, Table

_ABOVE = 6
"""Lines between a title and the first row of its table."""

_FEWEST, _MOST = 3, 60
"""Cells that the widest row of a table has."""

_MOST_HEADINGS, _MOST_ROWS = 6, 3_000
"""Rows of headings, and rows of a table."""

_LONGEST_TITLE = 60
_LONGEST_LABEL, _MOST_LABELS = 24, 4
"""Characters of the label of a row, and such rows behind one another with nothing behind them."""

_LINE_END, _FAR = 2, 8
"""Characters of a line end; blanks that no paragraph begins with."""

_SENTENCE = re.compile(r"[:。;]")
_AMOUNT = re.compile(rf"-?{LIKE_DECIMALS}")
_RULE = re.compile(r"[-—=:+_|│┼├┤─\s]+")
_BARS = re.compile(r"[|｜│\t]")
_BLANKS = re.compile(r"[ \u3000]{2,}|\u3000")

_Line = tuple[int, int]
"""Where a line begins and ends, without its line end."""


def with_typed_tables(document: Document) -> Document:
    """The document with the tables that are typed into its text, beside those of its format.

    Args:
        document: its ``clean`` has the bars of tables that begin and end with one as tabs.
    """
    known = [(table.start, table.end) for table in document.tables]
    found = [
        replace(table, page=_page(document, table.start))
        for table in typed_tables(document.clean, document.text, known)
    ]
    if not found:
        return document
    tables = sorted((*document.tables, *found), key=lambda one: one.start)
    return replace(document, tables=tuple(tables))


def _page(document: Document, offset: int) -> int:
    return max([1, *(page.number for page in document.pages if page.start <= offset)])


def typed_tables(text: str, printed: str, known: Sequence[tuple[int, int]] = ()) -> Iterator[Table]:
    """The tables that are typed into a text.

    Args:
        text: clean.
        printed: the same characters as they are printed, which tell how wide they are.
        known: the ranges of tables that the format knows, in order; in them, and below the titles
            above them, none is looked for.

    Yields:
        A table each, in the order of the text.
    """
    lines = list(_lines(text))
    has_units = [_has_units(text[slice(*line)]) for line in lines]
    titles = [
        i
        for i, (line, is_over_units) in enumerate(zip(lines, [*has_units[1:], False], strict=False))
        if (is_over_units or is_title(text, line)) and not _is_within(known, line[0])
    ]
    starts = [start for start, _ in known]
    for at, stop in itertools.pairwise([*titles, len(lines)]):
        below = lines[at + 1 : stop]
        if not below or _holds(starts, below[0][0], below[-1][1]):
            continue
        if table := _below(text, printed, below) or table_of_lines(text, lines[at], below):
            yield table


def _below(text: str, printed: str, lines: Sequence[_Line]) -> Table | None:
    """The table below a title whose cells stand between tabs and bars, or else between blanks."""
    for separator, is_certain in ((_BARS, True), (_BLANKS, False)):
        rows = _rows(text, lines, separator)
        if rows and (table := _table(text, printed, rows, separator, is_certain)):
            return table
    return None


def _is_within(known: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether a place lies in a known table."""
    at = bisect.bisect_right(known, (offset, float("inf"))) - 1
    return at >= 0 and offset < known[at][1]


def _holds(starts: Sequence[int], first: int, last: int) -> bool:
    """Whether a known table begins in a range."""
    return bisect.bisect_left(starts, first) < bisect.bisect_right(starts, last)


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, at + len(line.rstrip("\r\n"))
        at += len(line)


def is_title(text: str, line: _Line) -> bool:
    """Whether a line is the title of one of the nine tables, with a unit behind it or none."""
    if line[1] - line[0] > _LONGEST_TITLE or not _endings().search(text, *line):
        return False
    squeezed = re.sub(r"\s", "", text[line[0] : line[1]])
    return _titles().search(squeezed) is not None


def _has_units(line: str) -> bool:
    """Whether a line has the headings of a list of units."""
    cells = _texts(line, _BARS) if _BARS.search(line) else ()
    return len(cells) >= _FEWEST and any(map(_unit_column().search, cells))


@cache
def _unit_column() -> re.Pattern[str]:
    words = terms.words("lists", numeral=NUMERAL, money=terms.unit_pattern("money"))
    return words.pattern("unit_column")


@cache
def _titles() -> re.Pattern[str]:
    names = "|".join(f"(?:{one.title})" for one in terms.statutory_tables())
    return re.compile(rf"(?:{names})(?:\(.{{0,14}}\))?$")


@cache
def _endings() -> re.Pattern[str]:
    """The characters in which titles end: lines with none of them are no titles."""
    return re.compile(f"[{''.join({one.title[-1] for one in terms.statutory_tables()})}]")


# -- rows ----------------------------------------------------------------------------------------


def _rows(text: str, lines: Sequence[_Line], separator: re.Pattern[str]) -> list[_Line]:
    """The lines below a title that are rows of its table; none where no row of headings follows."""
    about = itertools.takewhile(lambda line: _is_about(text, line), lines[:_ABOVE])
    first = sum(1 for _ in about)
    below = _table_lines(text, list(_without_gaps(text, lines[first:])), separator)
    rows = [line for line in below if not _RULE.fullmatch(text[slice(*line)])]
    counts = [sum(map(bool, _texts(text[slice(*row)], separator))) for row in rows]
    fits = 1 < len(rows) <= _MOST_ROWS and _FEWEST <= max(counts) <= _MOST
    return rows if fits and not _SENTENCE.search(text[slice(*rows[0])]) else []


def _table_lines(text: str, lines: Sequence[_Line], separator: re.Pattern[str]) -> Iterator[_Line]:
    """The lines that are rows, up to the first one that is none.

    A row of which only the label is printed holds no separator where its end was trimmed.
    """
    rows = [_is_row(text[slice(*line)], separator) for line in lines]
    for i, line in enumerate(lines):
        is_next = line[0] - lines[i - 1][1] <= _LINE_END if i else any(rows[1:2])
        goes_on = any(rows[i + 1 : i + 1 + _MOST_LABELS])
        if not rows[i] and not (is_next and goes_on and _is_label(text, line)):
            return
        yield line


def _is_row(line: str, separator: re.Pattern[str]) -> bool:
    """Whether a line has two cells, one far from its begin, or is a total without amounts."""
    said = line.strip(" \u3000")
    if separator.search(said) or _total().fullmatch(said):
        return True
    return separator is _BLANKS and len(line) - len(line.lstrip(" \u3000")) >= _FAR


@cache
def _total() -> re.Pattern[str]:
    return terms.words("statutory").pattern("total")


def _is_label(text: str, line: _Line) -> bool:
    """Whether a line may be the label of a row with nothing behind it."""
    squeezed = re.sub(r"\s", "", text[slice(*line)])
    is_long = len(squeezed) > _LONGEST_LABEL
    return not is_long and not _SENTENCE.search(squeezed)


def _is_about(text: str, line: _Line) -> bool:
    """Whether a line between title and headings says who, in which unit, which form, or nothing."""
    squeezed = re.sub(r"\s", "", text[slice(*line)])
    if not squeezed or ":" in squeezed or terms.stated_unit(squeezed):
        return True
    return terms.words("statutory").pattern("form_number").fullmatch(squeezed) is not None


def _texts(line: str, separator: re.Pattern[str]) -> list[str]:
    return [cell.strip() for cell in separator.split(line)]


def _without_gaps(text: str, lines: Sequence[_Line]) -> Iterator[_Line]:
    """The lines up to two empty ones behind one another; without the single empty ones."""
    empty = 0
    for line in lines:
        empty = 0 if text[slice(*line)].strip(" \u3000\t\r") else empty + 1
        if empty > 1:
            return
        if not empty:
            yield line


# -- the table -----------------------------------------------------------------------------------


def _table(
    text: str, printed: str, rows: Sequence[_Line], separator: re.Pattern[str], is_certain: bool
) -> Table | None:
    """The table of some rows; None where its columns are not told, or it holds no amount."""
    pieces = [parted(text, printed, row, separator) for row in rows]
    head = _headings(pieces)
    if is_certain:
        pieces = _without_edges(pieces)
        width = max(len(row) for row in pieces)
    else:
        placed = columns_of_blanks(pieces, head)
        if placed is None:
            return None
        pieces, width = placed
    if width < _FEWEST or not head:
        return None
    cells = [
        Cell(number, piece.column, piece.start, piece.end, 1, piece.columns)
        for number, row in enumerate([*spread_headings(pieces[:head], width), *pieces[head:]])
        for piece in row
    ]
    end = min(len(text), rows[-1][1] + 1)
    return Table(1, rows[0][0], end, width, tuple(cells), is_ruled=is_certain)


def _headings(rows: Sequence[Sequence[Piece]]) -> int:
    """How many rows are headings: those above the first with an amount.

    Where no amount is printed, those above the first with one text alone, save at the top.
    """
    texts = [[piece.text for piece in row if piece.text] for row in rows]
    filled = next((i for i, row in enumerate(texts) if any(map(_AMOUNT.fullmatch, row))), len(rows))
    top = next((i for i, row in enumerate(texts) if len(row) > 1), 0)
    alone = (i for i, row in enumerate(texts) if i > top and len(row) < 2)
    return min(filled, next(alone, len(rows)), _MOST_HEADINGS)


def _without_edges(rows: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The rows without an empty first column, which a bar at the left edge makes, and last one."""
    width = max(map(len, rows))
    first = int(all(not row[0].text for row in rows))
    last = width - int(all(len(row) < width or not row[-1].text for row in rows))
    return [
        [replace(piece, column=piece.column - first) for piece in row[first:last]] for row in rows
    ]
