"""What an indicator aims at and what was reached: points, units, sense of scale."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from juesuan.check.book.book import Book
from juesuan.check.book.legible import lost, told
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell, figures_of, half_digit
from juesuan.check.comparing.compare import FAIL, INFORMATION, PASS, Outcome, compared
from juesuan.check.comparing.relation import AT_MOST, Relation
from juesuan.check.rule import rule
from juesuan.check.views.indicators import (
    counts_time,
    is_money,
    lost_points,
    scored,
    sides,
    target_and_actual,
)
from juesuan.check.views.over import of_indicator
from juesuan.check.views.words import WORDS
from juesuan.rows import IndicatorsColumn, IndicatorsRow

_SCORED: tuple[IndicatorsColumn, ...] = ("target_value", "actual_value", "weight", "score")


def _measured(book: Book) -> Iterator[Subject[IndicatorsRow]]:
    """Every indicator whose target and actual value are numbers of one unit, with its points."""
    for row in book.facts.rows("indicators"):
        if told(row, *_SCORED) and (lost(row, *_SCORED) or _is_comparable(row)):
            yield of_indicator(book, row)


def _is_comparable(row: IndicatorsRow) -> bool:
    return row["target_unit"] == row["actual_unit"] and bool(Decimal(row["weight"]))


@rule("P08", over=_measured, relation=Relation("", "得分 {left}，分值 {right}，与是否达到指标相称"))
def met_means_full(book: Book, subject: Subject[IndicatorsRow]) -> Outcome:
    """指标达到的得满分，没达到的不得满分

    只判断含义明确的情形：“≥”达到或超过、“≤”和“＝”恰好相等算达到；“≥”不足、“≤”超出算没达到。
    """
    row = subject.row
    target, actual = sides(book, row)
    weight, score = book.indicator(row, "weight"), book.indicator(row, "score")
    state, words = _judged(_reached(row, target, actual), score.value >= weight.value)
    said = f"{target_and_actual(row)}，分值 {weight.text}，得分 {score.text}"
    figures = figures_of([target, actual, weight, score])
    return Outcome(state, said + words, score.value, weight.value, figures=figures, brief=said)


Reached = Literal["met", "missed", "open"]


def _reached(row: IndicatorsRow, target: Cell, actual: Cell) -> Reached:
    """Whether a target was met or missed; open where its operator does not tell."""
    if actual.value == target.value:
        return "met"
    more = actual.value > target.value
    if row["target_operator"] in ("≥", ">"):
        return "met" if more else "missed"
    return "missed" if more and row["target_operator"] in ("≤", "<") else "open"


def _judged(reached: Reached, full: bool) -> tuple[str, str]:
    """State and words for points that are full or not."""
    if reached == "met" and not full:
        return FAIL, "：已达到而没有得满分，按通常的计分方法应得满分"
    if reached == "missed" and full:
        return FAIL, "：没有达到而得满分，按通常的计分方法不应得满分"
    return PASS, ""


@rule("P13", over=_measured, relation=Relation("", "完成值 {left}，指标值 {right}"))
def sense_of_scale(book: Book, subject: Subject[IndicatorsRow]) -> Outcome:
    """完成值超过指标值三倍的，值得留意

    不是差错，可能是指标值定得过低或单位不同。
    """
    target, actual = sides(book, subject.row)
    said = target_and_actual(subject.row)
    if target.value > 0 and actual.value > 3 * target.value:
        said += f"，是指标值的 {actual.value / target.value:.1f} 倍"
        return compared(INFORMATION, said, actual, target)
    return compared(PASS, said, actual, target)


def _with_units(book: Book) -> list[Subject[IndicatorsRow]]:
    rows = [
        row
        for row in book.facts.rows("indicators")
        if row["target_value"] and row["actual_value"]
        if row["target_unit"] and row["actual_unit"]
    ]
    return [of_indicator(book, row) for row in rows if not counts_time(row)]


@rule("P12", over=_with_units)
def one_unit(book: Book, subject: Subject[IndicatorsRow]) -> Outcome:
    """指标值与完成值的计量单位相同

    单位不同时两个数字不能直接比较；数字本身未必有错，只作说明。
    """
    row = subject.row
    target, actual = _unit(row["target_unit"]), _unit(row["actual_unit"])
    said, figures = target_and_actual(row), figures_of(sides(book, row))
    if target == actual:
        return Outcome(PASS, said, figures=figures)
    words = f"：单位为“{target}”与“{actual}”，不相同"
    return Outcome(INFORMATION, said + words, figures=figures)


def _unit(unit: str) -> str:
    """A unit as it is compared: what is counted in 个 may be named or not."""
    counted = next((one for one in WORDS.words("counted") if unit.startswith(one)), "")
    return counted or WORDS.means("unit_alike").get(unit, unit)


def _shares(book: Book) -> list[Subject[IndicatorsRow]]:
    """Shares of a whole."""
    names = WORDS.pattern("share_of_whole")
    return [
        of_indicator(book, row)
        for row in book.facts.rows("indicators")
        if row["actual_unit"] == "%" and names.search(row["level3"])
    ]


@rule("P27", over=_shares, relation=AT_MOST)
def at_most_whole(book: Book, subject: Subject[IndicatorsRow]) -> Outcome:
    """合格率、及时率、覆盖率、满意度一类的指标值、完成值不超过 100%

    这些指标说的是全体中的一部分。完成率可以超过 100%，不在此列。
    """
    row, shares = subject.row, [("完成值", book.indicator(subject.row, "actual_value"))]
    if row["target_value"] and row["target_unit"] == "%":
        shares.append(("指标值", book.indicator(row, "target_value")))
    name, most = max(shares, key=lambda one: one[1].value)
    state = PASS if most.value <= 100 else FAIL
    words = "" if state == PASS else "，不可能超过 100%"
    printed = row["actual" if name == "完成值" else "target"].removeprefix("=")
    figures = figures_of(share for _, share in shares)
    return Outcome(state, f"{name} {printed}{words}", most.value, Decimal(100), figures=figures)


_ENOUGH = 3
"""So many other shortfalls without full points show how a document scores them."""


def _short(book: Book) -> list[IndicatorsRow]:
    """Indicators that stay below a target of exactly so much, of which more would be better."""
    return [
        row
        for row in scored(book)
        if row["target_operator"] == "=" and not is_money(row)
        if Decimal(row["actual_value"]) < Decimal(row["target_value"])
        if not WORDS.pattern("fewer_is_better").search(row["level3"])
    ]


def _falling_short(book: Book) -> list[Subject[IndicatorsRow]]:
    return [of_indicator(book, row) for row in _short(book)]


def _is_nearly(target: Decimal, actual: Decimal) -> bool:
    """Whether a target is missed by so little that it may have been rounded."""
    return target - actual <= max(half_digit(target), target / 200)


@rule(
    "P28",
    over=_falling_short,
    relation=Relation("", "得分 {left}，分值 {right}，与完成情况相称"),
)
def short_of_exactly(book: Book, subject: Subject[IndicatorsRow]) -> Outcome:
    """指标值为“＝”而完成值少于它的，不得满分

    成本和投诉、失误一类越少越好的指标不在此列；只差尾数（不到千分之五）的，算达到。
    本文件另有至少三项这样的指标、都没有得满分的，据以判断；否则只作说明，计分方式可以另定。
    """
    row = subject.row
    target, actual = sides(book, row)
    weight, score = book.indicator(row, "weight"), book.indicator(row, "score")
    figures = figures_of([target, actual, weight, score])
    said = f"{target_and_actual(row)}，分值 {weight.text}，得分 {score.text}"
    if score.value < weight.value or _is_nearly(target.value, actual.value):
        return Outcome(PASS, said, score.value, weight.value, figures=figures)
    others = [one for one in _short(book) if one is not row]
    scored_less = all(lost_points(one) for one in others)
    state = FAIL if scored_less and len(others) >= _ENOUGH else INFORMATION
    why = f"；本文件另 {len(others)} 项这样的指标都没有得满分" if state == FAIL else ""
    return Outcome(
        state,
        f"{said}：没有达到而得满分{why}",
        score.value,
        weight.value,
        figures=figures,
        brief=said,
    )
