"""Headings that do not stand above the columns of their table: what betrays it.

A word processor that loses how many columns a heading spans puts the headings side by side, and
leaves the rest of the row to the last. Each column then has a heading, but that of another one.
Nothing of this is certain, so the sums of the table must judge.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from juesuan.parse.statutory.grid.cells import Row, is_decimal
from juesuan.parse.statutory.grid.label import is_code_part

WHY = "its headings do not stand above its columns, and its sums do not confirm how they were bound"
"""What a maintainer is told of such a table."""


def is_askew(
    rows: Sequence[Row], count: int, paths: Sequence[str], columns: Collection[str]
) -> bool:
    """Whether the headings of a table and its columns do not fit.

    Args:
        rows: of the table, headings and figures.
        count: how many of them are headings.
        paths: the headings of each column, joined by slashes.
        columns: patterns of the headings of columns of amounts.
    """
    return (
        any(_is_code_below_amounts(path, columns) for path in paths)
        or _reaches_down(rows, count)
        or _is_shared(rows, count)
        or _overhangs(rows, count)
    )


def _is_code_below_amounts(path: str, columns: Collection[str]) -> bool:
    """Whether the heading of a part of a code stands below the heading of amounts."""
    above, _, last = path.rpartition("/")
    return bool(above) and is_code_part(last) and any(re.search(one, above) for one in columns)


def _reaches_down(rows: Sequence[Row], count: int) -> bool:
    """Whether a heading covers rows of figures too.

    The first of these may hold headings of parts of a code, and is let pass then.
    """
    shares = count < len(rows) and any(is_code_part(cell.text) for cell in rows[count])
    at = count + shares
    if not 0 < at < len(rows):
        return False
    return any(
        cell.text and cell.view is above.view
        for cell, above in zip(rows[at], rows[count - 1], strict=True)
    )


def _overhangs(rows: Sequence[Row], count: int) -> bool:
    """Whether a heading stands behind the last cell of every row of figures."""
    if not 0 < count < len(rows):
        return False
    begun = (i for row in rows[count:] for i, cell in enumerate(row) if cell.begins or cell.text)
    width = max(begun, default=-1) + 1
    behind = (cell for row in rows[:count] for cell in row[width:])
    return any(cell.begins and cell.text for cell in behind)


def _is_shared(rows: Sequence[Row], count: int) -> bool:
    """Whether one heading, with none below it, covers two columns in which amounts stand."""
    filled = {i for row in rows[count:] for i, cell in enumerate(row) if is_decimal(cell)}
    last = rows[count - 1] if count else ()
    return any(
        bool(a[1].text) and a[1].view is b[1].view and {a[0], b[0]} <= filled
        for a, b in pairwise(enumerate(last))
    )
