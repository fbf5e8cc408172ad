"""The table that lines below a title are: each is a cell, or blanks stand between its cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from juesuan import terms
from juesuan.intake.singly.blocks import block_cells
from juesuan.intake.singly.coded import coded_cells
from juesuan.intake.singly.listed import listed_cells
from juesuan.intake.singly.matrix import matrix_cells
from juesuan.intake.singly.sides import side_cells
from juesuan.intake.singly.tokens import Token, below_about, tokens, tokens_between_blanks
from juesuan.model import Cell, Table

_FEWEST, _MOST = 6, 6_000
"""Cells of a table."""

_SHAPES: dict[str, tuple[Callable[[terms.StatutoryTable, Sequence[Token]], list[Cell]], ...]] = {
    "coded": (coded_cells,),
    "sides": (side_cells,),
    "blocks": (block_cells,),
    "matrix": (matrix_cells, listed_cells),
}


def table_of_lines(
    text: str, title: tuple[int, int], lines: Sequence[tuple[int, int]]
) -> Table | None:
    """The table below a title whose cells are lines or words; None where that cannot be told.

    Its columns are proved by the order of its cells and by its sums, not by lines on paper.

    Args:
        text: clean.
        title: where the line of the title begins and ends.
        lines: those below it, up to the next title.
    """
    known = _titled(re.sub(r"\s", "", text[slice(*title)]))
    shapes = _SHAPES.get(known.shape, ()) if known else ()
    if known is None or not shapes:
        return None
    for found in (below_about(tokens(text, lines)), tokens_between_blanks(text, lines)):
        if not _FEWEST <= len(found) <= _MOST:
            continue
        for shape in shapes:
            if cells := shape(known, found):
                return _table(text, found[0].start, cells)
    return None


def _table(text: str, start: int, found: Sequence[Cell]) -> Table:
    """The table of some cells that begins at a place."""
    cells = sorted(found, key=lambda one: (one.row, one.column))
    end = max(one.end for one in cells)
    width = max(one.column + one.columns for one in cells)
    return Table(1, start, min(len(text), end + 1), width, tuple(cells), is_ruled=False)


def _titled(title: str) -> terms.StatutoryTable | None:
    """The table of the nine whose title a line ends with."""
    return next(
        (
            one
            for one in terms.statutory_tables()
            if re.search(rf"(?:{one.title})(?:\(.{{0,14}}\))?$", title)
        ),
        None,
    )
