"""What the reason of an indicator says of its deviation: numbers, rates, rests, directions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from juesuan.amount import round_half_up
from juesuan.check.book.book import Book
from juesuan.check.book.legible import told
from juesuan.check.book.subject import Mention, Subject
from juesuan.check.comparing.cell import Numeral
from juesuan.check.comparing.compare import FAIL, INFORMATION, PASS, Outcome
from juesuan.check.comparing.relation import Relation
from juesuan.check.rule import rule
from juesuan.check.views.indicators import has_numbers, sides, target_and_actual
from juesuan.check.views.over import indicator_key, of_indicator
from juesuan.check.views.passages import reasons
from juesuan.check.views.words import BREAK, DOWN, UP, WORDS, says
from juesuan.rows import IndicatorsRow


def _before(text: str, numeral: Numeral) -> str:
    """The words before a numeral, from the nearest break."""
    return BREAK.split(text[: numeral.start])[-1]


def _behind(text: str, numeral: Numeral) -> str:
    """The words behind a numeral, to the nearest break."""
    return BREAK.split(text[numeral.end :])[0]


@dataclass(frozen=True, slots=True)
class _Restated(Mention[IndicatorsRow]):
    """A numeral of a reason that says again what the target or the result is."""

    side: Literal["target", "actual"]


def _restated(book: Book) -> Iterator[_Restated]:
    for row, numerals in reasons(book):
        for number, numeral in enumerate(numerals, 1):
            before = _before(row["reason"], numeral)
            side = _side(before)
            if side and _is_told_of(row, side, numeral):
                key, name = f"{indicator_key(row)}/{number}", book.indicator_name(row)
                yield _Restated("indicators", row, key, name, numeral, before, side)


def _side(before: str) -> Literal["target", "actual"] | None:
    """Of which side of an indicator the words before a numeral speak."""
    if WORDS.pattern("target_restated").search(before):
        return "target"
    return "actual" if WORDS.pattern("actual_restated").search(before) else None


def _is_told_of(row: IndicatorsRow, side: Literal["target", "actual"], numeral: Numeral) -> bool:
    """Whether a side is a number whose unit stands behind a numeral of the reason."""
    target = (row["target_value"], row["target_unit"])
    value, unit = target if side == "target" else (row["actual_value"], row["actual_unit"])
    return bool(value and unit) and row["reason"].startswith(unit, numeral.end)


@rule("P21", over=_restated)
def reason_restates(book: Book, subject: _Restated) -> Outcome:
    """偏差原因中复述的指标值、实际值与表中所填相同

    只看“指标设置大于50人”“实际发放51人”这样紧接着数字和同一单位的说法。
    实际值只说到某一季度、某一部分的，不同只作说明；项目本来就只是那一季度的，两处应当相同。
    """
    row, numeral = subject.row, subject.numeral
    if subject.side == "target":
        printed = book.indicator(row, "target_value")
        unit, shown = row["target_unit"], f"指标值 {row['target'].removeprefix('=')}"
    else:
        printed = book.indicator(row, "actual_value")
        unit, shown = row["actual_unit"], f"完成值 {row['actual'].removeprefix('=')}"
    same = numeral.value == printed.value
    state = PASS if same else INFORMATION if _is_of_a_part(book, subject) else FAIL
    words = {PASS: "，相同", INFORMATION: "，数字不同", FAIL: "，两处数字不能同时成立"}[state]
    said = f"原因称“{subject.before}{numeral.value}{unit}”，{shown}"
    figures = (numeral.figure, *printed.figures)
    return Outcome(state, said + words, numeral.value, printed.value, figures=figures, brief=said)


def _is_of_a_part(book: Book, subject: _Restated) -> bool:
    """Whether a result is told of a quarter or a part that is not the whole of the project."""
    if subject.side == "target" or not WORDS.pattern("partly").search(subject.before):
        return False
    own = (
        form
        for form in book.facts.rows("projects")
        if form["project_id"] == subject.row["project_id"]
    )
    name = next((form["name"] for form in own), "")
    quarters = WORDS.means("months_of_quarter").items()
    return not any(one in subject.before and months in name for one, months in quarters)


def _rates(book: Book) -> Iterator[Mention[IndicatorsRow]]:
    """Rates of deviation that a reason tells of an indicator with numbers of one unit."""
    for row, numerals in reasons(book):
        if not has_numbers(row) or not Decimal(row["target_value"]):
            continue
        for number, numeral in enumerate(numerals, 1):
            before = _before(row["reason"], numeral)
            clause = before + _behind(row["reason"], numeral)
            percent = row["reason"].startswith(("%", "％"), numeral.end)
            if percent and WORDS.pattern("deviation").search(clause):
                key, name = f"{indicator_key(row)}/{number}", book.indicator_name(row)
                yield Mention("indicators", row, key, name, numeral, before)


@rule(
    "P23",
    over=_rates,
    relation=Relation("＝", "原因称 {left}%，按相除算得 {right}%；按百分点相减则相符"),
)
def deviation_told(book: Book, subject: Mention[IndicatorsRow]) -> Outcome:
    """偏差原因中所称的偏差率与指标值、完成值相符

    偏差率按（完成值 − 指标值）÷ 指标值计算；百分比指标也可以直接相减。
    算法没有统一规定，不符的只作说明。
    """
    row, numeral = subject.row, subject.numeral
    target, actual = sides(book, row)
    difference = abs(actual.value - target.value)
    places = max(0, -int(numeral.value.as_tuple().exponent))
    rate = round_half_up(difference * 100 / target.value, places)
    fits = numeral.value == rate or (row["target_unit"] == "%" and numeral.value == difference)
    said = f"{target_and_actual(row)}，偏差率算得 {rate}%，原因中称 {numeral.value}%"
    figures = (numeral.figure, *target.figures, *actual.figures)
    return Outcome(PASS if fits else INFORMATION, said, numeral.value, rate, figures=figures)


def _remaining(book: Book) -> Iterator[Mention[IndicatorsRow]]:
    """Amounts that a reason begins with as what remains of an indicator in the same unit."""
    for row, numerals in reasons(book):
        first, unit = numerals[0], row["target_unit"]
        before = row["reason"][: first.start]
        if not unit or unit != row["actual_unit"] or not told(row, "target_value", "actual_value"):
            continue
        if WORDS.pattern("remains").search(before) and row["reason"].startswith(unit, first.end):
            name = book.indicator_name(row)
            yield Mention("indicators", row, indicator_key(row), name, first, before)


@rule("P26", over=_remaining)
def remainder_told(book: Book, subject: Mention[IndicatorsRow]) -> Outcome:
    """偏差原因开头所称“剩余……”等于指标值减去完成值

    只看原因以“剩余”“结余”加同一单位的数字开头的说法。
    """
    row, numeral, unit = subject.row, subject.numeral, subject.row["target_unit"]
    target, actual = sides(book, row)
    rest = target.value - actual.value
    state, words = (PASS, "") if rest == numeral.value else (FAIL, "，说法不一致")
    said = f"{target_and_actual(row)}，相减剩余 {rest:,f} {unit}，"
    said += f"原因中称剩余 {numeral.value:,f} {unit}"
    figures = (numeral.figure, *target.figures, *actual.figures)
    return Outcome(state, said + words, numeral.value, rest, figures=figures, brief=said)


def _off_target(book: Book) -> Iterator[Subject[IndicatorsRow]]:
    """Indicators with a reason whose actual value is not their target."""
    for row in book.facts.rows("indicators"):
        if not row["reason"] or not has_numbers(row):
            continue
        if Decimal(row["target_value"]) != Decimal(row["actual_value"]):
            yield of_indicator(book, row)


@rule(
    "P24",
    over=_off_target,
    relation=Relation("", "完成值 {left}，指标值 {right}，原因中没有读出相反的方向"),
)
def direction_of_deviation(book: Book, subject: Subject[IndicatorsRow]) -> Outcome:
    """偏差原因的方向与偏差相符：没有达到指标值的不只说增加该项，超过的不只说减少该项

    只在原因说增加（减少）的正是指标名称中的事物、而且没有说过相反的方向时判断。
    """
    row = subject.row
    target, actual = sides(book, row)
    same, other = (UP, DOWN) if actual.value > target.value else (DOWN, UP)
    against = not says(row["reason"], same) and _moves(row["reason"], row["level3"], other)
    words = f"，原因为“{row['reason']}”" if against else "，原因中没有读出相反的方向"
    state, said = INFORMATION if against else PASS, target_and_actual(row) + words
    figures = target.figures + actual.figures
    return Outcome(state, said, actual.value, target.value, figures=figures)


def _moves(reason: str, name: str, words: tuple[str, ...]) -> bool:
    """Whether a clause says that what the indicator counts went that way.

    The last four characters of its name must stand in the clause.
    """
    thing = re.sub("（[^（）]*）", "", name)[-4:]
    clauses = [clause for clause in BREAK.split(reason) if thing in clause]
    return len(thing) == 4 and any(says(clause, words) for clause in clauses)
