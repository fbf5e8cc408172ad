"""Terms of the pages in plain words, each with an example from the data of the site."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from markupsafe import Markup

from juesuan.pages import addresses
from juesuan.pages.across.examples import example
from juesuan.pages.addresses import GLOSSARY
from juesuan.pages.evidence.figures import Evidence
from juesuan.pages.store.store import Store
from juesuan.pages.telling.plain import PLAIN, Plain
from juesuan.rows import DisclosureRow, MeasuresRow

_EXAMPLE = (
    "SELECT m.disclosure_id, m.section, m.measure FROM measures m "
    "WHERE m.measure = ? AND m.{column} IS NOT NULL AND CAST(m.{column} AS DOUBLE) <> 0 "
    "ORDER BY m.disclosure_id, m._row LIMIT 1"
)


_FUND = (
    "SELECT disclosure_id, position FROM project_funds WHERE project_id = 'overall' "
    "AND label = ? AND executed IS NOT NULL AND CAST(executed AS DOUBLE) <> 0 "
    "ORDER BY disclosure_id, _row LIMIT 1"
)


@dataclass(frozen=True)
class Explained:
    """A term with its example.

    Attributes:
        term: the term, and what it means.
        example: a sentence with a real figure, linked; empty where no disclosure prints one.
    """

    term: Plain
    example: Markup


def explained(store: Store) -> list[Explained]:
    """The terms in their order, each with its example."""
    books = cache(partial(_book, store))
    return [Explained(one, _example(store, one, books)) for one in PLAIN]


@dataclass(frozen=True)
class _Book:
    """The measures of a disclosure: its row, theirs, the way to it, links to their figures."""

    about: DisclosureRow
    rows: Sequence[MeasuresRow]
    up: str
    evidence: Evidence


def _book(store: Store, one: str) -> _Book:
    own = store.of(one)
    about = own.rows("disclosure")[0]
    up = addresses.way(GLOSSARY, addresses.disclosure(one))
    return _Book(about, own.rows("measures"), up, store.evidence(about, up, "measures"))


def _fund(store: Store, label: str) -> Markup:
    """A line of the form of the whole as an example; empty where no disclosure prints one."""
    for found in store.ask(_FUND, label):
        one = found["disclosure_id"]
        own = store.of(one)
        about = own.rows("disclosure")[0]
        up = addresses.way(GLOSSARY, addresses.disclosure(one))
        row = next(
            row
            for row in own.rows("project_funds")
            if (row["project_id"], row["position"]) == ("overall", found["position"])
        )
        number = store.evidence(about, up, "project_funds").number(
            "project_funds", row, "executed", " 万元"
        )
        text = Markup('例：<a href="{}">{} {} 年度</a>整体支出自评表的“{}”执行了 {}。')
        return text.format(up, about["department"], about["fiscal_year"], row["label"], number)
    return Markup()


def _example(store: Store, term: Plain, books: Callable[[str], _Book]) -> Markup:
    if term.fund:
        return _fund(store, term.fund)
    if term.kind:
        return example(store, term.kind)
    if not term.measure:
        return Markup()
    question = _EXAMPLE.format(column=term.column)
    for found in store.ask(question, term.measure):
        book = books(found["disclosure_id"])
        own = (row for row in book.rows if row["measure"] == term.measure)
        row = next(row for row in own if row["section"] == found["section"] and row[term.column])
        unit = "%" if term.column.endswith("_pct") else f" {row['unit']}"
        number = book.evidence.number("measures", row, term.column, unit)
        name = f"{book.about['department']} {book.about['fiscal_year']} 年度"
        return Markup('例：<a href="{}">{}</a>的“{}”是 {}。').format(
            book.up, name, row["label"] + term.of, number
        )
    return Markup()
