"""The cells of a sheet, and what the cell of an amount holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from juesuan import terms
from juesuan.amount import NUMERAL
from juesuan.parse.pieces import has_torn_number
from juesuan.parse.statutory.vocabulary import is_whole
from juesuan.parse.view import View

_UNIT = "|".join(one.name for one in terms.units() if one.kind == "money")
_NUMBER = re.compile(rf"[¥￥]?(?P<plain>-?{NUMERAL})(?P<unit>{_UNIT})?")

MONEY = re.compile(r"-?\d[\d,]*\.\d\d")
"""An amount with decimals, wherever it stands in a text."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell of a sheet.

    Attributes:
        view: its characters.
        begins: whether it begins in this row and column.
        columns, rows: how many of each it covers.
        unit: in which amounts of its column are printed; empty where that is not known.
    """

    view: View
    begins: bool
    columns: int
    rows: int = 1
    unit: str = ""

    @property
    def text(self) -> str:
        """Its characters without spaces."""
        return self.view.text


Row = tuple[SheetCell, ...]
"""A row: for each column of the sheet the cell that covers it."""

BLANK = SheetCell(View("", ()), False, 1)
"""The cell of a column in which nothing is printed."""


def texts(row: Row) -> list[str]:
    """The texts of the cells that begin in a row, without empty ones."""
    return [cell.text for cell in row if cell.begins and cell.text]


@dataclass(frozen=True)
class Amount:
    """What a cell of an amount holds: a number, a dash, nothing, or something that is no number."""

    cell: SheetCell

    @cached_property
    def plain(self) -> str:
        """The number as printed; empty where there is none."""
        return self._number["plain"] if self._number and not self._broken else ""

    @property
    def unit(self) -> str:
        """The unit that stands behind the number in the cell; empty where there is none."""
        return (self._number["unit"] or "") if self._number else ""

    @property
    def view(self) -> View:
        """The characters of the number."""
        return self.cell.view[slice(*self._number.span("plain"))] if self._number else View("", ())

    @cached_property
    def _number(self) -> re.Match[str] | None:
        return _NUMBER.fullmatch(self.cell.text)

    @property
    def is_dash(self) -> bool:
        """Whether a dash is printed."""
        return is_whole(self.cell.text, "dash")

    @property
    def is_lost(self) -> bool:
        """Whether something is printed that cannot be read as one number."""
        return bool(self.cell.text) and not self.plain and not self.is_dash

    @property
    def _broken(self) -> bool:
        """Whether numbers stand beside or below one another in the cell: they are not one."""
        pieces = _pieces(self.cell.view)
        decimals = len(pieces) > 1 and (self.cell.text.count(".") > 1 or "." in pieces[0][:-2])
        return decimals or has_torn_number(self.cell.view)


def _pieces(view: View) -> list[str]:
    """The characters of a view, parted where extraction put a space between them."""
    parted = [
        char if i == 0 or view.at[i] == view.at[i - 1] + 1 else f" {char}"
        for i, char in enumerate(view.text)
    ]
    return "".join(parted).split()


def is_decimal(cell: SheetCell) -> bool:
    """Whether a cell begins here and holds an amount with its decimals."""
    return cell.begins and "." in cell.text and bool(Amount(cell).plain)
