"""Rows without numbers, which carry on cells of the indicator above them."""

from __future__ import annotations

from itertools import pairwise

from juesuan.parse.claims import Draft
from juesuan.parse.forms.grid import GridCell, GridRow, without_side_labels
from juesuan.parse.forms.indicators.aligned import LEVELS, POINTS, VALUES, Aligned, Head
from juesuan.parse.forms.values import Kind, kind_of
from juesuan.parse.forms.vocabulary import LEVELS as NAMES
from juesuan.parse.view import View
from juesuan.rows import IndicatorsColumn

_REST_OF_VALUE = 4
"""Characters up to which a piece below a value may be the rest of its unit."""


def carry_on(found: list[Aligned], row: GridRow, printed: Head, draft: Draft) -> None:
    """Add the cells of a row to the last indicator; levels without an indicator are left out.

    Args:
        found: the indicators above the row.
        row: without numbers.
        printed: field to printed column.
        draft: takes a remark where text stands before the first indicator.
    """
    fields = {column: name for name, column in printed.items()}
    for cell in without_side_labels(row.cells):
        if cell.text in NAMES:
            continue
        if not found:
            draft.remarks.append(f"form text before its first indicator left out: {cell.text[:30]}")
            continue
        last = found[-1]
        above = last.columns.get(cell.column) or fields.get(cell.column)
        name = _open_field(last, above, cell, printed)
        own = [last.cells[name]] if name in last.cells else []
        last.cells[name] = View.join([*own, cell.view])


def _open_field(
    last: Aligned, name: IndicatorsColumn | None, cell: GridCell, printed: Head
) -> IndicatorsColumn:
    """The field that a piece carries on: the one above it, unless that one is complete."""
    if name is None or name in POINTS or _is_complete(last, name, cell):
        return "reason" if "reason" in printed else "basis"
    if name in LEVELS and name in last.cells and last.cells[name].text in NAMES:
        return "level3"
    if name == "level3" and _wraps_basis(last, cell):
        return "basis"
    return name


def _is_complete(last: Aligned, name: IndicatorsColumn, cell: GridCell) -> bool:
    """Whether a value stands above a piece that is too long to be the rest of its unit."""
    if name not in VALUES or name not in last.cells:
        return False
    return kind_of(last.cells[name].text) is not Kind.TEXT and len(cell.view) > _REST_OF_VALUE


def _wraps_basis(last: Aligned, cell: GridCell) -> bool:
    """Whether a piece below the name fits into the column of the basis, which is narrower."""
    if last.lacks("basis") or last.lacks("level3"):
        return False
    return len(cell.view) <= _wrapped(last.cells["basis"]) < _wrapped(last.cells["level3"])


def _wrapped(view: View) -> int:
    """The longest piece between spaces: how wide the printed column of a wrapped cell is."""
    longest = run = 1
    for before, after in pairwise(view.at):
        run = run + 1 if after == before + 1 else 1
        longest = max(longest, run)
    return longest
