"""Rows of indicators from printed lines without tabs.

Behind the headings the cells of a row are printed line by line: levels, name, values; its points
stand at the end of a line and close the row. What stands on top of the next row may still be the
reason of this one.
"""

from __future__ import annotations

from juesuan.parse.forms.lines.department import DepartmentRows
from juesuan.parse.forms.lines.labels import without_labels
from juesuan.parse.forms.lines.project import ProjectRows
from juesuan.parse.forms.lines.strips import Piece
from juesuan.parse.view import View
from juesuan.rows import IndicatorsColumn

StripRow = dict[IndicatorsColumn, View]
"""A row of indicators: field to characters."""


def indicator_rows(lines: list[Piece], with_basis: bool) -> list[StripRow]:
    """Rows of indicators from the printed lines behind the headings.

    Args:
        lines: the lines, in order.
        with_basis: whether the form prints the basis of each target: that of the whole department.
    """
    made = DepartmentRows() if with_basis else ProjectRows()
    gap: list[Piece] = []
    for line in lines:
        points = made.points(line)
        if points is None:
            gap.append(line)
        else:
            made.add([*gap, points[0]], points[1])
            gap = []
    rest = without_labels(gap)
    if rest and made.rows:
        made.finish(rest)
    return made.rows
