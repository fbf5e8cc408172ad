"""Where a table states its unit: in lines around it, in its own cells, in the name of its sheet."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from juesuan import terms
from juesuan.parse.statutory.grid.cells import MONEY, Amount, Row, SheetCell, texts
from juesuan.parse.statutory.grid.sheet import Sheet
from juesuan.parse.statutory.units.units import Measured, Units
from juesuan.parse.view import View

_Scope = Literal["table", "column", "row"]


class _Stating(NamedTuple):
    """A cell that states a unit: what is left, what states it, the unit, of which amounts."""

    left: View
    said: View
    unit: str
    scope: _Scope


_Found = dict[int, _Stating]
"""By the place of the first character of a cell."""


@dataclass
class _Scopes:
    """The units that a table states, of all its amounts, of columns and of rows."""

    table: list[str]
    columns: Mapping[int, list[str]] = field(default_factory=dict)
    rows: Mapping[int, list[str]] = field(default_factory=dict)

    def of(self, row: int, column: int, cell: SheetCell) -> tuple[str, ...]:
        """All that is stated of the amount in a cell, each once, from the table to the cell."""
        own = terms.whole_unit(Amount(cell).unit)
        said = [*self.table, *self.columns.get(column, ()), *self.rows.get(row, ()), own]
        return tuple(dict.fromkeys(one for one in said if one))


def measured(sheet: Sheet, lines: Iterable[View], name: str = "") -> Units:
    """What a table states of its units; headings lose what they say of it.

    Args:
        sheet: of the table, without its title; takes for each cell the units that are stated of it.
        lines: around it, which may state the unit.
        name: of the sheet of a workbook on which it stands.
    """
    around = [unit for line in lines for unit in _stated(line.text)]
    found = dict(_stating(sheet))
    scopes = _scopes(sheet, found, [*around, *_stated(_narrow(name))])
    sheet.rows = [tuple(_without_unit(cell, found) for cell in row) for row in sheet.rows]
    where = {one.unit: one.said for one in reversed(found.values())}
    units = Units(tuple(scopes.table), said=tuple(where.values()))
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            if cell.begins and Amount(cell).plain:
                _take(units, scopes.of(row, column, cell), cell)
    sheet.rows = [
        tuple(replace(cell, stated=scopes.of(at, i, cell)) for i, cell in enumerate(row))
        for at, row in enumerate(sheet.rows)
    ]
    return units


def in_units(sheet: Sheet, units: Units) -> None:
    """Tell each cell of a sheet the unit of an amount in it."""
    known = {stated: one.unit for stated, one in units.parts.items()}
    sheet.rows = [
        tuple(replace(cell, unit=known.get(cell.stated, "")) for cell in row) for row in sheet.rows
    ]


def _take(units: Units, stated: tuple[str, ...], cell: SheetCell) -> None:
    """Take an amount to those of which the same is stated; a code is none for sure."""
    is_part = len(stated) == 1 and stated != units.stated
    one = units.parts.setdefault(stated, Measured(stated, [], is_part=is_part))
    amount = Amount(cell)
    if amount.unit or "." in amount.plain or "," in amount.plain:
        one.amounts.append(amount.plain)
        one.first = one.first or cell.view


def _narrow(name: str) -> str:
    """The name of a sheet without spaces and with half-width punctuation, as in clean text."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def _stated(text: str) -> list[str]:
    """The units that a text states, which is no amount itself."""
    return [] if MONEY.search(text) else terms.stated_units(text)


def _stating(sheet: Sheet) -> Iterator[tuple[int, _Stating]]:
    """The cells that state a unit and are no amounts, by their places."""
    head = len(_head(sheet))
    for number, row in enumerate(sheet.rows):
        for cell in row:
            for unit in _stated(cell.text) if cell.begins and not Amount(cell).plain else ():
                behind = terms.unit_words().find(cell.text, "behind")
                at = behind.start() if behind else 0
                is_whole = terms.unit_words().find(cell.text, "stated") and not behind
                scope: _Scope = "table" if is_whole or len(texts(row)) == 1 else "column"
                if number >= head:
                    scope = "row" if any(map(_is_amount, row)) else "table"
                yield cell.view.at[0], _Stating(cell.view[:at], cell.view[at:], unit, scope)


def _without_unit(cell: SheetCell, found: _Found) -> SheetCell:
    known = found.get(cell.view.at[0]) if cell.text else None
    return replace(cell, view=known.left) if known else cell


def _scopes(sheet: Sheet, found: _Found, around: Iterable[str]) -> _Scopes:
    """Which units are stated of which amounts.

    What heads a column of labels is stated of the whole table, and so is a unit that heads every
    column of amounts. Headings that a next page repeats state nothing new.
    """
    heads = _by(found, "column", enumerate(zip(*_head(sheet), strict=True)))
    amounts, labels = _filled(sheet.rows[len(_head(sheet)) :])
    said = {one.unit for one in found.values() if one.scope == "table"}
    table = [
        *filter(None, around),
        *sorted(said - {*itertools.chain.from_iterable(heads.values())}),
        *itertools.chain.from_iterable(heads[i] for i in sorted(heads.keys() & labels)),
    ]
    columns = {i: said for i, said in heads.items() if i not in labels}
    if len({*map(tuple, columns.values())}) == 1 and amounts <= columns.keys():
        table, columns = [*table, *next(iter(columns.values()))], {}
    return _Scopes([*dict.fromkeys(table)], columns, _by(found, "row", enumerate(sheet.rows)))


def _filled(rows: Sequence[Row]) -> tuple[set[int], set[int]]:
    """The columns that hold amounts, and those that hold labels alone."""
    amounts = {i for row in rows for i, cell in enumerate(row) if _is_amount(cell)}
    return amounts, {i for row in rows for i, cell in enumerate(row) if cell.text} - amounts


def _by(
    found: _Found, scope: _Scope, lines: Iterable[tuple[int, Sequence[SheetCell]]]
) -> dict[int, list[str]]:
    """The number of a row or a column to the units that its cells state of it."""
    said: dict[int, list[str]] = {}
    for number, cells in lines:
        known = [found[cell.view.at[0]] for cell in cells if cell.text and cell.view.at[0] in found]
        units = [one.unit for one in known if one.scope == scope]
        if units:
            said[number] = [*dict.fromkeys(units)]
    return said


def _head(sheet: Sheet) -> Sequence[Row]:
    """The rows above the first amount."""
    rows = sheet.rows
    first = next((i for i, row in enumerate(rows) if any(map(_is_amount, row))), len(rows))
    return rows[:first]


def _is_amount(cell: SheetCell) -> bool:
    """Whether a cell is an amount for sure and no code."""
    one = Amount(cell)
    return bool(one.plain) and bool(one.unit or "." in one.plain or "," in one.plain)
