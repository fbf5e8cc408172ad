"""From a chart's specification to SVG: drawn by Vega, then made small, themeable and linked.

Vega's text is measured with the fonts of the machine, so specifications place everything themselves
and let nothing be sized by its text: the same commit gives the same bytes on every machine. Colours
are CSS variables of the site.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
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
    ("font-weight", "normal"),
    ("stroke", "none"),
    ("transform", "translate(0,0)"),
}
_LIGHT = (
    "--j-c1:#14606f;--j-c2:#b3570f;--j-c3:#6b7280;--j-c4:#7a5ea8;"
    "--j-line:#c9ced3;--j-ink:#1f2426;--j-paper:#fff"
)
_DARK = (
    "--j-c1:#6fc3d1;--j-c2:#f0a35e;--j-c3:#a3abb5;--j-c4:#b9a3e3;"
    "--j-line:#4a5157;--j-ink:#e4e7e9;--j-paper:#1e2129"
)
COLOURS = f":root{{{_LIGHT}}}@media(prefers-color-scheme:dark){{:root{{{_DARK}}}}}"
"""The colours of charts, for files that stand alone; the site's style sheet has the same."""

_HEAD, _FOOT, _SIDE = 38, 26, 8
"""Pixels around a chart that stands alone: above, below, left and right."""

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


def standalone(chart: Chart, source: str) -> str:
    """The chart as a file of its own: with title, unit, source and its colours in both schemes.

    Its numbers are no links.
    """
    root = _drawn(chart, _unlinked)
    height = float(root.get("height", "0"))
    whole = height + _HEAD + _FOOT
    root.set("width", "720")
    root.set("height", f"{whole * 2:g}")
    root.set("viewBox", f"-{_SIDE} -{_HEAD} {WIDTH + 2 * _SIDE} {whole:g}")
    root.set("font-family", FONT)
    root.insert(1, _style())
    root.insert(2, _paper(whole))
    _write(root, chart.title, "-20", "14")
    _write(root, f"单位：{chart.unit}" if chart.unit else "", "-5", "10")
    _write(root, source, f"{height + 18:g}", "8")
    return _text(root) + "\n"


def _style() -> ElementTree.Element:
    style = ElementTree.Element(f"{{{_SVG}}}style")
    style.text = COLOURS + "svg{color:var(--j-ink)}"
    return style


def _paper(height: float) -> ElementTree.Element:
    """What a chart that stands alone is drawn on."""
    place = {
        "x": f"-{_SIDE}",
        "y": f"-{_HEAD}",
        "width": f"{WIDTH + 2 * _SIDE}",
        "height": f"{height:g}",
    }
    return ElementTree.Element(f"{{{_SVG}}}rect", {**place, "fill": "var(--j-paper)"})


def _write(root: ElementTree.Element, words: str, y: str, size: str) -> None:
    """A line of text at the left edge."""
    place = {"x": "0", "y": y, "font-size": size, "fill": "currentColor"}
    ElementTree.SubElement(root, f"{{{_SVG}}}text", place).text = words


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
        {"viewBox": f"0 0 {WIDTH} {height:g}", "width": f"{WIDTH}", "height": f"{height:g}"},
    )
    for child in drawn:
        _copy(child, root, picture, link)
    return root


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
    target = parent
    if tag != "g" or kept:
        target = ElementTree.SubElement(parent, f"{{{_SVG}}}{tag}", kept)
        target.text = node.text if tag in ("text", "tspan", "title") else None
    for child in node:
        _copy(child, target, picture, link)


def _seen(node: ElementTree.Element) -> bool:
    """Whether a node is drawn at all: Vega also draws empty grounds of its groups."""
    ground = node.get("class") in ("background", "foreground") and node.tag == f"{{{_SVG}}}path"
    return node.get("display") != "none" and not ground


def _kept(node: ElementTree.Element) -> dict[str, str]:
    """The attributes of a node that say something, with short numbers."""
    short = {name: _short(value) for name, value in node.attrib.items() if name in _KEPT}
    return {name: value for name, value in short.items() if (name, value) not in _USELESS}


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
