"""From a chart's specification to SVG: drawn by Vega, then made small, themeable and linked.

Vega's text is measured with the fonts of the machine, so specifications place everything themselves
and let nothing be sized by its text: the same commit gives the same bytes on every machine. Colours
are CSS variables of the site.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import groupby
from xml.etree import ElementTree

import vl_convert
from markupsafe import Markup

from juesuan.pages.charts.model import Cell, Chart, Picture, Spec
from juesuan.pages.charts.shapes.marks import WIDTH

FONT = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"

Link = Callable[[Cell], Mapping[str, str]]
"""Attributes of the link behind a cell: ``href`` and what the evidence needs; none for no link."""

_SVG = "http://www.w3.org/2000/svg"
_HREF = "{http://www.w3.org/1999/xlink}href"
_PLACES = {"d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "transform"}
_STROKES = {"stroke", "stroke-width", "stroke-dasharray", "stroke-opacity"}
_FILLS = {"fill", "fill-opacity", "opacity"}
_KEPT = _PLACES | _STROKES | _FILLS | {"text-anchor", "font-size", "font-weight"}
_USELESS = {
    ("opacity", "1"),
    ("fill-opacity", "1"),
    ("stroke-width", "0"),
    ("stroke-width", "1"),
    ("font-weight", "normal"),
    ("stroke", "none"),
    ("transform", "translate(0,0)"),
    ("text-anchor", "start"),
}
_OF_TEXT = {"font-size": "12", "fill": "currentColor"}
"""What most texts of a chart have: said once, for the whole picture."""

_INHERITED = _STROKES | {"fill", "fill-opacity", "text-anchor", "font-size", "font-weight"}
"""What shapes have from the group around them where they do not say it (SVG 2, 6.2)."""

_FEW = 3
"""Shapes that are worth a group for what they have alike."""

_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0")
"""How Vega draws a circle around the origin."""

ElementTree.register_namespace("", _SVG)


def svg(chart: Chart, link: Link) -> Markup:
    """The chart as inline SVG."""
    return Markup(_text(_drawn(chart, link)))  # nosec B704


def small_svg(spec: Spec) -> Markup:
    """A small picture beside a sentence that says the same; hidden from those who do not see it."""
    root = _clean(Picture(spec), _unlinked)
    root.set("aria-hidden", "true")
    root.set("class", "small-chart")
    return Markup(_text(root))  # nosec B704


def _unlinked(cell: Cell) -> Mapping[str, str]:
    """No link behind any cell."""
    return {}


def _drawn(chart: Chart, link: Link) -> ElementTree.Element:
    """The chart with its name and its words for those who do not see it."""
    root = _clean(chart.picture, link)
    linked = root.find(f".//{{{_SVG}}}a") is not None
    root.set("role", "group" if linked else "img")
    root.set("aria-label", chart.says)
    title = ElementTree.Element(f"{{{_SVG}}}title")
    title.text = chart.title
    root.insert(0, title)
    return root


def _clean(picture: Picture, link: Link) -> ElementTree.Element:
    """What Vega drew without what is not seen, its numbers short, its links those of the site."""
    text = vl_convert.vegalite_to_svg(dict(picture.spec))
    drawn = ElementTree.fromstring(text)  # noqa: S314 - our own  # nosec B314
    height = float(drawn.get("height", "0"))
    root = ElementTree.Element(
        f"{{{_SVG}}}svg",
        {
            "viewBox": f"0 0 {WIDTH} {height:g}",
            "width": f"{WIDTH}",
            "height": f"{height:g}",
            **_OF_TEXT,
        },
    )
    for child in drawn:
        _copy(child, root, picture, link)
    _grouped(root)
    return root


def _grouped(parent: ElementTree.Element) -> None:
    """Put neighbours that look alike into a group, which says once how they look."""
    for child in parent:
        _grouped(child)
    runs = [list(run) for _, run in groupby(list(parent), key=lambda one: one.tag)]
    parent[:] = [one for run in runs for one in _group(run)]


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


def _copy(
    node: ElementTree.Element, parent: ElementTree.Element, picture: Picture, link: Link
) -> None:
    """Copy what is seen of a node and of those in it; groups that say nothing are left out."""
    if not _seen(node):
        return
    tag = node.tag.rpartition("}")[2]
    kept = _kept(node)
    if tag == "a":
        kept = dict(link(picture.linked[_number(node)]))
        tag = "a" if kept else "g"
    if tag == "path" and (circle := _CIRCLE.fullmatch(kept.get("d", ""))):
        tag, kept = "circle", _moved({**kept, "r": circle[1]}, "cx", "cy")
        del kept["d"]
    target = parent
    if tag != "g" or kept:
        target = ElementTree.SubElement(parent, f"{{{_SVG}}}{tag}", kept)
        target.text = node.text if tag in ("text", "tspan", "title") else None
    for child in node:
        _copy(child, target, picture, link)
    if tag == "a" and target.find(f"{{{_SVG}}}text") is not None:
        target.attrib.pop("aria-label", None)  # its text says it already


def _seen(node: ElementTree.Element) -> bool:
    """Whether a node is drawn at all: Vega also draws empty grounds of its groups."""
    ground = node.get("class") in ("background", "foreground") and node.tag == f"{{{_SVG}}}path"
    return node.get("display") != "none" and not ground


def _kept(node: ElementTree.Element) -> dict[str, str]:
    """The attributes of a node that say something, with short numbers."""
    short = {name: _short(value) for name, value in node.attrib.items() if name in _KEPT}
    kept = {name: value for name, value in short.items() if (name, value) not in _USELESS}
    tag = node.tag.rpartition("}")[2]
    if tag == "g" and kept.get("fill") == "none":
        del kept["fill"]  # texts have the colour of the whole picture
    if tag == "path":
        return _ground({**kept, "fill": kept.get("fill", "none")})
    if tag != "text":
        return kept
    own = {name: value for name, value in kept.items() if _OF_TEXT.get(name) != value}
    return own if {"x", "y"} & own.keys() else _moved(own, "x", "y")


def _ground(kept: dict[str, str]) -> dict[str, str]:
    """The attributes of a shape; without a line around it, how dense it is can be said of many.

    >>> _ground({"fill": "red", "opacity": "0.5", "stroke-width": "2"})
    {'fill': 'red', 'fill-opacity': '0.5'}
    """
    if "stroke" in kept:
        return kept
    rest = {name: value for name, value in kept.items() if name not in _STROKES}
    if "opacity" in rest and "fill-opacity" not in rest:
        rest["fill-opacity"] = rest.pop("opacity")
    return rest


def _moved(kept: dict[str, str], across: str, down: str) -> dict[str, str]:
    """Attributes in which a move is a place of its own.

    >>> _moved({"transform": "translate(11,3.1)", "r": "5"}, "cx", "cy")
    {'cx': '11', 'cy': '3.1', 'r': '5'}
    """
    move = re.fullmatch(r"translate\(([^,]+),([^,)]+)\)", kept.get("transform", ""))
    if move is None:
        return kept
    rest = {name: value for name, value in kept.items() if name != "transform"}
    return {across: move[1], down: move[2], **rest}


def _number(node: ElementTree.Element) -> int:
    """The number of the cell to which a link of the specification leads."""
    return int(node.get(_HREF, "#0").rpartition("#")[2])


def _short(value: str) -> str:
    """Coordinates with one digit behind the point, sizes without their unit.

    >>> _short("translate(11.0,3.14159)"), _short("12px")
    ('translate(11,3.1)', '12')
    """
    short = re.sub(
        r"-?\d+\.\d+(?:e-?\d+)?", lambda match: f"{float(match[0]):.1f}".removesuffix(".0"), value
    )
    return short.removesuffix("px")


def _text(root: ElementTree.Element) -> str:
    return ElementTree.tostring(root, encoding="unicode")
