"""What must add up inside a table by function: columns of a row, levels of a column."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from juesuan.check.book.book import Book
from juesuan.check.book.columns import StatutoryColumn, money, title
from juesuan.check.book.legible import is_told
from juesuan.check.comparing.compare import Outcome, adds_up, plus, worst
from juesuan.check.rule import rule
from juesuan.check.views.tables import Coded, CodedRow, Line, coded_rows, line, lines_of, sums_to
from juesuan.errors import AbsentFactError
from juesuan.rows import cell


def _across(
    book: Book, subject: Line, total: StatutoryColumn, parts: Sequence[StatutoryColumn]
) -> Outcome:
    """A column of a row against the sum of others."""
    table, row = subject.table, subject.row
    cells = [book.printed(table, row, name, title(table, name)) for name in parts]
    return sums_to(book.printed(table, row, total, subject.name), cells)


@rule("T04", over=lines_of("table2"), gathers=True)
def revenue_columns(book: Book, subject: Line) -> Outcome:
    """收入决算表：每行合计 ＝ 各栏之和

    一行里各个来源的收入加起来，就是这一行的合计。
    """
    return _across(book, subject, "total", money("table2")[1:])


@rule("T06", over=lines_of("table3"), gathers=True)
def expenditure_columns(book: Book, subject: Line) -> Outcome:
    """支出决算表：每行合计 ＝ 各栏之和

    一行里各种支出加起来，就是这一行的合计。
    """
    return _across(book, subject, "total", money("table3")[1:])


@rule("T06-5", over=lines_of("table5"), gathers=True)
def general_columns(book: Book, subject: Line) -> Outcome:
    """一般公共预算财政拨款支出决算表：每行合计 ＝ 基本支出 ＋ 项目支出

    每个科目的支出不是基本支出就是项目支出，加起来就是合计。
    """
    return _across(book, subject, "total", ("basic", "project"))


def _fund_rows(book: Book) -> list[Line]:
    return [*lines_of("table8")(book), *lines_of("table9")(book)]


@rule("T06-8", over=_fund_rows, gathers=True)
def fund_columns(book: Book, subject: Line) -> Outcome:
    """政府性基金、国有资本经营预算决算表：每行本年支出 ＝ 基本支出 ＋ 项目支出，
    年初 ＋ 收入 − 支出 ＝ 年末

    每行的支出由基本支出和项目支出组成；年初的钱加上收入、减去支出，就是年末剩下的。
    """
    table, row = subject.table, subject.row
    spent = _across(book, subject, "expenditure", ("basic", "project"))
    cells = {name: book.printed(table, row, name, title(table, name)) for name in money(table)}
    if not any(cells[name].figures for name in ("opening", "revenue", "closing")):
        return spent
    if not cells["expenditure"].figures and _is_spent_below(book, subject):
        raise AbsentFactError(f"{subject.name}“本年支出小计”空白，没有印数字")
    before = plus([cells["opening"], cells["revenue"]], "年初结转和结余 ＋ 本年收入")
    after = plus([cells["expenditure"], cells["closing"]], "本年支出 ＋ 年末结转和结余")
    return worst([spent, adds_up(before, [after])])


def _is_spent_below(book: Book, subject: Line) -> bool:
    below = _below(subject.row, coded_rows(book, subject.table))
    return any(cell(row, "expenditure") for row in below)


_CODE_BELOW = {"class": 5, "subclass": 7}
"""Length of the codes one level below."""


def _below(row: CodedRow, rows: Sequence[CodedRow]) -> list[CodedRow]:
    """The rows one level below a row: classes below 合计, subclasses, items."""
    if row["kind"] == "total":
        return [one for one in rows if one["kind"] == "class"]
    length = _CODE_BELOW.get(row["kind"])
    return [
        one for one in rows if len(one["code"]) == length and one["code"].startswith(row["code"])
    ]


def _parents(table: Coded) -> Callable[[Book], list[Line]]:
    """Rows that have rows below them: 合计, classes and subclasses."""

    def subjects(book: Book) -> list[Line]:
        rows: Sequence[CodedRow] = book.facts.rows(table)
        return [line(table, row) for row in rows if _below(row, rows)]

    return subjects


def _levels(book: Book, subject: Line) -> Outcome:
    """Each column of a row against the sum of the rows one level below."""
    table, row = subject.table, subject.row
    below = _below(row, coded_rows(book, table))
    return worst(
        sums_to(
            book.printed(table, row, name, f"{subject.name}“{title(table, name)}”"),
            [book.printed(table, one, name, f"{one['code']} {one['name']}") for one in below],
        )
        for name in money(table)
        if is_told(row, name)
    )


@rule("T05", over=_parents("table2"), gathers=True)
def revenue_levels(book: Book, subject: Line) -> Outcome:
    """收入决算表：合计 ＝ 各类，类 ＝ 各款，款 ＝ 各项（每栏）

    科目分“类、款、项”三级，下一级加起来就是上一级。
    """
    return _levels(book, subject)


@rule("T07", over=_parents("table3"), gathers=True)
def expenditure_levels(book: Book, subject: Line) -> Outcome:
    """支出决算表：合计 ＝ 各类，类 ＝ 各款，款 ＝ 各项（每栏）

    科目分“类、款、项”三级，下一级加起来就是上一级。
    """
    return _levels(book, subject)


@rule("T16", over=_parents("table5"), gathers=True)
def general_levels(book: Book, subject: Line) -> Outcome:
    """一般公共预算财政拨款支出决算表：合计 ＝ 各类，类 ＝ 各款，款 ＝ 各项（每栏）

    科目分“类、款、项”三级，下一级加起来就是上一级。
    """
    return _levels(book, subject)


def _fund_parents(book: Book) -> list[Line]:
    every = (*_parents("table8")(book), *_parents("table9")(book))
    return [one for one in every if any(cell(one.row, name) for name in money(one.table))]


@rule("T16-8", over=_fund_parents, gathers=True)
def fund_levels(book: Book, subject: Line) -> Outcome:
    """政府性基金、国有资本经营预算决算表：合计 ＝ 各类，类 ＝ 各款，款 ＝ 各项（每栏）

    科目分“类、款、项”三级，下一级加起来就是上一级。
    """
    return _levels(book, subject)
