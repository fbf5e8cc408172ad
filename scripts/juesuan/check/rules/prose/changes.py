"""Changes against the year before: of totals, of measures, of items, and as sums."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from juesuan.check.book.book import Book
from juesuan.check.book.legible import told
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import (
    FAIL,
    INFORMATION,
    PASS,
    Outcome,
    adds_up,
    compared,
    minus,
    plus,
)
from juesuan.check.comparing.relation import AT_LEAST, Relation
from juesuan.check.rule import rule
from juesuan.check.views.measures import year_on_year
from juesuan.check.views.over import items, lines_with, measures_with, of_function
from juesuan.errors import AbsentFactError
from juesuan.rows import FiguresBlockColumn, FiguresColumns, FunctionsRow, MeasuresRow

_TOTALS = ("overall", "appropriation.overall")
"""Measures of which the change is that of a total of another name."""


@rule("N05")
def overall_change(book: Book) -> Outcome:
    """收入支出总体比上年增减率 ＝ 增减额 ÷ 上年数

    上年数由本年收入总计减去增减额推算。
    """
    return _overall(book, "overview", "overall", "revenue.total")


@rule("N20")
def fiscal_change(book: Book) -> Outcome:
    """财政拨款收支总体比上年增减率 ＝ 增减额 ÷ 上年数

    上年数没有直接印出时，用本年数减去增减额推算。
    """
    return _overall(book, "appropriation", "appropriation.overall", "appropriation.revenue_total")


def _overall(book: Book, section: str, measure: str, total: str) -> Outcome:
    for subject in measures_with("change", "change_pct")(book):
        if (subject.row["section"], subject.row["measure"]) == (section, measure):
            return year_on_year(book, subject, _whole(book, total, measure))
    raise AbsentFactError("原文未列示比上年增减")


def _whole(book: Book, total: str, measure: str) -> Cell:
    """The total; where a template prints one total of revenue and expenditure, that one."""
    try:
        return book[total]
    except AbsentFactError:
        return book[measure]


def _changed(book: Book) -> list[Subject[MeasuresRow]]:
    """Measures with a change; the totals have rules of their own."""
    every = measures_with("actual", "change", "change_pct")(book)
    return [one for one in every if one.row["measure"] not in _TOTALS]


@rule("N24", over=_changed)
def change(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """比上年增减率 ＝ 增减额 ÷ 上年数，增减方向一致

    上年数没有直接印出时，用本年数减去增减额推算；增加的金额不应配下降的百分比。
    """
    return year_on_year(book, subject)


def _changing(book: Book) -> list[Subject[FunctionsRow]]:
    """Items of which a change against the year before is told, or could not be read."""
    return [one for one in items(book) if told(one.row, "change") or told(one.row, "change_pct")]


@rule("N31", over=_changing, relation=Relation("", "增减额 {left} 万元，增减率 {right}%，方向一致"))
def item_direction(book: Book, subject: Subject[FunctionsRow]) -> Outcome:
    """各项的增减额与增减率方向一致

    写明增加的，百分比不应是下降。
    """
    amount, rate = book.figure(subject, "change"), book.figure(subject, "change_pct")
    opposite = amount.value * rate.value < 0
    words = "方向相反，两处数字不能同时成立" if opposite else "方向一致"
    said = f"增减额 {amount.text}、增减率 {rate.text} {words}"
    return compared(FAIL if opposite else PASS, said, amount, rate)


@rule("N32", over=_changing)
def item_change(book: Book, subject: Subject[FunctionsRow]) -> Outcome:
    """各项的增减率 ＝ 增减额 ÷ 上年数

    上年数没有直接印出时，用本年数减去增减额推算。
    """
    return year_on_year(book, subject)


@rule("N33", over=_changing, relation=AT_LEAST)
def item_prior(book: Book, subject: Subject[FunctionsRow]) -> Outcome:
    """各项推算的上年数不小于 0

    本年数减去增减额就是上年数；支出不会小于 0。
    """
    actual = book.figure(subject, "actual")
    prior = minus(actual, book.figure(subject, "change"), "推算的上年数")
    state = PASS if prior.value >= 0 else FAIL
    words = "" if state == PASS else "，小于 0，两处数字不能同时成立"
    said = f"推算的上年数 {prior.text}{words}"
    brief = f"推算的上年数 {prior.text}，小于 0"
    return Outcome(state, said, prior.value, Decimal(0), figures=prior.figures, brief=brief)


@rule("N34", gathers=True)
def items_prior_add_up(book: Book) -> Outcome:
    """各项推算的上年数之和 ＝ 总额推算的上年数

    本年数减去增减额就是上年数。各项的上年数加起来不会大于总额的上年数；
    列出了本年没有支出的科目的，两者应当相等。 没有列出这样的科目而各项之和较小的，
    可能是上年有、本年没有的科目没有列，只作说明。
    """
    amount = book["general_budget.expenditure"]
    total = minus(amount, _general(book, "change"), "总额推算的上年数")
    actual = plus(_of_items(book, "actual"), "各项决算数之和")
    changes = plus(_of_items(book, "change"), "各项增减额之和")
    parts = minus(actual, changes, "各项推算的上年数之和")
    found = adds_up(total, [parts])
    if found.state != FAIL or parts.value > total.value or _lists_the_unspent(book):
        return found
    said = found.statement.partition("，相差")[0]
    said += "，或有上年有支出、本年没有支出的科目没有列出"
    return replace(found, state=INFORMATION, statement=said)


def _general(book: Book, column: FiguresBlockColumn) -> Cell:
    return book.measure("general_budget.expenditure", column)


def _of_items(book: Book, column: FiguresBlockColumn) -> list[Cell]:
    lines = [of_function(row, row["item"] or row["class"]) for row in book.functions("item")]
    return [book.figure(line, column) for line in lines]


def _lists_the_unspent(book: Book) -> bool:
    """Whether items without spending of this year are listed as well."""
    return any(not Decimal(row["actual"] or 1) for row in book.functions("item"))


@rule("N39")
def three_public_change(book: Book) -> Outcome:
    """“三公”经费的增减额 ＝ 各项增减额之和

    每一项比上年多了（少了）多少，加起来就是总额多了（少了）多少。
    """
    names = ("abroad", "vehicles", "reception")
    parts = [book.measure(f"three_public.{one}", "change") for one in names]
    return adds_up(book.measure("three_public.total", "change"), parts)


@rule("N65", over=lines_with("actual", "prior_year", "change"))
def change_from_printed(book: Book, subject: Subject[FiguresColumns]) -> Outcome:
    """上年数和增减额都印出的：增减额 ＝ 本年数 − 上年数

    今年的数减去去年的数，就是增加或减少的数；三个都印出来，可以核对。
    """
    prior = book.figure(subject, "prior_year")
    actual = book.figure(subject, "actual", f"{subject.name}本年数")
    return adds_up(book.figure(subject, "change"), [minus(actual, prior)])
