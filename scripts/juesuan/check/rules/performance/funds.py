"""The funds of a performance form: their sources, what was executed, the rate and its score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from juesuan.check.book.book import Book
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell, figures_of, half_digit
from juesuan.check.comparing.compare import (
    FAIL,
    PASS,
    ROUNDING,
    Outcome,
    adds_up,
    at_most,
    is_percent,
)
from juesuan.check.comparing.relation import AT_MOST
from juesuan.check.rule import rule
from juesuan.check.views.forms import FUNDS_COLUMNS, FundsColumn
from juesuan.check.views.over import forms
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.rows import ProjectsRow
from juesuan.terms.scoring import above_sixty, proportional


@rule("P01", over=forms)
def execution_rate(book: Book, subject: Subject[ProjectsRow]) -> Outcome:
    """执行率 ＝ 全年执行数 ÷ 全年预算数

    执行率不一定印在合计行；以合计行的金额核对。
    """
    form = subject.row["project_id"]
    rated, total = book.funds_rated(form), book.funds_whole(form)
    rate = book.fund(rated, "execution_rate_pct")
    budget, executed = book.fund(total, "annual_budget"), book.fund(total, "executed")
    if budget.value == 0:
        raise AbsentFactError("全年预算数为 0，执行率无意义")
    if rate.value > 100 and executed.value <= budget.value:
        return _beyond_the_whole(rate, executed, budget)
    found = is_percent(rate, executed, budget, "全年执行数 ÷ 全年预算数")
    if found.state == FAIL and not rated["weight"]:
        raise UnreadableFactError(f"该表没有读出执行率的分值，执行率可能读错（{found.statement}）")
    return found


def _beyond_the_whole(rate: Cell, executed: Cell, budget: Cell) -> Outcome:
    said = f"执行率 {rate.text} 大于 100%，而全年执行数 {executed.text} "
    said += f"没有超过全年预算数 {budget.text}，两者不能同时成立"
    figures = figures_of([rate, executed, budget])
    return Outcome(FAIL, said, rate.value, Decimal(100), figures=figures)


@rule("P02", over=forms)
def execution_score(book: Book, subject: Subject[ProjectsRow]) -> Outcome:
    """执行率得分符合分值 × 执行率（A 式）或分值 ×（执行率 − 60%）÷ 40%（B 式）

    执行率是实际花的钱占预算的比例。有的表按比例给分（A 式）；
    有的低于 60% 不得分，高于 60% 的部分按比例给分（B 式）。 合于任何一种都算相符。
    """
    rated = book.funds_rated(subject.row["project_id"])
    weight, rate = book.fund(rated, "weight"), book.fund(rated, "execution_rate_pct")
    score = book.fund(rated, "score")
    figures = figures_of([weight, rate, score])
    a, b = proportional(weight.value, rate.value), above_sixty(weight.value, rate.value)
    for name, wanted in (("A", a), ("B", b)):
        if wanted == score.value:
            said = f"得分 {score.text}，符合 {name} 式"
            return Outcome(PASS, said, score.value, wanted, figures=figures)
    near = min((a, b), key=lambda wanted: abs(wanted - score.value))
    state = ROUNDING if _rounds_to(score, weight.value, rate) else FAIL
    words = "" if state == ROUNDING else "，与两式均不符"
    said = f"得分 {score.text}；A 式 {a}，B 式 {b}{words}"
    return Outcome(state, said, score.value, near, score.slack, figures)


def _rounds_to(score: Cell, weight: Decimal, rate: Cell) -> bool:
    """Whether a rate that prints as this one can give the score as printed."""
    half = half_digit(rate.value)  # a rate in whole percent was rounded as well
    for scheme in (proportional, above_sixty):
        low, high = (scheme(weight, rate.value + sign * half, places=6) for sign in (-1, 1))
        if low - score.slack <= score.value <= high + score.slack:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _FormColumn(Subject[ProjectsRow]):
    """A column of the funds of a form."""

    column: FundsColumn


def _columns(book: Book) -> Iterator[_FormColumn]:
    for one in forms(book):
        for column, label in FUNDS_COLUMNS:
            key, name = f"{one.key}/{column}", f"{one.name}{label}"
            yield _FormColumn(one.resource, one.row, key, name, column)


@rule("P03", over=_columns, gathers=True)
def funds_add_up(book: Book, subject: _FormColumn) -> Outcome:
    """年度资金总额 ＝ 各资金来源之和（每一栏）

    一个项目的钱来自财政拨款、其他资金等几个来源，每一栏加起来就是总额。
    """
    form, column = subject.row["project_id"], subject.column
    total = book.funds_total(form)
    parts = [row for row in book.funds(form) if row["position"] != total["position"]]
    if not parts:
        raise AbsentFactError("该表未列示各资金来源")
    cells = [book.fund(row, column, row["label"]) for row in parts]
    return adds_up(book.fund(total, column, "资金总额"), cells)


@rule("P04", over=forms, relation=AT_MOST)
def within_budget(book: Book, subject: Subject[ProjectsRow]) -> Outcome:
    """全年执行数不超过全年预算数

    花的钱不应超过调整后的预算。
    """
    total = book.funds_whole(subject.row["project_id"])
    return at_most(book.fund(total, "executed"), book.fund(total, "annual_budget"))
