"""The cells of a sheet, and what the cell of an amount holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from juesuan import terms
from juesuan.amount import NUMERAL
from juesuan.parse import chinese
from juesuan.parse.pieces import has_torn_number
from juesuan.parse.statutory.grid.vocabulary import WORDS, is_whole
from juesuan.parse.view import View

_UNIT = "|".join(terms.money_factors())
_MARK, _MARK_BEFORE = (WORDS.source(f"note_mark{one}") for one in ("", "_before"))
_NUMBER = re.compile(
    rf"(?:[¥￥]|CNY|RMB)?(?:(?P<plain>-?{NUMERAL})(?P<unit>{_UNIT})?"
    rf"|(?P<before>{_MARK_BEFORE})?(?P<marked>-?{NUMERAL}(?<=\.[0-9]{{2}}))(?P<behind>{_MARK})?)"
)
_DIGITS, _PLACES, _GROUPS = (
    "".join(terms.words("numerals").means(name)) for name in ("digits", "places", "groups")
)
_CHINESE = re.compile(
    rf"(?:人民币)?(?P<number>[{_DIGITS}{_PLACES}][{_DIGITS}{_PLACES}{_GROUPS}点]*?)"
    rf"(?:(?P<unit>{_UNIT})整?)?"
)

MONEY = re.compile(r"-?[\d□][\d□,]*\.[\d□]{2}")
"""An amount with decimals, wherever it stands in a text; its digits may be illegible."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell of a sheet.

    Attributes:
        view: its characters.
        begins: whether it begins in this row and column.
        columns, rows: how many of each it covers.
        stated: the units that are stated of an amount in it.
        unit: in which it is printed; empty where that is not known.
    """

    view: View
    begins: bool
    columns: int
    rows: int = 1
    unit: str = ""
    stated: tuple[str, ...] = ()

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
        """The number as printed, one in Chinese numerals in digits; empty where there is none."""
        if self._number is None or self._broken:
            return ""
        return self._number[self._part] if self._number.re is _NUMBER else self._chinese

    @property
    def _chinese(self) -> str:
        """The value of a number in Chinese numerals; empty where its unit is not known for sure."""
        number = self._number["number"] if self._number else ""
        is_told = bool(self.unit) or (len(number) > 1 and not set(number) & set(_GROUPS))
        return chinese.value(number) if is_told else ""

    @property
    def unit(self) -> str:
        """The unit that stands behind the number in the cell; empty where there is none."""
        return (self._number["unit"] or "") if self._number else ""

    @property
    def mark(self) -> str:
        """The mark of a note that stands beside the number; empty where there is none."""
        if self._number is None or self._part != "marked":
            return ""
        return (self._number["before"] or "") + (self._number["behind"] or "")

    @property
    def view(self) -> View:
        """The characters of the number."""
        if self._number is None:
            return View("", ())
        return self.cell.view[slice(*self._number.span(self._part))]

    @property
    def _part(self) -> str:
        """The part of what was found that is the number."""
        if self._number is None or self._number.re is _CHINESE:
            return "number"
        return "plain" if self._number["plain"] else "marked"

    @cached_property
    def _number(self) -> re.Match[str] | None:
        return _NUMBER.fullmatch(self.cell.text) or _CHINESE.fullmatch(self.cell.text)

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
        pieces = _pieces(self.view)
        decimals = len(pieces) > 1 and (self.view.text.count(".") > 1 or "." in pieces[0][:-2])
        return decimals or has_torn_number(self.view)


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
