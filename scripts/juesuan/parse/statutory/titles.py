"""The titles of the statutory tables: in the lines above a table, or in its own first row."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import NamedTuple

from juesuan import terms
from juesuan.model import Table
from juesuan.parse.statutory.vocabulary import WORDS, contains
from juesuan.parse.view import Reader, View

_ABOVE = 6
"""Lines above a table in which its title is looked for."""

_SENTENCE = re.compile(r"[。;]|.{46}")
"""A line that belongs to the prose: no title stands above it."""

_FEWEST = 3
"""Columns below which a ruled table is none of the nine."""

_FIRST_ROWS = 4
"""Rows of a table in which a title and what belongs to it may stand."""

_UNIT_BEHIND = re.compile(rf"\(?(?:{WORDS.source('unit')})\)?$")


class Title(NamedTuple):
    """A title: the number of its line, the table that it names, its characters."""

    at: int
    table: terms.StatutoryTable
    view: View


def title_above(table: Table, between: list[View]) -> Title | None:
    """The nearest title among the lines above a table that is wide enough to be one of the nine."""
    return _title(between) if table.width >= _FEWEST else None


def title_inside(reader: Reader, table: Table) -> tuple[Title, list[View]] | None:
    """The title in the first row of a table, and the rows below it that hold one text each."""
    rows = first_rows(reader, table)
    if not rows or len(rows[0]) != 1 or table.width < _FEWEST:
        return None
    title = _title(rows[0])
    if title is None:
        return None
    below = itertools.takewhile(lambda row: len(row) == 1, rows[1:])
    return title, [row[0] for row in below]


def first_rows(reader: Reader, table: Table) -> list[list[View]]:
    """The texts of the first rows of a table, up to an empty row."""
    rows: list[list[View]] = [[] for _ in range(_FIRST_ROWS)]
    for cell in table.cells:
        if cell.row < len(rows) and len(view := reader.view(cell.start, cell.end)):
            rows[cell.row].append(view)
    return list(itertools.takewhile(bool, rows))


def behind_title(line: View, title: View) -> View:
    """What stands behind a title in its last line: the unit; nothing in other lines."""
    return line[line.at.index(title.at[-1]) + 1 :] if title.at[-1] in line.at else line[:0]


def _title(lines: list[View]) -> Title | None:
    """The last title in some lines; one may be broken over two of them, none stands above prose."""
    for at in range(len(lines) - 1, max(-1, len(lines) - 1 - _ABOVE), -1):
        if _SENTENCE.search(lines[at].text):
            return None
        for first in (at, at - 1):
            title = _title_in(lines, first, at)
            if title is not None:
                return title
    return None


def _title_in(lines: list[View], first: int, last: int) -> Title | None:
    """The title that one line is, or two; a unit may stand behind it in the same line."""
    if first < 0 or _SENTENCE.search(lines[first].text):
        return None
    line = View.join(lines[first : last + 1])
    unit = _UNIT_BEHIND.search(line.text) if first == last else None
    line = line[: unit.start()] if unit else line
    table = next((one for pattern, one in _titles() if pattern.fullmatch(line.text)), None)
    return Title(first, table, line) if table else None


@cache
def _titles() -> list[tuple[re.Pattern[str], terms.StatutoryTable]]:
    before, behind = WORDS.source("before_title"), WORDS.source("behind_title")
    return [
        (re.compile(f"{before}(?:{one.title}){behind}"), one) for one in terms.statutory_tables()
    ]


def names_table(line: View) -> bool:
    """Whether a line names a table of accounts, be it none of the nine."""
    return contains(line.text, "some_title") is not None
