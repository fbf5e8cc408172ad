"""Tables that stand side by side in one grid: each title begins a strip of columns of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from juesuan import terms
from juesuan.amount import LIKE_DECIMALS
from juesuan.intake.composer import Placed
from juesuan.intake.text.characters import clean

_TOP = 8
"""First rows among which the titles stand."""

_AMOUNT = re.compile(rf"[-−]?{LIKE_DECIMALS}")


def strips(cells: Sequence[Placed]) -> list[list[Placed]]:
    """The cells parted by columns, where a row holds the titles of several tables and no more.

    Each strip must hold amounts, and no cell below the titles may reach from one into the next.

    Args:
        cells: of a grid, also empty ones, by rows and in each row by columns.

    Returns:
        The strips from left to right; all cells as one where they are no several tables.
    """
    shown = [one for one in cells if one.text.strip()]
    titles = _titles(shown)
    if len(titles) < 2:
        return [list(cells)]
    edges = [0, *(one.column for one in titles[1:]), 10**9]
    if any(_reaches(one, edges[1:-1]) and one.row >= titles[0].row for one in shown):
        return [list(cells)]
    parts = [
        [one for one in cells if first <= one.column < last] for first, last in pairwise(edges)
    ]
    return [_trimmed(one) for one in parts] if all(map(_holds_amounts, parts)) else [list(cells)]


def _titles(shown: Sequence[Placed]) -> list[Placed]:
    """The cells of the first row that holds titles of tables and nothing else."""
    title = terms.words("workbooks").pattern("title")
    for row in sorted({one.row for one in shown})[:_TOP]:
        held = [one for one in shown if one.row == row]
        if len(held) > 1 and all(title.search("".join(clean(one.text).split())) for one in held):
            return held
    return []


def _reaches(cell: Placed, edges: Sequence[int]) -> bool:
    return any(cell.column < edge < cell.column + cell.columns for edge in edges)


def _holds_amounts(cells: Sequence[Placed]) -> bool:
    return any(_AMOUNT.fullmatch(one.text.strip()) for one in cells)


def _trimmed(cells: list[Placed]) -> list[Placed]:
    """The cells from the first column on, without empty rows and columns behind the last text."""
    shown = [one for one in cells if one.text.strip()]
    left = min(one.column for one in shown)
    bottom = max(one.row + one.rows for one in shown)
    right = max(one.column + one.columns for one in shown)
    return [
        one._replace(
            column=one.column - left,
            rows=min(one.rows, bottom - one.row),
            columns=min(one.columns, right - one.column),
        )
        for one in cells
        if one.row < bottom and left <= one.column < right
    ]
