"""Terms of the pages in plain words, each with an example from the data of the site."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from juesuan.pages import addresses
from juesuan.pages.addresses import GLOSSARY
from juesuan.pages.plain import PLAIN, Plain
from juesuan.pages.store import Store
from juesuan.rows import DisclosureRow

_EXAMPLE = (
    "SELECT m.disclosure_id, m.section, m.measure FROM measures m "
    "WHERE m.measure = ? AND m.{column} IS NOT NULL AND CAST(m.{column} AS DOUBLE) <> 0 "
    "ORDER BY m.disclosure_id, m._row LIMIT 1"
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
    abouts = {about["disclosure_id"]: about for about in store.disclosures()}
    return [Explained(one, _example(store, abouts, one)) for one in PLAIN]


def _example(store: Store, abouts: dict[str, DisclosureRow], term: Plain) -> Markup:
    if not term.measure:
        return Markup()
    question = _EXAMPLE.format(column=term.column)
    for found in store.ask(question, term.measure):
        about = abouts[found["disclosure_id"]]
        up = addresses.way(GLOSSARY, addresses.disclosure(about["disclosure_id"]))
        own = store.of(about["disclosure_id"], "measure = ?", term.measure).rows("measures")
        row = next(row for row in own if row["section"] == found["section"] and row[term.column])
        evidence = store.evidence(about, up, "measures")
        unit = "%" if term.column.endswith("_pct") else f" {row['unit']}"
        number = evidence.number("measures", row, term.column, unit)
        name = f"{about['department']} {about['fiscal_year']} 年度"
        return Markup('例：<a href="{}">{}</a>的“{}”是 {}。').format(
            up, name, row["label"] + term.of, number
        )
    return Markup()
