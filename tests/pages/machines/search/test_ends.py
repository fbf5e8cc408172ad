"""Both ends of an order."""

from __future__ import annotations

from decimal import Decimal

from juesuan.pages.machines.search.ends import Ends, Place


def test_ends_keep_both_ends_and_count_all() -> None:
    ends = Ends()
    for i in (3, 9, 1, 7, 5, 8, 2):
        ends.add(Place(Decimal(i), f"k{i}", [str(i)]))
    told = ends.told()
    assert told["n"] == 7
    assert told["most"] == [["9"], ["8"], ["7"], ["5"], ["3"]]
    assert told["least"] == [["1"], ["2"], ["3"], ["5"], ["7"]]


def test_few_are_told_once() -> None:
    ends = Ends()
    ends.add(Place(Decimal(1), "k", ["1"]))
    assert ends.told() == {"n": 1, "most": [["1"]]}


def test_what_does_not_compare_takes_no_place_of_others() -> None:
    ends = Ends()
    for i in range(20):
        ends.add(Place(Decimal(100 + i), f"a{i}", [f"a{i}"]), apart=True)
    for i in (3, 1, 2):
        ends.add(Place(Decimal(i), f"k{i}", [f"k{i}"]))
    told = ends.told()
    assert told["n"] == 23
    assert told["most"] == [["k3"], ["k2"], ["k1"]]
    assert "least" not in told
    assert told["apart"] == [[f"a{i}"] for i in (19, 18, 17, 16, 15)]
