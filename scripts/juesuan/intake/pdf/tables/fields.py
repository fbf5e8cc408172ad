"""The cells of a table that no lines part, once its columns and rows are known."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from juesuan.intake.pdf.tables.bands import Word, gaps
from juesuan.intake.pdf.tables.columns import shared
from juesuan.intake.pdf.tables.grids import Field, Grid
from juesuan.intake.pdf.tables.headings import UnclearError

_Row = Sequence[Word]


def made(fields: Iterable[Field], xs: Sequence[float], ys: Sequence[float]) -> Grid:
    """A table of its cells, between these edges of columns and rows."""
    box = (xs[0], ys[0], xs[-1], ys[-1])
    ordered = sorted(fields, key=lambda one: (one.row, one.column))
    return Grid(tuple(ordered), len(xs) - 1, box, is_ruled=False)


def body_fields(
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
            found.append(field(number, number + 1, first, last, xs, ys))
        free = [one for one in range(len(xs) - 1) if one not in taken]
        found += [field(number, number + 1, one, one + 1, xs, ys) for one in free]
    return found


def _across(word: Word, xs: Sequence[float]) -> tuple[int, int]:
    """The first of the columns over which a word stands, and the one behind the last."""
    over = [i for i, (a, b) in enumerate(gaps(xs)) if shared(word, a, b) > 5]
    if not over:
        raise UnclearError
    return over[0], over[-1] + 1


def field(
    top: int, bottom: int, left: int, right: int, xs: Sequence[float], ys: Sequence[float]
) -> Field:
    """The cell from a row and a column up to others."""
    box = (xs[left], ys[top], xs[right], ys[bottom])
    return Field(top, left, bottom - top, right - left, box)


def filled(
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
    held += [field(r, r + 1, c, c + 1, xs, ys) for r, c in free if (r, c) not in taken]
    return held
