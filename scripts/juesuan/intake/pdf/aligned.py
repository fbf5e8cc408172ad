"""Tables between the columns of which lines are missing: columns by how their words stand.

Level lines part the rows. Words of one column stand above one another, those of different columns
never do: so words that overlap are of one column, and each column has one heading that reaches
down to the first row of figures. Figures that stand below no heading belong to the one on the left
where they end at one place, to the one on the right where they begin at one. Whatever does not fit
makes no table: what is printed stays text then, and unread.

What columns are found so is a guess that the sums of the table must confirm (``parse``).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from juesuan.intake.pdf.bands import Word, gaps, head_of, rows_of_words
from juesuan.intake.pdf.grids import TOUCH, Field, Grid, Ruling, places
from juesuan.intake.pdf.headings import Column, Heading, UnclearError, headings
from juesuan.intake.pdf.lines import Glyph

FEWEST_ROWS = 3
"""Rows below which level lines make no table."""

LOWEST = 50
"""Tenths of a point below which a row is the gap of a double line."""

_SAME = 15
"""Tenths of a point within which words begin or end at one place."""

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
    left, right = min(one.start for one in level), max(one.end for one in level)
    ys = _rows(places([one.at for one in level]))
    inside = [one for one in found if _is_inside(one, (left, ys[0], right, ys[-1]))]
    rows = rows_of_words(inside, ys)
    upright = places([one.at for one in rulings if not one.across])
    try:
        return _grid(rows, ys, level, upright, before)
    except UnclearError:
        return None


def _rows(ys: Sequence[float]) -> list[float]:
    """Where rows begin and end, those left out that are too low for words."""
    kept = [*ys[:1]]
    for y in ys[1:]:
        if y - kept[-1] >= LOWEST:
            kept.append(y)
    return kept


def _is_inside(glyph: Glyph, box: tuple[float, float, float, float]) -> bool:
    x, y = glyph.middle
    return box[0] - TOUCH <= x <= box[2] + TOUCH and box[1] <= y <= box[3]


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
    columns = _columns([one for one in found if one.last == head], rows[head:])
    sides = min(one.start for one in level), max(one.end for one in level)
    ends = [end for one in level for end in (one.start, one.end)]
    xs = _edges(columns, [*upright, *ends], sides)
    fields = [
        *(_field(one.first, one.last, *one.span(columns, xs), xs, ys) for one in found),
        *_body_fields(rows[head:], head, xs, ys),
    ]
    return _made(_filled(fields, head, xs, ys), xs, ys)


def _made(fields: Iterable[Field], xs: Sequence[float], ys: Sequence[float]) -> Grid:
    box = (xs[0], ys[0], xs[-1], ys[-1])
    ordered = sorted(fields, key=lambda one: (one.row, one.column))
    return Grid(tuple(ordered), len(xs) - 1, box, is_ruled=False)


def _further(
    rows: Sequence[_Row],
    ys: Sequence[float],
    sides: tuple[float, float],
    before: Grid | None,
) -> Grid:
    """A table without headings: the one of the page before goes on."""
    if before is None or max(abs(sides[0] - before.box[0]), abs(sides[1] - before.box[2])) > TOUCH:
        raise UnclearError
    xs = _moved_edges(rows, before.edges)
    return _made(_body_fields(rows, 0, xs, ys), xs, ys)


def _moved_edges(rows: Sequence[_Row], edges: Sequence[float]) -> list[float]:
    """The edges of the columns of the page before, moved where a longer word reaches over one.

    Raises:
        UnclearError: if words of two columns stand upon one another.
    """
    held: list[Column | None] = [None] * (len(edges) - 1)
    for word in (word for row in rows for word in row if not word.is_sum):
        at = max(range(len(held)), key=lambda i: _shared(word, edges[i], edges[i + 1]))
        own = held[at] = held[at] or Column(word.left, word.right)
        own.take(Column(word.left, word.right))
    return [
        edges[0],
        *(_edge(held[i - 1], held[i], edges[i]) for i in range(1, len(held))),
        edges[-1],
    ]


def _edge(one: Column | None, other: Column | None, edge: float) -> float:
    """Where two columns meet."""
    right = one.right if one else edge
    left = other.left if other else max(edge, right)
    if left < right:
        raise UnclearError
    return edge if right <= edge <= left else (left + right) / 2


def _shared(word: Word, left: float, right: float) -> float:
    return min(word.right, right) - max(word.left, left)


# -- columns ---------------------------------------------------------------------------------------


def _columns(heads: Sequence[Heading], body: Sequence[_Row]) -> list[Column]:
    """The columns from left to right, each with one heading.

    Raises:
        UnclearError: if words do not tell them.
    """
    held = [Column(one.word.left, one.word.right, [one]) for one in heads]
    words = [word for row in body for word in row if not word.is_sum]
    held += [Column(word.left, word.right, [], [word]) for word in words]
    found = _overlapping(held)
    for column in found:
        if len(column.heads) > 1:
            raise UnclearError
    _head_orphans(found)
    return [one for one in found if one.heads]


def _overlapping(held: Sequence[Column]) -> list[Column]:
    found: list[Column] = []
    for one in sorted(held, key=lambda column: (column.left, column.right)):
        if found and one.left < found[-1].right:
            found[-1].take(one)
        else:
            found.append(one)
    return found


def _head_orphans(found: Sequence[Column]) -> None:
    """Give the words that stand below no heading to the column that they belong to.

    Where how they stand does not tell it, the headings do that have none of their own: what is the
    only way for one leaves fewer ways for the next.

    Raises:
        UnclearError: if that is not clear.
    """
    usual = _usual_alignment(found)
    left = [at for at, one in enumerate(found) if not one.heads]
    while left:
        ways = {at: _ways(found, at, usual) for at in left}
        at = next((one for one, way in ways.items() if len(way) == 1), None)
        if at is None:
            raise UnclearError
        found[ways[at][0]].take(found[at])
        left.remove(at)


def _ways(found: Sequence[Column], at: int, usual: str) -> list[int]:
    """The columns beside words below no heading that may be theirs: those without words."""
    body = found[at].body
    side = _alignment(body) or (usual if body[0].is_number else "left")
    beside = {"right": (at - 1,), "left": (at + 1,)}.get(side, (at - 1, at + 1))
    return [
        to
        for to in beside
        if 0 <= to < len(found) and len(found[to].heads) == 1 and not found[to].body
    ]


def _usual_alignment(found: Sequence[Column]) -> str:
    """How amounts stand in most columns."""
    ends = (_alignment(one.body) for one in found if one.body and one.body[0].is_amount)
    return next((one for one in ends if one), "") or _gap_alignment(found)


def _gap_alignment(found: Sequence[Column]) -> str:
    """``right`` where amounts end equally far before the next heading, as in cells of one padding.

    Headings stand to the left then, or the distance would depend on how long they are.
    """
    ends = [
        other.left - one.right
        for one, other in itertools.pairwise(found)
        if not one.heads and one.body[0].is_amount and other.heads and not other.body
    ]
    return "right" if len(ends) > 1 and max(ends) - min(ends) <= _SAME else ""


def _alignment(body: Sequence[Word]) -> str:
    """Where words of different length begin or end at one place; empty where neither is seen."""
    lefts, rights = [one.left for one in body], [one.right for one in body]
    same = max(lefts) - min(lefts) <= _SAME, max(rights) - min(rights) <= _SAME
    return {(True, False): "left", (False, True): "right"}.get(same, "")


def _edges(
    columns: Sequence[Column], upright: Sequence[float], sides: tuple[float, float]
) -> list[float]:
    """Where columns begin and end: at a line between them, where a level one ends, or midway."""
    found = [min(sides[0], columns[0].left)]
    for one, other in itertools.pairwise(columns):
        lines = [x for x in upright if one.right - TOUCH / 3 <= x <= other.left + TOUCH / 3]
        found.append(lines[0] if lines else (one.right + other.left) / 2)
    return [*found, max(sides[1], columns[-1].right)]


# -- cells -----------------------------------------------------------------------------------------


def _body_fields(
    body: Sequence[_Row], head: int, xs: Sequence[float], ys: Sequence[float]
) -> list[Field]:
    """A cell for each column of a row; the label of a total may stand over several.

    Raises:
        UnclearError: if two amounts would stand in one cell, or one across two.
    """
    found: list[Field] = []
    for number, row in enumerate(body, start=head):
        taken: set[int] = set()
        for word in row:
            first, last = _across(word, xs)
            if taken & {*range(first, last)} or (last - first > 1 and word.is_number):
                raise UnclearError
            taken.update(range(first, last))
            found.append(_field(number, number + 1, first, last, xs, ys))
        free = [one for one in range(len(xs) - 1) if one not in taken]
        found += [_field(number, number + 1, one, one + 1, xs, ys) for one in free]
    return found


def _across(word: Word, xs: Sequence[float]) -> tuple[int, int]:
    """The first of the columns over which a word stands, and the one behind the last."""
    over = [i for i, (a, b) in enumerate(gaps(xs)) if _shared(word, a, b) > 5]
    if not over:
        raise UnclearError
    return over[0], over[-1] + 1


def _field(
    top: int, bottom: int, left: int, right: int, xs: Sequence[float], ys: Sequence[float]
) -> Field:
    box = (xs[left], ys[top], xs[right], ys[bottom])
    return Field(top, left, bottom - top, right - left, box)


def _filled(
    fields: Iterable[Field], head: int, xs: Sequence[float], ys: Sequence[float]
) -> list[Field]:
    """The cells, with empty ones where no heading stands.

    Raises:
        UnclearError: if two cells stand upon one another.
    """
    held = list(fields)
    taken: set[tuple[int, int]] = set()
    for one in held:
        own = {
            (row, column)
            for row in range(one.row, one.row + one.rows)
            for column in range(one.column, one.column + one.columns)
        }
        if taken & own:
            raise UnclearError
        taken |= own
    free = itertools.product(range(head), range(len(xs) - 1))
    held += [_field(r, r + 1, c, c + 1, xs, ys) for r, c in free if (r, c) not in taken]
    return held
