"""Tables with amounts below no title: columns on a sheet of their own, or a table without words.

Whose rows they are is not said: they are unread, told, and published as a text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from juesuan import terms
from juesuan.model import Document, Table
from juesuan.parse.claims import Draft
from juesuan.parse.statutory.doubts.unread import quote_pieces
from juesuan.parse.statutory.finding.titles import first_rows
from juesuan.parse.statutory.grid.cells import MONEY
from juesuan.parse.view import Reader

SECTION = "untitled_tables"
"""Section of the texts that tables are published in above which no title stands."""

FEWEST = 2
"""Headings of one of the nine, or amounts alone, that show a table to be a part of it."""

_LETTER = re.compile(r"[^\W\d_]")


def tell_astray(
    document: Document, reader: Reader, ranges: Collection[tuple[int, int]], draft: Draft
) -> None:
    """Tell the tables with amounts that belong to none that was read.

    Headings of the nine stand in their first rows, or no words at all: letters that a font does not
    show leave such tables.

    Args:
        document: with its tables.
        reader: of the document.
        ranges: what was found already.
        draft: takes the remarks and the texts.
    """
    for table in document.tables:
        if any(start <= table.start < end for start, end in ranges):
            continue
        if why := _why(reader, table):
            draft.remarks.append(f"{document.place_of(table.start)}: {why}")
            quote_pieces(SECTION, [table], reader, draft)


def _why(reader: Reader, table: Table) -> str:
    """Why a table that was not found may be of the nine; empty where it is not."""
    if not MONEY.search(reader.text, table.start, table.end):
        return ""
    headings = [*_headings(reader, table)]
    if len(headings) >= FEWEST:
        return (
            f"a table without a title has the headings {'、'.join(headings[:3])}: what stands in "
            "it is unread; it may hold further columns of the table before, compare with the "
            "original"
        )
    if _is_wordless(reader, table):
        return (
            "a table has amounts and neither a title nor any words: what stands in it is unread, "
            "compare with the original"
        )
    return ""


def _is_wordless(reader: Reader, table: Table) -> bool:
    """Whether a table holds several amounts and no letter."""
    texts = [reader.view(cell.start, cell.end).text for cell in table.cells]
    amounts = sum(MONEY.fullmatch(one) is not None for one in texts)
    return amounts >= FEWEST and not any(map(_LETTER.search, texts))


def _headings(reader: Reader, table: Table) -> Iterator[str]:
    """The texts of its first rows that head columns of one of the nine."""
    patterns = [
        re.compile(column)
        for one in terms.statutory_tables()
        if one.shape == "coded"
        for column in one.columns.values()
    ]
    for row in first_rows(reader, table):
        yield from (view.text for view in row if any(one.match(view.text) for one in patterns))
