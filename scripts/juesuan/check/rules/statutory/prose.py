"""The prose against the statutory tables: the same amounts, shares recomputed from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from juesuan.check.book.book import Book
from juesuan.check.book.columns import StatutoryColumn, short
from juesuan.check.book.legible import told
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import Outcome, adds_up, is_percent
from juesuan.check.rule import rule
from juesuan.check.views.names import line_of
from juesuan.check.views.over import measures_with
from juesuan.check.views.places import COLUMNS, PHASES, Column, Finder, in_total, place_of
from juesuan.check.views.table7 import three_public
from juesuan.check.views.tables import TABLES, Coded, CodedRow, spent_column
from juesuan.errors import AbsentFactError
from juesuan.rows import FunctionsRow, MeasuresRow


def _measures(book: Book) -> tuple[MeasuresRow, ...]:
    """The measures, where the file has statutory tables."""
    has_tables = any(name.startswith("table") for name in book.facts.tables)
    return book.facts.rows("measures") if has_tables else ()


@dataclass(frozen=True, slots=True)
class _Printed(Subject[MeasuresRow]):
    """A figure of the prose that stands in a table as well: its column and this place."""

    column: Column
    place: Finder


def _printed(book: Book) -> Iterator[_Printed]:
    for row in _measures(book):
        for column in PHASES:
            place = place_of(row["measure"], column)
            if place and told(row, column):
                key = f"{row['section']}/{row['measure']}/{column}"
                yield _Printed("measures", row, key, f"正文{row['label']}", column, place)


@rule("T23", over=_printed)
def prose_and_tables(book: Book, subject: _Printed) -> Outcome:
    """正文中的金额 ＝ 九张决算表中的同一金额

    同一笔金额在正文和表里各印一次，两次应当一样。
    """
    return adds_up(book.figure(subject, subject.column), [subject.place(book)])


@dataclass(frozen=True, slots=True)
class _Function(Subject[FunctionsRow]):
    """A line of the prose whose budget's table is in the file."""

    table: Coded


def _functions(book: Book) -> Iterator[_Function]:
    for row in book.facts.rows("functions"):
        if not told(row, "actual"):
            continue
        table = TABLES[row["fund"]]
        if book.facts.rows(table):
            key = f"{row['fund']}/{row['level']}/{row['position']}"
            yield _Function("functions", row, key, f"正文{row['item'] or row['class']}", table)


@rule("T23-f", over=_functions)
def functions_and_tables(book: Book, subject: _Function) -> Outcome:
    """正文中各类、各项支出的金额 ＝ 决算表中同一科目的金额

    每个科目的支出在正文和表里各印一次，两次应当一样。
    """
    table, row = subject.table, line_of(book, subject.table, subject.row)
    own = book.figure(subject, "actual")
    return adds_up(own, [_spent(book, table, row, f"{short(table)} {row['code']} {row['name']}")])


def _spent(book: Book, table: Coded, row: CodedRow, name: str) -> Cell:
    return book.printed(table, row, spent_column(table), name)


@dataclass(frozen=True, slots=True)
class _Share(Subject[MeasuresRow]):
    """A share of the prose whose amount is a column of a table's row 合计."""

    table: Coded
    column: StatutoryColumn


def _shares(book: Book) -> Iterator[_Share | _Function]:
    for row in _measures(book):
        known = COLUMNS.get(row["measure"])
        if known and told(row, "share_pct") and row["section"] in _WHOLES:
            key = f"{row['section']}/{row['measure']}"
            yield _Share("measures", row, key, f"正文{row['label']}", *known)
    yield from (one for one in _functions(book) if told(one.row, "share_pct"))


_WHOLES: Mapping[str, Coded] = {
    "revenue": "table2",
    "expenditure": "table3",
    "general_budget": "table3",
}
"""Sections with shares, and the table whose total is their whole."""


@rule("T24", over=_shares)
def shares_from_tables(book: Book, subject: _Share | _Function) -> Outcome:
    """正文中的占比按决算表的金额重算相符

    正文里的百分比，用表里的金额重新除一遍应当得到同一个数。
    """
    share = book.figure(subject, "share_pct")
    if isinstance(subject, _Function):
        row = line_of(book, subject.table, subject.row)
        part = _spent(book, subject.table, row, row["name"])
        whole = in_total(book, subject.table, spent_column(subject.table))
    else:
        part = in_total(book, subject.table, subject.column)
        whole = in_total(book, _WHOLES[subject.row["section"]], "total")
    if whole.value == 0:
        raise AbsentFactError(f"{whole.label}为 0，比例无意义")
    return is_percent(share, part, whole, f"{part.label} ÷ {whole.label}（决算表）")


def _completed(book: Book) -> list[Subject[MeasuresRow]]:
    """Rates of completion of “三公”经费 whose budget the prose does not print."""
    rows = measures_with("completion_pct")(book) if book.facts.rows("table7") else ()
    return [
        one
        for one in rows
        if one.row["section"] == "three_public" and not one.row["initial_budget"]
    ]


@rule("T24-7", over=_completed)
def completion_from_table(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """正文中“三公”经费各项完成预算的百分比按决算表的预算数、决算数重算相符

    正文里完成预算的百分比，用表里的预算数和决算数重新除一遍应当得到同一个数。
    """
    name = subject.row["measure"].removeprefix("three_public.")
    budget = three_public(book, name, "budget")
    rate = book.figure(subject, "completion_pct")
    if budget.value == 0:
        raise AbsentFactError(f"{budget.label}为 0")
    return is_percent(rate, three_public(book, name, "actual"), budget, "表7决算数 ÷ 表7预算数")
