"""Tables that a page lays out without the elements of tables: by its styles, or as rows of boxes.

A style says ``display:table`` or ``display:grid``; or a box holds rows that each hold as many
boxes, short ones, and amounts that stand alone in theirs. What is neither stays paragraphs, and is
read line by line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from juesuan.amount import LIKE_DECIMALS
from juesuan.intake.html.styled import declared

_BOXES = frozenset(("div", "ul", "ol", "dl", "section", "article", "main", "form", "fieldset"))
"""Elements that may hold a table."""

_CELLS = frozenset(("div", "li", "dd", "dt", "section", "label"))
"""Elements that part cells whatever their style."""

_NO_ROW = frozenset(("p", "a", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "tbody", "pre"))

_PARTING = re.compile(r"flex|table-cell|inline-block|grid")
"""How elements are shown that part cells, where their name does not."""

_GROUPS = ("table-row-group", "table-header-group", "table-footer-group")
_WAYS = ("row", "column", "row-start", "row-end", "column-start", "column-end")
_REPEAT = re.compile(r"repeat\(\s*(\d{1,3})\s*,([^()]*(?:\([^()]*\)[^()]*)*)\)")
_TRACK = re.compile(r"[^\s()]+(?:\([^()]*\))?")
_PLACE = re.compile(
    r"\s*(?P<first>\d{1,4})?\s*/?\s*(?:span\s*(?P<span>\d{1,4})|(?P<last>\d{1,4}))?"
)
_AMOUNT = re.compile(rf"\s*[-−]?{LIKE_DECIMALS}%?\s*")

_LONG, _FEWEST = 80, 3
"""Characters of the longest cell, and amounts or rows of the smallest table."""

_WIDEST, _HEADS = 60, 6
"""Columns, and rows of headings."""


class Laid(NamedTuple):
    """A cell and where it stands: row and column from 0, and how many of each it covers."""

    node: LexborNode
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Layout:
    """What the styles of a page say of how its elements are laid out.

    Attributes:
        styles: properties of elements, by their ``mem_id``.
        unseen: the ids of elements that are not shown.
    """

    styles: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    unseen: frozenset[int] = frozenset()

    @classmethod
    def of(cls, page: LexborHTMLParser, unseen: frozenset[int]) -> Layout:
        """The layout of a page."""
        return cls(declared(page, "display", "float", "grid-"), unseen)

    def table(self, node: LexborNode) -> list[Laid]:
        """The cells of the table that an element is; none where it is none."""
        if node.tag not in _BOXES and self._shown_as(node) not in ("table", "inline-table"):
            return []
        if self._shown_as(node) in ("grid", "inline-grid"):
            found = self._grid(node)
        elif self._shown_as(node) in ("table", "inline-table"):
            found = _in_rows([self._inside(row) for row in self._table_rows(node)])
        else:
            found = self._boxes(node)
        return found if _is_table(found) else []

    def _shown_as(self, node: LexborNode) -> str:
        return self._style(node, "display").strip().lower()

    def _style(self, node: LexborNode, name: str) -> str:
        return self.styles.get(node.mem_id, {}).get(name, "")

    def _inside(self, node: LexborNode) -> list[LexborNode]:
        """The elements inside of one that are shown; those of one that is none itself."""
        found: list[LexborNode] = []
        for one in node.iter():
            if one.mem_id in self.unseen:
                continue
            found += self._inside(one) if self._shown_as(one) == "contents" else [one]
        return found

    def _table_rows(self, node: LexborNode) -> Iterator[LexborNode]:
        for one in self._inside(node):
            if self._shown_as(one) in _GROUPS:
                yield from self._inside(one)
            else:
                yield one

    def _grid(self, node: LexborNode) -> list[Laid]:
        width = _tracks(self._style(node, "grid-template-columns"))
        inside = self._inside(node)
        if not 2 <= width <= _WIDEST or len(inside) < 2 * width:
            return self._boxes(node)
        if not any(self._style(one, f"grid-{way}") for one in inside for way in _WAYS):
            return _in_rows([inside[at : at + width] for at in range(0, len(inside), width)])
        given = [(one, *self._placed(one, "row"), *self._placed(one, "column")) for one in inside]
        return [*_flowing(given, width)]

    def _placed(self, node: LexborNode, way: str) -> tuple[int | None, int]:
        """Where a cell of a grid begins, perhaps, and how many tracks it covers."""
        said = self._style(node, f"grid-{way}") or " / ".join(
            self._style(node, f"grid-{way}-{end}") or "auto" for end in ("start", "end")
        ).replace("auto / ", "").replace(" / auto", "")
        match = _PLACE.match(said)
        if match is None or not said:
            return None, 1
        first = int(match["first"]) - 1 if match["first"] else None
        if first is not None and match["last"]:
            return first, max(1, int(match["last"]) - 1 - first)
        return first, min(int(match["span"] or 1), _WIDEST) or 1

    def _boxes(self, node: LexborNode) -> list[Laid]:
        """Rows of boxes: most have as many, others are one box across all."""
        rows = [self._row(one) for one in self._inside(node)]
        if len(rows) < _FEWEST or not all(rows):
            return []
        width, count = Counter(map(len, rows)).most_common(1)[0]
        if width < 2 or width > _WIDEST or 2 * count < len(rows):
            return []
        if any(len(row) not in (1, width) for row in rows):
            return []
        return _in_rows(rows)

    def _row(self, node: LexborNode) -> list[LexborNode]:
        """The boxes of a row; the row itself where it is one box, none where it is no row."""
        if node.tag in _NO_ROW:
            return []
        inside = self._inside(node)
        own = any(one.tag == "-text" and (one.text_content or "").strip() for one in _all(node))
        if own or not inside:
            return [node]
        parts = self._parting(node) or all(
            one.tag in _CELLS or self._parting(one) for one in inside
        )
        return inside if parts else []

    def _parting(self, node: LexborNode) -> bool:
        return bool(_PARTING.search(self._shown_as(node)) or self._style(node, "float"))


def _all(node: LexborNode) -> Iterator[LexborNode]:
    one = node.first_child
    while one is not None:
        yield one
        one = one.next


def _flowing(
    given: list[tuple[LexborNode, int | None, int, int | None, int]], width: int
) -> Iterator[Laid]:
    """The cells of a grid: at the place that they say, else where the one before them ends.

    Args:
        given: each cell, with the row and the column where it begins, and how many it covers.
        width: columns of the grid.
    """
    taken: set[tuple[int, int]] = set()
    row = column = 0
    for node, top, down, left, across in given:
        row, column = (row if top is None else top), (column if left is None else left)
        while left is None and ((row, column) in taken or column + across > width):
            row, column = (row, column + 1) if column + across < width else (row + 1, 0)
        taken |= {(row + i, column + j) for i in range(down) for j in range(across)}
        yield Laid(node, row, column, down, across)


def _in_rows(rows: list[list[LexborNode]]) -> list[Laid]:
    """Cells row by row; one that is alone in its row covers all columns.

    Boxes that rows of boxes leave empty among the headings belong to the heading above or before.
    """
    width = max(map(len, rows), default=0)
    covered = _covered([[one.text().strip() for one in row] for row in rows], width)
    found: list[Laid] = []
    for i, row in enumerate(rows):
        for column, one in enumerate(row):
            if (i, column) in covered:
                continue
            down = _run(covered, "above", i, column, (1, 0))
            across = _run(covered, "before", i, column, (0, 1))
            found.append(Laid(one, i, column, down, width if len(row) == 1 else across))
    return found


def _run(
    covered: Mapping[tuple[int, int], str], by: str, row: int, column: int, step: tuple[int, int]
) -> int:
    """How many rows or columns a cell covers."""
    count = 1
    while covered.get((row + step[0] * count, column + step[1] * count)) == by:
        count += 1
    return count


def _covered(texts: list[list[str]], width: int) -> dict[tuple[int, int], str]:
    """The empty boxes among the headings, and whether the heading above or before covers each."""
    found: dict[tuple[int, int], str] = {}
    heads = takewhile(lambda row: not any(map(_AMOUNT.fullmatch, row)), texts[:_HEADS])
    told = {
        (i, column): text
        for i, row in enumerate(heads)
        for column, text in enumerate(row)
        if len(row) == width
    }
    for (i, column), text in told.items():
        above, before, below = (i - 1, column), (i, column - 1), (i + 1, column)
        if not text and (told.get(above) or found.get(above) == "above"):
            found[i, column] = "above"
        elif not text and told.get(below) and (told.get(before) or found.get(before) == "before"):
            found[i, column] = "before"
    return found


def _is_table(cells: list[Laid]) -> bool:
    """Whether cells are those of a table of data: short, and some of them amounts."""
    if len({one.row for one in cells}) < _FEWEST or len(cells) < 2 * _FEWEST:
        return False
    texts = [one.node.text() for one in cells]
    if any(len(text.strip()) > _LONG for text in texts):
        return False
    return sum(bool(_AMOUNT.fullmatch(text)) for text in texts) >= _FEWEST


def _tracks(template: str) -> int:
    """How many columns a template of a grid has."""
    spelt = _REPEAT.sub(lambda one: f" {one[2]} " * int(one[1]), template[:2000])
    return len(_TRACK.findall(re.sub(r"\[[^\[\]]*\]", " ", spelt)))
