"""State assets: vehicles by kind and by section, and values beside what they are the value of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import product

from juesuan.check.book.book import Book
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell, Numeral
from juesuan.check.comparing.compare import (
    FAIL,
    INFORMATION,
    PASS,
    Outcome,
    at_most,
    compared,
    equal,
    plus,
)
from juesuan.check.comparing.relation import AT_MOST, Relation
from juesuan.check.rule import rule
from juesuan.check.views.expected import missing_measure, unless_expected
from juesuan.check.views.measures import printed
from juesuan.check.views.over import first_printed, once
from juesuan.check.views.words import EVEN, WORDS, says
from juesuan.rows import MeasuresRow

_KINDS = (
    "senior_leaders",
    "principal_leaders",
    "confidential_messaging",
    "emergency",
    "general",
    "law_enforcement",
    "special_technical",
    "retired_cadre_service",
    "other",
)


@rule("N42", gathers=True)
def vehicles_add_up(book: Book) -> Outcome:
    """车辆总数 ＝ 各类用车之和

    车辆按用途分列，加起来就是总数。
    """
    kinds = [f"assets.vehicles.{kind}" for kind in _KINDS]
    found = equal(book["assets.vehicles"], plus(printed(book, kinds)))
    return unless_expected(found, missing_measure(book, kinds))


@rule("N43")
def vehicles_twice(book: Book) -> Outcome:
    """“三公”一节所述固定资产车辆 ＝ 国有资产一节的车辆数

    同一批车在两节里各印一次，两次应当一样。
    """
    return equal(book["three_public.asset_vehicles"], book["assets.vehicles"])


@rule("N43-k", relation=Relation("＝", "保有量 {left} 辆，资产中的车辆 {right} 辆，已说明原因"))
def vehicles_explained(book: Book) -> Outcome:
    """公务用车保有量与国有资产中的车辆数不同时说明了原因，说明中的车辆数能解释差额

    保有量是由财政拨款开支费用的公务用车，资产中的车辆还包括其他用车，两者可以不同，但应当说明。
    """
    kept, owned = book["three_public.vehicles_kept"], book["three_public.asset_vehicles"]
    row = first_printed(book)["three_public.asset_vehicles"]
    difference = abs(kept.value - owned.value)
    said = f"{kept.label} {kept.text}，{owned.label} {owned.text}"
    if not difference:
        return compared(PASS, f"{said}，没有差异", kept, owned)
    if says(row["reason"], EVEN):
        words = f"{said}，说明却称“{row['reason']}”，两处表述不能同时成立"
        return compared(FAIL, words, kept, owned, f"{said}，说明却称“{row['reason']}”")
    if not row["reason"]:
        return compared(INFORMATION, f"{said}，没有读到差异原因", kept, owned)
    counts = _vehicles_told(book, row)
    state, words = _explained(counts, difference)
    figures = kept.figures + owned.figures + tuple(one.figure for one in counts)
    return Outcome(state, said + words, kept.value, owned.value, figures=figures)


def _vehicles_told(book: Book, row: MeasuresRow) -> list[Numeral]:
    """The numbers of vehicles in an explanation."""
    unit = WORDS.words("vehicle")
    numerals = book.numerals("measures", row, "reason")
    return [one for one in numerals if row["reason"].startswith(unit, one.end)]


def _explained(counts: Sequence[Numeral], difference: Decimal) -> tuple[str, str]:
    """What the numbers of vehicles in an explanation make of a difference: state and words."""
    if not counts:
        return PASS, "，已说明原因（未列车辆数）"
    told = f"；说明中的 {'、'.join(f'{one.value} 辆' for one in counts)}"
    if _reconciles([one.value for one in counts[:6]], difference):
        return PASS, f"{told}与差额相符"
    return INFORMATION, f"{told}与差额 {difference} 辆对不上，或只说明了一部分"


def _reconciles(told: Sequence[Decimal], difference: Decimal) -> bool:
    """Whether some of the figures, added or subtracted, give the difference."""
    return any(
        sum(sign * one for sign, one in zip(signs, told, strict=True)) == difference
        for signs in product((0, 1, -1), repeat=len(told))
    )


@rule("N68", gathers=True, relation=AT_MOST)
def assets_within(book: Book) -> Outcome:
    """房屋价值与车辆价值之和不超过固定资产原值

    房屋和车辆都是固定资产，它们的价值不会超过固定资产的总值。
    """
    parts = plus(_values(book), "房屋价值与车辆价值之和")
    return at_most(parts, book["assets.original_value"], slack=True)


def _values(book: Book) -> list[Cell]:
    return printed(book, _VALUE_OF.values())


_VALUE_OF = {
    "assets.building_area": "assets.building_value",
    "assets.vehicles": "assets.vehicle_value",
}
"""What there is, and the measure of its value."""


@rule(
    "N69",
    over=once(*_VALUE_OF),
    relation=Relation("", "面积或数量 {left}，价值 {right} 万元，没有矛盾"),
)
def nothing_has_no_value(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """房屋面积、车辆数为 0 的，其价值也为 0

    没有房屋或车辆，就不会有它们的价值。
    """
    measure = subject.row["measure"]
    number, value = book[measure], book[_VALUE_OF[measure]]
    state = FAIL if number.value == 0 and value.value else PASS
    words = "不能同时成立" if state == FAIL else "没有矛盾"
    said = f"{number.label} {number.text} 与 {value.label} {value.text} {words}"
    return compared(state, said, number, value)
