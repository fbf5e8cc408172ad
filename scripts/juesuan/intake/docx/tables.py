"""The cells of a table of a word processor, where they stand and how far they reach."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element  # nosec B405

from juesuan.intake.composer import Placed
from juesuan.intake.docx.names import child, is_on, local, value, whole

_WRAPPERS = frozenset((
    "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag",
))  # fmt: skip
_WIDEST = 500
"""Columns that a cell may cover."""

_THIN = 20
"""Twentieths of a point up to which a column is none: edges that a program rounded differently."""


@dataclass(slots=True)
class TableCell:
    """A cell of a table before its text is read.

    Attributes:
        node: its element.
        row, column, columns: where it stands.
        rows: how many it covers.
    """

    node: Element
    row: int
    column: int
    columns: int
    rows: int = 1


def cells_of(table: Element) -> tuple[list[TableCell], int, int]:
    """The cells of a table, its width, and how many of its rows are hidden."""
    found: list[TableCell] = []
    open_: dict[int, TableCell] = {}
    thin = _thin(table)
    width = at = hidden = 0
    for row in inside(table, "tr"):
        about = child(row, "trPr")
        if child(about, "del") is not None:
            continue
        if is_on(child(about, "hidden")):
            hidden += 1
            continue
        width = max(width, _take_row(row, at, found, open_, thin))
        at += 1
    return found, width, hidden


def _thin(table: Element) -> list[int]:
    """The numbers of the columns of the grid that are none."""
    grid = child(table, "tblGrid")
    widths = [whole(value(one, "w")) for one in inside(grid, "gridCol")] if grid is not None else []
    return [i for i, width in enumerate(widths) if 0 < width <= _THIN]


def _take_row(
    row: Element, at: int, found: list[TableCell], open_: dict[int, TableCell], thin: list[int]
) -> int:
    """Take the cells of a row; returns the column behind the last one."""
    about = child(row, "trPr")
    last: TableCell | None = None
    drawn = min(whole(value(child(about, "gridBefore"))), _WIDEST)
    column = drawn - bisect.bisect_left(thin, drawn)
    for node in inside(row, "tc"):
        own = child(node, "tcPr")
        drawn += min(max(1, whole(value(child(own, "gridSpan")), 1)), _WIDEST)
        columns = drawn - bisect.bisect_left(thin, drawn) - column
        if columns < 1 and not _length(node):
            continue
        columns = max(1, columns)
        above = open_.get(column)
        if _goes_on(own, "vMerge") and above is not None and above.columns == columns:
            above.rows = at - above.row + 1
        elif _goes_on(own, "hMerge") and last is not None:
            last.columns += columns
        else:
            last = TableCell(node, at, column, columns)
            open_.update(dict.fromkeys(range(column, column + columns), last))
            open_[column] = last
            found.append(last)
        column += columns
    return column


def _goes_on(about: Element | None, name: str) -> bool:
    """Whether a cell belongs to the one above it, or to that on its left."""
    merge = child(about, name)
    return merge is not None and value(merge, otherwise="continue") == "continue"


def inside(node: Element, name: str) -> Iterator[Element]:
    """The elements of a name in another one, also in what merely wraps them."""
    stack = [iter(node)]
    while stack:
        one = next(stack[-1], None)
        if one is None:
            stack.pop()
        elif local(one.tag) == name:
            yield one
        elif local(one.tag) in _WRAPPERS:
            stack.append(iter(one))


def is_one_column(cells: Sequence[TableCell]) -> bool:
    """Whether no row of a table has two cells: a frame around paragraphs."""
    return len({cell.row for cell in cells}) == len(cells)


def holds_tables(table: Element, cells: Sequence[TableCell]) -> bool:
    """Whether most of the text of a table stands in tables inside of it: it lays out the page.

    A table of one cell is a frame around it, and none that is laid out.
    """
    every = (one for cell in cells for one in inside(cell.node, "tbl"))
    inner = [one for one in every if len(cells_of(one)[0]) > 1]
    return bool(inner) and 2 * sum(map(_length, inner)) >= _length(table)


def _length(node: Element) -> int:
    return sum(len(one.text or "") for one in node.iter() if local(one.tag) == "t")


def placed(cells: Sequence[TableCell], text: Callable[[Element], str]) -> list[Placed]:
    """The cells with their texts.

    Args:
        cells: of a table.
        text: gives the text of the element of a cell.
    """
    return [Placed(one.row, one.column, text(one.node), one.rows, one.columns) for one in cells]
