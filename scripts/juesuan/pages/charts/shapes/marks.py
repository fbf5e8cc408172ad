"""What all shapes are made of: a drawing of fixed size, and layers of texts, rules and others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from juesuan.pages.charts.model import Spec

WIDTH = 360
"""Width of every chart in its own pixels: a phone's, so that its words are never smaller there."""

COLOURS = ("var(--j-c1)", "var(--j-c2)", "var(--j-c3)", "var(--j-c4)", "var(--j-fail)")
"""Colours by number: three of amounts, one more of parts, that of contradictions."""

Y: Spec = {"field": "y", "type": "quantitative", "scale": None, "axis": None}
"""Pixels from the top, in the field ``y``."""

Mark = Mapping[str, object]
"""One mark of a layer: its place in pixels, and what else the layer draws of it."""


def x_of(field: str, scale: Spec | None = None) -> Spec:
    """The place across in a field: in pixels, or on a scale."""
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def nominal(field: str) -> Spec:
    """A field whose values are drawn as they are: a path, a colour."""
    return {"field": field, "type": "nominal", "scale": None}


def drawing(height: int, **parts: object) -> Spec:
    """A whole specification: a fixed size that no text changes.

    Args:
        height: in pixels.
        parts: its layers; or data, mark and encoding of its only one.
    """
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": WIDTH,
        "height": height,
        "padding": 0,
        "autosize": "none",
        "background": None,
        "config": {
            "view": {"stroke": None},
            "text": {"fill": "currentColor"},
            "axis": {"labelColor": "currentColor"},
        },
        **parts,
    }


def layer(marks: Iterable[Mark], mark: Spec, encoding: Spec) -> Spec:
    """A layer of marks of one kind."""
    return {"data": {"values": list(marks)}, "mark": mark, "encoding": encoding}


def texts(
    marks: Sequence[Mark], align: Literal["left", "center", "right"], size: int, bold: bool = False
) -> Spec:
    """Texts ``t`` at pixel places; those with ``u`` are links."""
    encoding = {"x": x_of("x"), "y": Y, "text": {"field": "t", "type": "nominal"}}
    if any("u" in mark for mark in marks):
        encoding["href"] = {"field": "u", "type": "nominal"}
    kind = {
        "type": "text",
        "align": align,
        "baseline": "alphabetic",
        "fontSize": size,
        "fontWeight": "bold" if bold else "normal",
        "limit": 0,
    }
    return layer(marks, kind, encoding)


def rules(marks: Iterable[Mark], colour: str = "var(--j-line)") -> Spec:
    """Thin lines from ``x``, ``y`` to ``x2``, ``y2``."""
    encoding = {"x": x_of("x"), "y": Y, "x2": {"field": "x2"}, "y2": {"field": "y2"}}
    return layer(marks, {"type": "rule", "color": colour}, encoding)
