"""Amounts whose columns are not known: the one way in which all sums hold."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from juesuan.amount import Rounded, adds_up
from juesuan.intake.singly.tokens import Token

_MOST_WAYS = 20_000
"""Ways in which the amounts of a table may stand that are tried."""

BLANK = Rounded(Decimal(0))
"""What a cell holds in which nothing is printed."""

Way = tuple[int, ...]
"""The column of each amount of a row."""

Holds = Callable[[list[Rounded]], bool]
"""Whether the sums of one row hold, given its amounts by column."""


@dataclass(eq=False)
class Line:
    """A row: its amounts in their order, and the ways in which they may stand in the columns.

    Attributes:
        amounts: as printed, blank cells left out.
        width: number of the columns.
        ways: those that are still possible.
    """

    amounts: list[Token]
    width: int

    def __post_init__(self) -> None:
        self.ways: list[Way] = list(itertools.combinations(range(self.width), len(self.amounts)))

    @cached_property
    def values(self) -> list[Rounded]:
        """Its amounts."""
        return [one.value for one in self.amounts]

    def keep(self, holds: Holds) -> None:
        """Keep the ways in which the sums of the row hold, if it is not told already."""
        if len(self.ways) > 1:
            self.ways = [way for way in self.ways if holds(self.filled(way))]

    def filled(self, way: Way) -> list[Rounded]:
        """The amounts by column, in one way."""
        row = [BLANK] * self.width
        for column, value in zip(way, self.values, strict=True):
            row[column] = value
        return row


def settle(groups: Sequence[tuple[Line, Sequence[Line]]]) -> None:
    """Leave each row with the ways in which it may stand, given that columns add up.

    Args:
        groups: a row and those that are its parts, from the top down.
    """
    left = _MOST_WAYS
    for whole, parts in groups:
        lines = [whole, *parts]
        number = math.prod(len(one.ways) for one in lines)
        if number < 2 or number > left:
            continue
        left -= number
        fitting = list(_fitting(whole, parts))
        for at, line in enumerate(lines):
            line.ways = list(dict.fromkeys(ways[at] for ways in fitting))


def _fitting(whole: Line, parts: Sequence[Line]) -> Iterator[tuple[Way, ...]]:
    """The ways of a row and its parts in which each column adds up."""
    for ways in itertools.product(whole.ways, *(one.ways for one in parts)):
        rows = [one.filled(way) for one, way in zip(parts, ways[1:], strict=True)]
        columns = zip(*rows, strict=True)
        if all(map(adds_up, whole.filled(ways[0]), columns)):
            yield ways


def are_settled(lines: Sequence[Line]) -> bool:
    """Whether each row stands in one way alone."""
    return all(len(one.ways) == 1 for one in lines)


def first_is_sum(row: list[Rounded]) -> bool:
    """Whether the first column is the sum of the others."""
    return adds_up(row[0], row[1:])
