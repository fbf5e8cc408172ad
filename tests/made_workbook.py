"""The made-up disclosure of ``made_pdf`` as a workbook with its tables and a text with its prose."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.made_pdf import Block, Made, blocks, placed

_AMOUNT = re.compile(r"-?[\d,]+\.\d\d")


def write_prose(made: Made, path: Path) -> None:
    """Write all that is in no table."""
    texts = (block.text for block in blocks(made.html()) if block.text)
    path.write_text("\n".join(texts), encoding="utf-8")


def write_workbook(made: Made, path: Path, one_sheet: bool = False, named: bool = False) -> None:
    """Write the nine tables with numbers as numbers, a sheet each or all on one.

    Args:
        made: the department.
        path: the file to write.
        one_sheet: all tables on one sheet.
        named: the title on the tab of the sheet alone.
    """
    book = Workbook()
    book.remove(book.active)
    above: list[str] = []
    at = 1
    for block in blocks(made.html()):
        above = [] if block.page else above
        if block.text:
            above.append(block.text)
        if len(block.rows) > 1 and any("决算" in one and one.endswith("表") for one in above):
            title, unit = next(pair for pair in pairwise(above) if pair[1].startswith("单位"))
            if not one_sheet or not book.worksheets:
                book.create_sheet("全部" if one_sheet else re.sub("[“”]", "", title)[:31])
                at = 1
            at = _write_table(book.worksheets[-1], block, [unit] if named else [title, unit], at)
            above = []
    book.save(path)


def _write_table(sheet: Worksheet, block: Block, captions: list[str], at: int) -> int:
    """Write captions and a table from a row on; returns the row behind it."""
    for caption in captions:
        sheet.cell(at, 1, caption)
        at += 1
    for row, column, down, across, text in placed(block.rows):
        cell = sheet.cell(at + row, column + 1)
        if _AMOUNT.fullmatch(text):
            cell.value = float(text.replace(",", ""))
            cell.number_format = "#,##0.00" if "," in text else "0.00"
        else:
            cell.value = text or None
        if down > 1 or across > 1:
            sheet.merge_cells(
                start_row=at + row,
                start_column=column + 1,
                end_row=at + row + down - 1,
                end_column=column + across,
            )
    return at + len(block.rows) + 1
