"""Which cell of a row of indicators belongs to which field.

First the printed columns are tried. Where the cells do not fit their headings (extraction shifted,
doubled or exchanged them), they are bound in order by their kind.
"""

from __future__ import annotations

from juesuan.parse.forms.grid import GridCell, GridRow, without_side_labels
from juesuan.parse.forms.indicators.aligned import POINTS, Aligned, Head
from juesuan.parse.forms.indicators.by_column import by_column
from juesuan.parse.forms.indicators.by_kind import by_kind
from juesuan.parse.forms.values import Kind, is_damaged


def align(row: GridRow, head: Head) -> Aligned | None:
    """Bind the cells of a row.

    Args:
        row: with indicators, or below them.
        head: field to printed column.

    Returns:
        None where the row is no indicator of its own (a continuation, an empty line).
    """
    cells = without_side_labels(row.cells)
    if not any(_is_points(cell, head) for cell in cells):
        return None
    return by_column(cells, head) or by_kind(cells, "basis" in head)


def _is_points(cell: GridCell, head: Head) -> bool:
    """Whether a cell holds points, or what is left of them in a column of points."""
    in_column = cell.column in [head[name] for name in POINTS if name in head]
    return cell.kind is Kind.NUMBER or (in_column and is_damaged(cell.text))
