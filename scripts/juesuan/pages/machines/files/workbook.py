"""Workbooks: one for spreadsheet users beside each package, or one of all packages.

Amounts are numbers with as many decimals as are printed, codes and "=150人" are text. The ledger of
figures is for machines and left out, and of the checks all that found no contradiction. The first
sheet says so, and where they are.
"""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from juesuan import terms
from juesuan.rows import Row

LEDGER = ("figures", "places")
"""Resources that are in no workbook."""

MOST_ROWS = 1_048_575
"""Rows that a sheet can hold below its head."""

_LONGEST = 32767
"""Characters that a cell can hold."""

_EXACT = 15
"""Digits that a spreadsheet keeps of a number; what has more is text."""

_ABOUT = "说明"

LISTED = "fail"
"""State of the checks that are in a workbook."""

_SAID = (
    "这份工作簿供人阅读：每个数据表一页，金额按原文印出的位数。",
    "勾稽核对只列出对不上的。",
    "其余的核对、每个数字印在原文的哪一行、字段说明，都在数据包（ZIP）里。",
)
"""What a reader of a workbook must know of it."""

Rows = Callable[[str], Iterable[Row]]
"""Gives the rows of a resource, by its name."""


class Book:
    """A workbook in the making.

    Args:
        book: the file.
        left_out: a column that every row has alike, and no sheet shows; empty for none.
    """

    def __init__(self, book: xlsxwriter.Workbook, left_out: str = "") -> None:
        self._book, self._left_out = book, left_out
        self._head = book.add_format({"bold": True, "bg_color": "#e8eef2", "border": 1})
        self._formats: dict[int, Format] = {}

    def add(self, resource: terms.Resource, rows: Iterable[Row]) -> None:
        """Add a sheet with the rows of a resource."""
        fields = [one for one in resource.fields if one.name != self._left_out]
        widths = [24 if one.type == "string" else 14 for one in fields]
        sheet = self._sheet(resource.title, [one.title for one in fields], widths)
        kinds, last = [(one.name, one.type) for one in fields], 0
        for last, row in enumerate(rows, start=1):
            if last > MOST_ROWS:
                break
            for column, (name, kind) in enumerate(kinds):
                self._write(sheet, last, column, row[name], kind)
        sheet.autofilter(0, 0, min(last, MOST_ROWS), len(fields) - 1)

    def add_about(self, lines: Sequence[str]) -> None:
        """Add the sheet that says what is in the workbook and what is not; it comes first."""
        sheet = self._book.add_worksheet(_ABOUT)
        sheet.set_column(0, 0, 100)
        for number, line in enumerate(lines):
            sheet.write_string(number, 0, line, self._head if not number else None)

    def _sheet(self, title: str, heads: Sequence[str], widths: Sequence[int]) -> Worksheet:
        sheet = self._book.add_worksheet(title)
        sheet.freeze_panes(1, 0)
        for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
            sheet.write_string(0, column, head, self._head)
            sheet.set_column(column, column, width)
        return sheet

    def _write(self, sheet: Worksheet, row: int, column: int, value: str, kind: str) -> None:
        if not value:
            return
        if kind in ("number", "integer", "year") and _digits(value) <= _EXACT:
            sheet.write_number(row, column, float(value), self._format(value))
        else:
            sheet.write_string(row, column, value[:_LONGEST])

    def _format(self, value: str) -> Format | None:
        """The format that shows a number with its printed decimals; none for a whole number."""
        places = len(value.partition(".")[2])
        if not places:
            return None
        if places not in self._formats:
            self._formats[places] = self._book.add_format({"num_format": f"0.{'0' * places}"})
        return self._formats[places]


def _digits(value: str) -> int:
    """Significant digits of a number.

    >>> _digits("-0012.50")
    4
    """
    return len(value.replace(".", "").lstrip("-0"))


def workbook(
    path: Path, title: str, names: Iterable[str], rows_of: Rows, left_out: str = ""
) -> None:
    """Write a workbook with a sheet a resource behind one that says what it is.

    The same rows give the same bytes.

    Args:
        path: the file to write.
        title: of the workbook.
        names: resources in the order of their sheets.
        rows_of: gives their rows.
        left_out: a column that no sheet shows; empty for none. A workbook without it is of one
            disclosure and says each text once; one of many would hold all of them in memory.
    """
    with tempfile.TemporaryDirectory() as place:
        options = {
            "constant_memory": not left_out,
            "tmpdir": place,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        }
        with xlsxwriter.Workbook(str(path), options) as book:
            book.set_properties({"title": title, "created": datetime.datetime(2000, 1, 1)})
            made = Book(book, left_out)
            made.add_about([title, *_SAID])
            for name in names:
                if name not in LEDGER:
                    made.add(terms.resource_schemas()[name], _shown(name, rows_of(name)))


def _shown(name: str, rows: Iterable[Row]) -> Iterable[Row]:
    """The rows of a resource that a workbook tells: of checks only contradictions."""
    return (row for row in rows if row["state"] == LISTED) if name == "checks" else rows
