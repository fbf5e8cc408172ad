"""What must add up inside the two summary tables: lines, columns, roll-forward."""

from __future__ import annotations

from juesuan.check.book.book import Book
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.compare import Outcome, equal, worst
from juesuan.check.rule import rule
from juesuan.check.views.summaries import Half, halves, numbered, optional, side
from juesuan.check.views.tables import LABELS, present, sums_to
from juesuan.errors import AbsentFactError
from juesuan.rows import Table4Row


@rule("T01", over=halves, gathers=True)
def summary_lines(book: Book, subject: Half) -> Outcome:
    """收入支出决算总表：本年收入合计 ＝ 各项收入之和，本年支出合计 ＝ 各类支出之和

    表里各行的收入（支出）加起来，就是合计一行。
    """
    current = side(book, "table1", subject.side, "current")
    return sums_to(current, numbered(book, "table1", subject.side))


@rule("T02")
def summary_totals(book: Book) -> Outcome:
    """收入支出决算总表：收入总计 ＝ 支出总计

    钱从哪里来和花到哪里去是同一笔钱，两个总计必须相等。
    """
    revenue = side(book, "table1", "revenue", "total")
    return equal(revenue, side(book, "table1", "expenditure", "total"))


_CARRIED = {
    "revenue": ("surplus_used", "opening"),
    "expenditure": ("surplus_distributed", "closing"),
}
"""What a half adds to what is of the year."""


@rule("T03", over=halves, gathers=True)
def summary_roll(book: Book, subject: Half) -> Outcome:
    """收入支出决算总表：总计 ＝ 本年合计 ＋ 使用的结余与年初结转（支出一边：结余分配与年末结转）

    今年的收入加上以前留下的钱，就是能用的全部；支出一边同样。
    """
    half = subject.side
    current = side(book, "table1", half, "current")
    parts = [current, *optional(book, "table1", half, _CARRIED[half])]
    return sums_to(side(book, "table1", half, "total"), parts)


def _fiscal_rows(book: Book) -> list[Subject[Table4Row]]:
    """Lines of expenditure of table 4 that print an amount of any fund."""
    rows = book.facts.rows("table4")
    printed = {_line(row) for row in rows if row["actual"]}
    return [
        Subject("table4", row, f"table4/{row['position']}", f"表4{row['label']}")
        for row in rows
        if row["side"] == "expenditure" and row["fund"] == "all" and _line(row) in printed
    ]


def _line(row: Table4Row) -> tuple[str, str]:
    return row["side"], row["position"]


@rule("T10", over=_fiscal_rows, gathers=True)
def fiscal_columns(book: Book, subject: Subject[Table4Row]) -> Outcome:
    """财政拨款收入支出决算总表：每行合计 ＝ 三项预算之和

    财政拨款来自三本预算，一行里三本预算的数加起来就是合计。
    """
    parts = [
        book.printed("table4", row, "actual", LABELS[row["fund"]])
        for row in book.facts.rows("table4")
        if _line(row) == _line(subject.row) and row["fund"] != "all"
    ]
    if not parts:
        raise AbsentFactError("表4没有按预算分栏")
    return sums_to(book.printed("table4", subject.row, "actual", subject.name), parts)


def _funds(book: Book) -> list[Subject[Table4Row]]:
    """The columns of table 4: all money, and each budget."""
    return [
        Subject("table4", row, f"table4/{row['fund']}", f"表4{LABELS[row['fund']]}栏")
        for row in book.facts.rows("table4")
        if row["side"] == "expenditure" and row["kind"] == "current"
    ]


@rule("T11", over=_funds, gathers=True)
def fiscal_lines(book: Book, subject: Subject[Table4Row]) -> Outcome:
    """财政拨款收入支出决算总表：本年支出合计 ＝ 各类支出之和（每栏）

    表里各类支出加起来，就是本年支出合计一行。
    """
    fund = subject.row["fund"]
    current = side(book, "table4", "expenditure", "current", fund)
    return sums_to(current, numbered(book, "table4", "expenditure", fund))


@rule("T11-r", gathers=True)
def fiscal_revenue_lines(book: Book) -> Outcome:
    """财政拨款收入支出决算总表：本年收入合计 ＝ 三项预算拨款收入之和，年初结转 ＝ 其中三项之和

    财政拨款收入和上年结转都来自三本预算，加起来就是合计。
    """
    current = side(book, "table4", "revenue", "current")
    found = [sums_to(current, numbered(book, "table4", "revenue"))]
    parts = [
        book.printed("table4", row, "actual", row["label"])
        for row in present(book, "table4", book.facts.rows("table4"))
        if row["side"] == "revenue" and row["kind"] == "part"
    ]
    if parts:
        found.append(sums_to(side(book, "table4", "revenue", "opening"), parts))
    return worst(found)


@rule("T12", over=_funds, gathers=True)
def fiscal_roll(book: Book, subject: Subject[Table4Row]) -> Outcome:
    """财政拨款收入支出决算总表：支出总计 ＝ 本年支出 ＋ 年末结转（每栏）；
    收入总计 ＝ 本年收入 ＋ 年初结转 ＝ 支出总计

    花掉的加上留到下年的，等于今年拨来的加上上年留下的。
    """
    fund = subject.row["fund"]
    total = side(book, "table4", "expenditure", "total", fund)
    parts = [side(book, "table4", "expenditure", kind, fund) for kind in ("current", "closing")]
    found = [sums_to(total, parts)]
    if fund == "all":
        revenue = side(book, "table4", "revenue", "total")
        sources = [side(book, "table4", "revenue", kind) for kind in ("current", "opening")]
        found += [sums_to(revenue, sources), equal(revenue, total)]
    return worst(found)
