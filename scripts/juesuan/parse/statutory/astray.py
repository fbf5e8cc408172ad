"""Tables with headings of the nine below no title: columns that stand on a sheet of their own.

Whose rows they are is not said: they are unread, and told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from juesuan import terms
from juesuan.model import Document, Table
from juesuan.parse.claims import Draft
from juesuan.parse.statutory.cells import MONEY
from juesuan.parse.statutory.titles import first_rows
from juesuan.parse.view import Reader

FEWEST = 2
"""Headings of one of the nine that show a table to be a part of it."""


def tell_astray(
    document: Document, reader: Reader, ranges: Collection[tuple[int, int]], draft: Draft
) -> None:
    """Tell the tables with amounts below headings of the nine that belong to none that was read.

    Args:
        document: with its tables.
        reader: of the document.
        ranges: what was found already.
        draft: takes the remarks.
    """
    for table in document.tables:
        if any(start <= table.start < end for start, end in ranges):
            continue
        headings = [*_headings(reader, table)]
        if len(headings) >= FEWEST and MONEY.search(reader.text, table.start, table.end):
            draft.remarks.append(
                f"{document.place_of(table.start)}: a table without a title has the headings "
                f"{'、'.join(headings[:3])}: what stands in it is unread; it may hold further "
                "columns of the table before, compare with the original"
            )


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
