"""Terms of the pages in plain words, each with an example from the data of the site."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial

from markupsafe import Markup

from juesuan.pages import addresses
from juesuan.pages.across.examples import example, is_rounded
from juesuan.pages.addresses import GLOSSARY
from juesuan.pages.evidence.figures import Evidence
from juesuan.pages.store.store import Store
from juesuan.pages.telling.plain import PLAIN, Plain
from juesuan.pages.telling.reasons import is_seam
from juesuan.rows import DisclosureRow, MeasuresColumn, MeasuresRow

_EXAMPLES = (
    "SELECT m.disclosure_id, arg_min(m.section, m._row) AS section FROM measures m "
    "WHERE m.measure = ? AND m.{column} IS NOT NULL AND CAST(m.{column} AS DOUBLE) <> 0 "
    "GROUP BY m.disclosure_id ORDER BY m.disclosure_id LIMIT 5"
)
"""A few disclosures, among which examples take turns."""

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
    return [Explained(one, _example(store, one, books, turn)) for turn, one in enumerate(PLAIN)]


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


def _example(store: Store, term: Plain, books: Callable[[str], _Book], turn: int) -> Markup:
    """The example of a term: the first one from its turn on that shows how it is computed."""
    if term.fund:
        return _fund(store, term.fund)
    if term.kind:
        return example(store, term.kind, turn)
    if not term.measure:
        return Markup()
    found = store.ask(_EXAMPLES.format(column=term.column), term.measure)
    held = [_Held.of(books(one["disclosure_id"]), term, one["section"]) for one in found]
    compared = [one for one in held if not (term.column == "change" and one.is_seam)]
    if not compared:
        return Markup()
    turn %= len(compared)
    turned = compared[turn:] + compared[:turn]
    return next((told for told in map(_computed, turned) if told), turned[0].told(Markup("是 ")))


@dataclass(frozen=True)
class _Held:
    """A row of a disclosure that holds an example of a term."""

    book: _Book
    term: Plain
    row: MeasuresRow

    @classmethod
    def of(cls, book: _Book, term: Plain, section: str) -> _Held:
        own = (row for row in book.rows if row["measure"] == term.measure)
        return cls(book, term, next(r for r in own if r["section"] == section and r[term.column]))

    @property
    def is_seam(self) -> bool:
        """Whether the year before had another scope, or was none."""
        return is_seam(self.row["reason"] or "")

    def number(self, row: MeasuresRow, column: MeasuresColumn, suffix: str = "") -> Markup:
        return self.book.evidence.number("measures", row, column, suffix)

    def told(self, how: Markup) -> Markup:
        """The sentence: whose, of what, how it is computed, the number."""
        unit = "%" if self.term.column.endswith("_pct") else f" {self.row['unit']}"
        name = f"{self.book.about['department']} {self.book.about['fiscal_year']} 年度"
        return Markup('例：<a href="{}">{}</a>的“{}”{}{}。').format(
            self.book.up,
            name,
            self.row["label"] + self.term.of,
            how,
            self.number(self.row, self.term.column, unit),
        )


def _computed(held: _Held) -> Markup:
    """The sentence with its calculation; empty where the printed numbers do not make the result."""
    column = held.term.column
    if column == "variance_pct":
        how = _deviation(held)
    elif column == "share_pct":
        how = _share(held)
    else:
        how = _sum(held)
    return held.told(Markup("：") + how + Markup(" ＝ ")) if how else Markup()


def _deviation(held: _Held) -> Markup:
    for base in ("annual_budget", "initial_budget"):
        row = held.row
        if row[base] and Decimal(row[base]) and row["actual"]:
            off = (Decimal(row["actual"]) - Decimal(row[base])) * 100 / Decimal(row[base])
            if is_rounded(off, row["variance_pct"] or ""):
                actual, budget = held.number(row, "actual"), held.number(row, base)
                return Markup("（{} − {}）÷ {}").format(actual, budget, budget)
    return Markup()


def _share(held: _Held) -> Markup:
    for whole in held.book.rows:
        if whole["measure"] in held.term.made and whole["actual"] and Decimal(whole["actual"]):
            part = Decimal(held.row["actual"] or 0) * 100 / Decimal(whole["actual"])
            if is_rounded(part, held.row["share_pct"] or ""):
                numbers = held.number(held.row, "actual"), held.number(whole, "actual")
                return Markup("{} {} ÷ {} {}").format(
                    held.row["label"], numbers[0], whole["label"], numbers[1]
                )
    return Markup()


def _sum(held: _Held) -> Markup:
    """The parts of an amount with their signs; empty where they, or one alone, do not make it."""
    first = {row["measure"]: row for row in reversed(held.book.rows) if row["actual"]}
    total, told = Decimal(), []
    for name in held.term.made:
        row, sign = first.get(name.lstrip("-")), "−" if name.startswith("-") else "+"
        if row is None or not Decimal(row["actual"]):
            continue
        total += Decimal(row["actual"]) * (-1 if sign == "−" else 1)
        told.append(Markup(" {} {} {}").format(sign, row["label"], held.number(row, "actual")))
    is_whole = len(told) > 1 and total == Decimal(held.row["actual"])
    return Markup("").join(told)[3:] if is_whole else Markup()
