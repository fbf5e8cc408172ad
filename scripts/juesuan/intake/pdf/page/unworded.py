"""What is drawn in cells of tables and is no text: pictures, outlines of digits, strikes.

Nobody can read a drawn number here, and a reader of the page does; so its cell is not blank, and
that is told. Amounts over which a sloped line or a curve is drawn are told too, and not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from juesuan.intake.pdf.page.layout import Blocks, TableBlock
from juesuan.intake.pdf.text.lines import UNREADABLE, Glyph

BEYOND = 20
"""Tenths of a point by which what is drawn may reach out of its cell."""

MOST = 0.6
"""Part of an amount over which something is drawn that strikes it out."""

_AMOUNT = re.compile(r"-?[\d,]+\.\d+")

Box = tuple[float, ...]


def unworded(figures: Sequence[int], blocks: Blocks) -> int:
    """How many blank cells of a page hold something that is drawn.

    Args:
        figures: left, top, right, bottom of each small thing that is drawn, flat, in tenths of a
            point.
        blocks: of the page.
    """
    boxes = list(zip(*(figures[at::4] for at in range(4)), strict=True))
    if not boxes:
        return 0
    blank = [
        one.box
        for table in blocks
        if isinstance(table, TableBlock)
        for one, held in zip(table.grid.fields, table.cells, strict=True)
        if not held
    ]
    return sum(any(_holds(cell, box) for box in boxes) for cell in blank)


def without_crossed(crossings: Sequence[int], blocks: Blocks) -> list[str]:
    """Make the amounts in tables unreadable over which something is drawn.

    Args:
        crossings: left, top, right, bottom of each sloped line and curve, flat, in tenths of a
            point.
        blocks: of the page; the cells of those amounts are changed.

    Returns:
        The amounts.
    """
    boxes = list(zip(*(crossings[at::4] for at in range(4)), strict=True))
    if not boxes:
        return []
    amounts = []
    for cell in (cell for one in blocks if isinstance(one, TableBlock) for cell in one.cells):
        text = "".join(one.char for one in cell)
        if _AMOUNT.fullmatch(text) and any(_is_over(box, cell) for box in boxes):
            amounts.append(text)
            cell[:] = [replace(one, char=UNREADABLE) for one in cell]
    return amounts


def _is_over(box: Box, held: Sequence[Glyph]) -> bool:
    under = [one for one in held if box[0] <= one.middle[0] <= box[2]]
    middle = (box[1] + box[3]) / 2
    return len(under) >= MOST * len(held) and all(one.high <= middle <= one.low + 5 for one in
                                                  under if one.char.isdigit())  # fmt: skip


def _holds(cell: Box, box: Box) -> bool:
    begins = all(box[at] >= cell[at] - BEYOND for at in (0, 1))
    return begins and all(box[at] <= cell[at] + BEYOND for at in (2, 3)) and _is_inside(cell, box)


def _is_inside(cell: Box, box: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return cell[0] < x < cell[2] and cell[1] < y < cell[3]
