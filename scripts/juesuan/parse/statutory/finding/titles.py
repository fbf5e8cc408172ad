"""The titles of the statutory tables: in the lines above a table, or in its own first row."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from juesuan import terms
from juesuan.amount import WITH_DECIMALS
from juesuan.model import Table
from juesuan.parse.statutory.grid.vocabulary import WORDS, contains, is_whole
from juesuan.parse.view import Reader, View

_ABOVE = 6
"""Lines above a table in which its title is looked for."""

_SENTENCE = re.compile(r"[。;]|.{46}")
"""A line that belongs to the prose: no title stands above it."""

_FEWEST = 3
"""Columns below which a ruled table is none of the nine."""

_FIRST_ROWS = 4
"""Rows of a table in which a title and what belongs to it may stand."""

_MONEY = re.compile(rf"-?{WITH_DECIMALS}|-?\d{{1,3}}(?:,\d{{3}})+")
"""A number that is an amount for sure: with decimals, or with marks of its thousands."""

_UNIT_BEHIND = re.compile(rf"\(?(?:{terms.unit_words().source('stated')})\)?$")


class Title(NamedTuple):
    """A title: the number of its line, the table that it names, its characters."""

    at: int
    table: terms.StatutoryTable
    view: View


class OtherTitle(NamedTuple):
    """The title of a table that is none of the nine, and the lines between it and its table."""

    view: View
    below: list[View]


def title_above(table: Table, between: list[View]) -> Title | None:
    """The nearest title among the lines above a table that is wide enough to be one of the nine."""
    return _title(between) if table.width >= _FEWEST else None


class InnerTitle(NamedTuple):
    """A title in a table: with it what belongs to it, how many of the first rows hold both."""

    title: Title
    above: list[View]
    rows: int


def title_inside(reader: Reader, table: Table) -> InnerTitle | None:
    """The title in the first row of a table; rows of one text each, or of its unit, follow it."""
    rows = first_rows(reader, table)
    alone = title_in_row(rows[0]) if rows else None
    title = _title([alone]) if alone is not None and table.width >= _FEWEST else None
    if title is None:
        return None
    below = list(itertools.takewhile(lambda row: len(row) == 1 or not _told(row), rows[1:]))
    beside = [behind_title(view, title.view) if view is alone else view for view in rows[0]]
    above = [view for view in (*beside, *itertools.chain(*below)) if len(view)]
    return InnerTitle(title, above, 1 + len(below))


def title_in_row(row: Sequence[View]) -> View | None:
    """The title in a row of a table that holds nothing else but its unit, its number, an office."""
    told = _told(row)
    return told[0] if len(told) == 1 and is_title(told[0]) else None


def _told(row: Sequence[View]) -> list[View]:
    """What a row holds beside a unit, the number of a table and who made it."""
    return [
        one
        for one in row
        if not (terms.stated_unit(one.text) and not is_title(one))
        and not is_whole(one.text, "numbered")
        and not contains(one.text, "preparer")
    ]


def other_title(reader: Reader, table: Table, between: list[View]) -> OtherTitle | None:
    """The title of a table of accounts that holds amounts and is none of the nine.

    It stands above it, or alone in its first row. Forms of performance are none.
    """
    if not _holds_money(reader, table):
        return None
    rows = first_rows(reader, table)
    if rows and len(rows[0]) == 1 and _is_other(rows[0][0]):
        return OtherTitle(_without_unit(rows[0][0]), [])
    for at in range(len(between) - 1, max(-1, len(between) - 1 - _ABOVE), -1):
        line = between[at]
        if is_sentence(line) or contains(line.text, "form_of_performance"):
            return None
        if _is_other(line):
            return OtherTitle(_without_unit(line), between[at + 1 :])
    return None


def _is_other(line: View) -> bool:
    told = _without_unit(line).text
    return is_whole(told, "other_title") and not contains(told, "form_of_performance")


def _without_unit(line: View) -> View:
    """A line without a unit behind its title."""
    unit = _unit_behind(line.text)
    return line[: unit.start()] if unit else line


def _holds_money(reader: Reader, table: Table) -> bool:
    """Whether a cell of a table is an amount."""
    views = (reader.view(cell.start, cell.end) for cell in table.cells)
    return any(_MONEY.fullmatch(view.text) for view in views)


def title_alone(line: View) -> terms.StatutoryTable | None:
    """The table of the nine whose title a line is, with a unit behind it or none."""
    found = _title_in([line], 0, 0)
    return found.table if found else None


def is_sentence(line: View) -> bool:
    """Whether a line belongs to the prose."""
    return _SENTENCE.search(line.text) is not None


def is_title(line: View) -> bool:
    """Whether a line is a title, of one of the nine tables or of another one."""
    return title_alone(line) is not None or _is_other(line)


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
        if is_sentence(lines[at]):
            return None
        for first in (at, at - 1):
            title = _title_in(lines, first, at)
            if title is not None:
                return title
    return None


def _title_in(lines: list[View], first: int, last: int) -> Title | None:
    """The title that one line is, or two; a unit may stand behind it in the same line."""
    if first < 0 or is_sentence(lines[first]):
        return None
    if first != last and terms.stated_unit(lines[last].text):
        return None
    line = View.join(lines[first : last + 1])
    line = _without_unit(line) if first == last else line
    table = next((one for pattern, one in _titles() if pattern.fullmatch(line.text)), None)
    return Title(first, table, line) if table else None


def _unit_behind(line: str) -> re.Match[str] | None:
    return _UNIT_BEHIND.search(line) or terms.unit_words().find(line, "behind")


@cache
def _titles() -> list[tuple[re.Pattern[str], terms.StatutoryTable]]:
    before, behind = WORDS.source("before_title"), WORDS.source("behind_title")
    return [
        (re.compile(f"{before}(?:{one.title}){behind}"), one) for one in terms.statutory_tables()
    ]


def names_table(line: View) -> bool:
    """Whether a line names a table of accounts, be it none of the nine."""
    return contains(line.text, "some_title") is not None
