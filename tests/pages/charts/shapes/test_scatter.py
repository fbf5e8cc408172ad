"""Dots by two numbers: inside their axes, moved as told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.pages.charts.model import Cell, Picture
from juesuan.pages.charts.shapes.scatter import Dot, scatter

PERCENT = st.floats(0, 130)


def dots_of(picture: Picture) -> list[tuple[float, float]]:
    """Where the dots stand."""
    looks = [one.look for one in picture.shapes if one.tag == "circle"]
    return [(float(look["cx"]), float(look["cy"])) for look in looks]


@pytest.mark.slow
@given(st.lists(st.tuples(PERCENT, PERCENT), min_size=1, max_size=20))
def test_every_dot_stands_inside_the_axes(places: list[tuple[float, float]]) -> None:
    dots = [Dot(Cell("甲"), across, up) for across, up in places]
    for x, y in dots_of(scatter(dots, "横", "纵")):
        assert 40 <= x <= 334 and 46 <= y <= 236


def test_higher_numbers_stand_right_and_up() -> None:
    low, high = dots_of(scatter([Dot(Cell("甲"), 60, 70), Dot(Cell("乙"), 90, 95)], "", ""))
    assert low[0] < high[0] and low[1] > high[1]


def test_a_dot_is_moved_by_pixels_and_links_to_its_label() -> None:
    plain, moved = Dot(Cell("甲"), 95, 95), Dot(Cell("乙"), 95, 95, aside=-3, above=-4)
    picture = scatter([plain, moved], "执行率", "总分")
    first, second = dots_of(picture)
    assert (second[0] - first[0], second[1] - first[1]) == pytest.approx((-3, 4), abs=0.11)
    assert [cell.text for cell in picture.linked] == ["甲", "乙"]


def test_ticks_are_as_many_as_can_be_read() -> None:
    def ticks(*up: float) -> list[str]:
        shapes = scatter([Dot(Cell("甲"), 100, one) for one in up], "", "").shapes
        return [one.words for one in shapes if one.look.get("x") == "34"]

    assert ticks(98) == ["90", "95", "100"]
    assert ticks(65, 98) == ["60", "70", "80", "90", "100"]
    assert ticks(12) == ["0", "20", "40", "60", "80", "100"]
