"""The columns of a table that no lines part: words that stand above one another.

Words that overlap are of one column, and each column has one heading. Figures that stand below no
heading belong to the one on the left where they end at one place, to the one on the right where
they begin at one.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from juesuan.intake.pdf.tables.bands import Word
from juesuan.intake.pdf.tables.grids import TOUCH
from juesuan.intake.pdf.tables.headings import Column, Heading, UnclearError

_SAME = 15
"""Tenths of a point within which words begin or end at one place."""

_Row = Sequence[Word]


def columns_of(heads: Sequence[Heading], body: Sequence[_Row]) -> list[Column]:
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


def edges_of(
    columns: Sequence[Column], upright: Sequence[float], sides: tuple[float, float]
) -> list[float]:
    """Where columns begin and end: at a line between them, where a level one ends, or midway."""
    found = [min(sides[0], columns[0].left)]
    for one, other in itertools.pairwise(columns):
        lines = [x for x in upright if one.right - TOUCH / 3 <= x <= other.left + TOUCH / 3]
        found.append(lines[0] if lines else (one.right + other.left) / 2)
    return [*found, max(sides[1], columns[-1].right)]


# -- on the next page ------------------------------------------------------------------------------


def moved_edges(rows: Sequence[_Row], edges: Sequence[float]) -> list[float]:
    """The edges of the columns of the page before, moved where a longer word reaches over one.

    Raises:
        UnclearError: if words of two columns stand upon one another.
    """
    held: list[Column | None] = [None] * (len(edges) - 1)
    for word in (word for row in rows for word in row if not word.is_sum):
        at = max(range(len(held)), key=lambda i: shared(word, edges[i], edges[i + 1]))
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


def shared(word: Word, left: float, right: float) -> float:
    """How much of a word stands between two places; less than nothing where it stands aside."""
    return min(word.right, right) - max(word.left, left)
