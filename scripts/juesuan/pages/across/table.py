"""Tables over disclosures: a row a disclosure or an item, numbers linked to their evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Literal, NamedTuple
from weakref import WeakKeyDictionary

from markupsafe import Markup, escape

from juesuan.amount import Rounded
from juesuan.pages import addresses
from juesuan.pages.evidence import figures
from juesuan.pages.evidence.figures import NONE, Evidence
from juesuan.pages.limits import TOPIC_ROWS
from juesuan.pages.markup import rendered
from juesuan.pages.store.store import Store
from juesuan.pages.telling.reasons import beside_change
from juesuan.rows import DisclosureRow, MeasuresRow

WHOSE_HEADS = [("部门", False), ("年度", False)]
"""Heads of the cells that :func:`whose` gives."""

_PLACE: tuple[Literal["fiscal_year", "region", "scope"], ...] = ("fiscal_year", "region", "scope")

Number = Literal["actual", "annual_budget", "change", "share_pct"]
"""Columns of measures that tables over disclosures show."""


class Asked(NamedTuple):
    """A column of a table: its title, and the cell of a disclosure that it shows."""

    title: str
    measure: str
    column: Number = "actual"


@dataclass
class TopicTable:
    """A table of a topic.

    Attributes:
        title, anchor, unit: as on the page.
        heads: titles of the columns, and whether they hold numbers.
        rows: cells; the first of a row is its head.
        more: rows that are not shown.
        note: what a reader must know.
        lead: what a reader must know before, for instance what its marks mean.
        order: in which order its rows stand, in words; empty where they follow the disclosures.
    """

    title: str
    anchor: str
    unit: str
    heads: list[tuple[str, bool]] = field(default_factory=list)
    rows: list[list[Markup]] = field(default_factory=list)
    more: int = 0
    note: str = ""
    lead: str = ""
    order: str = ""

    def add(self, row: list[Markup]) -> None:
        """Add a row, or count it where the table is full."""
        if len(self.rows) < TOPIC_ROWS:
            self.rows.append(row)
        else:
            self.more += 1


def table_html(table: TopicTable) -> Markup:
    """The table as HTML, with what the script needs to sort and filter it."""
    return Markup(rendered("topic.html", table=table))  # nosec B704


def department(about: DisclosureRow, here: str) -> Markup:
    """A department as a link to its disclosure.

    Args:
        about: the row of ``disclosure``.
        here: the page on which it stands.
    """
    link = addresses.way(here, addresses.disclosure(about["disclosure_id"]))
    return Markup('<a href="{}">{}</a>').format(link, about["department"])


def place(about: DisclosureRow) -> list[Markup]:
    """Year, region and scope of a disclosure as cells."""
    return [escape(about[name]) for name in _PLACE]


def whose(about: DisclosureRow, here: str) -> list[Markup]:
    """Whose and of which year: the first cells of a row, region and scope below the department."""
    below = Markup("<small>{} · {}</small>").format(about["region"], about["scope"])
    return [department(about, here) + below, escape(about["fiscal_year"])]


class Measures:
    """The measures of one disclosure, for a row of a table.

    Args:
        evidence: links to their figures.
        rows: by the name of each; of one that is printed twice the first row.
    """

    def __init__(self, evidence: Evidence, rows: dict[str, MeasuresRow]) -> None:
        self.evidence = evidence
        self.rows = rows

    @classmethod
    def of(cls, store: Store, about: DisclosureRow, here: str) -> Measures:
        """Ask for them; pages of one depth share them.

        Args:
            store: the packages.
            about: the row of ``disclosure``.
            here: the page on which its numbers stand.
        """
        up = addresses.way(here, addresses.HOME) + addresses.disclosure(about["disclosure_id"])
        evidence, rows = _asked(store, about["disclosure_id"], up)
        return cls(evidence, dict(rows))

    def value(self, measure: str, column: Number = "actual") -> Decimal | None:
        """A printed number; None where it is not printed."""
        row = self.rows.get(measure)
        return Decimal(row[column]) if row and row[column] else None

    def exact(self, measure: str, column: Number = "actual") -> Rounded | None:
        """A printed number, and how far it may be rounded; None where it is not printed."""
        row = self.rows.get(measure)
        if not row or not row[column]:
            return None
        return figures.exact(self.evidence.figure("measures", row, column), row[column])

    def number(self, measure: str, column: Number = "actual") -> Markup:
        """A printed number with its evidence; a dash where the disclosure does not print it."""
        row = self.rows.get(measure)
        return NONE if row is None else self.evidence.number("measures", row, column)

    def changed(self, measure: str) -> Markup:
        """The printed change on last year of an amount, its direction in a word; empty for none."""
        change = self.value(measure, "change")
        if change is None:
            return Markup()
        if not change:
            return Markup("持平")
        row = self.rows[measure]
        figure = self.evidence.figure("measures", row, "change")
        size = self.evidence.link(figure, figures.grouped(row["change"].removeprefix("-")))
        return Markup("{} {} {}").format("增加" if change > 0 else "减少", size, row["unit"])

    @property
    def reason(self) -> str:
        """The printed reason why the whole changed on last year; empty where none is printed."""
        return self.rows["overall"]["reason"] if "overall" in self.rows else ""

    @property
    def is_new(self) -> bool:
        """Whether there was no such department the year before."""
        return figures.Measures(self.rows.values(), self.evidence).is_new


def retired(measures: Measures) -> str:
    """Whether a number of persons holds those who are retired; empty where nothing tells."""
    printed = [measures.value(f"headcount.{one}") for one in ("retired_cadre", "retired")]
    if any(printed):
        return "含离退休"
    return "" if all(one is None for one in printed) else "离退休印作 0"


_Book = tuple[Evidence, Mapping[str, MeasuresRow]]
"""Links to the figures of the measures of one disclosure, and their rows."""

_BOOKS: WeakKeyDictionary[Store, dict[tuple[str, str], _Book]] = WeakKeyDictionary()


def _asked(store: Store, disclosure_id: str, up: str) -> _Book:
    """The measures of one disclosure for pages that are ``up``; they are kept for the next page."""
    books = _BOOKS.setdefault(store, {})
    if (disclosure_id, up) not in books:
        if len(books) >= TOPIC_ROWS:
            del books[next(iter(books))]
        books[disclosure_id, up] = _book(store, disclosure_id, up)
    return books[disclosure_id, up]


def _book(store: Store, disclosure_id: str, up: str) -> _Book:
    own = store.of(disclosure_id)
    evidence = store.evidence(own.rows("disclosure")[0], up, "measures")
    rows: dict[str, MeasuresRow] = {}
    for row in own.rows("measures"):
        rows.setdefault(row["measure"], row)
    return evidence, rows


def measure_table(store: Store, here: str, table: TopicTable, columns: Sequence[Asked]) -> bool:
    """Fill a table with a row a disclosure that prints at least one of the measures.

    Args:
        store: the packages.
        here: the page on which the table stands.
        table: without heads and rows.
        columns: what it shows behind department and year.

    Returns:
        Whether there is a row.
    """
    numbers = [(one.title, True) for one in columns]
    table.heads = [*WHOSE_HEADS, *numbers]
    for about in store.disclosures():
        if len(table.rows) >= TOPIC_ROWS:
            table.more += 1
            continue
        what = f"{here}#{table.anchor}"
        cells = store.made_of(about, what, partial(_cells, store, about, here, columns))
        if cells:
            table.add([*map(Markup, cells)])  # nosec B704
    return bool(table.rows)


def _cells(store: Store, about: DisclosureRow, here: str, columns: Sequence[Asked]) -> list[str]:
    """The row of a disclosure; nothing where it prints none of the measures."""
    measures = Measures.of(store, about, here)
    if all(measures.value(one.measure, one.column) is None for one in columns):
        return []
    numbers = [_number(measures, one, about) for one in columns]
    return [str(one) for one in (*whose(about, here), *numbers)]


def _number(measures: Measures, asked: Asked, about: DisclosureRow) -> Markup:
    """A printed number; a change with what must be known of it."""
    number = measures.number(asked.measure, asked.column)
    row = measures.rows.get(asked.measure)
    if asked.column != "change" or row is None or not row["change"]:
        return number
    if known := beside_change(row, measures.reason, measures.is_new):
        number += Markup("<small>{}</small>").format(known)
    if row["reason"]:
        number += Markup('<small><a href="#why-{}">原因</a></small>').format(about["disclosure_id"])
    elif Decimal(row["change"]):
        number += Markup("<small>没有读到原因</small>")
    return Markup("<span>{}</span>").format(number)
