"""What was spent against what was budgeted: rates, differences, words, sums of budgets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from juesuan.amount import round_half_up
from juesuan.check.book import Book
from juesuan.check.cell import Cell, with_unit
from juesuan.check.compare import (
    FAIL,
    INFORMATION,
    PASS,
    Outcome,
    adds_up,
    at_most,
    compared,
    is_percent,
    minus,
    plus,
)
from juesuan.check.legible import told
from juesuan.check.over import lines_with, measures_with
from juesuan.check.rule import rule
from juesuan.check.subject import Subject
from juesuan.check.words import WORDS
from juesuan.errors import AbsentFactError
from juesuan.rows import FiguresBlockColumn, FiguresColumns, MeasuresRow


def _budget_column(row: FiguresColumns) -> FiguresBlockColumn:
    """The budget with which a row compares: the initial one, where it is told."""
    return "initial_budget" if told(row, "initial_budget") else "annual_budget"


@rule("N21", over=measures_with("variance_pct", "actual"))
def variance(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """预决算差异率 ＝（决算数 − 预算数）÷ 预算数

    预算数为 0 时没有差异率可言：印作 0 或 100% 的记为说明，印作其他数的不能成立。
    """
    rate, actual = book.figure(subject, "variance_pct"), book.figure(subject, "actual")
    budget = book.figure(subject, _budget_column(subject.row))
    if budget.value == 0:
        return _of_no_budget(rate, actual, budget)
    return is_percent(rate, minus(actual, budget, "差额"), budget, "（决算 − 预算）÷ 预算")


def _of_no_budget(rate: Cell, actual: Cell, budget: Cell) -> Outcome:
    said = f"{budget.label}为 0，{rate.label}印为 {rate.text}"
    if rate.value == 0 or abs(rate.value) == 100:
        again = round_half_up(rate.value, 2)
        return Outcome(INFORMATION, said, rate.value, again, figures=rate.figures)
    said += f"，{actual.label} {actual.text} 无从得出这一比率，两处数字不能同时成立"
    return Outcome(FAIL, said, rate.value, Decimal(0), figures=rate.figures)


@rule("N51", over=measures_with("initial_budget", "completion_pct"))
def no_completion_of_nothing(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """年初预算为 0 的，没有“完成年初预算的百分之几”"""
    budget, rate = book.figure(subject, "initial_budget"), book.figure(subject, "completion_pct")
    state = PASS if budget.value else FAIL if rate.value else INFORMATION
    words = "，预算为 0 而有完成比例" if state != PASS else ""
    said = f"{budget.label} {budget.text}，完成预算 {rate.text}{words}"
    return compared(state, said, budget, rate)


def _with_word(book: Book) -> Iterator[Subject[FiguresColumns]]:
    """Lines that say how what was spent compares with the budget."""
    for one in lines_with("variance_word", "actual")(book):
        if told(one.row, "initial_budget") or told(one.row, "annual_budget"):
            yield one


@rule("N52", over=_with_word)
def budget_word(book: Book, subject: Subject[FiguresColumns]) -> Outcome:
    """“决算数大于（小于、持平于）预算数”的说法与金额相符"""
    word = subject.row["variance_word"]
    actual = book.figure(subject, "actual", f"{subject.name}决算数")
    budget = book.figure(subject, _budget_column(subject.row))
    said = f"称决算数“{word}”预算数：{actual.label} {actual.text}，{budget.label} {budget.text}"
    difference = actual.value - budget.value
    if WORDS.pattern("about").search(word):
        return compared(INFORMATION if difference else PASS, said, actual, budget)
    if _is_true(word, difference):
        return compared(PASS, said, actual, budget)
    return compared(FAIL, f"{said}，说法与两处数字不能同时成立", actual, budget)


def _is_true(word: str, difference: Decimal) -> bool:
    """Whether a word of comparison is true; any other word says that there is no difference."""
    if word in WORDS.words("above"):
        return difference > 0
    return difference < 0 if word in WORDS.words("below") else difference == 0


def _three_public(book: Book) -> list[Subject[MeasuresRow]]:
    every = measures_with("actual", "annual_budget")(book)
    return [one for one in every if one.row["section"] == "three_public"]


@rule("N59", over=_three_public)
def three_public_within_budget(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """“三公”经费各项决算数不超过全年预算数"""
    return at_most(book.figure(subject, "actual"), book.figure(subject, "annual_budget"))


@rule("N61", over=lines_with("completion_pct", "actual", "initial_budget"))
def completion(book: Book, subject: Subject[FiguresColumns]) -> Outcome:
    """完成年初预算的百分比 ＝ 决算数 ÷ 年初预算数"""
    budget = book.figure(subject, "initial_budget")
    if budget.value == 0:
        raise AbsentFactError("年初预算为 0")
    rate, actual = book.figure(subject, "completion_pct"), book.figure(subject, "actual")
    return is_percent(rate, actual, budget, "决算数 ÷ 年初预算数")


@rule("N66", over=lines_with("actual", "variance", "initial_budget"))
def variance_from_printed(book: Book, subject: Subject[FiguresColumns]) -> Outcome:
    """预算数和差额都印出的：差额 ＝ 决算数 − 年初预算数"""
    budget = book.figure(subject, "initial_budget")
    actual = book.figure(subject, "actual", f"{subject.name}决算数")
    return adds_up(book.figure(subject, "variance"), [minus(actual, budget)])


@rule("N75")
def three_public_budget(book: Book) -> Outcome:
    """“三公”经费全年预算数 ＝ 因公出国（境）、公务用车购置、
    公务用车运行、公务接待四项全年预算数之和
    """
    names = ("abroad", "vehicle_purchase", "vehicle_running", "reception")
    parts = [book.measure(f"three_public.{one}", "annual_budget") for one in names]
    return adds_up(book.measure("three_public.total", "annual_budget"), parts)


@rule("T27", gathers=True)
def initial_budgets_add_up(book: Book) -> Outcome:
    """各项年初预算之和不超过一般公共预算财政拨款支出的年初预算；列全的，两者相等

    正文只列当年有支出的科目；有年初预算而没有支出的科目可以不列，所以各项之和较小的只作说明。
    """
    rows = [row for row in book.functions("item") if row["initial_budget"]]
    if not rows:
        raise AbsentFactError("原文未列示各项的年初预算")
    total = book.measure("general_budget.expenditure", "initial_budget")
    cells = [book.function(row, "initial_budget", row["item"]) for row in rows]
    parts = plus(cells, "各项年初预算之和")
    found = adds_up(total, [parts])
    if found.state != FAIL or parts.value > total.value:
        return found
    rest = with_unit(total.value - parts.value, "万元")
    said = f"{total.label} {total.text}，各项年初预算之和 {parts.text}，少 {rest}"
    said += "，可能有科目有预算而无支出"
    return replace(found, state=INFORMATION, statement=said)
