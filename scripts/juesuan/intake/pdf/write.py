"""Blocks of pages become the text of the Document, each character with its box.

A table that goes on behind a page break is written with the columns of all its pieces, so that a
column has the same number on every page; its pages are kept until it has ended.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import StringIO

from juesuan.intake.composer import marks_between
from juesuan.intake.pdf.page.layout import Blocks, TableBlock, TextBlock
from juesuan.intake.pdf.supervise import RawPage
from juesuan.intake.pdf.tables.grids import Field, nearest, places
from juesuan.intake.pdf.text.furniture import EdgeLine, furniture
from juesuan.intake.pdf.text.lines import Glyph, Line, lines, superscripts
from juesuan.intake.pdf.text.stamps import Stamps
from juesuan.intake.pdf.told import is_foreign
from juesuan.model import Box, Cell, Page, Table

ALIGNED = 30
"""Tenths of a point by which the sides of a table may move from page to page."""

LONGEST = 200
"""Pages of one table that are kept before they are written."""

_NONE = (0, 0, 0, 0)
"""The box of what is not printed."""


@dataclass
class Draft:
    """The text so far, with the box of each character and what is known of its layout.

    ``foreign`` are pages whose text another program recognised: their tables count only where
    their sums hold, as those whose columns no line parts.
    """

    written: StringIO = field(default_factory=StringIO)
    length: int = 0
    boxes: array[int] = field(default_factory=lambda: array("i"))
    pages: list[Page] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    edges: list[EdgeLine] = field(default_factory=list)
    stamps: Stamps = field(default_factory=Stamps)
    pictures: int = 0
    is_scan: bool = False
    foreign: set[int] = field(default_factory=set)
    _kept: list[tuple[RawPage, Blocks]] = field(default_factory=list)
    _chain: list[TableBlock] = field(default_factory=list)

    def text(self) -> str:
        """The text of the pages that were written."""
        return self.written.getvalue()

    def places(self) -> list[tuple[int, int, int]]:
        """Number, begin and end of each page that was written."""
        return [(one.number, one.start, one.end) for one in self.pages]

    def furniture(self) -> tuple[tuple[int, int], ...]:
        """Ranges of the lines that belong to pages."""
        return tuple(sorted(furniture(self.edges, len(self.pages), self.is_scan)))

    def page(self, raw: RawPage, blocks: Blocks) -> None:
        """Add a page; it is written when its last table has ended."""
        self.pictures += raw.pictures
        self.is_scan = self.is_scan or raw.recognised > 0
        if is_foreign(raw):
            self.foreign.add(raw.number)
        first, last = _table_at(blocks, "top"), _table_at(blocks[::-1], "bottom")
        if first is not None and self._goes_on(first):
            self._chain.append(first)
        else:
            self.flush()
        self._keep(raw, blocks)
        if last is None:
            self.flush()
        elif not self._chain or last is not self._chain[-1]:
            self._begin_chain(last)

    def flush(self) -> None:
        """Write the pages that were kept."""
        if len({table.grid.width for table in self._chain}) > 1:
            _align(self._chain)
        for raw, blocks in self._kept:
            self._page(raw, blocks)
        self._kept, self._chain = [], []

    def _goes_on(self, first: TableBlock) -> bool:
        """Whether the table with which a page begins is that with which the page before ended."""
        chain = self._chain
        return 0 < len(chain) < LONGEST and _same_sides(chain[-1], first)

    def _keep(self, raw: RawPage, blocks: Blocks) -> None:
        bare = replace(
            raw, text="", boxes=(), heights=(), pieces=(), rulings=(), figures=(), crossings=()
        )
        self._kept.append((bare, blocks))

    def _begin_chain(self, table: TableBlock) -> None:
        """Write the pages before the last one, whose last table may go on behind it."""
        current = self._kept.pop()
        self.flush()
        self._kept, self._chain = [current], [table]

    def _page(self, raw: RawPage, blocks: Blocks) -> None:
        start = self.length
        for block in blocks:
            if isinstance(block, TableBlock):
                self._table(raw.number, block)
            else:
                self._line(raw.number, block)
        self.pages.append(Page(raw.number, start, self.length, raw.width, raw.height))
        self.stamps.end_page(_inner(blocks))

    def _line(self, page: int, block: TextBlock) -> None:
        if block.edge:
            key = (self.length, self.length + len(block.line.glyphs))
            self.edges.append(EdgeLine(page, block.edge, block.line.text, key))
        else:
            self.stamps.look(page, _placed(block.line, self.length))
        self._glyphs(block.line.glyphs)
        self._marks("\n")

    def _glyphs(self, line: Sequence[Glyph | None]) -> None:
        found = superscripts(line)
        self._write("".join([one.char if one else " " for one in found]))
        sides = [(one.left, one.high, one.right, one.low) if one else _NONE for one in found]
        self.boxes.extend([side for box in sides for side in box])

    def _marks(self, text: str) -> None:
        self._write(text)
        self.boxes.extend(_NONE * len(text))

    def _write(self, text: str) -> None:
        self.written.write(text)
        self.length += len(text)

    def _table(self, page: int, table: TableBlock) -> None:
        begin, width = self.length, table.grid.width
        made: list[Cell] = []
        held = {
            (one.row, one.column): (one, cell)
            for one, cell in zip(table.grid.fields, table.cells, strict=True)
        }
        at = (0, 0)
        for place in sorted(held):
            self._marks(marks_between(width, at, place))
            made.append(self._cell(page, *held[place]))
            at = place
        self._marks(marks_between(width, at, (at[0] + 1, 0)))
        is_ruled = table.grid.is_ruled and page not in self.foreign
        self.tables.append(Table(page, begin, self.length, width, tuple(made), is_ruled))

    def _cell(self, page: int, one: Field, held: Sequence[Glyph]) -> Cell:
        start = self.length
        placed: list[tuple[int, Glyph]] = []
        for number, line in enumerate(lines(held)):
            if number:
                self._marks(" ")
            placed += _placed(line, self.length)
            self._glyphs(line.glyphs)
        self.stamps.look(page, placed, (one.box[1], one.box[3]))
        box = Box(page, *(value / 10 for value in one.box))
        return Cell(one.row, one.column, start, self.length, one.rows, one.columns, box)


def _placed(line: Line, start: int) -> list[tuple[int, Glyph]]:
    """The characters of a line and where they stand in the text."""
    return [(at, glyph) for at, glyph in enumerate(line.glyphs, start) if glyph]


def _inner(blocks: Blocks) -> Iterator[Glyph]:
    """The characters of a page without those at its edges."""
    for block in blocks:
        if isinstance(block, TableBlock):
            yield from (glyph for held in block.cells for glyph in held)
        elif not block.edge:
            yield from (glyph for glyph in block.line.glyphs if glyph)


def _table_at(blocks: Blocks, edge: str) -> TableBlock | None:
    """The table with which blocks begin, lines at the edge of the page left aside."""
    for block in blocks:
        if isinstance(block, TableBlock):
            return block
        if block.edge != edge:
            return None
    return None


def _same_sides(table: TableBlock, other: TableBlock) -> bool:
    return all(abs(table.grid.box[i] - other.grid.box[i]) <= ALIGNED for i in (0, 2))


def _align(chain: Sequence[TableBlock]) -> None:
    """Give all pieces of a table the columns that any of them has.

    Only where the columns of one are among those of another.
    """
    edges = _edges(chain)
    if len(edges) - 1 > max(table.grid.width for table in chain):
        return
    for table in chain:
        fields = tuple(_moved(one, edges) for one in table.grid.fields)
        table.grid = replace(table.grid, fields=fields, width=len(edges) - 1)


def _edges(chain: Sequence[TableBlock]) -> list[float]:
    """Where columns begin and end in any of the pieces."""
    fields = [one for table in chain for one in table.grid.fields]
    return places([edge for one in fields for edge in (one.box[0], one.box[2])])


def _moved(one: Field, edges: Sequence[float]) -> Field:
    """The cell with its columns counted by these edges."""
    first, last = nearest(edges, one.box[0]), nearest(edges, one.box[2])
    return replace(one, column=first, columns=max(1, last - first))
