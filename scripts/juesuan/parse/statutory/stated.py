"""Where a table states its unit: in lines around it, and in its own cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from juesuan import terms
from juesuan.parse.statutory.cells import Amount, Row, SheetCell, texts
from juesuan.parse.statutory.sheet import Sheet
from juesuan.parse.statutory.units import Measured
from juesuan.parse.view import View

_DIGIT = re.compile(r"\d")


class _Stating(NamedTuple):
    """A cell that states a unit: what is left, what states it, the unit, whether of the table."""

    left: View
    said: View
    unit: str
    is_of_table: bool


_Found = dict[int, _Stating]
"""By the place of the first character of a cell."""


def measured(sheet: Sheet, lines: Iterable[View]) -> Measured:
    """What a table states of its unit; headings lose what they say of it.

    Args:
        sheet: of the table, without its title.
        lines: around it, which may state the unit.
    """
    own = [unit for line in lines if (unit := terms.stated_unit(line.text))]
    found = dict(_stating(sheet))
    columns = _of_columns(sheet, found)
    sheet.rows = [tuple(_without_unit(cell, found) for cell in row) for row in sheet.rows]
    amounts = list(_amounts(sheet))
    said = {one.unit for one in found.values() if one.is_of_table}
    own += sorted(said - set(columns.values()))
    if columns and _is_one_for_all(columns, {column for column, _ in amounts}):
        own, columns = [*columns.values()], {}
    rest = [one for column, one in amounts if column not in columns]
    where = {one.unit: one.said for one in reversed(found.values())}
    return Measured(list(dict.fromkeys(own)), rest, columns, "", tuple(where.values()))


def in_units(sheet: Sheet, one: Measured) -> None:
    """Tell each cell of a sheet the unit of its column."""
    units = [one.columns.get(column, one.unit) for column in range(sheet.width)]
    sheet.rows = [
        tuple(replace(cell, unit=unit) for cell, unit in zip(row, units, strict=True))
        for row in sheet.rows
    ]


def _stating(sheet: Sheet) -> Iterator[tuple[int, _Stating]]:
    """The cells without a digit that state a unit, by their places."""
    head = len(_head(sheet))
    for number, row in enumerate(sheet.rows):
        is_alone = len(texts(row)) == 1 or number >= head
        for cell in row:
            unit = "" if _DIGIT.search(cell.text) else terms.stated_unit(cell.text)
            if cell.begins and unit:
                behind = terms.unit_words().find(cell.text, "behind")
                at = behind.start() if behind else 0
                of_table = is_alone or bool(
                    terms.unit_words().find(cell.text, "stated") and not behind
                )
                yield cell.view.at[0], _Stating(cell.view[:at], cell.view[at:], unit, of_table)


def _without_unit(cell: SheetCell, found: _Found) -> SheetCell:
    known = found.get(cell.view.at[0]) if cell.text else None
    return replace(cell, view=known.left) if known else cell


def _of_columns(sheet: Sheet, found: _Found) -> dict[int, str]:
    """Column to the unit that a heading above its amounts states."""
    columns: dict[int, str] = {}
    for row in _head(sheet):
        for column, cell in enumerate(row):
            known = found.get(cell.view.at[0]) if cell.text else None
            if known and not known.is_of_table:
                columns[column] = known.unit
    return columns


def _is_one_for_all(columns: dict[int, str], amounts: set[int]) -> bool:
    """Whether the units of columns are that of the table: no amount stands elsewhere."""
    covered = amounts & columns.keys()
    return len(set(columns.values())) == 1 and (not covered or covered == amounts)


def _head(sheet: Sheet) -> Sequence[Row]:
    """The rows above the first amount."""
    rows = sheet.rows
    first = next((i for i, row in enumerate(rows) if any(map(_plain, row))), len(rows))
    return rows[:first]


def _amounts(sheet: Sheet) -> Iterator[tuple[int, str]]:
    """The amounts of a sheet, as printed, with their columns."""
    for row in sheet.rows:
        for column, cell in enumerate(row):
            if cell.begins and (plain := _plain(cell)):
                yield column, plain


def _plain(cell: SheetCell) -> str:
    """The number of a cell that is an amount for sure and no code, and has no unit of its own."""
    one = Amount(cell)
    return one.plain if not one.unit and ("." in one.plain or "," in one.plain) else ""
