"""The points of a performance form: weights, scores, their sums, and their headings."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Literal, NamedTuple

from juesuan.check.book.book import Book
from juesuan.check.book.legible import lost, told
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import (
    FAIL,
    INFORMATION,
    PASS,
    ROUNDING,
    Outcome,
    compared,
    plus,
)
from juesuan.check.rule import rule
from juesuan.check.views.over import forms
from juesuan.errors import UnreadableFactError
from juesuan.rows import IndicatorsRow, ProjectFundsRow, ProjectsRow

Points = Literal["weight", "score"]


def _points(book: Book, form: ProjectsRow, column: Points) -> list[Cell]:
    """Points of the execution rate and of all indicators."""
    project_id = form["project_id"]
    rows = book.indicators(project_id)
    cells = [book.indicator(row, column, f"第{row['position']}项") for row in rows]
    return [book.fund(book.funds_rated(project_id), column, "执行率"), *cells]


@rule("P05", over=forms, gathers=True)
def weights_hundred(book: Book, subject: Subject[ProjectsRow]) -> Outcome:
    """各指标分值与执行率分值之和为 100

    每张自评表满分 100 分，分到各个指标和执行率上。
    """
    if lost(subject.row, "total_score"):
        raise UnreadableFactError("该表在提取文本中不完整，分值之和无从核对")
    weights = _points(book, subject.row, "weight")
    total = plus(weights, "分值之和")
    said = f"{len(weights)} 个分值之和 {total.value}"
    if total.value != 100 and not _scores_whole(book, subject.row):
        raise UnreadableFactError(f"{said}；各项得分之和也不等于总分，可能有一行没有读出")
    state = PASS if total.value == 100 else FAIL
    words = "" if state == PASS else "，两者不能同时成立"
    said = f"{said}，应为 100"
    figures = total.figures
    return Outcome(state, said + words, total.value, Decimal(100), figures=figures, brief=said)


@rule("P06", over=forms, gathers=True)
def scores_add_up(book: Book, subject: Subject[ProjectsRow]) -> Outcome:
    """总分 ＝ 各指标得分与执行率得分之和

    满分的得分没有舍入；只有一项得分不满时，总分也随之确定，不容差；
    两项以上不满时容差 0.01。 缺失的得分不补；若只缺一项，说明总分所隐含的数值。
    """
    total = book.total_score(subject.row)
    _refuse_if_one_is_lost(book, subject.row, total)
    scores = plus(_points(book, subject.row, "score"), "各项得分之和")
    weights = plus(_points(book, subject.row, "weight"))
    if weights.value != 100 and scores.value != total.value:
        said = f"各项分值之和 {weights.value}，不是 100，可能有一行没有读出，得分之和无从核对"
        raise UnreadableFactError(said)
    difference, envelope = total.value - scores.value, _rounded(book, subject.row)
    state = PASS if not difference else ROUNDING if abs(difference) <= envelope else FAIL
    words = {
        PASS: "",
        ROUNDING: "，相差在四舍五入范围内",
        FAIL: f"，相差 {difference}，两处数字不能同时成立",
    }[state]
    said = f"总分 {total.text}，各项得分之和 {scores.text}"
    figures = total.figures + scores.figures
    return Outcome(state, said + words, total.value, scores.value, envelope, figures, said)


def _refuse_if_one_is_lost(book: Book, form: ProjectsRow, total: Cell) -> None:
    """Tell what the total implies where one score alone cannot be read."""
    rows = book.indicators(form["project_id"])
    gone = [row for row in rows if lost(row, "score")]
    if len(gone) != 1:
        return
    cells = [book.indicator(row, "score") for row in rows if row is not gone[0]]
    rated = book.fund(book.funds_rated(form["project_id"]), "score")
    implied = total.value - plus([*cells, rated]).value
    said = f"第 {gone[0]['position']} 项得分无法辨认；总分 {total.text} 隐含 {implied}，未补入数据"
    raise UnreadableFactError(said)


def _scores_whole(book: Book, form: ProjectsRow) -> bool:
    """Whether the scores of a form that were read are all: they add up to its total."""
    total = book.total_score(form)
    difference = total.value - plus(_points(book, form, "score")).value
    return abs(difference) <= _rounded(book, form)


def _rounded(book: Book, form: ProjectsRow) -> Decimal:
    """How far a total of scores may lie from their sum.

    Full scores were not rounded, and one alone rounds like the total.
    """
    project_id = form["project_id"]
    rows = [*book.indicators(project_id), book.funds_rated(project_id)]
    computed = [row for row in rows if not _is_full(row["score"], row["weight"])]
    return Decimal("0.01") if len(computed) > 1 else Decimal(0)


def _is_full(score: str, weight: str) -> bool:
    return weight in (score, score.rstrip("0").rstrip("."))


class _Scored(NamedTuple):
    """What is scored: its name and its points."""

    name: str
    weight: Cell
    score: Cell


@rule("P07", over=forms)
def scores_within(book: Book, subject: Subject[ProjectsRow]) -> Outcome:
    """每项得分在 0 与分值之间

    得分不会是负数，也不会超过这一项的满分。
    """
    figures: list[str] = []
    legible = unreadable = 0
    for one in _pairs(book, subject.row["project_id"]):
        if one is None:
            unreadable += 1
            continue
        if not 0 <= one.score.value <= one.weight.value:
            said = f"“{one.name}”得分 {one.score.text} 超出分值 {one.weight.text}"
            return compared(FAIL, said, one.score, one.weight)
        legible += 1
        figures += one.score.figures
    if not legible:
        raise UnreadableFactError("得分均无法辨认")
    left = f"，{unreadable} 项无法辨认" if unreadable else ""
    return Outcome(PASS, f"{legible} 项得分均在 0 与分值之间{left}", figures=tuple(figures))


def _pairs(book: Book, project_id: str) -> Iterator[_Scored | None]:
    """Everything of a form that is scored; None where its points are illegible."""
    every = [partial(_indicator, book, row) for row in book.indicators(project_id)]
    every += [
        partial(_funds, book, row)
        for row in book.facts.rows("project_funds")
        if row["project_id"] == project_id and told(row, "weight", "score")
    ]
    for ask in every:
        try:
            yield ask()
        except UnreadableFactError:
            yield None


def _indicator(book: Book, row: IndicatorsRow) -> _Scored:
    name = row["level3"]
    return _Scored(name, book.indicator(row, "weight", name), book.indicator(row, "score", name))


def _funds(book: Book, row: ProjectFundsRow) -> _Scored:
    name = "执行率"
    return _Scored(name, book.fund(row, "weight", name), book.fund(row, "score", name))


def _weighted(book: Book) -> Iterator[Subject[ProjectsRow]]:
    """Forms with an indicator that prints a weight and a number as its result."""
    known = {
        row["project_id"]
        for row in book.facts.rows("indicators")
        if row["weight"] and row["actual_value"]
    }
    return (one for one in forms(book) if one.row["project_id"] in known)


@rule("P15", over=_weighted)
def under_their_headings(book: Book, subject: Subject[ProjectsRow]) -> Outcome:
    """分值与完成值没有对调，都印在各自的表头之下

    有的表中，某些行的分值印到了“实际完成值”栏。读取时已按内容归位，不影响数据，这里只作说明。
    """
    rows = book.indicators(subject.row["project_id"])
    swapped = [row for row in rows if row["realigned"] and _weight_first(book, row)]
    if not swapped:
        return Outcome(PASS, "没有发现分值与完成值对调")
    names = "、".join(f"第{row['position']}项" for row in swapped[:8])
    names += "等" if len(swapped) > 8 else ""
    figures = tuple(book.indicator(row, "weight").figures[0] for row in swapped)
    said = f"{names}共 {len(swapped)} 行的列位与表头不一致，分值印在完成值之前，疑与完成值对调"
    return Outcome(INFORMATION, said, figures=figures)


def _weight_first(book: Book, row: IndicatorsRow) -> bool:
    """Whether the weight is printed before the result."""
    if not row["weight"] or not row["actual_value"]:
        return False
    weight = book.indicator(row, "weight").figures
    actual = book.indicator(row, "actual_value").figures
    return bool(weight and actual) and weight[0] < actual[0]


@rule("P16", over=forms)
def project_unique(book: Book, subject: Subject[ProjectsRow]) -> Outcome:
    """没有两张自评表的项目名称和实施单位都相同

    一个单位的一个项目只应有一张自评表；两张名称相同的，多半是重复或写错了名称。
    """
    if not subject.row["name"]:
        raise UnreadableFactError("名称无法辨认")
    same = [row for row in book.facts.rows("projects") if _who(row) == _who(subject.row)]
    if len(same) > 1:
        ids = "、".join(row["project_id"] for row in same)
        return Outcome(INFORMATION, f"与另一张表名称、实施单位相同（{ids}）")
    return Outcome(PASS, "没有另一张表与它名称、实施单位都相同")


def _who(row: ProjectsRow) -> tuple[str, str, str]:
    return row["name"], row["implementer"], row["kind"]
