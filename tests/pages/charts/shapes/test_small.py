"""Small shapes: parts fill the width, bars share a scale."""

from __future__ import annotations

import re
from decimal import Decimal as D
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.pages.charts.model import Picture
from juesuan.pages.charts.shapes.marks import WIDTH
from juesuan.pages.charts.shapes.small import pair, stack, strip


def spans(picture: Picture) -> list[tuple[float, float]]:
    """Left and right end in pixels of each rectangle."""
    found = [re.match(r"M([\d.]+),[\d.]+h([\d.]+)v", one.look["d"]) for one in picture.shapes]
    return [(float(one[1]), float(one[1]) + float(one[2])) for one in found if one]


@pytest.mark.slow
@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=4).filter(any))
def test_parts_fill_the_width_without_gaps(numbers: list[int]) -> None:
    parts = spans(stack([(D(number), i) for i, number in enumerate(numbers)]))
    assert parts[0][0] == 0 and parts[-1][1] == pytest.approx(WIDTH, abs=0.11)
    for (_, end), (begin, _) in pairwise(parts):
        assert begin == pytest.approx(end, abs=0.11)
    for number, (begin, end) in zip(numbers, parts, strict=True):
        assert end - begin == pytest.approx(WIDTH * number / sum(numbers), abs=0.06)


def test_the_larger_of_two_bars_fills_the_width() -> None:
    picture = pair([(D(50), 2), (D(200), 0)])
    assert spans(picture) == [(0, WIDTH / 4), (0, WIDTH)]
    assert [one.look["d"] for one in picture.shapes] == ["M0,0h82v8h-82Z", "M0,11h328v8h-328Z"]


def test_scores_stand_from_0_to_100() -> None:
    line, *dots = strip([D(0), D(50), D(100)]).shapes
    assert line.look["d"] == "M0,9h328"
    assert [one.look["cx"] for one in dots] == ["6", "164", "322"]
