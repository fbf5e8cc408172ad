"""A table of a disclosure's page: its lines, and what their cells show of figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from markupsafe import Markup

from juesuan.pages.evidence.figures import LOST, NONE, Evidence, grouped
from juesuan.pages.telling.reasons import NO_RATE
from juesuan.rows import FiguresColumns, is_lost

Column = Literal[
    "actual",
    "share_pct",
    "change",
    "change_pct",
    "prior_year",
    "prior_year_derived",
    "initial_budget",
    "annual_budget",
    "variance",
    "variance_pct",
    "completion_pct",
]
"""A column of figures that measures and functions share."""

COLUMNS: dict[Column, str] = {
    "actual": "决算数",
    "share_pct": "占比（%）",
    "change": "比上年增减",
    "change_pct": "增减（%）",
    "prior_year": "上年",
    "prior_year_derived": "上年（推算）",
    "initial_budget": "年初预算",
    "annual_budget": "全年预算",
    "variance": "与预算差额",
    "variance_pct": "差异率（%）",
    "completion_pct": "完成预算（%）",
}
"""Columns to their heads, in the order of a table."""

_SUMS = 2
"""Sums that the sentence of a table tells."""

_CODE = re.compile(r"<code.*?</code>")

DERIVED_CODE = Markup(' title="编码由名称推算"')
"""An attribute of a code that the document does not print."""


@dataclass(frozen=True)
class Line:
    """A row of a table: its label, its cells, its level of indentation, the department's reasons.

    ``blank``: no cell of it is printed; ``total``: it sums others up.
    """

    label: Markup
    cells: list[Markup]
    level: int = 0
    reasons: list[str] = field(default_factory=list)
    blank: bool = False
    total: bool = False


@dataclass(frozen=True)
class PageTable:
    """A table of the page."""

    title: str
    anchor: str
    unit: str
    columns: list[str]
    lines: list[Line]
    notes: list[str] = field(default_factory=list)

    @property
    def told(self) -> str:
        """The table in a sentence: its first sums with their amounts, and how many rows it has."""
        printed = [line for line in self.lines if not line.level and _is_printed(line)]
        unit = self.unit.removeprefix("单位：") if self.unit.startswith("单位：") else ""
        sums = [f"{_words(line.label)} {_words(line.cells[0])} {unit}" for line in printed[:_SUMS]]
        told = "、".join(one.strip() for one in sums)
        return f"{told}{'，' if told else ''}共 {len(self.lines)} 行"


def _words(cell: Markup) -> str:
    """A cell without its links, and a label without the code behind it."""
    return str(Markup(_CODE.sub("", cell)).striptags())  # nosec B704


def _is_printed(line: Line) -> bool:
    """Whether the first amount of a line is printed and can be read."""
    return bool(line.cells) and bool(_words(line.cells[0])) and line.cells[0] not in (NONE, LOST)


def printed_columns(rows: Sequence[FiguresColumns]) -> list[Column]:
    """The columns in which any of the rows prints something, legibly or not."""
    return [name for name in COLUMNS if any(row[name] or is_lost(row, name) for row in rows)]


def figure_cell(
    evidence: Evidence,
    resource: Literal["measures", "functions"],
    row: FiguresColumns,
    name: Column,
) -> Markup:
    """A cell of a table; a derived one says from which two figures it follows."""
    if name != "prior_year_derived" or not row[name]:
        return evidence.number(resource, row, name)
    how = f"推算：决算数 {grouped(row['actual'])} − 比上年增减 {grouped(row['change'])}"
    return Markup('<span class="derived" title="{}">{}</span>').format(how, grouped(row[name]))


def figure_cells(
    evidence: Evidence,
    resource: Literal["measures", "functions"],
    row: FiguresColumns,
    columns: Iterable[Column],
    known: str = "",
) -> list[Markup]:
    """The cells of a row.

    Args:
        evidence: links to its figures.
        resource: of the row.
        row: with its figures.
        columns: the cells that are shown.
        known: what stands below the change on last year; empty for nothing. Where that is a change
            from nothing, its percentage is said to have no meaning.
    """
    said = {"change": known, "change_pct": NO_RATE.get(known, "") if row["change_pct"] else ""}
    return [
        _above(figure_cell(evidence, resource, row, name), said.get(name, "")) for name in columns
    ]


def _above(number: Markup, text: str) -> Markup:
    """A number with what stands below it; alone where nothing does."""
    if not text:
        return number
    return Markup("<span>{}<small>{}</small></span>").format(number, text)


def reasons(row: FiguresColumns, compared: bool = False) -> list[str]:
    """The department's reasons, each with what it explains.

    Args:
        row: with its reasons.
        compared: the row is about a change even where it prints none.
    """
    compared = compared or bool(row["change"] or row["change_pct"] or row["change_word"])
    named = (
        ("比上年增减的原因" if compared else "部门的说明", row["reason"]),
        ("预决算差异的原因", row["variance_reason"]),
    )
    return [f"{label}：{text}" for label, text in named if text]
