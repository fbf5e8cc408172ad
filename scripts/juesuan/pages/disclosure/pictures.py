"""The charts of a disclosure on its pages: drawn with links, and as tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from juesuan.model import Facts
from juesuan.pages.charts import Cell, Chart, charts_of
from juesuan.pages.charts.draw import svg
from juesuan.pages.disclosure.forms import form_addresses
from juesuan.pages.evidence.figures import NONE, Evidence, grouped

CHART_OF = {
    "收入": "flow",
    "用在哪些方面": "functions",
    "与上年相比": "last-year",
    "与预算相比": "budget",
    "“三公”经费": "three-public",
    "项目绩效": "projects",
}
"""Sentences of the summary whose figures a chart shows in full."""


_PRINTED = re.compile(r'href="([^"]*)"|class="derived"[^>]*>([^<]*)<')
"""By what a number is known in any table: the address of its figure; a derived one by itself."""

_TABLES = 3
"""Tables of the page that stand for the table of one chart, at most."""


class Beside(NamedTuple):
    """A table of the same page.

    Attributes:
        anchor, title: of its heading.
        numbers: by what its numbers are known.
    """

    anchor: str
    title: str
    numbers: frozenset[str]


def beside(anchor: str, title: str, cells: Iterable[Markup]) -> Beside:
    """A table of the page by the cells with its numbers."""
    return Beside(anchor, title, _printed(cells))


def _printed(cells: Iterable[Markup]) -> frozenset[str]:
    found = (pair for cell in cells for pair in _PRINTED.findall(str(cell)))
    return frozenset(address or number for address, number in found)


def repeated_in(rows: Sequence[Sequence[Markup]], tables: Sequence[Beside]) -> list[Beside]:
    """The tables of the page that hold every number of a chart's table, in their order.

    Args:
        rows: of the chart's table, its labels first.
        tables: of the page.

    Returns:
        As few as it takes; none where they do not hold all, or where it takes too many of them.
    """
    left = set(_printed(cell for row in rows for cell in row[1:]))
    found: list[Beside] = []
    while left and len(found) < _TABLES:
        best = max(tables, key=lambda one: len(one.numbers & left), default=None)
        if best is None or not best.numbers & left:
            return []
        found.append(best)
        left -= best.numbers
    return [] if left else [one for one in tables if one in found]


def charts_for(facts: Facts, evidence: Evidence, up: str) -> list[Chart]:
    """The charts of a disclosure, with links for a page that is ``up`` from its folder."""
    hrefs = form_addresses(facts)
    return charts_of(facts, evidence, lambda row: f"{up}{hrefs[row['project_id']]}")


def drawn(chart: Chart, evidence: Evidence) -> Markup:
    """A chart as inline SVG whose numbers open their evidence and whose dots open their page."""
    return svg(chart, lambda cell: _attributes(cell, evidence))


def _attributes(cell: Cell, evidence: Evidence) -> dict[str, str]:
    """The attributes of the link around what shows a cell; none where it leads nowhere."""
    if cell.href:
        return {"href": cell.href, "aria-label": cell.text}
    if cell.figure is None:
        return {}
    return {
        "href": evidence.address(cell.figure),
        "aria-label": f"{cell.text}，看出处",
    }


def chart_table(chart: Chart, evidence: Evidence) -> list[list[Markup]]:
    """The rows of a chart's table."""
    return [[_head(row[0]), *(_number(cell, evidence) for cell in row[1:])] for row in chart.rows]


def _head(cell: Cell) -> Markup:
    if cell.href:
        return Markup('<a href="{}">{}</a>').format(cell.href, cell.text)
    return escape(cell.text)


def _number(cell: Cell, evidence: Evidence) -> Markup:
    if not cell.text:
        return NONE
    if cell.derived:
        return Markup('<span class="derived" title="推算：决算数减去比上年增减">{}</span>').format(
            grouped(cell.text)
        )
    return evidence.link(cell.figure, grouped(cell.text))
