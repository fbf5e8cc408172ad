"""Columns that number the lines of a table (行次), alone or before the amounts in one column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from juesuan.parse.statutory.grid.cells import MONEY, Row, SheetCell
from juesuan.parse.statutory.grid.vocabulary import WORDS
from juesuan.parse.statutory.shapes.reading import Reading, refer_words

_NUMBER = re.compile(r"\d{1,3}")

_DOUBTED = "\ufffd"
"""Stands where a number and an amount may be one; the count of the lines decides."""


def is_numbering(rows: Sequence[Row], column: int) -> bool:
    """Whether a column that is headed so holds nothing but numbers of lines."""
    return not any(MONEY.search(row[column].text) for row in rows)


def refer_numbers(reading: Reading, column: int) -> None:
    """A column of numbers of lines holds no figures."""
    for row in reading.sheet.rows:
        refer_words(reading.draft, row[column].view)


def without_heading(path: str) -> str:
    """A path of headings without the word for the numbers of lines."""
    for word in WORDS.words("line_number"):
        path = path.replace(word, "")
    return path


def take_numbers(reading: Reading, column: int) -> bool:
    """Take the numbers of lines away that stand before the amounts of a column.

    They are such only where each counts on from the one above it; "39 326.72" is no amount of
    39326.72 then.

    Returns:
        Whether no number of a line is left in the column; else nothing of it can be read.
    """
    cells = [row[column] for row in reading.sheet.rows if row[column].begins and row[column].text]
    leads = [_lead(cell) for cell in cells]
    if not any(leads):
        return True
    if not all(leads) or any(int(b) != int(a) + 1 for a, b in pairwise(leads)):
        return False
    for number, row in enumerate(reading.sheet.rows):
        if row[column].begins and row[column].text:
            reading.sheet.rows[number] = _rest(reading, row, column)
    return True


def _lead(cell: SheetCell) -> str:
    """The number of a line before an amount, or alone; empty where none stands there."""
    found = _NUMBER.match(cell.text)
    if found is None or found.end() == len(cell.text):
        return found.group() if found else ""
    if cell.text[found.end()] == _DOUBTED:
        return found.group()
    at = next((i for i, (a, b) in enumerate(pairwise(cell.view.at), 1) if b > a + 1), 0)
    return cell.text[:at] if _NUMBER.fullmatch(cell.text[:at]) else ""


def _rest(reading: Reading, row: Row, column: int) -> Row:
    """A row without the number of its line."""
    cell = row[column]
    count = len(_lead(cell))
    if cell.text[count:].startswith(_DOUBTED):
        count += 1
    reading.draft.refer(cell.view[:count])
    rest = replace(cell, view=cell.view[count:])
    return tuple(rest if one.view is cell.view else one for one in row)
