"""Tables over disclosures: a row a disclosure or an item, numbers linked to their evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from markupsafe import Markup, escape

from juesuan.pages.figures import Evidence
from juesuan.pages.markup import environment
from juesuan.pages.store import Store
from juesuan.rows import Row

MOST = 400
"""Rows of one table of the site; the files for download hold all."""


@dataclass
class TopicTable:
    """A table of a topic.

    Attributes:
        title, anchor, unit: as on the page.
        heads: titles of the columns, and whether they hold numbers.
        rows: cells; the first of a row is its head.
        more: rows that are not shown.
        note: what a reader must know.
    """

    title: str
    anchor: str
    unit: str
    heads: list[tuple[str, bool]]
    rows: list[list[Markup]] = field(default_factory=list)
    more: int = 0
    note: str = ""


def table_html(table: TopicTable) -> Markup:
    """The table as HTML, with what the script needs to sort and filter it."""
    return Markup(environment().get_template("topic.html.j2").render(table=table))


def department(about: Row, up: str = "../") -> Markup:
    """A link to a disclosure."""
    return Markup('<a href="{}d/{}/">{}</a>').format(
        up, about["disclosure_id"], about["department"]
    )


def place(about: Row) -> list[Markup]:
    """Year, region and scope of a disclosure as cells."""
    return [escape(about[name]) for name in ("fiscal_year", "region", "scope")]


PLACE_HEADS = [("年度", False), ("地区", False), ("口径", False)]


class Measures:
    """The measures of one disclosure, for a row of a topic."""

    def __init__(self, store: Store, about: Row, up: str = "../") -> None:
        self.about = about
        self.evidence: Evidence = store.evidence(
            about, f"{up}d/{about['disclosure_id']}/", "measures"
        )
        self.rows: dict[str, Row] = {}
        for row in store.ask(
            "SELECT * FROM measures WHERE disclosure_id = ?", about["disclosure_id"]
        ):
            self.rows.setdefault(row["measure"], row)

    def value(self, measure: str, column: str = "actual") -> Decimal | None:
        """A printed number; None where it is not printed."""
        row = self.rows.get(measure)
        return Decimal(row[column]) if row and row[column] else None

    def number(self, measure: str, column: str = "actual") -> Markup:
        """A printed number with its evidence; a dash where the disclosure does not print it."""
        row = self.rows.get(measure)
        if row is None:
            return Markup('<span class="none" title="原文未列示">—</span>')
        return self.evidence.number("measures", row, column)


def measure_table(
    store: Store,
    title: str,
    anchor: str,
    unit: str,
    columns: Sequence[tuple[str, str, str]],
    note: str = "",
) -> TopicTable | None:
    """A row a disclosure that prints at least one of the measures.

    Args:
        store: the packages.
        title, anchor, unit, note: of the table.
        columns: title, measure and column of each.
    """
    heads = [("部门", False), *((label, True) for label, _, _ in columns), *PLACE_HEADS]
    table = TopicTable(title, anchor, unit, heads, note=note)
    for about in store.disclosures():
        if len(table.rows) >= MOST:
            table.more += 1
            continue
        measures = Measures(store, about)
        if any(measures.value(measure, column) is not None for _, measure, column in columns):
            cells = [measures.number(measure, column) for _, measure, column in columns]
            table.rows.append([department(about), *cells, *place(about)])
    return table if table.rows else None
