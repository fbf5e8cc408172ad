"""A chart as SVG: its shapes with links, its words for those who do not see it.

Shapes are at places in pixels and nothing is sized by its text, so no font of a machine changes
anything. Colours are CSS variables of the site.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby
from xml.etree import ElementTree

from markupsafe import Markup

from juesuan.pages.charts.model import Cell, Chart, Picture, Shape
from juesuan.pages.charts.shapes.marks import TEXT, WIDTH

Link = Callable[[Cell], Mapping[str, str]]
"""Attributes of the link behind a cell: ``href`` and what the evidence needs; none for no link."""

_SVG = "http://www.w3.org/2000/svg"

_OF_TEXT = {"font-size": f"{TEXT}", "fill": "currentColor"}
"""What most texts of a chart have: said once, for the whole picture."""

_INHERITED = {
    *("stroke", "stroke-width", "fill", "fill-opacity"),
    *("text-anchor", "font-size", "font-weight"),
}
"""What shapes have from the group around them where they do not say it (SVG 2, 6.2)."""

_FEW = 3
"""Shapes that are worth a group for what they have alike."""

ElementTree.register_namespace("", _SVG)


def svg(chart: Chart, link: Link) -> Markup:
    """The chart as inline SVG."""
    return Markup(_text(_drawn(chart, link)))  # nosec B704


def small_svg(picture: Picture) -> Markup:
    """A small picture beside a sentence that says the same; hidden from those who do not see it."""
    root = _made(picture, _unlinked)
    root.set("aria-hidden", "true")
    root.set("class", "small-chart")
    return Markup(_text(root))  # nosec B704


def _unlinked(cell: Cell) -> Mapping[str, str]:
    """No link behind any cell."""
    return {}


def _drawn(chart: Chart, link: Link) -> ElementTree.Element:
    """The chart with its name and its words for those who do not see it."""
    root = _made(chart.picture, link)
    linked = root.find(f".//{{{_SVG}}}a") is not None
    root.set("role", "group" if linked else "img")
    root.set("aria-label", chart.says)
    title = ElementTree.Element(f"{{{_SVG}}}title")
    title.text = chart.title
    root.insert(0, title)
    return root


def _made(picture: Picture, link: Link) -> ElementTree.Element:
    """The elements of a picture."""
    size = {"width": f"{WIDTH}", "height": f"{picture.height}"}
    box = {"viewBox": f"0 0 {WIDTH} {picture.height}"}
    texts = _OF_TEXT if any(one.words for one in picture.shapes) else {}
    root = ElementTree.Element(f"{{{_SVG}}}svg", {**box, **size, **texts})
    for one in picture.shapes:
        _add(root, one, link)
    _grouped(root)
    return root


def _add(root: ElementTree.Element, one: Shape, link: Link) -> None:
    """Add a shape, with a link around it if what it shows leads somewhere."""
    around = dict(link(one.cell)) if one.cell else {}
    if one.words:
        around.pop("aria-label", None)  # its text says it already
    above = ElementTree.SubElement(root, f"{{{_SVG}}}a", around) if around else root
    ElementTree.SubElement(above, f"{{{_SVG}}}{one.tag}", dict(one.look)).text = one.words or None


def _grouped(parent: ElementTree.Element) -> None:
    """Put neighbours that look alike into a group, which says once how they look."""
    for child in parent:
        _grouped(child)
    runs = [list(run) for _, run in groupby(list(parent), key=_kind)]
    parent[:] = [one for run in runs for one in _group(run)]


def _kind(one: ElementTree.Element) -> tuple[str, frozenset[str]]:
    """What a shape is, and which of its attributes a group could say."""
    return one.tag, frozenset(one.attrib.keys() & _INHERITED)


def _group(run: list[ElementTree.Element]) -> list[ElementTree.Element]:
    """Shapes of one kind, in a group if there are some and they have anything alike."""
    alike = set.intersection(*({*one.items()} for one in run))
    said = {name: value for name, value in sorted(alike) if name in _INHERITED}
    if len(run) < _FEW or not said:
        return run
    group = ElementTree.Element(f"{{{_SVG}}}g", said)
    for one in run:
        for name in said:
            del one.attrib[name]
        group.append(one)
    return [group]


def _text(root: ElementTree.Element) -> str:
    return ElementTree.tostring(root, encoding="unicode")
