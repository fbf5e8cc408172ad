"""Lines of the prose and of the tables by their names, where two prints of one name differ."""

from __future__ import annotations

import re
import unicodedata

from juesuan import terms
from juesuan.check.book.book import Book
from juesuan.check.book.columns import short
from juesuan.check.views.tables import FUNDS, Coded, CodedRow, coded_rows
from juesuan.check.views.words import WORDS
from juesuan.errors import AbsentFactError
from juesuan.rows import FunctionsRow

_MARKS = re.compile(r"[（）()“”\"、,:]")
_LEVELS = (3, 5, 7)
"""Lengths of the codes of classes, subclasses and items."""


def plain(name: str) -> str:
    """A name without what prints differ in.

    Compatible characters, spaces, a number before it, kinds of brackets, endings.

    >>> plain("⒈ 行政运行"), plain("（一）\ufa08政运行"), plain("一、 办公费")
    ('行政运行', '行政运行', '办公')
    """
    numbering = WORDS.pattern("numbering")
    one = numbering.sub("", "".join(name.split()))  # signs: NFKC makes digits of them
    bare = numbering.sub("", unicodedata.normalize("NFKC", one))
    return WORDS.pattern("line_ending").sub("", _MARKS.sub("", bare))


_FEWEST = 4
"""Characters of a name that was cut off."""


def is_cut(name: str, other: str) -> bool:
    """Whether one of two names is the other one, cut off where it ran out of its cell.

    >>> is_cut("机关事业单位职业年金缴费支出", "机关事业单位职业年金缴"), is_cut("医疗", "医疗救助")
    (True, False)
    """
    long, short = sorted((plain(name), plain(other)), key=len, reverse=True)
    return len(short) >= _FEWEST and long.startswith(short)


def path_of(row: FunctionsRow) -> str:
    """A line of the prose by the path of its names."""
    names = (row["class"], row["subclass"], row["item"])
    return "/".join(plain(name) for name in names if name)


def by_path(book: Book, table: Coded) -> dict[str, CodedRow]:
    """The rows of a table by the path of their names, joined by slashes.

    A table that lists items alone prints no names above them: such a row has the path of the one
    line of the prose that is called so, in its class.
    """
    rows = [row for row in coded_rows(book, table) if row["code"]]
    names = {row["code"]: plain(row["name"]) for row in rows}
    found = dict[str, CodedRow]()
    for row in rows:
        path = [names.get(row["code"][:n], "") for n in _LEVELS if n <= len(row["code"])]
        own = [] if all(path) else _lines_called(book, table, row)
        found[own[0] if len(own) == 1 else "/".join(path)] = row
    return found


def _lines_called(book: Book, table: Coded, row: CodedRow) -> list[str]:
    """The paths of the lines of the prose that have the name and the class of a row."""
    return [
        path_of(line)
        for line in book.facts.rows("functions")
        if line["fund"] == FUNDS.get(table) and terms.class_code(line["class"]) == row["code"][:3]
        if path_of(line).rpartition("/")[2] == plain(row["name"])
    ]


def line_of(book: Book, table: Coded, row: FunctionsRow) -> CodedRow:
    """The row of a table that a line of the prose speaks of: by its names, else by its code.

    Raises:
        AbsentFactError: if there is none.
    """
    lines = by_path(book, table)
    if path_of(row) in lines:
        return lines[path_of(row)]
    for line in lines.values():
        if line["code"] == row["code"]:
            return line
    raise AbsentFactError(f"{short(table)}没有这个科目")


def is_renamed(row: FunctionsRow, path: str, code: str) -> bool:
    """Whether a line of the prose is a line of a table whose class goes by another name.

    Args:
        row: of the prose.
        path: of the table's line.
        code: of the table's line.
    """
    below = "/".join(plain(name) for name in (row["subclass"], row["item"]))
    return terms.class_code(row["class"]) == code[:3] and path.partition("/")[2] == below
