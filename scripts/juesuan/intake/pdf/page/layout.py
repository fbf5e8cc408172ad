"""A page as blocks from top to bottom: lines of text, and tables with the text of each cell."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile

from juesuan.intake.pdf.page.struck import without_struck
from juesuan.intake.pdf.supervise import RawPage
from juesuan.intake.pdf.tables.boxes import closed
from juesuan.intake.pdf.tables.grids import Field, Grid, Ruling, drawn, grids, whole_lines
from juesuan.intake.pdf.tables.lacking import completed
from juesuan.intake.pdf.text.furniture import MARGIN
from juesuan.intake.pdf.text.lines import Glyph, Line, glyphs, lines, outside, within

TOUCHING = 3
"""Tenths of a point up to which two characters touch."""

SPREAD = 1.3
"""Part of a line's height by which the characters of a spaced number stand apart at most."""

INDENT = 60
"""Tenths of a point behind the left side of its cell at which a long name begins at most."""

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


Blocks = list[TextBlock | TableBlock]


def laid_out(raw: RawPage, before: Grid | None = None, struck: list[str] | None = None) -> Blocks:
    """The blocks of a page, from top to bottom.

    Args:
        raw: the page.
        before: the table with which the page before ended.
        struck: gets what is struck out of its text.
    """
    printed = glyphs(raw.text, raw.boxes, raw.pieces, raw.heights)
    rulings = drawn(raw.rulings)
    whole = whole_lines(rulings)
    page, found, gone = without_struck(whole, printed)
    if struck is not None:
        struck += gone
    boxes = closed(_without(rulings, whole, page) if len(page) < len(whole) else rulings)
    page = whole_lines(boxes) if boxes else page
    tables = _tables(page, found, is_ruled=not boxes)
    free = _free(tables, found)
    if made := completed(page, found, tables, free, before):
        tables = _with_aligned(tables, made, found)
        free = _free(tables, found)
    first = min((line.top for line in free), default=0)
    placed: list[tuple[float, TextBlock | TableBlock]] = [
        (line.top, TextBlock(line, _edge(line, raw.height * 10, first))) for line in free
    ]
    placed += [(table.grid.box[1], table) for table in tables]
    return [block for _, block in sorted(placed, key=lambda one: one[0])]


def _free(tables: Sequence[TableBlock], found: Sequence[Glyph]) -> list[Line]:
    """The lines of text that stand in none of some tables."""
    return lines(outside([one.grid.box for one in tables], found))


def _without(
    rulings: Sequence[Ruling], whole: Sequence[Ruling], kept: Sequence[Ruling]
) -> list[Ruling]:
    """Lines as they are drawn, without the pieces of those whole ones that were not kept."""
    known = {id(one) for one in kept}
    gone = [one for one in whole if id(one) not in known]
    return [one for one in rulings if not any(_is_piece(one, other) for other in gone)]


def _is_piece(one: Ruling, whole: Ruling) -> bool:
    is_level = one.across == whole.across and abs(one.at - whole.at) <= TOUCHING
    return is_level and whole.start <= one.start and one.end <= whole.end


def last_aligned(blocks: Blocks) -> Grid | None:
    """The grid of the last table of a page, where no lines part its columns."""
    tables = [one.grid for one in blocks if isinstance(one, TableBlock)]
    return tables[-1] if tables and not tables[-1].is_ruled else None


def _with_aligned(
    tables: Sequence[TableBlock], made: Sequence[Grid], found: Sequence[Glyph]
) -> list[TableBlock]:
    """The tables of a page; those without lines between their columns in place of what they had."""
    kept = [one for one in tables if not any(_overlap(one.grid, grid) for grid in made)]
    return kept + [TableBlock(grid, _cells(grid, found)) for grid in made]


def _overlap(grid: Grid, other: Grid) -> bool:
    return grid.box[1] < other.box[3] and other.box[1] < grid.box[3]


def _edge(line: Line, height: float, first: float) -> str:
    """The edge of the page at which a line stands; empty where it stands inside."""
    if line.bottom <= height * MARGIN and line.top <= first + 10:
        return "top"
    return "bottom" if line.top >= height * (1 - MARGIN) else ""


def _tables(page: Sequence[Ruling], found: Sequence[Glyph], *, is_ruled: bool) -> list[TableBlock]:
    """The ruled tables of a page: grids that hold text in two cells at least."""
    own = [replace(one, is_ruled=is_ruled) for one in grids(page) if _is_table(one)]
    tables = [TableBlock(grid, _cells(grid, found)) for grid in own]
    return [table for table in tables if sum(map(bool, table.cells)) >= 2]


def _is_table(grid: Grid) -> bool:
    """Whether rulings make a table and no frame or underline."""
    return len(grid.fields) >= 3 and grid.width >= 2


def _cells(grid: Grid, found: Sequence[Glyph]) -> list[list[Glyph]]:
    """The characters of each field."""
    place = _Places(grid)
    held: list[list[Glyph]] = [[] for _ in grid.fields]
    inside = within(grid.box, found)
    numeric = [glyph for glyph in inside if glyph.char in _NUMERIC]
    sizes = Counter([glyph.piece for glyph in found])
    for line in lines(numeric):
        for run in _numbers(line, sizes):
            held[place.of_run(run)].extend(run)
    others = [glyph for glyph in inside if glyph.char not in _NUMERIC]
    for glyph, at in zip(others, _of_words(others, place, sizes), strict=True):
        held[at].append(glyph)
    return held


def _of_words(found: Sequence[Glyph], place: _Places, sizes: Counter[int]) -> list[int]:
    """The cell of each character; a word that is too long for its cell is whole in one.

    Args:
        found: characters that belong to no number, in the order in which they are drawn.
        place: finds cells.
        sizes: how many characters each piece of text draws.
    """
    cells = [*map(place.of, found)]
    goes_on = partial(_is_of_word, found, sizes)
    for at in range(1, len(cells)):
        if cells[at] != cells[at - 1] and goes_on(at):
            behind = [*takewhile(goes_on, range(at, len(cells)))]
            before = [*takewhile(goes_on, range(at - 1, 0, -1))]
            first, end = at - 1 - len(before), at + len(behind)
            begins = found[first].left - place.left(cells[first])
            usual, _ = Counter(cells[first:end]).most_common(1)[0]
            own = cells[first] if begins <= INDENT else usual
            cells[first:end] = [own] * (end - first)
    return cells


def _is_of_word(found: Sequence[Glyph], sizes: Counter[int], at: int) -> bool:
    """Whether a character touches the one before it, and is drawn as that is."""
    last, one = found[at - 1], found[at]
    is_level = abs(one.bottom - last.bottom) <= TOUCHING
    is_alike = one.piece == last.piece or sizes[one.piece] == sizes[last.piece] == 1
    return is_level and is_alike and abs(one.left - last.right) <= TOUCHING


def _numbers(line: Line, sizes: Counter[int]) -> list[list[Glyph]]:
    """The printed numbers of a line of numeric characters.

    Args:
        line: the characters.
        sizes: how many characters each piece of text draws.
    """
    runs: list[list[Glyph]] = []
    for before, glyph in itertools.pairwise((None, *line.glyphs)):
        if glyph is None:
            continue
        if before is not None and _goes_on(runs[-1], glyph, sizes):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return _spaced(runs, SPREAD * (line.bottom - line.top))


def _spaced(runs: list[list[Glyph]], most: float) -> list[list[Glyph]]:
    """The runs, where single characters that are one amount, drawn at once and spaced, are one."""
    made: list[list[Glyph]] = []
    for _, held in itertools.groupby(runs, lambda run: len(run) == 1 and run[0].piece):
        own = list(held)
        together = [glyph for run in own for glyph in run]
        near = all(b.left - a.right <= most for a, b in itertools.pairwise(together))
        is_one = len(own) > 1 and len(own) == len(together) and near
        text = "".join(one.char for one in together)
        made += [together] if is_one and _WHOLE.fullmatch(text) else own
    return made


def _goes_on(run: Sequence[Glyph], glyph: Glyph, sizes: Counter[int]) -> bool:
    """Whether a character belongs to the number before it.

    A number that is too wide for its cell reaches into the next one; it is drawn in one piece and
    without a gap, which tells it from two numbers in neighbouring cells. Where each character is
    drawn as a piece of its own, those that touch belong together until the number has its two
    decimals.
    """
    last = run[-1]
    if glyph.piece == last.piece:
        return True
    drawn_alone = sizes[glyph.piece] == sizes[last.piece] == 1
    touches = glyph.left - last.right <= TOUCHING
    return drawn_alone and touches and not _WHOLE.fullmatch("".join(one.char for one in run))


class _Places:
    """Finds the cell in which a character stands."""

    def __init__(self, grid: Grid) -> None:
        self.fields = grid.fields
        self.xs = sorted({value for one in grid.fields for value in (one.box[0], one.box[2])})
        self.ys = sorted({value for one in grid.fields for value in (one.box[1], one.box[3])})
        self.at: dict[tuple[int, int], int] = {}
        for number, one in enumerate(grid.fields):
            self._cover(number, one)

    def _cover(self, number: int, one: Field) -> None:
        left, right = self.xs.index(one.box[0]), self.xs.index(one.box[2])
        top, bottom = self.ys.index(one.box[1]), self.ys.index(one.box[3])
        for place in itertools.product(range(left, right), range(top, bottom)):
            self.at[place] = number

    def of_run(self, run: Sequence[Glyph]) -> int:
        """The cell that holds most of the characters of a printed number."""
        cells = [*map(self.of, run)]
        return cells[0] if len({*cells}) == 1 else Counter(cells).most_common(1)[0][0]

    def left(self, number: int) -> float:
        """Where a cell begins."""
        return self.fields[number].box[0]

    def of(self, glyph: Glyph) -> int:
        """The cell that holds a character."""
        x, y = glyph.middle
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        return self.at[column, row]
