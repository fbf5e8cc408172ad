"""Goals against the indicators and the funds of their form, and indicators that are told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan.check.book.book import Book
from juesuan.check.book.legible import told
from juesuan.check.book.subject import Mention, Subject
from juesuan.check.comparing.cell import Cell, Numeral, figures_of, inside, with_unit
from juesuan.check.comparing.compare import FAIL, INFORMATION, PASS, Outcome, adds_up
from juesuan.check.comparing.relation import Relation
from juesuan.check.rule import rule
from juesuan.check.views.indicators import target_and_actual
from juesuan.check.views.over import indicator_key
from juesuan.check.views.passages import GOALS, Goal
from juesuan.check.views.words import WORDS
from juesuan.errors import AbsentFactError
from juesuan.rows import IndicatorsColumn, IndicatorsRow, ProjectFundsColumn, ProjectsRow

_BREAK = re.compile("[，。；、：:;,（）()\n]")
_BRACKETS = re.compile("（[^（）]*）")


def _plain(row: IndicatorsRow) -> str:
    """The name of an indicator without what stands in brackets."""
    return _BRACKETS.sub("", row["level3"])


@dataclass(frozen=True, slots=True)
class _Twin(Subject[IndicatorsRow]):
    """An indicator of a project, and the one of the overall form that has its name and unit."""

    overall: IndicatorsRow


def _repeated(book: Book) -> Iterator[_Twin]:
    rows = book.facts.rows("indicators")
    overall = {_plain(row): row for row in rows if row["project_id"] == "overall"}
    for row in rows:
        twin = overall.get(_plain(row))
        if not row["level3"] or row["project_id"] == "overall" or twin is None:
            continue
        if twin["target_unit"] == row["target_unit"]:
            name = book.indicator_name(row)
            yield _Twin("indicators", row, indicator_key(row), name, twin)


@rule("P17", over=_repeated)
def indicator_twice(book: Book, subject: _Twin) -> Outcome:
    """同名指标在整体自评表与项目自评表中说的相同

    整体表也可能统计得比项目表宽，所以不同只作说明。
    """
    overall, row = subject.overall, subject.row
    columns: tuple[IndicatorsColumn, ...] = ("target_value", "actual_value")
    pairs = [(_number(book, overall, one), _number(book, row, one)) for one in columns]
    known = [(left, right) for left, right in pairs if left and right]
    if not known:
        raise AbsentFactError("两处的数值没有都列示")
    same = overall["target_operator"] == row["target_operator"] and all(
        left.value == right.value for left, right in known
    )
    said = f"整体表：{target_and_actual(overall)}；项目表：{target_and_actual(row)}"
    figures = figures_of(cell for pair in known for cell in pair)
    if same:
        return Outcome(PASS, said, figures=figures)
    return Outcome(INFORMATION, f"{said}，说法不同", figures=figures)


def _number(book: Book, row: IndicatorsRow, column: IndicatorsColumn) -> Cell | None:
    try:
        return book.indicator(row, column)
    except AbsentFactError:
        return None


@dataclass(frozen=True, slots=True)
class _Spoken(Subject[ProjectsRow]):
    """A numeral of a goal and the indicator of which it speaks.

    Attributes:
        numeral: the numeral.
        indicator: of the same form.
        clause: the words that are quoted.
        full: the clause says little else than the indicator's name.
        at_least: it is told as a bound (``不少于``, ``以上``).
    """

    numeral: Numeral
    indicator: IndicatorsRow
    clause: str
    full: bool
    at_least: bool


def _clause(text: str, numeral: Numeral) -> tuple[str, str]:
    """What stands before and behind a numeral up to the nearest break."""
    return _BREAK.split(text[: numeral.start])[-1], _BREAK.split(text[numeral.end :])[0]


def _bare(row: IndicatorsRow) -> str:
    """The name of an indicator without brackets and the word that it is a number."""
    return WORDS.pattern("number_of").sub("", _plain(row))


@dataclass(frozen=True, slots=True)
class _Aim:
    """A side of an indicator with a number: the target or the result, and its unit."""

    row: IndicatorsRow
    name: str
    unit: str


def _aims(book: Book, form: ProjectsRow, field: Goal) -> list[_Aim]:
    """The targets of a form for its expected goal, the results for its actual one."""
    rows = [row for row in book.facts.rows("indicators") if row["project_id"] == form["project_id"]]
    if field == "expected_goal":
        sides = [(row, row["target_value"], row["target_unit"]) for row in rows]
    else:
        sides = [(row, row["actual_value"], row["actual_unit"]) for row in rows]
    return [_Aim(row, _bare(row), unit) for row, value, unit in sides if value and unit]


def _speaks_of(before: str, behind: str, aims: Sequence[_Aim]) -> _Aim | None:
    """The one indicator of which a numeral speaks.

    Its unit stands behind the numeral, its name before it.
    """
    named = [
        aim
        for aim in aims
        if behind.startswith(aim.unit) and len(aim.name) >= 4 and aim.name in before
    ]
    longest = max((len(aim.name) for aim in named), default=0)
    best = [aim for aim in named if len(aim.name) == longest]
    return best[0] if len(best) == 1 else None


def _spoken(book: Book, field: Goal) -> list[_Spoken]:
    return [one for form in book.facts.rows("projects") for one in _of_goal(book, form, field)]


def _of_goal(book: Book, form: ProjectsRow, field: Goal) -> Iterator[_Spoken]:
    """The numerals of a goal that speak of an indicator, and of nothing else in numbers."""
    aims, text = _aims(book, form, field), form[field]
    for number, numeral in enumerate(book.numerals("projects", form, field), 1):
        before, behind = _clause(text, numeral)
        aim = _speaks_of(before, behind, aims)
        if aim is None or _other_numbers(before + behind, aim.name, book.year):
            continue
        yield _Spoken(
            "projects",
            form,
            f"{form['project_id']}/{field}/{number}",
            book.indicator_name(aim.row),
            numeral,
            aim.row,
            clause=before + text[numeral.start : numeral.end] + behind,
            full=5 * len(aim.name) >= 3 * len(before),
            at_least=_is_bound(before, behind[len(aim.unit) :]),
        )


def _other_numbers(clause: str, name: str, year: int) -> bool:
    """Whether a clause has digits besides those of the indicator's name and of the year."""
    return any(char.isdigit() for char in clause.replace(name, "").replace(str(year), ""))


def _is_bound(before: str, behind: str) -> bool:
    bound, roughly = WORDS.pattern("bound"), WORDS.pattern("roughly")
    return bool(bound.search(before) or roughly.search(behind))


def _keeps(row: IndicatorsRow, value: Decimal) -> bool:
    """Whether a number that is planned keeps to the target."""
    target, sign = Decimal(row["target_value"]), row["target_operator"]
    if sign in ("≥", ">"):
        return value >= target
    return value <= target if sign in ("≤", "<") else value == target


@rule(
    "P18",
    over=lambda book: _spoken(book, "expected_goal"),
    relation=Relation("＝", "目标文字称 {left}，指标值 {right}，相合"),
)
def goal_and_target(book: Book, subject: _Spoken) -> Outcome:
    """预期目标中的数字合于该指标的指标值

    只在目标文字完整写出指标名称、数字与单位紧随其后时核对。
    除名称外几乎没有别的话、数字又确定（没有“不少于”“以上”）而达不到 指标值的，两处不能同时成立；
    其余的不同只作说明。
    """
    target = book.indicator(subject.indicator, "target_value")
    kept = _keeps(subject.indicator, subject.numeral.value)
    certain = subject.full and not subject.at_least
    state = PASS if kept else FAIL if certain else INFORMATION
    words = {PASS: "，相合", FAIL: "，两处数字不能同时成立", INFORMATION: "，数字不同"}[state]
    goal = f"预期目标“{inside(subject.clause)}”"
    said = f"{goal}，指标值 {subject.indicator['target']}"
    return _told_and_printed(state, said, words, subject.numeral, target)


@rule("P18-a", over=lambda book: _spoken(book, "actual_goal"))
def goal_and_actual(book: Book, subject: _Spoken) -> Outcome:
    """实际完成情况中的数字与该指标的完成值相同

    文字叙述常取约数或只说一部分，所以不同只作说明；写作“以上”“不少于”的不比较大小。
    """
    if subject.at_least:
        raise AbsentFactError(f"文字写作约数：“{subject.clause}”")
    actual = book.indicator(subject.indicator, "actual_value")
    same = actual.value == subject.numeral.value
    reached = subject.indicator["actual"].removeprefix("=")
    said = f"实际完成情况“{inside(subject.clause)}”，完成值 {reached}"
    state, words = (PASS, "，相同") if same else (INFORMATION, "，数字不同")
    return _told_and_printed(state, said, words, subject.numeral, actual)


def _told_and_printed(state: str, said: str, words: str, numeral: Numeral, cell: Cell) -> Outcome:
    """What was found of a numeral in a text and a figure in a table."""
    figures = (numeral.figure, *cell.figures)
    return Outcome(state, said + words, numeral.value, cell.value, figures=figures, brief=said)


@dataclass(frozen=True, slots=True)
class _FundTold(Mention[ProjectsRow]):
    """A figure of a form's funds that a goal repeats under its official name."""

    column: ProjectFundsColumn


_FUNDS: tuple[tuple[ProjectFundsColumn, str, str], ...] = (
    ("annual_budget", "annual_budget_told", "万元"),
    ("executed", "executed_told", "万元"),
    ("execution_rate_pct", "execution_rate_told", "%"),
)
"""Columns of the funds, the words before them, and the unit behind them."""


def _funds_told(book: Book) -> Iterator[_FundTold]:
    for form in book.facts.rows("projects"):
        for field in GOALS:
            for number, numeral in enumerate(book.numerals("projects", form, field), 1):
                before, behind = _clause(form[field], numeral)
                key = f"{form['project_id']}/{field}/{number}"
                for column in _columns_told(before, behind.replace("％", "%")):
                    yield _FundTold("projects", form, key, before, numeral, before, column)


def _columns_told(before: str, behind: str) -> list[ProjectFundsColumn]:
    """The columns of the funds of which the words around a numeral speak."""
    return [
        column
        for column, name, unit in _FUNDS
        if WORDS.pattern(name).search(before) and behind.startswith(unit)
    ]


@rule("P19", over=_funds_told)
def funds_and_goal(book: Book, subject: _FundTold) -> Outcome:
    """目标文字中的全年预算数、全年执行数、执行率与资金表相同

    目标的文字和资金表说的是同一笔钱，两处的数应当一样。
    """
    form = subject.row["project_id"]
    if subject.column == "execution_rate_pct":
        row, unit = book.funds_rated(form), ""
        if not told(row, "weight"):
            raise AbsentFactError("该表没有读出执行率的分值，执行率不足为据")
        quoted = f"{subject.numeral.value}%"
    else:
        row, unit = book.funds_total(form), "万元"
        quoted = with_unit(subject.numeral.value, unit)
    numeral, name = subject.numeral, f"目标文字中的{subject.before}"
    stated = Cell(numeral.value, numeral.half_digit, name, quoted, (numeral.figure,), unit)
    return adds_up(stated, [book.fund(row, subject.column, "资金表")])
