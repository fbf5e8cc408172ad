"""Amounts whose columns are not known: the one way in which all sums hold."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from juesuan.intake.singly.tokens import Token

_MOST_WAYS = 20_000
"""Ways in which the amounts of a table may stand that are tried."""

_HALF = Decimal("0.005")

Way = tuple[int, ...]
"""The column of each amount of a row."""

Holds = Callable[[list[Decimal]], bool]
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
    def values(self) -> list[Decimal]:
        """Its amounts."""
        return [one.value for one in self.amounts]

    def keep(self, holds: Holds) -> None:
        """Keep the ways in which the sums of the row hold, if it is not told already."""
        if len(self.ways) > 1:
            self.ways = [way for way in self.ways if holds(self.filled(way))]

    def filled(self, way: Way) -> list[Decimal]:
        """The amounts by column, in one way."""
        row = [Decimal(0)] * self.width
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
    slack = _HALF * (len(parts) + 1)
    for ways in itertools.product(whole.ways, *(one.ways for one in parts)):
        rows = [one.filled(way) for one, way in zip(parts, ways[1:], strict=True)]
        sums = [sum(column, Decimal(0)) for column in zip(*rows, strict=True)]
        if all(abs(a - b) <= slack for a, b in zip(whole.filled(ways[0]), sums, strict=True)):
            yield ways


def are_settled(lines: Sequence[Line]) -> bool:
    """Whether each row stands in one way alone."""
    return all(len(one.ways) == 1 for one in lines)


def first_is_sum(row: list[Decimal]) -> bool:
    """Whether the first column is the sum of the others."""
    return abs(row[0] - sum(row[1:], Decimal(0))) <= _HALF * len(row)
