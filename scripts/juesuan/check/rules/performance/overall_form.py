"""The form of the department's overall expenditure against the prose and the forms of projects."""

from __future__ import annotations

from dataclasses import dataclass

from juesuan.check.book.book import Book
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import (
    FAIL,
    Outcome,
    adds_up,
    at_most,
    by_convention,
    equal,
    minus,
)
from juesuan.check.comparing.relation import AT_MOST
from juesuan.check.rule import rule
from juesuan.check.views.forms import FUNDS_COLUMNS, PART, FundsColumn, comes_from, of_forms
from juesuan.check.views.words import WORDS
from juesuan.errors import AbsentFactError
from juesuan.rows import FiguresBlockColumn, ProjectFundsRow


def _overall(book: Book, column: FundsColumn) -> Cell:
    return book.fund(book.funds_total("overall"), column, "整体自评表")


@rule("X02")
def performance_prose(book: Book) -> Outcome:
    """绩效说明中的全年预算总额、实际执行总额 ＝ 整体支出绩效自评表

    正文里的两个数就是整体自评表里的两个数。
    """
    budget = _prose_and_form(book, "annual_budget", "annual_budget")
    return budget if budget.state == FAIL else _prose_and_form(book, "actual", "executed")


def _prose_and_form(book: Book, told: FiguresBlockColumn, printed: FundsColumn) -> Outcome:
    return equal(book.measure("performance.overall", told), _overall(book, printed))


@rule("X03", usual=True)
def overall_budget(book: Book) -> Outcome:
    """整体支出绩效自评表的全年预算数 ＝ 收入总计

    全年预算数是年初预算加上、减去全年的调整。当年的收入和上年结转来的钱都要列入预算才能用，
    所以这一栏通常按决算的收入总计填写。本站没有找到要求两者必须相等的规定：不相等也可能是口径不同。
    """
    return by_convention(equal(_overall(book, "annual_budget"), book["revenue.total"]))


@rule("X04", usual=True)
def overall_executed(book: Book) -> Outcome:
    """整体支出绩效自评表的全年执行数 ＝ 本年支出合计

    自评表的全年执行数通常就是当年实际支出的合计。本站没有找到要求两者必须相等的规定：
    例如把结转到下一年的钱也算作执行，就会不相等。
    """
    return by_convention(equal(_overall(book, "executed"), book["expenditure.current"]))


@rule("X05", relation=AT_MOST)
def overall_initial(book: Book) -> Outcome:
    """整体支出绩效自评表的年初预算数不小于财政拨款年初预算数

    财政拨款是部门全部资金的一部分，所以全部资金的年初预算数不应比它小。
    """
    fiscal = book.measure("appropriation.overall", "initial_budget")
    return by_convention(at_most(fiscal, _overall(book, "initial_budget"), slack=True), PART)


@rule("X06", usual=True)
def other_funds(book: Book) -> Outcome:
    """整体支出绩效自评表的其他资金执行数 ＝ 本年支出中非财政拨款的部分

    其他资金指财政拨款以外的钱。本年支出合计减去财政拨款支出，剩下的就是用其他资金支付的，
    与自评表“其他资金”一行通常相同。把上年结转的财政拨款也填进“其他资金”的，会不相同。
    """
    nonfiscal = minus(book["expenditure.current"], book["appropriation.expenditure_current"])
    for row in book.funds("overall"):
        if row["source"].startswith(WORDS.words("other_funds")):
            executed = book.fund(row, "executed", "整体自评表其他资金")
            return by_convention(adds_up(executed, [nonfiscal]))
    raise AbsentFactError("该表未列示其他资金")


@dataclass(frozen=True, slots=True)
class _OtherFunds(Subject[ProjectFundsRow]):
    """A column of the overall form's row of other funds."""

    column: FundsColumn


def _other_funds(book: Book) -> list[_OtherFunds]:
    if not book.project_forms():
        return []
    rows = [row for row in book.facts.rows("project_funds") if row["project_id"] == "overall"]
    other = next((row for row in rows if comes_from(row, "other_funds")), None)
    if other is None:
        return []
    return [_OtherFunds("project_funds", other, one, label, one) for one, label in FUNDS_COLUMNS]


@rule("X19", over=_other_funds, relation=AT_MOST)
def other_funds_of_the_whole(book: Book, subject: _OtherFunds) -> Outcome:
    """整体支出绩效自评表的其他资金不小于各项目自评表其他资金之和（每一栏）

    整体支出包括各个项目，项目用的其他资金也是整体的其他资金。
    """
    whole = book.fund(subject.row, subject.column, "整体自评表其他资金")
    forms = of_forms(book, subject.column, "other_funds", f"其他资金{subject.name}")
    return by_convention(at_most(forms, whole, slack=True), PART)
