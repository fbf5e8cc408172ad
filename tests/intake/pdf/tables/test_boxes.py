"""Boxes with gaps between them become the cells of a table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.intake.pdf.tables.boxes import WIDEST, closed
from juesuan.intake.pdf.tables.grids import Ruling, grids, whole_lines

XS = [400, 700, 1300, 1900, 2600]
YS = [800, 1000, 1200, 1400, 1600]


def box(left: int, top: int, right: int, bottom: int) -> Iterator[Ruling]:
    """The four lines of a box."""
    yield from (Ruling(True, y, left, right) for y in (top, bottom))
    yield from (Ruling(False, x, top, bottom) for x in (left, right))


def boxes(xs: list[int], ys: list[int], gap: int) -> list[Ruling]:
    """A box for each cell, so far from the next one."""
    half = gap // 2
    return [
        line
        for left, right in pairwise(xs)
        for top, bottom in pairwise(ys)
        for line in box(left + half, top + half, right - half, bottom - half)
    ]


def shape(rulings: list[Ruling]) -> list[tuple[int, int]]:
    """Columns and cells of each table."""
    return [(one.width, len(one.fields)) for one in grids(whole_lines(rulings))]


@pytest.mark.slow
@given(
    st.lists(st.integers(110, 900), min_size=3, max_size=9),
    st.lists(st.integers(110, 300), min_size=3, max_size=20),
    st.integers(16, 45),
)
def test_boxes_of_every_size_are_one_table(wide: list[int], high: list[int], half: int) -> None:
    gap = 2 * half
    xs = [400 + sum(wide[:i]) + gap * i for i in range(len(wide) + 1)]
    ys = [800 + sum(high[:i]) + gap * i for i in range(len(high) + 1)]
    assert shape(closed(boxes(xs, ys, gap))) == [(len(wide), len(wide) * len(high))]


def test_a_heading_over_two_columns_stays_one_cell() -> None:
    found = [
        *boxes(XS, YS[1:], 40),
        *box(420, 820, 680, 980),
        *box(720, 820, 1880, 980),
        *box(1920, 820, 2580, 980),
    ]
    assert shape(closed(found)) == [(4, 15)]


@pytest.mark.parametrize(
    "rulings",
    [
        boxes(XS, YS, 0),
        boxes(XS, YS, 2 * WIDEST),
        boxes([0, 80, 600, 680, 1200], [0, 85, 170, 255, 340], 0),
        [Ruling(True, y, 400, 2600) for y in YS] + [Ruling(False, x, 800, 1600) for x in XS],
        [Ruling(True, 800 + 40 * i, 400 + 40 * j, 420 + 40 * j) for i in (0, 9) for j in range(9)],
        [],
    ],
    ids=["touching", "far apart", "narrow cells", "whole lines", "dots", "nothing"],
)
def test_other_lines_stay_as_they_are(rulings: list[Ruling]) -> None:
    assert closed(rulings) == []
