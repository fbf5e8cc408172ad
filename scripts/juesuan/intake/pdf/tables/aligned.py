"""Tables between the columns of which lines are missing: columns by how their words stand.

Level lines part the rows. Words of one column stand above one another, those of different columns
never do: so words that overlap are of one column, and each column has one heading that reaches
down to the first row of figures. Figures that stand below no heading belong to the one on the left
where they end at one place, to the one on the right where they begin at one. Whatever does not fit
makes no table: what is printed stays text then, and unread.

What columns are found so is a guess that the sums of the table must confirm (``parse``).
"""

from __future__ import annotations

from collections.abc import Sequence

from juesuan.intake.pdf.tables.bands import TIGHT, WORD, Word, head_of, rows_of_words
from juesuan.intake.pdf.tables.columns import columns_of, edges_of, moved_edges
from juesuan.intake.pdf.tables.fields import body_fields, field, filled, made
from juesuan.intake.pdf.tables.grids import TOUCH, Grid, Ruling, places
from juesuan.intake.pdf.tables.headings import UnclearError, headings
from juesuan.intake.pdf.text.lines import Glyph

FEWEST_ROWS = 3
"""Rows below which level lines make no table."""

LOWEST = 50
"""Tenths of a point below which a row is the gap of a double line."""

_Row = Sequence[Word]


def aligned(
    rulings: Sequence[Ruling], found: Sequence[Glyph], before: Grid | None = None
) -> Grid | None:
    """The table that level lines and words make; None where they make none that is clear.

    Args:
        rulings: all lines of the table, whole.
        found: the characters of the page.
        before: the table with which the page before ended, the columns of which go on where no
            headings are repeated.
    """
    level = [one for one in rulings if one.across]
    if len(level) <= FEWEST_ROWS:
        return None
    ys = _rows(places([one.at for one in level]))
    inside = [one for one in found if ys[0] <= one.middle[1] <= ys[-1]]
    if _reach_beyond(level, inside):
        return None
    upright = places([one.at for one in rulings if not one.across])
    for apart in (WORD, TIGHT):
        try:
            return _grid(rows_of_words(inside, ys, apart), ys, level, upright, before)
        except UnclearError:
            continue
    return None


def _rows(ys: Sequence[float]) -> list[float]:
    """Where rows begin and end, those left out that are too low for words."""
    kept = [*ys[:1]]
    for y in ys[1:]:
        if y - kept[-1] >= LOWEST:
            kept.append(y)
    return kept


def _reach_beyond(level: Sequence[Ruling], inside: Sequence[Glyph]) -> bool:
    """Whether characters stand beside the level lines: those part only some of the columns."""
    left, right = min(one.start for one in level), max(one.end for one in level)
    return any(not left - TOUCH <= one.middle[0] <= right + TOUCH for one in inside)


def _grid(
    rows: Sequence[_Row],
    ys: Sequence[float],
    level: Sequence[Ruling],
    upright: Sequence[float],
    before: Grid | None,
) -> Grid:
    head = head_of(rows)
    body = rows[head:]
    words = [word for row in body for word in row]
    has_figures = any(one.is_amount for one in words)
    if not words or not (has_figures or all(one.is_sum for one in words)):
        raise UnclearError
    sides = min(one.start for one in level), max(one.end for one in level)
    if head == 0:
        return _further(rows, ys, sides, before)
    try:
        return _headed(rows, head, ys, level, upright)
    except UnclearError:
        return _further(rows, ys, sides, before)


def _headed(
    rows: Sequence[_Row],
    head: int,
    ys: Sequence[float],
    level: Sequence[Ruling],
    upright: Sequence[float],
) -> Grid:
    """A table whose first rows are headings."""
    found = headings(rows[:head], ys, level)
    columns = columns_of([one for one in found if one.last == head], rows[head:])
    sides = min(one.start for one in level), max(one.end for one in level)
    ends = [end for one in level for end in (one.start, one.end)]
    xs = edges_of(columns, [*upright, *ends], sides)
    fields = [
        *(field(one.first, one.last, *one.span(columns, xs), xs, ys) for one in found),
        *body_fields(rows[head:], head, xs, ys),
    ]
    return made(filled(fields, head, xs, ys), xs, ys)


def _further(
    rows: Sequence[_Row],
    ys: Sequence[float],
    sides: tuple[float, float],
    before: Grid | None,
) -> Grid:
    """A table without headings: the one of the page before goes on."""
    if before is None or max(abs(sides[0] - before.box[0]), abs(sides[1] - before.box[2])) > TOUCH:
        raise UnclearError
    xs = moved_edges(rows, before.edges)
    return made(body_fields(rows, 0, xs, ys), xs, ys)
