"""How shortfalls and results in words are scored, and whether lost points are explained."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal

from juesuan.amount import round_half_up
from juesuan.check.book.book import Book
from juesuan.check.book.legible import lost, told
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import figures_of, half_digit
from juesuan.check.comparing.compare import INFORMATION, PASS, ROUNDING, Outcome, compared
from juesuan.check.comparing.relation import Relation
from juesuan.check.rule import rule
from juesuan.check.views.indicators import (
    is_money,
    lost_points,
    scored,
    target_and_actual,
)
from juesuan.check.views.over import of_indicator
from juesuan.check.views.words import WORDS
from juesuan.errors import UnreadableFactError
from juesuan.rows import IndicatorsRow
from juesuan.terms.scoring import above_sixty

_ENOUGH = 5
"""So many other shortfalls must follow one way of scoring before it is called the document's."""


def _is_short(row: IndicatorsRow) -> bool:
    """Whether a target that must be reached was not, and not all points were given.

    Less money than planned is no shortfall.
    """
    must_reach = ("≥", ">") if is_money(row) else ("≥", ">", "=")
    missed = Decimal(row["actual_value"]) < Decimal(row["target_value"])
    return row["target_operator"] in must_reach and missed and lost_points(row)


def _shortfalls(book: Book) -> list[Subject[IndicatorsRow]]:
    return [of_indicator(book, row) for row in scored(book) if _is_short(row)]


_IN_PROPORTION = "完成比例"


def _wanted(row: IndicatorsRow) -> dict[str, Decimal]:
    """The points that each way of scoring gives."""
    weight = Decimal(row["weight"])
    rate = Decimal(row["actual_value"]) * 100 / Decimal(row["target_value"])
    whole = {rate.to_integral_value(rounding=ROUND_FLOOR), round_half_up(rate, 0)}
    percents = {f"整百分数 {one}%": round_half_up(weight * one / 100, 2) for one in sorted(whole)}
    return {
        _IN_PROPORTION: round_half_up(weight * rate / 100, 2),
        "超过 60% 的部分": above_sixty(weight, rate),
        **percents,
    }


def _way(row: IndicatorsRow) -> str:
    """The way of scoring that gives the printed points, or comes near them; or an empty text."""
    wanted, score = _wanted(row), Decimal(row["score"])
    for limit in (Decimal(0), _near(row["score"])):
        for name, points in wanted.items():
            if abs(points - score) <= limit:
                return name
    return ""


def _near(score: str) -> Decimal:
    """How near to computed points printed ones are still those."""
    half = half_digit(Decimal(score)) if "." in score else Decimal("0.05")
    return max(Decimal("0.01"), half)


@rule("P09", over=_shortfalls)
def shortfall_scored(book: Book, subject: Subject[IndicatorsRow]) -> Outcome:
    """没有完成的指标按本文件通行的方式计分：完成比例 × 分值，或只计超过 60% 的部分

    财政部《项目支出绩效评价管理办法》规定，未完成的定量指标按完成值与指标值的比例记分。
    这里先看本文件其他未完成的指标怎样计分；至少有五项、且九成以上合于同一种方式，才据以判断。
    完成比例先取整百分数再计分的，也算相符。计分方式可以另定，所以不符的只作说明。
    """
    row = subject.row
    target, actual = book.indicator(row, "target_value"), book.indicator(row, "actual_value")
    weight, score = book.indicator(row, "weight"), book.indicator(row, "score")
    figures = figures_of([target, actual, weight, score])
    wanted, way = _wanted(row), _way(row)
    said = f"{target_and_actual(row)}，分值 {weight.text}，得分 {score.text}，"
    if way:
        points = wanted[way]
        state = PASS if points == score.value else ROUNDING
        return Outcome(state, f"{said}按{way}计分", score.value, points, score.slack, figures)
    share = wanted[_IN_PROPORTION]
    said = f"{said}按完成比例为 {share}{_ways_of_the_document(book, row)}"
    return Outcome(INFORMATION, said, score.value, share, Decimal("0.01"), figures)


def _ways_of_the_document(book: Book, row: IndicatorsRow) -> str:
    """That the other shortfalls of a document follow some way of scoring, where they do."""
    others = [one for one in scored(book) if _is_short(one) and one is not row]
    explained = sum(bool(_way(one)) for one in others)
    if len(others) < _ENOUGH or explained < Decimal("0.9") * len(others):
        return ""
    return f"；本文件另 {explained} 项都合于按比例计分的某一种方式，此项不合"


def _with_lost_points(book: Book) -> Iterator[Subject[IndicatorsRow]]:
    """Indicators of project forms that lost points; the overall form has no column for reasons."""
    forms = {form["project_id"] for form in book.project_forms()}
    rows = [row for row in book.facts.rows("indicators") if row["project_id"] in forms]
    if not any(row["reason"] for row in rows):
        return
    for row in rows:
        if row["weight"] and row["score"] and lost_points(row):
            yield of_indicator(book, row)


@rule("P14", over=_with_lost_points, relation=Relation("", "得分 {left}，分值 {right}，已写明原因"))
def deviation_explained(book: Book, subject: Subject[IndicatorsRow]) -> Outcome:
    """扣了分的指标写明了偏差原因

    自评表有“偏差原因分析及改进措施”一栏；没有写的在此说明。
    """
    row = subject.row
    if lost(row, "reason"):
        raise UnreadableFactError("偏差原因在提取文本中无法辨认")
    weight, score = book.indicator(row, "weight"), book.indicator(row, "score")
    said = f"分值 {weight.text}，得分 {score.text}，"
    if row["reason"]:
        return compared(PASS, f"{said}已写明原因", score, weight)
    return compared(INFORMATION, f"{said}没有读到偏差原因", score, weight)


_BANDS = (
    (WORDS.words("fully"), Decimal(80), Decimal(100)),
    (WORDS.words("partially"), Decimal(60), Decimal(80)),
    (WORDS.words("not_reached"), Decimal(0), Decimal(60)),
)
"""Words of results and the share of the points that the Ministry's rules give them, percent."""


def _in_words(book: Book) -> Iterator[Subject[IndicatorsRow]]:
    """Indicators whose result is told in words, with points."""
    words = tuple(word for band, _, _ in _BANDS for word in band)
    for row in book.facts.rows("indicators"):
        in_words = not row["actual_value"] and row["actual"].startswith(words)
        if in_words and told(row, "weight", "score") and _counts(row):
            yield of_indicator(book, row)


def _counts(row: IndicatorsRow) -> bool:
    """Whether an indicator has points to give, or points that cannot be read."""
    return lost(row, "weight") or bool(Decimal(row["weight"]))


@rule("P20", over=_in_words, relation=Relation("", "得分 {left}，分值 {right}，在所属档次之内"))
def words_and_points(book: Book, subject: Subject[IndicatorsRow]) -> Outcome:
    """用文字表述的完成情况与得分的档次相当：
    完全达到得八成以上，部分达到得六成至八成，未达到得六成以下

    档次取自财政部《项目支出绩效评价管理办法》对定性指标的规定；各地可以另定办法，所以只作说明。
    """
    row = subject.row
    weight, score = book.indicator(row, "weight"), book.indicator(row, "score")
    low, high = next((low, high) for band, low, high in _BANDS if row["actual"].startswith(band))
    said = f"完成情况“{row['actual']}”，分值 {weight.text}，得分 {score.text}"
    if low <= score.value * 100 / weight.value <= high:
        return compared(PASS, said, score, weight)
    return compared(INFORMATION, f"{said}，不在 {low}%–{high}% 之间", score, weight)
