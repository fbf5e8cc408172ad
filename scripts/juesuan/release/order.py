"""Which of some things stayed in their order while others moved around them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def in_order(places: Sequence[int]) -> set[int]:
    """The indexes of as many numbers as possible that rise from each to the next.

    >>> sorted(in_order([1, 2, 5, 3, 4])), sorted(in_order([2, 1]))
    ([0, 1, 3, 4], [1])
    """
    ends: list[int] = []
    tails: list[int] = []
    before = [-1] * len(places)
    for index, place in enumerate(places):
        at = bisect_left(tails, place)
        before[index] = ends[at - 1] if at else -1
        tails[at : at + 1] = [place]
        ends[at : at + 1] = [index]
    found, index = set(), ends[-1] if ends else -1
    while index >= 0:
        found.add(index)
        index = before[index]
    return found
