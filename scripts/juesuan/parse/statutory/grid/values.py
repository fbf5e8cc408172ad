"""The amounts of a row that is being read, before it is one: what is printed, and what is not."""

from __future__ import annotations

from collections.abc import Mapping

from juesuan import terms
from juesuan.parse.claims import Draft
from juesuan.parse.passage import published
from juesuan.parse.statutory.grid.cells import Amount, SheetCell
from juesuan.parse.statutory.grid.label import Label
from juesuan.parse.view import View
from juesuan.rows import AnyRow

_ANY = "万元"
"""The unit of a zero, which is nothing in every unit."""


class Values:
    """The amounts of a row, each in the unit of its cell.

    One whose unit is not known, or is no yuan, is printed and not read.
    """

    def __init__(self) -> None:
        self._amounts: dict[str, str] = {}
        self._dashes: list[str] = []
        self._lost: list[str] = []
        self._printed: list[tuple[str, str, View, str]] = []
        self._waste: list[tuple[str, View]] = []

    def take(self, column: str, one: SheetCell, *, sure: bool = True) -> None:
        """Take the cell of a column; ``sure``: whether it is certain that it is of this column."""
        amount = Amount(one)
        if amount.plain and not sure:
            self.lose([column], one)
        elif not one.begins:
            return
        elif amount.plain:
            self._take_amount(column, amount)
        elif amount.is_dash:
            self._dashes.append(column)
        elif amount.is_lost:
            self.lose([column], one)

    def _take_amount(self, column: str, amount: Amount) -> None:
        unit = amount.cell.unit or ("" if amount.plain.strip("-0.,") else _ANY)
        if terms.unit_kind(unit) != "money":
            self.lose([column], amount.cell)
            return
        self._amounts[column] = value = published(amount.plain, unit)
        self._printed.append((column, value, amount.view, unit))

    def take_row(self, label: Label, cells: Mapping[str, SheetCell]) -> None:
        """Take the cells of a row by column.

        Where no border parts an amount from another or from the label, it is none's for sure.
        """
        for column, one in cells.items():
            self.take(column, one, sure=label.owns(one, cells.values()))
        if label.amount is not None:
            self.lose(self._possible(label, cells), label.amount)

    def _possible(self, label: Label, cells: Mapping[str, SheetCell]) -> list[str]:
        """The columns of which an amount inside the label may be: those below it, else one."""
        covered = [column for column, one in cells.items() if label.covers(one)]
        blank = [column for column in cells if column not in self._amounts]
        return covered or blank[:1] or list(cells)[:1]

    def lose(self, columns: list[str], one: SheetCell) -> None:
        """Mark columns as unreadable; what is printed for them stands in a cell."""
        self._lost += columns
        self._waste += [(column, one.view) for column in columns[:1]]

    def columns(self) -> dict[str, str]:
        """The columns of the published row that these amounts fill."""
        return {
            **self._amounts,
            "dashes": " ".join(self._dashes),
            "unreadable": " ".join(dict.fromkeys(self._lost)),
        }

    def claim(self, draft: Draft, resource: str, row: AnyRow) -> None:
        """Record where in the source the amounts of a published row stand."""
        for column, value, view, unit in self._printed:
            draft.bind(resource, row, column, value, view, unit)
        for column, view in self._waste:
            draft.lose(resource, row, column, view)
