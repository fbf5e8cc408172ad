"""Headings of a table without any lines: over which rows and columns each of them stands.

The lowest ones head a column each. What stands in the middle of a cell tells where the cell begins,
for the headings end at one place: as far above it as its end is below. A heading above others
stands over those columns whose cells begin below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juesuan.intake.pdf.tables.bands import Word, both
from juesuan.intake.pdf.tables.grids import TOUCH, Field
from juesuan.intake.pdf.tables.headings import Column, Heading, UnclearError

_Span = tuple[int, int]
"""The first of some columns, and the one behind the last."""


_Placed = tuple[Word, _Span]
"""A heading and its columns."""


def wrapped(found: Sequence[Word], near: float) -> list[Word]:
    """Headings, those of several lines put together.

    Args:
        found: their lines.
        near: tenths of a point below which the white between two lines of one heading is.
    """
    made: list[Word] = []
    for word in sorted(found, key=lambda one: (one.top, one.left)):
        above = next((one for one in reversed(made) if _goes_on(one, word, near)), None)
        if above is None:
            made.append(word)
        else:
            made[made.index(above)] = both(above, word)
    return made


def _goes_on(above: Word, word: Word, near: float) -> bool:
    return _is_over(above, word) and word.top - above.bottom < near


def _is_over(above: Word, word: Word) -> bool:
    """Whether a word stands above another one."""
    return above.bottom <= word.top and _overlap(above, word.left, word.right) > 0


def _overlap(word: Word, left: float, right: float) -> float:
    return min(word.right, right) - max(word.left, left)


def lowest(found: Sequence[Word], top: float, end: float) -> Iterator[list[Word]]:
    """The headings of one column each, from left to right; where it is doubtful, more than one way.

    No other one stands below them, and they stand in the middle of a cell that ends where all end:
    one that is too high for that is another one's, and stands over the gap between those below it.
    So may one be that stands between two whose cells begin below it.

    Args:
        found: all headings.
        top, end: where they begin and end, in tenths of a point.
    """
    own = [
        one
        for one in found
        if not any(_is_over(one, other) for other in found)
        and _begin(one, end) >= top - (one.bottom - one.top) / 2
    ]
    own.sort(key=lambda one: one.left)
    yield own
    beside = zip([None, *own], [*own[1:], None], strict=False)
    sure = [
        one
        for one, (before, behind) in zip(own, beside, strict=False)
        if not (before and behind and _is_deeper(before, one, end) and _is_deeper(behind, one, end))
    ]
    if len(sure) < len(own):
        yield sure


def _is_deeper(other: Word, one: Word, end: float) -> bool:
    """Whether the cell of a heading begins below the middle of another one."""
    return _begin(other, end) >= (one.top + one.bottom) / 2


def _begin(own: Word, end: float) -> float:
    """Where the cell begins in the middle of which a heading stands."""
    return own.top + own.bottom - end


class Spans:
    """The headings of a table, put over its columns from the lowest up.

    Args:
        found: all headings.
        columns: each with its own heading.
        xs: where they begin and end.
        end: where the headings end, in tenths of a point.
    """

    def __init__(
        self, found: Sequence[Word], columns: Sequence[Column], xs: Sequence[float], end: float
    ) -> None:
        self.columns, self.xs, self.end = columns, xs, end
        self.own = [(one.heads[0].word, (at, at + 1)) for at, one in enumerate(columns)]
        self.above: list[_Placed] = []
        begins = [_begin(word, end) for word, _ in self.own]
        left = [one for one in found if all(one is not word for word, _ in self.own)]
        while left:
            level = _lowest_level(left)
            placed = self._over(level, begins)
            for word, (first, last) in placed:
                begins[first:last] = [_begin(word, min(begins[first:last]))] * (last - first)
            self.above = [*placed, *self.above]
            left = [one for one in left if all(one is not word for word in level)]

    def _over(self, level: Sequence[Word], begins: Sequence[float]) -> list[_Placed]:
        """The columns below each heading of a level, those that share a run of them told apart."""
        runs = [self._run(word, begins) for word in level]
        placed = []
        for word, run in zip(level, runs, strict=True):
            beside = [one for one, other in zip(level, runs, strict=True) if other == run]
            left, right = self.xs[run[0]] + TOUCH, self.xs[run[1]] - TOUCH
            in_order = tuple(sorted(beside, key=lambda one: one.left))
            span = Heading(word, 0, 0, (left, right), in_order).span(self.columns, self.xs)
            if not self.xs[span[0]] < word.middle < self.xs[span[1]]:
                raise UnclearError
            placed.append((word, span))
        return placed

    def _run(self, word: Word, begins: Sequence[float]) -> _Span:
        """The columns side by side whose cells begin below a heading."""
        lowest_end = (word.top + word.bottom) / 2
        runs = [
            one for one in _runs([begin >= lowest_end for begin in begins])
            if _overlap(word, self.xs[one[0]], self.xs[one[1]]) > 0
        ]  # fmt: skip
        if len(runs) != 1:
            raise UnclearError
        return runs[0]

    def fields(self, top: float) -> list[Field]:
        """The cells of the headings.

        Args:
            top: where they begin, in tenths of a point.

        Raises:
            UnclearError: if one does not stand in its cell.
        """
        every = [*self.above, *self.own]
        parents = [[other for other in self.above if _is_parent(other, one)] for one in every]
        last = max(map(len, parents)) + 1
        ends = {id(one[0]): self._end(one, every) for one in self.above}
        found = []
        for one, over in zip(every, parents, strict=True):
            begin = max([top, *(ends[id(word)] for word, _ in over)])
            is_own = id(one[0]) not in ends
            rows = (len(over), last if is_own else len(over) + 1)
            found.append(
                self._field(one, rows, (begin, ends.get(id(one[0]), self.end)), is_own=is_own)
            )
        return found

    def _field(self, one: _Placed, rows: _Span, ys: tuple[float, float], *, is_own: bool) -> Field:
        """A cell, in the middle of which its heading stands; if not, another one stands above."""
        word, (first, last) = one
        height = word.bottom - word.top
        is_inside = ys[0] < (word.top + word.bottom) / 2 < ys[1]
        if not is_inside or (is_own and _begin(word, self.end) > ys[0] + 1.5 * height):
            raise UnclearError
        box = (self.xs[first], ys[0], self.xs[last], ys[1])
        return Field(rows[0], first, rows[1] - rows[0], last - first, box)

    def _end(self, one: _Placed, every: Sequence[_Placed]) -> float:
        """Where the cell of a heading above others ends."""
        below = [other[0].top for other in every if _is_parent(one, other)]
        return (one[0].bottom + min(below, default=one[0].bottom)) / 2


def _lowest_level(left: Sequence[Word]) -> list[Word]:
    """The headings below which no other of them stands, and beside one another."""
    own = [one for one in left if not any(_is_over(one, other) for other in left)]
    lowest = max(own, key=lambda one: one.bottom)
    return [one for one in own if not _is_apart(one, lowest)]


def _is_apart(one: Word, other: Word) -> bool:
    """Whether two words stand one above the other."""
    return one.bottom <= other.top or other.bottom <= one.top


def _runs(chosen: Sequence[bool]) -> Iterator[_Span]:
    first = None
    for at, one in enumerate((*chosen, False)):
        if one and first is None:
            first = at
        elif not one and first is not None:
            yield first, at
            first = None


def _is_parent(upper: _Placed, lower: _Placed) -> bool:
    """Whether a heading stands above another one, over all its columns."""
    (word, (first, last)), (other, span) = upper, lower
    return word is not other and word.bottom <= other.top and first <= span[0] and span[1] <= last
