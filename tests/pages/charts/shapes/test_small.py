"""Small shapes: parts fill the width, bars share a scale."""

from __future__ import annotations

from decimal import Decimal as D
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.pages.charts.shapes.marks import WIDTH
from juesuan.pages.charts.shapes.small import pair, stack, strip


@pytest.mark.slow
@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=4).filter(any))
def test_parts_fill_the_width_without_gaps(numbers: list[int]) -> None:
    marks = stack([(D(number), i) for i, number in enumerate(numbers)])["data"]["values"]
    assert marks[0]["x"] == 0 and marks[-1]["x2"] == pytest.approx(WIDTH)
    for before, after in pairwise(marks):
        assert before["x2"] == after["x"]
    for number, mark in zip(numbers, marks, strict=True):
        assert mark["x2"] - mark["x"] == pytest.approx(WIDTH * number / sum(numbers), abs=1e-6)


def test_the_larger_of_two_bars_fills_the_width() -> None:
    marks = pair([(D(50), 2), (D(200), 0)])["data"]["values"]
    assert [mark["x2"] for mark in marks] == [WIDTH / 4, WIDTH]
    assert marks[0]["y2"] < marks[1]["y"]


def test_scores_stand_from_0_to_100() -> None:
    _, dots = strip([D(0), D(50), D(100)])["layer"]
    assert [mark["x"] for mark in dots["data"]["values"]] == [6, WIDTH / 2, WIDTH - 6]
