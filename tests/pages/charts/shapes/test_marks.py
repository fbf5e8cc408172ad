"""What shapes are made of."""

from __future__ import annotations

from juesuan.pages.charts.model import Cell
from juesuan.pages.charts.shapes.marks import circle, px, rectangle, rules, text


def test_places_have_one_digit_behind_the_point() -> None:
    assert [px(one) for one in (0.0, -0.0, 12.34, 12.96, -3.25)] == ["0", "0", "12.3", "13", "-3.2"]


def test_a_text_says_only_what_differs_from_most() -> None:
    assert text(0, 1, "甲").look == {"x": "0", "y": "1"}
    shape = text(0, 1, "甲", "end", 11, bold=True, cell=Cell("2"))
    assert shape.look == {
        "x": "0", "y": "1", "text-anchor": "end", "font-size": "11", "font-weight": "bold"
    }  # fmt: skip
    assert (shape.words, shape.cell) == ("甲", Cell("2"))


def test_a_rectangle_goes_from_left_to_right() -> None:
    there, back = (rectangle(*ends, 10, 22, {"fill": "red"}) for ends in ((5, 9), (9, 5)))
    assert there == back
    assert there.look == {"d": "M5,10h4v12h-4Z", "fill": "red"}


def test_rules_are_one_shape_in_the_colour_of_lines() -> None:
    shape = rules([(0, 9, 360, 9), (5, 1, 5, 4)])
    assert shape.look == {"d": "M0,9h360M5,1v3", "stroke": "var(--j-line)"}


def test_a_dot_stands_around_its_place() -> None:
    assert circle(3, 4, 5, {}).look == {"cx": "3", "cy": "4", "r": "5"}
