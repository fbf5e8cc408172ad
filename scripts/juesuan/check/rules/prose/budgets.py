"""What was spent against what was budgeted: rates, differences, words, sums of budgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from juesuan.amount import round_half_up
from juesuan.check.book.book import Book
from juesuan.check.book.legible import told
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell, with_unit
from juesuan.check.comparing.compare import (
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
from juesuan.check.comparing.relation import AT_MOST, Relation
from juesuan.check.rule import rule
from juesuan.check.views.over import lines_with, measures_with
from juesuan.check.views.words import WORDS
from juesuan.errors import AbsentFactError
from juesuan.rows import FiguresBlockColumn, FiguresColumns, MeasuresRow

_BUDGETS: tuple[FiguresBlockColumn, ...] = ("initial_budget", "annual_budget")


def _budgets(book: Book, subject: Subject[FiguresColumns]) -> list[Cell]:
    """The budgets that a row prints: the initial one first, then that of the full year.

    A text that prints both may compare with either.
    """
    return [book.figure(subject, one) for one in _BUDGETS if told(subject.row, one)]


def _against_either(budgets: Sequence[Cell], against: Callable[[Cell], Outcome]) -> Outcome:
    """What a comparison with the first budget says, or one with another that is no contradiction.

    Raises:
        AbsentFactError: if no budget is printed, or each of them is 0.
    """
    found = [against(budget) for budget in budgets]
    if not found:
        raise AbsentFactError("没有列示可比较的预算数")
    return next((one for one in found if one.state != FAIL), found[0])


@rule("N21", over=measures_with("variance_pct", "actual"))
def variance(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """预决算差异率 ＝（决算数 − 预算数）÷ 预算数

    预算数为 0 时没有差异率可言：印作 0 或 100% 的记为说明，印作其他数的不能成立。
    """
    rate, actual = book.figure(subject, "variance_pct"), book.figure(subject, "actual")

    def against(budget: Cell) -> Outcome:
        if budget.value == 0:
            return _of_no_budget(rate, actual, budget)
        return is_percent(rate, minus(actual, budget, "差额"), budget, "（决算 − 预算）÷ 预算")

    return _against_either(_budgets(book, subject), against)


def _of_no_budget(rate: Cell, actual: Cell, budget: Cell) -> Outcome:
    said = f"{budget.label}为 0，{rate.label}印为 {rate.text}"
    if rate.value == 0 or abs(rate.value) == 100:
        again = round_half_up(rate.value, 2)
        return Outcome(INFORMATION, said, rate.value, again, figures=rate.figures)
    said += f"，{actual.label} {actual.text} 无从得出这一比率，两处数字不能同时成立"
    return Outcome(FAIL, said, rate.value, Decimal(0), figures=rate.figures)


@rule(
    "N51",
    over=measures_with("initial_budget", "completion_pct"),
    relation=Relation("", "年初预算 {left} 万元，完成预算 {right}%"),
)
def no_completion_of_nothing(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """年初预算为 0 的，没有“完成年初预算的百分之几”

    同时列示了全年预算、比例按全年预算计算的，不在此列。
    """
    budget, rate = book.figure(subject, "initial_budget"), book.figure(subject, "completion_pct")
    if not budget.value and _is_of_annual(book, subject, rate):
        said = f"{budget.label} {budget.text}，完成预算 {rate.text} 按全年预算计算"
        return compared(PASS, said, budget, rate)
    state = PASS if budget.value else FAIL if rate.value else INFORMATION
    words = "，预算为 0 而有完成比例" if state != PASS else ""
    said = f"{budget.label} {budget.text}，完成预算 {rate.text}{words}"
    return compared(state, said, budget, rate)


def _is_of_annual(book: Book, subject: Subject[MeasuresRow], rate: Cell) -> bool:
    """Whether a rate is that of the full-year budget, which is printed beside the initial one."""
    if not told(subject.row, "annual_budget", "actual"):
        return False
    annual = book.figure(subject, "annual_budget")
    if annual.value == 0:
        return False
    return is_percent(rate, book.figure(subject, "actual"), annual, "").state != FAIL


def _with_a_budget(
    *columns: FiguresBlockColumn,
) -> Callable[[Book], Iterator[Subject[FiguresColumns]]]:
    """Lines that print these columns and a budget at least."""

    def subjects(book: Book) -> Iterator[Subject[FiguresColumns]]:
        for one in lines_with(*columns)(book):
            if any(told(one.row, budget) for budget in _BUDGETS):
                yield one

    return subjects


@rule(
    "N52",
    over=_with_a_budget("variance_word", "actual"),
    relation=Relation("", "决算数 {left}，预算数 {right}，与印出的说法相符"),
)
def budget_word(book: Book, subject: Subject[FiguresColumns]) -> Outcome:
    """“决算数大于（小于、持平于）预算数”的说法与金额相符

    文字说多了、少了还是一样，应当和印出的两个数字对得上。
    """
    actual = book.figure(subject, "actual", f"{subject.name}决算数")

    def against(budget: Cell) -> Outcome:
        return _of_word(subject.row["variance_word"], actual, budget)

    return _against_either(_budgets(book, subject), against)


def _of_word(word: str, actual: Cell, budget: Cell) -> Outcome:
    said = f"称决算数“{word}”预算数：{actual.label} {actual.text}，{budget.label} {budget.text}"
    difference = actual.value - budget.value
    if WORDS.pattern("about").search(word):
        return compared(INFORMATION if difference else PASS, said, actual, budget)
    if _is_true(word, difference):
        return compared(PASS, said, actual, budget)
    return compared(FAIL, f"{said}，说法与两处数字不能同时成立", actual, budget, said)


def _is_true(word: str, difference: Decimal) -> bool:
    """Whether a word of comparison is true; any other word says that there is no difference."""
    if word in WORDS.words("above"):
        return difference > 0
    return difference < 0 if word in WORDS.words("below") else difference == 0


@rule(
    "N59",
    over=measures_with("actual", "annual_budget", sections=("three_public",)),
    relation=AT_MOST,
)
def three_public_within_budget(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """“三公”经费各项决算数不超过全年预算数

    预算是上限，“三公”经费实际花的不应超过它。
    """
    return at_most(book.figure(subject, "actual"), book.figure(subject, "annual_budget"))


@rule("N61", over=_with_a_budget("completion_pct", "actual"))
def completion(book: Book, subject: Subject[FiguresColumns]) -> Outcome:
    """完成预算的百分比 ＝ 决算数 ÷ 预算数

    列示年初预算的，按年初预算；同时或只列示全年预算的，也可以按全年预算。
    """
    budgets = [budget for budget in _budgets(book, subject) if budget.value]
    if not budgets:
        raise AbsentFactError("年初预算为 0")
    rate, actual = book.figure(subject, "completion_pct"), book.figure(subject, "actual")
    return _against_either(
        budgets, lambda budget: is_percent(rate, actual, budget, f"决算数 ÷ {_called(budget)}")
    )


def _called(budget: Cell) -> str:
    return "全年预算数" if budget.label.endswith("全年预算数") else "年初预算数"


@rule("N66", over=_with_a_budget("actual", "variance"))
def variance_from_printed(book: Book, subject: Subject[FiguresColumns]) -> Outcome:
    """预算数和差额都印出的：差额 ＝ 决算数 − 预算数

    决算减去预算，就是两者的差额；三个都印出来，可以核对。
    """
    actual = book.figure(subject, "actual", f"{subject.name}决算数")
    variance = book.figure(subject, "variance")
    return _against_either(
        _budgets(book, subject), lambda budget: adds_up(variance, [minus(actual, budget)])
    )


@rule("N75")
def three_public_budget(book: Book) -> Outcome:
    """“三公”经费全年预算数 ＝ 因公出国（境）、公务用车购置、
    公务用车运行、公务接待四项全年预算数之和

    “三公”经费的预算由四项组成，加起来就是总额。
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
