"""Dots by two numbers: inside their axes, moved as told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.pages.charts.model import Cell
from juesuan.pages.charts.shapes.scatter import Dot, scatter

PERCENT = st.floats(0, 130)


def dots_of(spec) -> list[dict]:
    (found,) = [
        layer["data"]["values"] for layer in spec["layer"] if layer["mark"]["type"] == "circle"
    ]
    return found


@pytest.mark.slow
@given(st.lists(st.tuples(PERCENT, PERCENT), min_size=1, max_size=20))
def test_every_dot_stands_inside_the_axes(places: list[tuple[float, float]]) -> None:
    dots = [Dot(Cell("甲"), across, up) for across, up in places]
    for mark in dots_of(scatter(dots, "横", "纵").spec):
        assert 40 <= mark["x"] <= 334 and 46 <= mark["y"] <= 236


def test_higher_numbers_stand_right_and_up() -> None:
    low, high = dots_of(scatter([Dot(Cell("甲"), 60, 70), Dot(Cell("乙"), 90, 95)], "", "").spec)
    assert low["x"] < high["x"] and low["y"] > high["y"]


def test_a_dot_is_moved_by_pixels_and_links_to_its_label() -> None:
    plain, moved = Dot(Cell("甲"), 95, 95), Dot(Cell("乙"), 95, 95, aside=-3, above=-4)
    picture = scatter([plain, moved], "执行率", "总分")
    first, second = dots_of(picture.spec)
    assert (second["x"] - first["x"], second["y"] - first["y"]) == (-3, 4)
    assert (first["u"], second["u"]) == ("#0", "#1")
    assert [cell.text for cell in picture.linked] == ["甲", "乙"]


def test_ticks_are_as_many_as_can_be_read() -> None:
    def ticks(*up: float) -> list[str]:
        spec = scatter([Dot(Cell("甲"), 100, one) for one in up], "", "").spec
        return [mark["t"] for mark in spec["layer"][3]["data"]["values"]]

    assert ticks(98) == ["90", "95", "100"]
    assert ticks(65, 98) == ["60", "70", "80", "90", "100"]
    assert ticks(12) == ["0", "20", "40", "60", "80", "100"]
