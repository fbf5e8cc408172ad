"""A second table in the grid of the first, without a title between them: what betrays it.

Its rows begin anew (a code, a total, a number of a line that was there before), or its headings are
those of another table. Headings alone that are printed again betray nothing: pages repeat them. The
first is read where its sums confirm that it ends there; the second is unread and told.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from juesuan import terms
from juesuan.model import Table
from juesuan.parse.claims import Draft
from juesuan.parse.statutory.doubts.astray import SECTION as UNTITLED
from juesuan.parse.statutory.doubts.unread import quote_pieces
from juesuan.parse.statutory.finding.find import Found, lines_of
from juesuan.parse.statutory.finding.parted import part_of
from juesuan.parse.statutory.finding.titles import first_rows, title_alone
from juesuan.parse.statutory.grid.cells import MONEY, Row, is_decimal, texts
from juesuan.parse.statutory.grid.label import is_code_part, joined
from juesuan.parse.statutory.grid.sheet import Sheet
from juesuan.parse.statutory.grid.vocabulary import ORDINAL, contains
from juesuan.parse.statutory.shapes.heading import is_line_row
from juesuan.parse.view import Reader

_CODE = re.compile(r"\d{3}|\d{5}|\d{7}")
_DIGIT = re.compile(r"\d")
_PARTS = re.compile(r"\d{2,7}")
_FEWEST_HEADINGS = 3
"""Headings in a row that show it to be one of headings, and none of labels."""

_FEWEST_OTHERS = 2
"""Headings of another table that show it to be one."""

_NEAR = 3
"""Lines above a title in which another one tells that two tables stand below."""

_LONGEST = 40
"""Characters of a row that are told."""

_STRUCTURAL = ("code", "name", "side_label", "phase", "line_number", "line_row")
"""Words for headings that more than one table has."""


def part_second(found: Found, reader: Reader) -> None:
    """Part what stands in the grid of a table of another one, which begins there without a title.

    Args:
        found: the table; gives its further pieces to ``rest``.
        reader: of the document.
    """
    row = None if found.beside else second_row(found.table, found.sheet(reader))
    if row is None:
        return
    pieces, left = found.pieces, row + found.inside
    found.pieces = []
    for piece in pieces:
        height = max((cell.row + cell.rows for cell in piece.cells), default=0)
        if found.rest or left <= 0:
            found.rest.append(piece)
        elif left < height:
            found.pieces.append(part_of(piece, 0, left))
            found.rest.append(part_of(piece, left, height))
        else:
            found.pieces.append(piece)
        left -= height


def leave_second(found: Found, where: str, reader: Reader, draft: Draft) -> None:
    """Publish what stands in the grid of a table of another one as a text, and tell it."""
    if not found.rest:
        return
    draft.remarks.append(
        f"{where}: {found.table.label}: another table begins in its grid, in the row "
        f"{_first_words(reader, found.rest[0])}, and has no title: it is unread; give it its "
        "title, or compare with the original"
    )
    quote_pieces(UNTITLED, found.rest, reader, draft)


def is_crowded(found: Found, reader: Reader) -> bool:
    """Whether another title stands above that of a table in whose grid there are two.

    Which of the two has which title is not known then.
    """
    above = list(lines_of(reader, *found.before))[-_NEAR:]
    return bool(found.rest) and any(title_alone(line) for line in above)


def _first_words(reader: Reader, table: Table) -> str:
    return " ".join(view.text for view in first_rows(reader, table)[0])[:_LONGEST]


def second_row(table: terms.StatutoryTable, sheet: Sheet) -> int | None:
    """The row of a sheet in which another table begins with its headings; None for one table."""
    rows = sheet.rows
    first = next((i for i, row in enumerate(rows) if _is_data(row)), len(rows))
    before = _Before(table, _line_columns(rows[:first]))
    for number in range(first, len(rows)):
        if _heads_another(table, rows[:first], rows[number]) or before.has(rows, number):
            return _with_headings(rows, first, number)
    return None


def _with_headings(rows: Sequence[Row], first: int, number: int) -> int | None:
    """The first row of headings above a row; None where all above it is the head of the sheet."""
    while number > first and _is_heading(rows[number - 1]):
        number -= 1
    return number if number > first else None


def _is_data(row: Row) -> bool:
    """Whether a row holds a code, a numbered label, a total, or an amount."""
    said = texts(row)
    labelled = any(ORDINAL.match(one) or contains(one, "total") for one in said[:1])
    return bool(_code(row)) or (labelled and not _is_heading(row)) or any(map(is_decimal, row))


def _code(row: Row) -> str:
    """The code that a row begins with; empty where it has none, or where it may be a part of it."""
    said = texts(row)
    pieces = [*itertools.takewhile(_PARTS.fullmatch, said)]
    rest = said[len(pieces) :]
    if rest and _DIGIT.search(rest[0]) and not MONEY.fullmatch(rest[0]):
        return ""
    code = joined(pieces)
    return code if _CODE.fullmatch(code) else ""


# -- rows that begin anew --------------------------------------------------------------------------


class _Before:
    """What stood in the rows above: codes, totals, numbers of lines.

    Args:
        table: whose rows they are.
        numbered: columns of numbers of lines.
    """

    def __init__(self, table: terms.StatutoryTable, numbered: Sequence[int]) -> None:
        self.is_two_sided = table.shape == "sides"
        self.codes: set[str] = set()
        self.total: list[str] = []
        self.lines = dict.fromkeys(numbered, 0)

    def has(self, rows: Sequence[Row], number: int) -> bool:
        """Whether a row was there before; else it is there for the rows below."""
        row = rows[number]
        return self._has_code(rows, number) | self._has_line(row) | self._has_total(rows, number)

    def _has_code(self, rows: Sequence[Row], number: int) -> bool:
        """Whether a code was there; a row that is printed twice below itself begins nothing."""
        code = _code(rows[number])
        found = code in self.codes and code != _code(rows[number - 1])
        self.codes |= {code} - {""}
        return found

    def _has_line(self, row: Row) -> bool:
        """Whether the numbers of lines begin with one again."""
        found = False
        for column, last in self.lines.items():
            text = row[column].text
            if text.isdecimal():
                found |= int(text) == 1 and last > 1
                self.lines[column] = int(text)
        return found

    def _has_total(self, rows: Sequence[Row], number: int) -> bool:
        """Whether a total was there with other amounts, or above headings or further lines."""
        said = texts(rows[number])
        if self.total and self.is_two_sided:
            return _goes_on(rows[number])
        if not said or _code(rows[number]) or not _is_total(said[0], two_sided=self.is_two_sided):
            return False
        found = bool(self.total) and (said != self.total or _is_heading(rows[number - 1]))
        self.total = self.total or said
        return found


def _goes_on(row: Row) -> bool:
    """Whether a row below the total has a numbered label, or an amount that is no part of it."""
    label = "".join(texts(row)[:1])
    is_part = contains(label, "of_which") is not None
    return bool(ORDINAL.match(label)) or (any(map(is_decimal, row)) and not is_part)


def _is_total(text: str, *, two_sided: bool) -> bool:
    return contains(text, "line_total" if two_sided else "total") is not None


def _line_columns(head: Sequence[Row]) -> list[int]:
    """The columns of numbers of lines."""
    return sorted(
        {i for row in head for i, cell in enumerate(row) if contains(cell.text, "line_number")}
    )


# -- headings --------------------------------------------------------------------------------------


def _is_heading(row: Row) -> bool:
    """Whether a row holds nothing but headings, or numbers of columns; a total alone is none."""
    said = texts(row)
    if len(said) == 1 and contains(said[0], "total"):
        return False
    return bool(said) and (is_line_row(row) or all(map(_heads_any, said)))


def _heads_another(table: terms.StatutoryTable, head: Sequence[Row], row: Row) -> bool:
    """Whether a row holds headings, some of which are of another table and not of this one."""
    said = texts(row)
    if len(said) < _FEWEST_HEADINGS or not all(map(_heads_any, said)):
        return False
    known = {text for one in head for text in texts(one)}
    own = [re.compile(one) for one in table.columns.values()]
    others = [
        text
        for text in said
        if text not in known
        and not _is_structural(text)
        and not any(column.search(text) for column in own)
    ]
    return len(others) >= _FEWEST_OTHERS


def _heads_any(text: str) -> bool:
    """Whether a text heads a column of some table."""
    if MONEY.search(text) or ORDINAL.match(text):
        return False
    return _is_structural(text) or any(one.match(text) for one in _columns())


def _is_structural(text: str) -> bool:
    sides = contains(text, "revenue") or contains(text, "expenditure")
    return (
        is_code_part(text)
        or any(contains(text, one) for one in _STRUCTURAL)
        or (sides is not None and len(text) == len(sides.group()))
    )


@cache
def _columns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one) for one in _patterns())


def _patterns() -> Iterator[str]:
    for table in terms.statutory_tables():
        yield from table.columns.values()
