"""Amounts of recognised tables that lost their decimal point.

Amounts are printed with two decimals, and the point is the smallest thing on a page. So a whole
number of three digits and more in a column of amounts is damaged, that nothing of it is published.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from juesuan.intake.pdf.text.lines import UNREADABLE
from juesuan.model import Cell, Table

ENOUGH = 3
"""Amounts with two decimals that make a column one of amounts."""

_EXACT = re.compile(r"-?[\d,]+\.\d\d")
_WHOLE = re.compile(r"-?(?:\d{3,}|\d{1,3}(?:,\d{3})+)")


def without_pointless(text: str, tables: Sequence[Table], pages: Collection[int]) -> str:
    """The text, in which the last digit of such amounts is damaged; its length is the same.

    Args:
        text: of a file.
        tables: its tables.
        pages: those whose text was recognised.
    """
    chars = list(text)
    for table in tables:
        if table.page not in pages:
            continue
        columns: dict[int, list[Cell]] = defaultdict(list)
        for cell in table.cells:
            columns[cell.column].append(cell)
        for cells in columns.values():
            for cell in _pointless(text, cells):
                chars[cell.end - 1] = UNREADABLE
    return "".join(chars)


def _pointless(text: str, cells: Sequence[Cell]) -> list[Cell]:
    """The cells of a column of amounts that are whole numbers."""
    exact = [cell for cell in cells if _EXACT.fullmatch(text[cell.start : cell.end])]
    whole = [cell for cell in cells if _WHOLE.fullmatch(text[cell.start : cell.end])]
    return whole if len(exact) >= ENOUGH and len(exact) > len(whole) else []
