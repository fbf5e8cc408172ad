"""Blank cells of tables in which something is drawn that is no text: a picture, outlines of digits.

Nobody can read it here, and a reader of the page does. So the cell is not blank, and that is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from juesuan.intake.pdf.layout import Blocks, TableBlock

BEYOND = 20
"""Tenths of a point by which what is drawn may reach out of its cell."""

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


def _holds(cell: Box, box: Box) -> bool:
    begins = all(box[at] >= cell[at] - BEYOND for at in (0, 1))
    return begins and all(box[at] <= cell[at] + BEYOND for at in (2, 3)) and _is_inside(cell, box)


def _is_inside(cell: Box, box: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return cell[0] < x < cell[2] and cell[1] < y < cell[3]
