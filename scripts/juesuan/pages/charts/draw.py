"""From a chart's specification to SVG: drawn by Vega, then made small, themeable and linked.

Vega's text is measured with the fonts of the machine, so specifications place everything themselves and let nothing be
sized by its text: the same commit gives the same bytes on every machine. Colours are CSS variables of the site.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import vl_convert
from markupsafe import Markup

from juesuan.pages.charts.model import Cell, Chart

WIDTH = 360
"""Width of every chart in its own pixels: that of a phone, so that its words are never smaller there."""

FONT = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
_SVG = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"
_KEPT = {"d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "transform", "fill", "stroke", "fill-opacity",
         "stroke-width", "stroke-dasharray", "text-anchor", "font-size", "font-weight", "opacity", "stroke-opacity"}  # fmt: skip
_USELESS = {
    ("opacity", "1"),
    ("fill-opacity", "1"),
    ("stroke-width", "0"),
    ("font-weight", "normal"),
    ("stroke", "none"),
}
_LIGHT = "--j-c1:#14606f;--j-c2:#b3570f;--j-c3:#6b7280;--j-c4:#7a5ea8;--j-line:#c9ced3;--j-ink:#1f2426;--j-paper:#fff"
_DARK = "--j-c1:#6fc3d1;--j-c2:#f0a35e;--j-c3:#a3abb5;--j-c4:#b9a3e3;--j-line:#4a5157;--j-ink:#e4e7e9;--j-paper:#1e2129"
COLOURS = f":root{{{_LIGHT}}}@media(prefers-color-scheme:dark){{:root{{{_DARK}}}}}"
"""The colours of charts, for files that stand alone; the site's style sheet has the same."""

ElementTree.register_namespace("", _SVG)


def base(height: int, **parts: Any) -> dict[str, Any]:
    """What all specifications share: a fixed size that no text changes."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": WIDTH, "height": height, "padding": 0, "autosize": "none", "background": None,
        "config": {"view": {"stroke": None}, "text": {"fill": "currentColor"}, "axis": {"labelColor": "currentColor"}},
        **parts,
    }  # fmt: skip


def svg(chart: Chart, link: Callable[[Cell], dict[str, str]]) -> Markup:
    """The chart as inline SVG.

    Args:
        chart: what to draw.
        link: attributes of the link behind a cell: ``href`` and what the evidence needs.
    """
    return Markup(_text(_drawn(chart, link)))


def small_svg(spec: dict[str, Any]) -> Markup:
    """A small picture beside a sentence that says the same; hidden from those who do not see it."""
    root = _clean(spec, (), lambda cell: {})
    root.set("aria-hidden", "true")
    root.set("class", "small-chart")
    return Markup(_text(root))


def standalone(chart: Chart, source: str) -> str:
    """The chart as a file of its own: with title, unit, source and its colours in both schemes; without links."""
    root = _drawn(chart, lambda cell: {})
    height = float(root.get("height", "0"))
    for name, value in (
        ("width", "720"),
        ("height", f"{(height + 64) * 2:g}"),
        ("viewBox", f"-8 -38 {WIDTH + 16} {height + 64:g}"),
    ):
        root.set(name, value)
    root.set("font-family", FONT)
    style = ElementTree.Element(f"{{{_SVG}}}style")
    style.text = COLOURS + "svg{color:var(--j-ink)}"
    paper = ElementTree.Element(
        f"{{{_SVG}}}rect",
        {"x": "-8", "y": "-38", "width": f"{WIDTH + 16}", "height": f"{height + 64:g}"},
    )
    paper.set("fill", "var(--j-paper)")
    root.insert(1, style)
    root.insert(2, paper)
    head = [
        (chart.title, "-20", "14"),
        (f"单位：{chart.unit}" if chart.unit else "", "-5", "10"),
        (source, f"{height + 18:g}", "8"),
    ]
    for words, y, size in head:
        text = ElementTree.SubElement(
            root, f"{{{_SVG}}}text", {"x": "0", "y": y, "font-size": size, "fill": "currentColor"}
        )
        text.text = words
    return _text(root) + "\n"


def _drawn(chart: Chart, link: Callable[[Cell], dict[str, str]]) -> ElementTree.Element:
    root = _clean(chart.spec, chart.linked, link)
    linked = any(True for _ in root.iter(f"{{{_SVG}}}a"))
    root.set("role", "group" if linked else "img")
    root.set("aria-label", chart.says)
    title = ElementTree.Element(f"{{{_SVG}}}title")
    title.text = chart.title
    root.insert(0, title)
    return root


def _clean(
    spec: dict[str, Any], linked: tuple[Cell, ...], link: Callable[[Cell], dict[str, str]]
) -> ElementTree.Element:
    """What Vega drew without what is not seen, its numbers short, its links those of the site."""
    drawn = ElementTree.fromstring(vl_convert.vegalite_to_svg(spec))  # noqa: S314 - our own
    height = float(drawn.get("height", "0"))
    root = ElementTree.Element(
        f"{{{_SVG}}}svg",
        {"viewBox": f"0 0 {WIDTH} {height:g}", "width": f"{WIDTH}", "height": f"{height:g}"},
    )
    for child in drawn:
        _copy(child, root, linked, link)
    return root


def _copy(
    node: ElementTree.Element,
    parent: ElementTree.Element,
    linked: tuple[Cell, ...],
    link: Callable[[Cell], dict[str, str]],
) -> None:
    tag = node.tag.rpartition("}")[2]
    if node.get("display") == "none" or (
        tag == "path" and node.get("class") in ("background", "foreground")
    ):
        return
    kept = {
        name: _short(value)
        for name, value in node.attrib.items()
        if name in _KEPT and (name, value) not in _USELESS
    }
    if tag == "text" and "font-size" in kept:
        kept["font-size"] = kept["font-size"].removesuffix("px")
    if kept.get("transform") == "translate(0,0)":
        del kept["transform"]
    if tag == "a":
        cell = linked[int(node.get(_LINK, "#0").rpartition("#")[2])]
        kept = link(cell)
        if not kept:
            tag = "g"
    target = parent
    if tag != "g" or kept:
        target = ElementTree.SubElement(parent, f"{{{_SVG}}}{tag}", kept)
        target.text = node.text if tag in ("text", "tspan", "title") else None
    for child in node:
        _copy(child, target, linked, link)


def _short(value: str) -> str:
    """Coordinates with one digit behind the point."""
    return re.sub(
        r"-?\d+\.\d+(?:e-?\d+)?", lambda match: f"{float(match[0]):.1f}".removesuffix(".0"), value
    )


def _text(root: ElementTree.Element) -> str:
    return ElementTree.tostring(root, encoding="unicode")
