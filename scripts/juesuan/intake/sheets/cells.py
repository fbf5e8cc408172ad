"""The cells of one sheet as a person sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from lxml import etree

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.reader import SIGN
from juesuan.intake.sheets.archive import Archive, name_of
from juesuan.intake.sheets.book import Book, text_of
from juesuan.intake.sheets.display import UnknownFormatError, displayed
from juesuan.intake.text.doubted import is_unsigned
from juesuan.intake.text.struck_out import settled, struck_out

ROWS, COLUMNS = 1_048_576, 16_384
"""Of the largest sheet that there is."""

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
_FEWEST = 3
"""Digits that a number keeps where its format shows it in thousands."""

_HALF_CENT = Decimal("0.005")
_TRUE = ("1", "true")
_TRUTH = {"0": "FALSE", "1": "TRUE"}

Span = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 1."""


@dataclass
class SheetCells:
    """The cells of a sheet.

    Attributes:
        rows: row to column to text, from 1; cells that show nothing are not there.
        merged: blocks of cells that are one.
        hidden_rows, hidden_columns: what is not shown.
        uncounted: cells of formulas of which it is not known what is shown.
        unknown: cells whose format is not known, with the code of the first.
        blanked: cells of numbers of which their format shows nothing.
        struck: cells that are struck out.
        red: cells of amounts without a sign that are red.
        conditional: whether conditions show numbers in another way.
        rounded: cells of which decimals of an amount are not shown.
    """

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[Span] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    uncounted: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    blanked: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    red: list[str] = field(default_factory=list)
    conditional: bool = False
    rounded: list[str] = field(default_factory=list)


def column_number(letters: str) -> int:
    """The number of a column, from 1.

    >>> column_number("A"), column_number("AB")
    (1, 28)
    """
    found = 0
    for letter in letters:
        found = 26 * found + ord(letter) - 64
    return found


@lru_cache(maxsize=1024)
def letters_of(column: int) -> str:
    """The letters of a column.

    >>> letters_of(1), letters_of(28)
    ('A', 'AB')
    """
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def read_cells(archive: Archive, book: Book, part: str) -> SheetCells:
    """The cells of a sheet.

    Args:
        archive: of the workbook.
        book: the workbook.
        part: of the sheet.

    Raises:
        UnreadableSourceError: if it is damaged or has more cells than any disclosure.
    """
    return _Reading(archive, book).read(part)


class _Reading:
    """A sheet that is being read."""

    def __init__(self, archive: Archive, book: Book) -> None:
        self._archive, self._book = archive, book
        self._found = SheetCells()
        self._row, self._count = 0, 0

    def read(self, part: str) -> SheetCells:
        for one in self._archive.elements(part, "row", "col", "mergeCell", "cfRule"):
            kind = name_of(one)
            if kind == "cfRule":
                self._found.conditional |= one.get("dxfId", "") in self._book.otherwise
                continue
            if kind == "row":
                self._take_row(one)
            elif kind == "col":
                self._take_columns(one)
            elif span := span_of(one.get("ref", "")):
                self._found.merged.append(span)
            self._few()
        return self._found

    def _few(self) -> None:
        if self._count > limits.SHEET_CELLS or len(self._found.merged) > limits.SHEET_CELLS:
            raise UnreadableSourceError(
                self._archive.file_name,
                f"a sheet of more than {limits.SHEET_CELLS:,} cells",
                "at most as many",
                "check that this is one disclosure",
            )

    def _take_columns(self, one: etree._Element) -> None:
        if _is_hidden(one, "width"):
            first, last = _whole(one.get("min", "")), _whole(one.get("max", ""))
            self._found.hidden_columns.append((first, last))

    def _take_row(self, row: etree._Element) -> None:
        self._row = _whole(row.get("r", "")) or self._row + 1
        if _is_hidden(row, "ht"):
            self._found.hidden_rows.add(self._row)
        cells: dict[int, str] = {}
        column = 0
        for cell in row:
            match = _REFERENCE.match(cell.get("r", ""))
            column = column_number(match[1]) if match else column + 1
            self._count += 1
            if text := self._drawn(self._shown(cell, column), cell, column):
                cells[column] = text
        if self._row > ROWS or column > COLUMNS:
            raise self._archive.damaged(ValueError(f"row {self._row}, column {column}"))
        if cells:
            self._found.rows[self._row] = cells

    def _drawn(self, text: str, cell: etree._Element, column: int) -> str:
        """What a cell shows in the font of its style: struck out, in red, or as it is."""
        book = self._book
        if not text or not (book.struck or book.red):
            return text
        style = _whole(cell.get("s", ""))
        if style in book.struck:
            self._found.struck.append(f"{letters_of(column)}{self._row}")
            return settled(struck_out(text))
        if style in book.red and is_unsigned(text):
            self._found.red.append(f"{letters_of(column)}{self._row}")
        return text

    def _shown(self, cell: etree._Element, column: int) -> str:
        """What a cell shows."""
        value, has_formula = None, False
        for part in cell:
            kind = name_of(part)
            if kind == "v":
                value = part.text
            elif kind == "f":
                has_formula = True
            elif kind == "is":
                return text_of(part).strip()
        if has_formula and (value is None or self._book.is_stale):
            self._found.uncounted.append(f"{letters_of(column)}{self._row}")
            return SIGN
        return self._text(value, cell, column).strip() if value else ""

    def _text(self, value: str, cell: etree._Element, column: int) -> str:
        kind = cell.get("t", "n")
        if kind == "s":
            at = _whole(value, -1)
            return self._book.texts[at] if 0 <= at < len(self._book.texts) else SIGN
        if kind in ("str", "e", "d"):
            return value
        if kind == "b":
            return _TRUTH.get(value, SIGN)
        return self._number(value, _whole(cell.get("s", "")), column)

    def _number(self, value: str, style: int, column: int) -> str:
        formats = self._book.formats
        code = formats[style] if style < len(formats) else "General"
        try:
            shown, is_rounded = _displayed(value, code, self._book.from_1904)
        except (UnknownFormatError, InvalidOperation):
            self._found.unknown.append(f"{letters_of(column)}{self._row} ({code[:40]})")
            return SIGN
        if is_rounded:
            self._found.rounded.append(f"{letters_of(column)}{self._row}")
        if not shown.strip() and value.strip("-0."):
            self._found.blanked.append(f"{letters_of(column)}{self._row}")
        return shown


@lru_cache(maxsize=65536)
def _displayed(value: str, code: str, from_1904: bool) -> tuple[str, bool]:
    """What a number shows, and whether that leaves out decimals of an amount."""
    number = Decimal(value)
    if not number.is_finite() or abs(number.adjusted()) > 300 or not code:
        raise UnknownFormatError(code)
    shown = displayed(number, code, from_1904)
    plain = shown.replace(",", "").strip()
    if _PLAIN.fullmatch(plain) is None:
        return shown, False
    return shown, _is_rounded(number, plain) or _is_scaled(number, Decimal(plain))


def _is_rounded(number: Decimal, shown: str) -> bool:
    """Whether a number is shown as another one that is less than one away from it."""
    return shown[-3:-2] != "." and _HALF_CENT < abs(Decimal(shown) - number) < 1


def _is_scaled(number: Decimal, shown: Decimal) -> bool:
    """Whether a number is shown in thousands or millions, and little of it is left."""
    left, whole = (len(f"{one:f}".replace(".", "").strip("-0")) for one in (shown, number))
    return abs(number - shown) >= 1 and left < min(whole, _FEWEST)


def _is_hidden(one: etree._Element, size: str) -> bool:
    """Whether a row or a column is not shown, or of no height or width."""
    given = one.get(size, "")
    return one.get("hidden", "") in _TRUE or (given != "" and not given.strip("0."))


def _whole(text: str, otherwise: int = 0) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else otherwise


def span_of(reference: str) -> Span | None:
    """The cells of a reference such as ``A1:C2``; None where it is none."""
    ends = [match.groups() for match in _REFERENCE.finditer(reference)]
    if len(ends) != 2:
        return None
    (left, top), (right, bottom) = ends
    return int(top), column_number(left), int(bottom), column_number(right)
