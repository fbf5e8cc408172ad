"""Which tables of a page lack lines between their columns, and where those stand.

Only below a line that names a table of accounts, or where the table of the page before goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from juesuan import terms
from juesuan.intake.pdf.tables.aligned import aligned
from juesuan.intake.pdf.tables.bands import Word, words
from juesuan.intake.pdf.tables.grids import TOUCH, Grid, Ruling
from juesuan.intake.pdf.tables.unlined import unlined
from juesuan.intake.pdf.text.lines import Glyph, Line, lines, outside
from juesuan.intake.text.characters import clean

FEWEST = 3
"""Cells with an amount and something else that show that a line is missing."""

LONGEST = 45
"""Characters of a title; a longer line is prose."""

NEXT = 300
"""Tenths of a point below or above a table in which lines of text may be rows of it."""

_OF_NUMBERS = frozenset("0123456789,.-")

_OF_ROWS = frozenset(".．计")
"""What rows of a table hold one of: an amount, the label of a total."""

_TITLE = terms.words("statutory").pattern("some_title")


class Held(Protocol):
    """A table with the characters of its cells."""

    grid: Grid
    cells: list[list[Glyph]]


def completed(
    page: Sequence[Ruling],
    found: Sequence[Glyph],
    tables: Sequence[Held],
    beside: Sequence[Line],
    before: Grid | None,
) -> list[Grid]:
    """Tables whose columns lines do not part, found by how their words stand.

    Args:
        page: its whole lines.
        found: the characters of the page.
        tables: its ruled tables.
        beside: its lines of text that stand in none of them.
        before: the table with which the page before ended; None where it was no such table.
    """
    if before is None and not _may_be_titled(found):
        return []
    whole = _whole(tables, beside)
    other = _other(whole, page)
    free = outside([one.box for one in whole], found)
    if not other and not _may_hold_rows(free):
        return []
    made = (
        _completed(other, free, scope, before if scope[0] == 0 else None)
        for scope in _scopes(free, before)
    )
    return [grid for grid in made if grid is not None]


def _whole(tables: Sequence[Held], beside: Sequence[Line]) -> list[Grid]:
    """The tables that lack no lines."""
    return [one.grid for one in tables if not (_lacks_lines(one) or _is_part(one, beside))]


def _may_hold_rows(free: Sequence[Glyph]) -> bool:
    return any(one.char in _OF_ROWS for one in free)


def _completed(
    page: Sequence[Ruling],
    found: Sequence[Glyph],
    scope: tuple[float, float],
    before: Grid | None,
) -> Grid | None:
    """The table of a scope: by its level lines, or without any."""
    lined = aligned(_of_a_table(page, *scope), found, before)
    if lined is not None:
        return lined
    above, below = scope
    return unlined([one for one in found if above < one.middle[1] < below], before)


def _other(whole: Sequence[Grid], page: Sequence[Ruling]) -> list[Ruling]:
    """The lines that belong to none of some tables."""
    return [one for one in page if not any(_is_of(grid, one) for grid in whole)]


def _lacks_lines(table: Held) -> bool:
    """Whether cells hold an amount beside something else in one line."""
    shared = [one for cell in table.cells if len(cell) > 5 for one in _shared(cell)]
    amounts = sum(any(word.is_amount for word in line) for line in shared)
    names = sum(sum(len(word.text) > 1 for word in line) > 1 for line in shared)
    return amounts >= FEWEST or names >= FEWEST or _lacks_rows(table)


def _lacks_rows(table: Held) -> bool:
    """Whether cells hold amounts below something else, or below one another."""
    columns = (lines(cell) for cell in table.cells if len(cell) > len("0.00"))
    return sum(map(_amounts_below, columns)) >= FEWEST


def _amounts_below(column: Sequence[Line]) -> int:
    """How many lines of a cell of several are amounts, and none the rest of a wrapped one."""
    rest = [line for line in column if not _is_amount(line)]
    if len(column) < 2 or any(line.text[-1:] in _OF_NUMBERS for line in rest):
        return 0
    return len(column) - len(rest)


def _is_amount(line: Line) -> bool:
    found = [*words(line)] if "." in line.text else []
    return len(found) == 1 and found[0].is_amount


def _is_part(table: Held, beside: Sequence[Line]) -> bool:
    """Whether only the headings of a table stand between lines, only its rows or some columns.

    Args:
        table: with its characters.
        beside: the lines of text of the page that stand in no table.
    """
    _, top, _, bottom = table.grid.box
    if _has_amounts(_between(beside, top, bottom)):
        return True
    if not _has_amounts([line for cell in table.cells if cell for line in lines(cell)]):
        return _has_amounts(_between(beside, bottom, bottom + NEXT))
    above = _between(beside, top - NEXT, top)
    return _begins_with_rows(table) and any(len([*words(one)]) >= FEWEST for one in above)


def _between(beside: Sequence[Line], top: float, bottom: float) -> list[Line]:
    return [one for one in beside if top < (one.top + one.bottom) / 2 < bottom]


def _has_amounts(found: Sequence[Line]) -> bool:
    with_points = (line for line in found if "." in line.text)
    return any(word.is_amount for line in with_points for word in words(line))


def _begins_with_rows(table: Held) -> bool:
    """Whether the first row of a table is none of headings."""
    held = zip(table.grid.fields, table.cells, strict=True)
    first = [line for one, cell in held if one.row == 0 for line in lines(cell)]
    return any(word.begins_row for line in first for word in words(line))


def _shared(cell: Sequence[Glyph]) -> Iterator[list[Word]]:
    """The words of each line of a cell that holds several."""
    for line in lines(cell):
        parts = [*words(line)] if None in line.glyphs or _has_number(line) else []
        if len(parts) > 1:
            yield parts


def _has_number(line: Line) -> bool:
    return "." in line.text and not line.text.replace(".", "").replace(",", "").isdigit()


def _may_be_titled(found: Sequence[Glyph]) -> bool:
    return "表" in {one.char for one in found}


def _is_of(grid: Grid, one: Ruling) -> bool:
    left, top, right, bottom = grid.box
    if one.across:
        return top - TOUCH <= one.at <= bottom + TOUCH and one.start < right and one.end > left
    return left - TOUCH <= one.at <= right + TOUCH and one.start < bottom and one.end > top


def _top(one: Ruling) -> float:
    return one.at if one.across else one.start


def _scopes(found: Sequence[Glyph], before: Grid | None) -> Iterator[tuple[float, float]]:
    """From where to where the page may hold such a table: below a title, up to the next one."""
    tops = [line.bottom - TOUCH for line in lines(found) if is_title(line)]
    starts = [0, *tops] if before is not None else tops
    yield from zip(starts, [*starts[1:], 10**6], strict=False)


def is_title(line: Line) -> bool:
    """Whether a line names a table of accounts."""
    text = clean("".join(line.text.split()))
    return len(text) <= LONGEST and _TITLE.search(text) is not None


def _of_a_table(every: Sequence[Ruling], above: float, below: float) -> list[Ruling]:
    """The lines of one table: level ones that begin and end alike, and what stands among them."""
    page = [one for one in every if above <= _top(one) <= below]
    level = [one for one in page if one.across]
    if not level:
        return []
    left, right = _usual_sides(level)
    ats = [
        one.at for one in level if abs(one.start - left) <= TOUCH and abs(one.end - right) <= TOUCH
    ]
    return [one for one in page if min(ats) - TOUCH <= _top(one) <= max(ats) + TOUCH]


def _usual_sides(level: Sequence[Ruling]) -> tuple[int, int]:
    """Where most of the long lines begin and end."""
    widest = max(one.end - one.start for one in level)
    long = [one for one in level if 2 * (one.end - one.start) > widest]
    sides = Counter((round(one.start / 20), round(one.end / 20)) for one in long)
    usual, _ = sides.most_common(1)[0]
    first = next(one for one in long if (round(one.start / 20), round(one.end / 20)) == usual)
    return first.start, first.end
