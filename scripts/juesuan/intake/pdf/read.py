"""Pages of a PDF put together into a Document."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from juesuan.errors import UnreadableSourceError
from juesuan.intake.characters import clean
from juesuan.intake.marks import unmark
from juesuan.intake.pdf.furniture import MARGIN, EdgeLine, furniture
from juesuan.intake.pdf.grids import Field, Grid, grids
from juesuan.intake.pdf.lines import Glyph, Line, glyphs, lines
from juesuan.intake.pdf.supervise import RawPage, raw_pages
from juesuan.model import Box, Boxes, Cell, Document, Page, Table

MOST_CHARACTERS = 5_000_000
"""Characters of a file above which it is refused; the largest real disclosure has a tenth of it."""

_NUMERIC = frozenset("0123456789.,-")


def read_pdf(path: Path, data: bytes) -> Document:
    """Read a PDF document: its text in reading order, its ruled tables, where everything stands.

    The text has a line for each printed line and for each row of a ruled table, whose columns stand between tabs.

    Args:
        path: the file.
        data: its bytes.

    Raises:
        UnreadableSourceError: if it is encrypted, damaged, without text (a scan), or too large.
    """
    draft, remarks, number = _Draft(), [], 0
    for raw in raw_pages(path):
        number = raw.number
        remark = _unreadable(raw)
        if remark:
            remarks.append(f"page {number}: {remark}. Nothing of it was read: compare with the original")
        draft.page(raw)
        if draft.length > MOST_CHARACTERS:
            raise UnreadableSourceError(
                path.name, f"more than {MOST_CHARACTERS:,} characters", "at most as many", "check that this is one disclosure"
            )
    text = draft.text()
    if not text.strip():
        raise UnreadableSourceError(
            path.name, f"{number} pages without text" + (" (pictures: a scan)" if draft.pictures else ""),
            "a PDF with text", "get the file that the pages were printed from, or have them recognised and compare every figure",
        )  # fmt: skip
    return Document(
        path.name, hashlib.sha256(data).hexdigest(), len(data), "pdf", text, unmark(clean(text)),
        tuple(draft.pages), tuple(draft.tables), draft.furniture(), Boxes(draft.boxes), tuple(remarks),
    )  # fmt: skip


def _unreadable(raw: RawPage) -> str:
    if raw.why:
        return raw.why
    if raw.unknown > max(20, len(raw.text) // 10):
        return f"{raw.unknown} of its {len(raw.text)} characters have no meaning in the file (a font without a character map)"
    if not raw.text and raw.pictures:
        return "it holds pictures and no text (a scan)"
    return ""


@dataclass
class _Draft:
    """The text so far, with the box of each character and what is known of its layout."""

    written: StringIO = field(default_factory=StringIO)
    length: int = 0
    boxes: array[int] = field(default_factory=lambda: array("i"))
    pages: list[Page] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    edges: list[EdgeLine] = field(default_factory=list)
    pictures: int = 0

    def text(self) -> str:
        return self.written.getvalue()

    def furniture(self) -> tuple[tuple[int, int], ...]:
        return tuple(sorted(furniture(self.edges, len(self.pages))))

    def page(self, raw: RawPage) -> None:
        """Add a page: its lines and tables from top to bottom."""
        start = self.length
        self.pictures += raw.pictures
        if not _unreadable(raw):
            found = glyphs(raw.text, raw.boxes, raw.pieces)
            ruled = [(grid, cells) for grid in grids(raw.rulings) if (cells := _cells(grid, found)) is not None]
            taken = {id(glyph) for _, cells in ruled for held in cells for glyph in held}
            free = lines([glyph for glyph in found if id(glyph) not in taken])
            self._arrange(raw, free, ruled)
        self.pages.append(Page(raw.number, start, self.length, raw.width, raw.height))

    def _arrange(self, raw: RawPage, free: list[Line], ruled: list[tuple[Grid, list[list[Glyph]]]]) -> None:
        blocks: list[tuple[float, Line | tuple[Grid, list[list[Glyph]]]]] = [(line.top, line) for line in free]
        blocks += [(grid.box[1], (grid, cells)) for grid, cells in ruled]
        first = min((line.top for line in free), default=0)
        for _, block in sorted(blocks, key=lambda one: one[0]):
            if isinstance(block, Line):
                key = (self.length, self.length + len(block.glyphs))
                edge = _edge(block, raw.height * 10, first)
                if edge:
                    self.edges.append(EdgeLine(raw.number, edge, block.text, key))
                self._glyphs(block.glyphs)
                self._mark("\n")
            else:
                self._table(raw.number, *block)

    def _glyphs(self, found: Sequence[Glyph | None]) -> None:
        self._write("".join(glyph.char if glyph else " " for glyph in found))
        for glyph in found:
            self.boxes.extend((glyph.left, glyph.top, glyph.right, glyph.bottom) if glyph else (0, 0, 0, 0))

    def _mark(self, char: str) -> None:
        self._write(char)
        self.boxes.extend((0, 0, 0, 0))

    def _write(self, text: str) -> None:
        self.written.write(text)
        self.length += len(text)

    def _table(self, page: int, grid: Grid, cells: list[list[Glyph]]) -> None:
        begin = self.length
        made: list[Cell] = []
        at = {(one.row, one.column): (one, held) for one, held in zip(grid.fields, cells, strict=True)}
        for row in range(max(one.row for one in grid.fields) + 1):
            for column in range(grid.width):
                if column:
                    self._mark("\t")
                if (row, column) not in at:
                    continue
                one, held = at[row, column]
                start = self.length
                for number, line in enumerate(lines(held)):
                    if number:
                        self._mark(" ")
                    self._glyphs(line.glyphs)
                box = Box(page, *(value / 10 for value in one.box))
                made.append(Cell(row, column, start, self.length, one.rows, one.columns, box))
            self._mark("\n")
        self.tables.append(Table(page, begin, self.length, grid.width, tuple(made)))


def _edge(line: Line, height: float, first: float) -> str:
    if line.bottom <= height * MARGIN and line.top <= first + 10:
        return "top"
    return "bottom" if line.top >= height * (1 - MARGIN) else ""


def _cells(grid: Grid, found: list[Glyph]) -> list[list[Glyph]] | None:
    """The characters of each cell; None where the rulings hold no table but a frame or an underline."""
    if len(grid.fields) < 3 or grid.width < 2:
        return None
    place = _Places(grid)
    held: list[list[Glyph]] = [[] for _ in grid.fields]
    for run in _runs(found, place):
        held[place.of_run(run)].extend(run)
    return held if sum(1 for one in held if one) >= 2 else None


def _runs(found: list[Glyph], place: _Places) -> Iterator[list[Glyph]]:
    """Characters that go into one cell together: those of a printed number, or a single character.

    A number that is too wide for its cell reaches into the next one; it is drawn in one piece and without a gap, which
    tells it from two numbers in neighbouring cells.
    """
    inside = [glyph for glyph in found if place.inside(glyph)]
    for line in lines([glyph for glyph in inside if glyph.char in _NUMERIC]):
        run: list[Glyph] = []
        for glyph in line.glyphs:
            if run and (glyph is None or glyph.piece != run[-1].piece):
                yield run
                run = []
            if glyph is not None:
                run.append(glyph)
        if run:
            yield run
    yield from ([glyph] for glyph in inside if glyph.char not in _NUMERIC)


class _Places:
    """Finds the cell in which a character stands."""

    def __init__(self, grid: Grid) -> None:
        self.box = grid.box
        self.xs = sorted({value for one in grid.fields for value in (one.box[0], one.box[2])})
        self.ys = sorted({value for one in grid.fields for value in (one.box[1], one.box[3])})
        self.at: dict[tuple[int, int], int] = {}
        for number, one in enumerate(grid.fields):
            self._cover(number, one)

    def _cover(self, number: int, one: Field) -> None:
        left, right = self.xs.index(one.box[0]), self.xs.index(one.box[2])
        top, bottom = self.ys.index(one.box[1]), self.ys.index(one.box[3])
        for column in range(left, right):
            for row in range(top, bottom):
                self.at[column, row] = number

    def inside(self, glyph: Glyph) -> bool:
        x, y = glyph.middle
        return self.box[0] <= x <= self.box[2] and self.box[1] <= y <= self.box[3]

    def of_run(self, run: list[Glyph]) -> int:
        """The cell that holds most of the characters."""
        counts: dict[int, int] = {}
        for glyph in run:
            x, y = glyph.middle
            column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
            row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
            number = self.at[column, row]
            counts[number] = counts.get(number, 0) + 1
        return max(counts, key=lambda one: counts[one])
