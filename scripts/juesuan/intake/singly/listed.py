"""The three public expenditures with a row each: its label, and an amount below each heading.

Each row must have as many amounts as there are headings, so that no blank cell can be gone.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from juesuan import terms
from juesuan.intake.singly.tokens import Token, parted, pattern
from juesuan.model import Cell


def listed_cells(table: terms.StatutoryTable, found: Sequence[Token]) -> list[Cell]:
    """The cells of the table where they stand; none where that is not told.

    Args:
        table: which one it is; that its rows are known is seen when it is read.
        found: the cells below its title.
    """
    del table
    heads, cells = parted(found, _first)
    names = [one for one in heads[:1] if pattern("side_label").search(one.text)]
    phases = heads[len(names) :]
    if not phases or not all(pattern("phase").search(one.text) for one in phases):
        return []
    rows = _rows(cells, len(phases))
    if not rows:
        return []
    top = [one.cell(0, column) for column, one in enumerate([*names, *phases], not names)]
    return [
        *top,
        *(one.cell(row, at) for row, own in enumerate(rows, 1) for at, one in enumerate(own)),
    ]


def _first(found: Sequence[Token]) -> int:
    """The label before the first amount."""
    return max(0, next((i for i, one in enumerate(found) if one.is_amount), 0) - 1)


def _rows(cells: Sequence[Token], width: int) -> list[Sequence[Token]]:
    """The rows, a label and so many amounts each; none where a row has others."""
    rows, at = list[Sequence[Token]](), 0
    while at < len(cells) and cells[at].is_label:
        amounts = list(itertools.takewhile(lambda one: one.is_amount, cells[at + 1 :]))
        if len(amounts) != width:
            return [] if amounts else rows
        rows.append([cells[at], *amounts])
        at += 1 + width
    return rows
