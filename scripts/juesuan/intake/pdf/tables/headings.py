"""Headings of a table without upright lines: over which rows and columns each of them stands.

A heading reaches down to the level line below it. That line is as wide as the columns over which
it stands; where it is shared with other headings, each stands from the column that begins where it
begins, or in the middle over its columns.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from juesuan.intake.pdf.tables.bands import Word, both
from juesuan.intake.pdf.tables.grids import TOUCH, Ruling

MOST_WAYS = 20_000
"""Ways of parting columns among headings that are tried; real tables have hundreds at most."""

_SAME = 15
"""Tenths of a point within which two words begin at one place."""


class UnclearError(Exception):
    """How words stand does not tell their columns."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of one column or of several.

    Attributes:
        word: what is printed.
        first, last: its first row, and the one behind its last.
        line: from where to where the line below it goes, in tenths of a point.
        beside: all headings above that line, itself included, from left to right.
    """

    word: Word
    first: int
    last: int
    line: tuple[float, float]
    beside: tuple[Word, ...] = ()

    def span(self, columns: Sequence[Column], xs: Sequence[float]) -> tuple[int, int]:
        """The first of the columns over which it stands, and the one behind the last."""
        own = next((i for i, one in enumerate(columns) if self in one.heads), None)
        if own is not None:
            return own, own + 1
        under = [
            i for i, (a, b) in enumerate(itertools.pairwise(xs))
            if self.line[0] - TOUCH < (a + b) / 2 < self.line[1] + TOUCH
        ]  # fmt: skip
        parts = _parted(under, self.beside, columns, xs)
        return parts[self.beside.index(self.word)]


@dataclass
class Column:
    """Words above one another: the heading, those of rows, and from where to where they stand."""

    left: float
    right: float
    heads: list[Heading] = field(default_factory=list)
    body: list[Word] = field(default_factory=list)

    def take(self, other: Column) -> None:
        """Put another column into this one."""
        self.left, self.right = min(self.left, other.left), max(self.right, other.right)
        self.heads += other.heads
        self.body += other.body


def headings(
    rows: Sequence[Sequence[Word]], ys: Sequence[float], level: Sequence[Ruling]
) -> list[Heading]:
    """The headings in the first rows of a table.

    Args:
        rows: their words.
        ys: where rows begin and end.
        level: the level lines of the table.
    """
    found = [
        _heading(word, row, len(rows), ys, level) for row, one in enumerate(rows) for word in one
    ]
    return _with_others(_whole(found))


def _whole(found: Sequence[Heading]) -> list[Heading]:
    """The headings; lines of one cell that stand below one another are one."""
    made: list[Heading] = []
    for one in sorted(found, key=lambda heading: (heading.word.left, heading.word.top)):
        same = next((i for i, other in enumerate(made) if _is_same_cell(one, other)), None)
        if same is None:
            made.append(one)
        else:
            made[same] = replace(made[same], word=both(made[same].word, one.word))
    return made


def _is_same_cell(one: Heading, other: Heading) -> bool:
    overlaps = min(one.word.right, other.word.right) > max(one.word.left, other.word.left)
    return overlaps and (one.first, one.last) == (other.first, other.last)


def _heading(
    word: Word, row: int, head: int, ys: Sequence[float], level: Sequence[Ruling]
) -> Heading:
    above = [_line_at(ys[i], word, level) for i in range(row + 1)]
    first = max((i for i, one in enumerate(above) if one), default=0)
    below = {i: _line_at(ys[i], word, level) for i in range(row + 1, head + 1)}
    last = min((i for i, one in below.items() if one), default=head)
    line = below.get(last) or (word.left, word.right)
    return Heading(word, first, last, line)


def _line_at(y: float, word: Word, level: Sequence[Ruling]) -> tuple[float, float] | None:
    """The level line at a height that stands above or below a word."""
    for one in level:
        if abs(one.at - y) <= TOUCH and one.start - TOUCH <= word.middle <= one.end + TOUCH:
            return one.start, one.end
    return None


def _with_others(found: Sequence[Heading]) -> list[Heading]:
    """The headings, each knowing those that stand above the same line."""
    cells: dict[tuple[int, tuple[float, float]], list[Word]] = {}
    for one in found:
        cells.setdefault((one.last, one.line), []).append(one.word)
    return [
        replace(one, beside=tuple(sorted(cells[one.last, one.line],
                                         key=lambda word: word.left)))
        for one in found
    ]  # fmt: skip


def _parted(
    under: Sequence[int], words: Sequence[Word], columns: Sequence[Column], xs: Sequence[float]
) -> list[tuple[int, int]]:
    """The columns under a line, for each of the headings above it."""
    if len(under) < len(words) or not under:
        raise UnclearError
    starts = [_start(word, under, columns) for word in words]
    if starts[0] == under[0] and all(one is not None for one in starts):
        found = [one for one in starts if one is not None]
        return list(itertools.pairwise([*found, under[-1] + 1]))
    if math.comb(len(under) - 1, len(words) - 1) > MOST_WAYS:
        raise UnclearError
    ways = itertools.combinations(under[1:], len(words) - 1)
    cuts = [[under[0], *way, under[-1] + 1] for way in ways]
    best = min(cuts, key=lambda way: _apart(way, words, xs))
    return list(itertools.pairwise(best))


def _start(word: Word, under: Sequence[int], columns: Sequence[Column]) -> int | None:
    """The column whose own heading begins where a heading above it begins."""
    for i in under:
        if any(abs(one.word.left - word.left) <= _SAME for one in columns[i].heads):
            return i
    return None


def _apart(way: Sequence[int], words: Sequence[Word], xs: Sequence[float]) -> float:
    """How far headings stand from the middle of their columns."""
    middles = [(xs[a] + xs[b]) / 2 for a, b in itertools.pairwise(way)]
    return sum(abs(word.middle - one) for word, one in zip(words, middles, strict=True))
