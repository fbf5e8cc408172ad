"""A page as blocks from top to bottom: lines of text, and ruled tables with the characters of each cell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from juesuan.intake.pdf.furniture import MARGIN
from juesuan.intake.pdf.grids import Field, Grid, grids
from juesuan.intake.pdf.lines import Glyph, Line, glyphs, lines
from juesuan.intake.pdf.supervise import RawPage

TOUCHING = 3
"""Tenths of a point up to which two characters touch."""

_NUMERIC = frozenset("0123456789.,-０１２３４５６７８９．，－")
_WHOLE = re.compile(r"-?[\d,]+[.．]\d\d")


@dataclass(frozen=True)
class TextBlock:
    """A line of text; ``edge`` is ``top`` or ``bottom`` where it may belong to the page."""

    line: Line
    edge: str


@dataclass
class TableBlock:
    """A ruled table: its grid, and for each of its fields the characters in it."""

    grid: Grid
    cells: list[list[Glyph]]


def laid_out(raw: RawPage) -> list[TextBlock | TableBlock]:
    """The blocks of a page, from top to bottom."""
    found = glyphs(raw.text, raw.boxes, raw.pieces, raw.heights)
    ruled = [
        TableBlock(grid, cells)
        for grid in grids(raw.rulings)
        if (cells := _cells(grid, found)) is not None
    ]
    free = lines(
        [glyph for glyph in found if not any(_inside(table.grid, glyph) for table in ruled)]
    )
    first = min((line.top for line in free), default=0)
    placed: list[tuple[float, TextBlock | TableBlock]] = [
        (line.top, TextBlock(line, _edge(line, raw.height * 10, first))) for line in free
    ]
    placed += [(table.grid.box[1], table) for table in ruled]
    return [block for _, block in sorted(placed, key=lambda one: one[0])]


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
    tells it from two numbers in neighbouring cells. Where each character is drawn as a piece of its own, those that touch
    belong together until the number has its two decimals.
    """
    inside = [glyph for glyph in found if _inside(place.grid, glyph)]
    sizes = Counter(glyph.piece for glyph in found)

    def belongs(glyph: Glyph, run: list[Glyph]) -> bool:
        if glyph.piece == run[-1].piece:
            return True
        alone = (
            sizes[glyph.piece] == sizes[run[-1].piece] == 1
            and glyph.left - run[-1].right <= TOUCHING
        )
        return alone and not _WHOLE.fullmatch("".join(one.char for one in run))

    for line in lines([glyph for glyph in inside if glyph.char in _NUMERIC]):
        run: list[Glyph] = []
        for glyph in line.glyphs:
            if run and (glyph is None or not belongs(glyph, run)):
                yield run
                run = []
            if glyph is not None:
                run.append(glyph)
        if run:
            yield run
    yield from ([glyph] for glyph in inside if glyph.char not in _NUMERIC)


def _inside(grid: Grid, glyph: Glyph) -> bool:
    x, y = glyph.middle
    return grid.box[0] <= x <= grid.box[2] and grid.box[1] <= y <= grid.box[3]


class _Places:
    """Finds the cell in which a character stands."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
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
