"""Cost indicators: how undercut limits are scored, and what whole costs add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from juesuan.amount import round_half_up
from juesuan.check.book.book import Book
from juesuan.check.book.legible import lost, told
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell, figures_of, with_unit
from juesuan.check.comparing.compare import (
    FAIL,
    INFORMATION,
    PASS,
    Outcome,
    adds_up,
    at_most,
    by_convention,
    plus,
    stated,
)
from juesuan.check.comparing.relation import SUM_OR_PART
from juesuan.check.rule import rule
from juesuan.check.views.indicators import is_money, lost_points, scored
from juesuan.check.views.over import forms
from juesuan.check.views.words import WORDS
from juesuan.errors import AbsentFactError, FactError, UnreadableFactError
from juesuan.rows import IndicatorsRow, ProjectsRow

_LIMIT = ("≤", "<")


def _is_cost(row: IndicatorsRow) -> bool:
    return row["level1"] in WORDS.words("cost_class")


def _undercut(row: IndicatorsRow) -> bool:
    """Whether a cost stayed under its limit.

    An amount of money as an upper limit is a cost, whatever its class is called.
    """
    if row["target_operator"] not in _LIMIT or not (_is_cost(row) or is_money(row)):
        return False
    return Decimal(row["actual_value"]) < Decimal(row["target_value"])


@rule("P10")
def undercut_costs(book: Book) -> Outcome:
    """成本低于上限的，本文件按同一种方式计分：得满分，或按比例计分

    两种方式都有人用，本身不是差错；同一份文件里混用的在此说明。
    """
    rows = [row for row in scored(book) if _undercut(row)]
    if not rows:
        raise AbsentFactError("没有低于上限的成本指标")
    full = [row for row in rows if not lost_points(row)]
    scaled = [row for row in rows if row not in full]
    said = f"低于上限的成本指标 {len(rows)} 项：得满分 {len(full)} 项，扣分 {len(scaled)} 项"
    fewer = min((full, scaled), key=len)
    if not fewer:
        return Outcome(PASS, said)
    figures = figures_of(book.indicator(row, "score") for row in fewer)
    return Outcome(INFORMATION, f"{said}，计分方式不一", figures=figures)


_IN_TEN_THOUSANDS = {"万元": Decimal(1), "万": Decimal(1), "元": Decimal("0.0001")}
"""Units of whole costs, in 万元."""


def _whole_costs(book: Book, project_id: str) -> list[IndicatorsRow]:
    """The cost indicators of a form that are amounts of money.

    Raises:
        AbsentFactError: if there are none, or if they are no whole costs.
        UnreadableFactError: if it is not known which indicators are costs.
    """
    every = book.indicators(project_id)
    if any(lost(row, "level1") or not row["level1"] for row in every):
        raise UnreadableFactError("该表的指标类别没有都读出，不知道哪些是成本指标")
    rows = [row for row in every if _is_cost(row) and told(row, "target_value")]
    if not rows:
        raise AbsentFactError("该表没有以数字表示的成本指标")
    if not all(lost(row, "target_value", "actual_value") or _in_money(row) for row in rows):
        raise AbsentFactError("成本指标不是全部以金额计")
    if any(WORDS.pattern("per_unit").search(row["level3"]) for row in rows):
        raise AbsentFactError("成本指标中有单位成本，不能与资金总额相比")
    return rows


def _in_money(row: IndicatorsRow) -> bool:
    return {row["target_unit"], row["actual_unit"]} <= _IN_TEN_THOUSANDS.keys()


Side = Literal["target", "actual"]


def _costs(book: Book, rows: Sequence[IndicatorsRow], side: Side, label: str) -> Cell:
    """The sum of costs, in 万元."""
    return plus([_cost(book, row, side) for row in rows], label)


def _cost(book: Book, row: IndicatorsRow, side: Side) -> Cell:
    """A cost in 万元.

    Digits are left out at will, so up to half a centime of each may be missing.
    """
    name = row["level3"]
    if side == "target":
        cell, unit = book.indicator(row, "target_value", name), row["target_unit"]
    else:
        cell, unit = book.indicator(row, "actual_value", name), row["actual_unit"]
    value, slack = cell.value, Decimal("0.005")
    if unit == "元":
        value = round_half_up(cell.value * _IN_TEN_THOUSANDS[unit], 6).normalize()
        slack = cell.slack * _IN_TEN_THOUSANDS[unit]
    return replace(cell, value=value, slack=slack, text=with_unit(value, "万元"), unit="万元")


def _all_numbers(book: Book, project_id: str) -> bool:
    """Whether every cost of a form is told in numbers, so that their sum is whole."""
    rows = [row for row in book.indicators(project_id) if _is_cost(row)]
    return all(told(row, "target_value", "actual_value") for row in rows)


@rule("P11", over=forms, relation=SUM_OR_PART, usual=True)
def costs_and_executed(book: Book, subject: Subject[ProjectsRow]) -> Outcome:
    """成本指标完成值之和不超过全年执行数；成本指标覆盖全部预算时，两者相等

    指标值之和等于全年预算数时，视为覆盖全部预算。
    以元计的换算成万元；单位成本（“每人”“单个”）不能相加，不核对。
    """
    form = subject.row["project_id"]
    rows = _whole_costs(book, form)
    total = book.funds_whole(form)
    executed, budget = book.fund(total, "executed"), book.fund(total, "annual_budget")
    actual = _costs(book, rows, "actual", "成本指标完成值之和")
    target = _costs(book, rows, "target", "各成本指标的指标值之和")
    within = at_most(actual, executed, slack=True)
    covered = round_half_up(target.value, 2) == budget.value and _all_numbers(book, form)
    if within.state == FAIL or not covered:
        return within
    found = by_convention(adds_up(executed, [actual]))
    words = "" if found.state == PASS else f"；{stated(target)}，等于全年预算数，可见成本指标已列全"
    return replace(found, statement=found.statement + words)


def _with_costs(book: Book) -> list[Subject[ProjectsRow]]:
    """Forms with two or more costs that can be added up; why others have none is told by P11."""
    return [one for one in forms(book) if _has_costs(book, one.row["project_id"])]


def _has_costs(book: Book, project_id: str) -> bool:
    try:
        return len(_whole_costs(book, project_id)) > 1 and _all_numbers(book, project_id)
    except FactError:
        return False


@rule("P25", over=_with_costs, usual=True)
def costs_and_budget(book: Book, subject: Subject[ProjectsRow]) -> Outcome:
    """成本指标完成值合起来正好是全年执行数的，指标值合起来也应是全年预算数

    两头都列全的自评表，指标值按全年预算数分配到各项。
    """
    form = subject.row["project_id"]
    rows = _whole_costs(book, form)
    total = book.funds_whole(form)
    executed, budget = book.fund(total, "executed"), book.fund(total, "annual_budget")
    actual = _costs(book, rows, "actual", "完成值之和")
    if round_half_up(actual.value, 2) != executed.value:
        raise AbsentFactError("成本指标没有覆盖全部执行数")
    target = _costs(book, rows, "target", "各成本指标的指标值之和")
    found = by_convention(adds_up(budget, [target]))
    if found.state == PASS:
        return found
    words = f"；{stated(actual)}，等于全年执行数，可见成本指标已列全"
    return replace(found, statement=found.statement + words, figures=found.figures + actual.figures)
