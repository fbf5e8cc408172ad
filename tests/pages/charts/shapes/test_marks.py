"""What shapes are made of."""

from __future__ import annotations

from juesuan.pages.charts.shapes.marks import WIDTH, drawing, rules, texts


def test_a_drawing_has_a_size_that_no_text_changes() -> None:
    spec = drawing(20, layer=[])
    assert (spec["width"], spec["height"], spec["padding"]) == (WIDTH, 20, 0)
    assert spec["autosize"] == "none" and spec["layer"] == []


def test_only_texts_with_an_address_are_links() -> None:
    plain = texts([{"x": 0, "y": 1, "t": "甲"}], "left", 12)
    linked = texts([{"x": 0, "y": 1, "t": "甲", "u": "#0"}], "right", 11, bold=True)
    assert "href" not in plain["encoding"] and linked["encoding"]["href"]["field"] == "u"
    assert plain["mark"]["fontWeight"] == "normal" and linked["mark"]["fontWeight"] == "bold"


def test_rules_have_the_colour_of_lines() -> None:
    assert rules([])["mark"] == {"type": "rule", "color": "var(--j-line)"}
