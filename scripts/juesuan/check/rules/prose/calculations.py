"""Calculations that a text writes out: products, and amounts with their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from juesuan.check.book.book import Book
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell, Numeral, figures_of
from juesuan.check.comparing.compare import FAIL, INFORMATION, PASS, Outcome
from juesuan.check.rule import rule
from juesuan.check.views.passages import GOALS, TextColumn, passages
from juesuan.check.views.words import WORDS
from juesuan.errors import AbsentFactError, FactError
from juesuan.rows import AnyRow, ProjectFundsColumn, ProjectsRow

_PLACES: tuple[TextColumn, ...] = (
    ("texts", "text"),
    ("projects", "expected_goal"),
    ("projects", "actual_goal"),
    ("indicators", "reason"),
    ("measures", "reason"),
    ("functions", "reason"),
)
_TIMES = re.compile("[^，。；：、]{0,4}[×*][^，。；：、]{0,4}")
_EQUALS = re.compile("[^，。；：、×*]{0,5}[=＝]")
_SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}


@dataclass(frozen=True, slots=True)
class _Product(Subject[AnyRow]):
    """A multiplication that a text writes out: its factors and its result."""

    text: str
    factors: Sequence[Numeral]
    result: Numeral


def _products(book: Book) -> Iterator[_Product]:
    for one in passages(book, _PLACES):
        found = _multiplied(one.text, one.numerals)
        for number, (factors, result) in enumerate(found, 1):
            key = f"{one.path}/{number}"
            yield _Product(one.resource, one.row, key, "算式", one.text, factors, result)


def _multiplied(
    text: str, numerals: Sequence[Numeral]
) -> Iterator[tuple[Sequence[Numeral], Numeral]]:
    """Numerals joined by times signs and followed by an equals sign and a result."""
    run: list[Numeral] = []
    for left, right in pairwise(numerals):
        between = text[left.end : right.start]
        if _TIMES.fullmatch(between):
            run = [*(run or [left]), right]
            continue
        if run and _EQUALS.fullmatch(between):
            yield run, right
        run = []


def _scale(text: str, numeral: Numeral) -> Decimal:
    """By what the character behind a numeral multiplies it."""
    return _SCALES.get(text[numeral.end : numeral.end + 1], Decimal(1))


@rule("N76", over=_products)
def written_product(book: Book, subject: _Product) -> Outcome:
    """文字中写出的乘法算式（如“972份×418元/年=40.63万元”）结果正确

    原文写出了单价、数量和总价，乘一乘就能核对。
    """
    text, result = subject.text, subject.result
    product = Decimal(1)
    for factor in subject.factors:
        product *= factor.value * _scale(text, factor)
    scale = _scale(text, result)
    stated, slack = result.value * scale, result.half_digit * scale
    right = abs(product - stated) <= slack
    said = f"“{text[subject.factors[0].start : result.end + 2]}”"
    said += "，相符" if right else f"，算得 {product:,f}，不能同时成立"
    figures = tuple(one.figure for one in (*subject.factors, result))
    return Outcome(PASS if right else FAIL, said, stated, product, slack, figures)


@dataclass(frozen=True, slots=True)
class _Itemised(Subject[ProjectsRow]):
    """An amount of a goal and the amounts that follow it in its sentence as its parts."""

    total: Numeral
    parts: Sequence[Numeral]


def _itemised(book: Book) -> Iterator[_Itemised]:
    """Amounts of a goal that are itemised at once (``…万元，其中：``)."""
    for field in GOALS:
        for form in book.facts.rows("projects"):
            numerals = book.numerals("projects", form, field)
            name = f"项目“{form['name'] or form['project_id']}”"
            for number, total in enumerate(numerals, 1):
                if WORDS.pattern("itemised").search(form[field][total.end :]):
                    parts = _parts(form[field], total, numerals[number:])
                    key = f"{form['project_id']}/{field}/{number}"
                    yield _Itemised("projects", form, key, name, total, parts)


def _parts(text: str, total: Numeral, others: Sequence[Numeral]) -> list[Numeral]:
    """The amounts behind a total up to the end of its sentence."""
    end = f"{text}。".index("。", total.end)
    return [one for one in others if one.end <= end and text.startswith("万元", one.end)]


@rule("P22", over=_itemised)
def goal_itemised(book: Book, subject: _Itemised) -> Outcome:
    """目标文字中“……万元，其中：……”的总额与所列各项之和相符

    “其中”之后不一定列全，所以各项之和小于总额只在另有证据时才算矛盾：
    各项之和恰等于该项目的预算数，可见已经列全。
    """
    total, parts = subject.total, subject.parts
    if len(parts) < 2:
        raise AbsentFactError("没有以万元列示的分项")
    value = sum((one.value for one in parts), Decimal(0))
    budgets = _budgets(book, subject.row["project_id"])
    state, end = _whole_or_not(total.value, value, budgets)
    sums = " + ".join(str(one.value) for one in parts)
    said = f"目标文字称共 {total.value} 万元，所列 {len(parts)} 项 {sums} ＝ {value} 万元{end}"
    figures = tuple(one.figure for one in (total, *parts)) + figures_of(budgets)
    brief = f"目标文字称共 {total.value} 万元，所列 {len(parts)} 项之和是 {value} 万元"
    return Outcome(state, said, total.value, value, figures=figures, brief=brief)


def _whole_or_not(total: Decimal, value: Decimal, budgets: Sequence[Cell]) -> tuple[str, str]:
    """State and words for a total and the sum of the parts that are told of it."""
    if total == value:
        return PASS, ""
    apart = f"，相差 {abs(total - value)} 万元"
    if any(cell.value == value for cell in budgets):
        return FAIL, f"（等于自评表的预算数）{apart}，两处数字不能同时成立"
    if value > total:
        return FAIL, f"{apart}，两处数字不能同时成立"
    return INFORMATION, f"{apart}，或未列全"


def _budgets(book: Book, project_id: str) -> list[Cell]:
    """The budgets of a form that can be read."""
    columns: tuple[ProjectFundsColumn, ...] = ("initial_budget", "annual_budget")
    found = []
    for column in columns:
        try:
            found.append(book.fund(book.funds_total(project_id), column))
        except FactError:
            continue
    return found
