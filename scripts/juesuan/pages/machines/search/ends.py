"""The first and the last of what is ordered, however many there are."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple

RANKED = 5
"""Places at each end of a ranking."""

LISTED = 40
"""Places at each end where all beyond a limit are asked for: of the newest year of each."""

_FULL = 100
"""The score of a project that missed nothing; the rate of one that spent all it was given."""


class Place(NamedTuple):
    """A place of a ranking; compared by what it is ordered by, then by who it is."""

    by: Decimal
    key: str
    shown: Sequence[object]


class Ends:
    """The most and the least of what is put in, and how many there were.

    Args:
        places: that are kept at each end.
    """

    def __init__(self, places: int = RANKED) -> None:
        self._places = places
        self._most: list[tuple[Decimal, str, Place]] = []
        self._least: list[tuple[Decimal, str, Place]] = []
        self._apart: list[tuple[Decimal, str, Place]] = []
        self._compared = 0
        self.number = 0
        self.sum = Decimal(0)
        self._floors: Counter[int] = Counter()
        self._full = 0

    def add(self, place: Place, *, apart: bool = False) -> None:
        """Put one in.

        Args:
            place: the one.
            apart: whether it does not compare with the others: it takes no place of theirs.
        """
        self.number += 1
        self.sum += place.by
        if apart:
            _put(self._apart, (-place.by, place.key, place), self._places)
            return
        self._compared += 1
        self._floors[int(place.by.to_integral_value(ROUND_FLOOR))] += 1
        self._full += place.by == _FULL
        _put(self._most, (-place.by, place.key, place), self._places)
        _put(self._least, (place.by, place.key, place), self._places)

    def told(self) -> dict[str, object]:
        """Their number, both ends, and those apart; one order is enough where it holds all."""
        found: dict[str, object] = {
            "n": self.number,
            "most": [one.shown for _, _, one in self._most],
        }
        if self._compared > self._places:
            found["least"] = [one.shown for _, _, one in self._least]
        if self._apart:
            found["apart"] = [one.shown for _, _, one in self._apart]
        return found

    def counted(self) -> dict[str, object]:
        """How many are below each whole number up to 100, and how many are 100."""
        under = [sum(n for floor, n in self._floors.items() if floor < k) for k in range(_FULL + 1)]
        return {"under": under, "full": self._full}


def _put(
    first: list[tuple[Decimal, str, Place]], one: tuple[Decimal, str, Place], places: int
) -> None:
    """Put one among the first ones, in order, if it belongs there."""
    if len(first) < places or one < first[-1]:
        insort(first, one)
        del first[places:]
