"""The statutory tables among one another: the same amounts, the same lines, the same emptiness."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from juesuan.check.book.book import Book
from juesuan.check.book.columns import StatutoryColumn, money, short, title
from juesuan.check.book.legible import is_told
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import FAIL, PASS, Outcome, adds_up, at_most, equal, worst
from juesuan.check.comparing.relation import AT_MOST
from juesuan.check.rule import rule
from juesuan.check.views.summaries import Half, Side, Summary, SummaryRow, fund_of, halves, side
from juesuan.check.views.tables import (
    FUNDS,
    LABELS,
    TABLES,
    Coded,
    Line,
    by_code,
    level_of,
    lines_of,
    named,
    no_line,
    of_total,
    spent_column,
    total_row,
)
from juesuan.errors import UnreadableFactError
from juesuan.rows import DisclosureRow, FiguresColumns, is_lost

_DETAILS: dict[Side, Coded] = {"revenue": "table2", "expenditure": "table3"}
"""The tables that detail the halves of table 1."""


@rule("T08", over=halves)
def summary_and_details(book: Book, subject: Half) -> Outcome:
    """收入支出决算总表的本年收入、本年支出 ＝ 收入决算表、支出决算表的合计

    全年收入、全年支出在总表和明细表里各印一次，两次应当一样。
    """
    table = _DETAILS[subject.side]
    total = of_total(book, table, "total", f"{short(table)}合计")
    return equal(side(book, "table1", subject.side, "current"), total)


def _class_lines(
    table: Summary, other: Coded, fund: str
) -> Callable[[Book], list[Subject[SummaryRow]]]:
    """The classes of a summary that have an amount in it or a line in the other table."""

    def subjects(book: Book) -> list[Subject[SummaryRow]]:
        detailed = {row["code"] for row in book.facts.rows(other)}
        return [
            Subject(table, row, f"{table}/{row['code']}", f"{short(table)}{row['label']}")
            for row in book.facts.rows(table)
            if _is_class(row) and fund_of(row) == fund
            if row["actual"] or row["unreadable"] or row["code"] in detailed
        ]

    return subjects


def _is_class(row: SummaryRow) -> bool:
    return row["side"] == "expenditure" and row["kind"] == "line" and bool(row["code"])


def _same_class(book: Book, subject: Subject[SummaryRow], other: Coded) -> Outcome:
    line = book.printed(subject.resource, subject.row, "actual", subject.name)
    code = subject.row["code"]
    row = by_code(book, other).get(code)
    if row is not None:
        return adds_up(line, [book.printed(other, row, "total", named(other, row))])
    level_of(book, other, code)
    return adds_up(line, [no_line(book, other, "没有这一类")])


@rule("T09", over=_class_lines("table1", "table3", "all"), gathers=True)
def class_in_summary(book: Book, subject: Subject[SummaryRow]) -> Outcome:
    """收入支出决算总表的每一类支出 ＝ 支出决算表的同一类

    每一类支出在总表和支出决算表里各印一次，两次应当一样。
    """
    return _same_class(book, subject, "table3")


@rule("T09-4", over=_class_lines("table4", "table5", "general_public_budget"), gathers=True)
def class_in_fiscal_summary(book: Book, subject: Subject[SummaryRow]) -> Outcome:
    """财政拨款收入支出决算总表中一般公共预算的每一类支出 ＝ 一般公共预算
    财政拨款支出决算表的同一类

    一般公共预算的每一类支出在两张表里各印一次，两次应当一样。
    """
    return _same_class(book, subject, "table5")


@dataclass(frozen=True, slots=True)
class _Budget(Subject[DisclosureRow]):
    """A budget and its table."""

    table: Coded


def _budgets(book: Book) -> list[_Budget]:
    """The budgets whose tables stand beside table 4."""
    head = book.facts.disclosure
    return [
        _Budget(table, head, table, short(table), table)
        for table in FUNDS
        if book.facts.rows(table) and book.facts.rows("table4")
    ]


@rule("T13", over=_budgets)
def fiscal_and_details(book: Book, subject: _Budget) -> Outcome:
    """财政拨款收入支出决算总表各预算的本年支出 ＝ 该预算支出决算表的合计

    每本预算的支出在总表里是一个数，在它自己的表里是合计，两次应当一样。
    """
    table = subject.table
    total = of_total(book, table, spent_column(table), f"{short(table)}合计")
    return equal(side(book, "table4", "expenditure", "current", FUNDS[table]), total)


@rule("T14")
def fiscal_revenue_twice(book: Book) -> Outcome:
    """收入决算表的财政拨款收入合计 ＝ 财政拨款收入支出决算总表的本年收入合计

    财政拨款收入在两张表里各印一次，两次应当一样。
    """
    total = of_total(book, "table2", "appropriation", "表2财政拨款收入合计")
    return equal(total, side(book, "table4", "revenue", "current"))


def _general_rows(book: Book) -> list[Line]:
    return lines_of("table5")(book) if book.facts.rows("table3") else []


_SPENT: tuple[StatutoryColumn, ...] = ("total", "basic", "project")


@rule("T15", over=_general_rows, gathers=True, relation=AT_MOST)
def general_within(book: Book, subject: Line) -> Outcome:
    """每个科目的一般公共预算支出不超过支出决算表的同一科目（多出的部分是其他资金安排的支出）

    一般公共预算是全部资金的一部分，同一科目里不会超过全部支出。
    """
    code = subject.row["code"]
    row = by_code(book, "table3").get(code) if code else total_row(book, "table3")

    def whole(column: StatutoryColumn) -> Cell:
        if row is None:
            level_of(book, "table3", code)
            return no_line(book, "table3", "没有这个科目")
        name = f"{named('table3', row)}“{title('table3', column)}”"
        return book.printed("table3", row, column, name)

    return worst(
        [at_most(_own(book, subject, column), whole(column), slack=True) for column in _SPENT]
    )


def _own(book: Book, subject: Line, column: StatutoryColumn) -> Cell:
    name = f"{subject.name}“{title(subject.table, column)}”"
    return book.printed(subject.table, subject.row, column, name)


def _funds(book: Book) -> list[_Budget]:
    """The two smaller budgets, where their table or its title is printed."""
    titled = {row["section"] for row in book.facts.rows("texts")}
    return [
        _Budget(TABLES[fund], book.facts.disclosure, fund, LABELS[fund], TABLES[fund])
        for fund in ("government_fund", "state_capital")
        if book.facts.rows(TABLES[fund]) or TABLES[fund] in titled
    ]


@rule("T22", over=_funds)
def empty_everywhere(book: Book, subject: _Budget) -> Outcome:
    """决算表注明“无数据”的预算，在总表和正文中也没有金额；没有注明的，表内有数字

    说没有收支的预算，别处也不应有它的金额；没有这样说的，表里应当有数字。
    """
    table, fund = subject.table, subject.key
    cells = _printed(book, table)
    amounts = {
        "本表有金额": any(one.value for one in cells),
        "表4有金额": any(_has_amount(row) for row in _of_fund(book, fund)),
        "正文有金额": any(_has_amount(row) for row in _of_section(book, fund)),
    }
    notes = {"本表注明无数据": book.total_zero(table), "正文说明没有": book.total_zero(fund)}
    facts = {**amounts, **notes}
    said = f"{subject.name}：{'、'.join(name for name in _ORDER if facts[name]) or '各处均无金额'}"
    if any(amounts.values()) and any(notes.values()):
        figures = cells[0].figures if cells else ()
        return Outcome(FAIL, f"{said}，几处表述不能同时成立", figures=figures, brief=said)
    return Outcome(PASS, f"{said}，相互一致")


_ORDER = ("本表有金额", "本表注明无数据", "正文说明没有", "表4有金额", "正文有金额")
"""What is told of a budget, in the order in which a sentence tells it."""


def _printed(book: Book, table: Coded) -> list[Cell]:
    """All amounts that a table prints."""
    return [
        book.printed(table, row, name, named(table, row))
        for row in book.facts.rows(table)
        for name in money(table)
        if is_told(row, name)
    ]


def _has_amount(row: SummaryRow | FiguresColumns) -> bool:
    if is_lost(row, "actual"):
        raise UnreadableFactError("有一处金额无法辨认")
    return bool(Decimal(row["actual"] or 0))


def _of_fund(book: Book, fund: str) -> list[SummaryRow]:
    return [row for row in book.facts.rows("table4") if row["fund"] == fund]


def _of_section(book: Book, section: str) -> list[FiguresColumns]:
    return [row for row in book.facts.rows("measures") if row["section"] == section]
