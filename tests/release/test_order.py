"""What stays in its order: as much as possible, and truly in order."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from juesuan.release.order import in_order


@given(st.permutations(range(7)))
def test_no_more_could_stay(places: list[int]) -> None:
    kept = sorted(in_order(places))
    assert [places[at] for at in kept] == sorted(places[at] for at in kept)
    longest = max(
        size for size in range(1, 8)
        if any(list(some) == sorted(some) for some in combinations(places, size))
    )  # fmt: skip
    assert len(kept) == longest


def test_nothing_and_one() -> None:
    assert in_order([]) == set() and in_order([5]) == {0}
