"""From shapes to SVG: small, linked, themeable, escaped, the same on every machine."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from juesuan.pages.charts.barred import single
from juesuan.pages.charts.draw import small_svg, svg
from juesuan.pages.charts.model import Cell, Chart, Picture
from juesuan.pages.charts.shapes.marks import rules, text

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>&\"'"


def chart(*labels: str, title: str = "题") -> Chart:
    cells = [(label, Cell(f"{i + 1}00.00")) for i, label in enumerate(labels)]
    return single("made", title, ("项目", "数"), cells)


def to_line(cell: Cell) -> dict[str, str]:
    return {"href": f"source/#{cell.text}", "class": "n"}


def unlinked(cell: Cell) -> dict[str, str]:
    return {}


@pytest.mark.slow
def test_links_are_those_of_the_cells() -> None:
    root = ElementTree.fromstring(svg(chart("甲", "乙"), to_line))
    links = {"".join(node.itertext()): node.get("href") for node in root.iter(f"{SVG}a")}
    assert links == {"100.00": "source/#100.00", "200.00": "source/#200.00"}
    assert root.get("role") == "group"


def test_a_cell_without_a_figure_is_no_link() -> None:
    root = ElementTree.fromstring(svg(chart("甲", "乙"), unlinked))
    assert root.get("role") == "img" and root.find(f".//{SVG}a") is None
    assert root.get("aria-label") == "题：甲 100.00，乙 200.00（万元）"
    assert root.findtext(f"{SVG}title") == "题"


def test_hostile_text_is_text() -> None:
    made = chart(HOSTILE, title=HOSTILE)
    drawn = svg(made, unlinked)
    assert "<script" not in drawn
    words = list(ElementTree.fromstring(drawn).itertext())
    assert HOSTILE in words, words


@pytest.mark.slow
def test_nothing_depends_on_measured_text() -> None:
    """A title four times as long, a label ten times as long: no bar moves."""
    made, longer = chart("甲", "乙"), chart("甲" * 10, "乙" * 10, title="题" * 4)
    paths = [re.findall(r"<path[^>]*>", svg(one, unlinked)) for one in (made, longer)]
    assert paths[0] == paths[1] and paths[0]
    assert svg(made, unlinked) == svg(made, unlinked)


def test_a_small_picture_is_hidden_from_those_who_do_not_see_it() -> None:
    root = ElementTree.fromstring(small_svg(Picture(20, (text(0, 9, "甲"),))))
    assert root.get("aria-hidden") == "true" and root.get("class") == "small-chart"
    assert root.get("viewBox") == "0 0 328 20" and root.get("fill") == "currentColor"
    without = ElementTree.fromstring(small_svg(Picture(20, (rules([(0, 9, 9, 9)]),))))
    assert without.get("fill") is None, "what has no text needs no colour of texts"


def test_what_neighbours_have_alike_is_said_once_and_looks_the_same() -> None:
    drawn = svg(chart("甲", "乙", "丙", "丁"), unlinked)
    root = ElementTree.fromstring(drawn)
    above = {child: one for one in root.iter() for child in one}
    bars = [one for one in root.iter(f"{SVG}path") if one.get("d", "").endswith("Z")]
    assert not any("fill" in one.attrib for one in bars)
    assert len(bars) == 4 and len({above[one] for one in bars}) == 1
    assert above[bars[0]].get("fill", "").startswith("var(--j-c1")
    assert drawn.count("fill=") < 4 + 2
    two = ElementTree.fromstring(svg(chart("甲", "乙"), unlinked))
    ends = [one for one in two.iter(f"{SVG}path") if one.get("d", "").endswith("Z")]
    assert len(ends) == 2 and all("fill" in one.attrib for one in ends)
