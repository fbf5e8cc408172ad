"""P17–P19, X13: goals and indicators that are told in more than one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from juesuan.check.book import (
    Book,
    Cell,
    Numeral,
    Subject,
    inside,
    items,
    target_and_actual,
    told,
    with_unit,
)
from juesuan.check.compare import FAIL, INFORMATION, PASS, Outcome, adds_up, minus
from juesuan.check.rule import rule
from juesuan.errors import AbsentFactError
from juesuan.rows import Row

_BREAKS = "，。；、：:;,（）()\n"
_BRACKETS = re.compile("（[^（）]*）")


def _plain(name: str) -> str:
    return _BRACKETS.sub("", name)


def _repeated(book: Book) -> Iterator[Subject]:
    """Indicators of projects that the overall form names with the same words and unit."""
    overall = {
        _plain(row["level3"]): row
        for row in book.facts.rows("indicators")
        if row["project_id"] == "overall"
    }
    for row in book.facts.rows("indicators"):
        first = (
            overall.get(_plain(row["level3"]))
            if row["level3"] and row["project_id"] != "overall"
            else None
        )
        if first is not None and first["target_unit"] == row["target_unit"]:
            key = f"{row['project_id']}/{row['position']}"
            yield Subject(
                "indicators", {**row, "first": first["position"]}, key, book.indicator_name(row)
            )


@rule("P17", over=_repeated)
def indicator_twice(book: Book, subject: Subject) -> Outcome:
    """同名指标在整体自评表与项目自评表中说的相同

    整体表也可能统计得比项目表宽，所以不同只作说明。
    """
    row = subject.row
    first = next(one for one in book.indicators("overall") if one["position"] == row["first"])
    pairs = [
        (column, _number(book, first, column), _number(book, row, column))
        for column in ("target", "actual")
    ]
    known = [(column, left, right) for column, left, right in pairs if left and right]
    if not known:
        raise AbsentFactError("两处的数值没有都列示")
    figures = tuple(figure for _, left, right in known for figure in left.figures + right.figures)
    same = (
        all(left.value == right.value for _, left, right in known)
        and first["target_operator"] == row["target_operator"]
    )
    said = f"整体表：{target_and_actual(first)}；项目表：{target_and_actual(row)}"
    return Outcome(
        PASS if same else INFORMATION, said + ("" if same else "，说法不同"), figures=figures
    )


def _number(book: Book, row: Row, column: str) -> Cell | None:
    try:
        return book.cell("indicators", row, f"{column}_value", "")
    except AbsentFactError:
        return None


@dataclass(frozen=True, slots=True)
class _Match:
    """A numeral of a goal and the indicator of which it speaks.

    Attributes:
        number: which numeral of the goal it is, from 1.
        numeral: the numeral.
        row: the indicator.
        clause: the words that are quoted.
        full: the clause says little else than the indicator's name.
        at_least: it is told as a bound (``不少于``, ``以上``).
    """

    number: int
    numeral: Numeral
    row: Row
    clause: str
    full: bool
    at_least: bool


_BOUNDS = re.compile("(?:不少于|不低于|不小于|大于等于|不超过|不高于|≥|≤|>=|<=)(?:等于)?$")
_ABOUT = re.compile("^(?:以上|以下|以内|余|多|左右)")


def _clause(text: str, numeral: Numeral) -> tuple[str, str]:
    """What stands before and behind a numeral up to the nearest break."""
    before = re.split(f"[{_BREAKS}]", text[: numeral.start])[-1]
    behind = re.split(f"[{_BREAKS}]", text[numeral.end :])[0]
    return before, behind


def _bare(row: Row) -> str:
    """The name of an indicator without brackets and the word that it is a number."""
    return re.sub("(?:数量|人数|次数|个数|数)$", "", _plain(row["level3"]))


def _speaks_of(before: str, behind: str, rows: list[Row], column: str) -> Row | None:
    """The one indicator of which a numeral speaks: its unit stands behind the numeral, its name before it."""
    named = [
        row
        for row in rows
        if behind.startswith(row[f"{column}_unit"])
        and len(_bare(row)) >= 4
        and _bare(row) in before
    ]
    longest = [row for row in named if len(_bare(row)) == max(len(_bare(one)) for one in named)]
    return longest[0] if len(longest) == 1 else None


def _matches(book: Book, form: Row, field: str, column: str) -> Iterator[_Match]:
    rows = [
        row for row in book.facts.rows("indicators")
        if row["project_id"] == form["project_id"] and row[f"{column}_value"] and row[f"{column}_unit"]
    ]  # fmt: skip
    for number, numeral in enumerate(book.numerals("projects", form, field), 1):
        before, behind = _clause(form[field], numeral)
        row = _speaks_of(before, behind, rows, column)
        if row is None or any(
            char.isdigit()
            for char in (before + behind).replace(_bare(row), "").replace(str(book.year), "")
        ):
            continue
        unit = row[f"{column}_unit"]
        bound = bool(_BOUNDS.search(before) or _ABOUT.match(behind[len(unit) :]))
        clause = before + form[field][numeral.start : numeral.end] + behind
        yield _Match(number, numeral, row, clause, 5 * len(_bare(row)) >= 3 * len(before), bound)


def _told(book: Book, field: str, column: str) -> list[Subject]:
    return [
        Subject(
            "projects",
            form,
            f"{form['project_id']}/{field}/{match.number}",
            book.indicator_name(match.row),
        )
        for form in book.facts.rows("projects")
        for match in _matches(book, form, field, column)
    ]


def _match(book: Book, subject: Subject, field: str, column: str) -> _Match:
    number = int(subject.key.rpartition("/")[2])
    return next(one for one in _matches(book, subject.row, field, column) if one.number == number)


def _kept(row: Row, value: Decimal) -> bool:
    """Whether a number that is planned keeps to the target."""
    target, sign = Decimal(row["target_value"]), row["target_operator"]
    return (
        value == target
        or (sign in ("≥", ">") and value > target)
        or (sign in ("≤", "<") and value < target)
    )


@rule("P18", over=lambda book: _told(book, "expected_goal", "target"))
def goal_and_target(book: Book, subject: Subject) -> Outcome:
    """预期目标中的数字合于该指标的指标值

    只在目标文字完整写出指标名称、数字与单位紧随其后时核对。除名称外几乎没有别的话、数字又确定（没有“不少于”“以上”）而达不到
    指标值的，两处不能同时成立；其余的不同只作说明。
    """
    match = _match(book, subject, "expected_goal", "target")
    target = book.cell("indicators", match.row, "target_value", "")
    kept = _kept(match.row, match.numeral.value)
    state = PASS if kept else FAIL if match.full and not match.at_least else INFORMATION
    words = {PASS: "，相合", FAIL: "，两处数字不能同时成立", INFORMATION: "，数字不同"}[state]
    said = f"预期目标“{inside(match.clause)}”，指标值 {match.row['target']}{words}"
    return Outcome(
        state,
        said,
        match.numeral.value,
        target.value,
        Decimal(0),
        (match.numeral.figure, *target.figures),
    )


@rule("P18-a", over=lambda book: _told(book, "actual_goal", "actual"))
def goal_and_actual(book: Book, subject: Subject) -> Outcome:
    """实际完成情况中的数字与该指标的完成值相同

    文字叙述常取约数或只说一部分，所以不同只作说明；写作“以上”“不少于”的不比较大小。
    """
    match = _match(book, subject, "actual_goal", "actual")
    if match.at_least:
        raise AbsentFactError(f"文字写作约数：“{match.clause}”")
    actual = book.cell("indicators", match.row, "actual_value", "")
    same = actual.value == match.numeral.value
    reached = match.row["actual"].removeprefix("=")
    said = f"实际完成情况“{inside(match.clause)}”，完成值 {reached}{'，相同' if same else '，数字不同'}"
    state = PASS if same else INFORMATION
    return Outcome(
        state,
        said,
        match.numeral.value,
        actual.value,
        Decimal(0),
        (match.numeral.figure, *actual.figures),
    )


_FUNDS = (
    ("annual_budget", re.compile("全年预算(?:总?额|数|资金)?为?$")),
    ("executed", re.compile("(?:全年|实际)执行(?:总?额|金额|数)?为?$")),
    ("execution_rate_pct", re.compile("(?<!率)执行率(?:为|达|达到)?$")),
)


def _funds_told(book: Book) -> Iterator[Subject]:
    """Amounts and rates of a form's funds that its goals repeat under their official names."""
    for form in book.facts.rows("projects"):
        for field in ("expected_goal", "actual_goal"):
            for number, numeral in enumerate(book.numerals("projects", form, field), 1):
                before, behind = _clause(form[field], numeral)
                for column, name in _FUNDS:
                    unit = "%" if column.endswith("_pct") else "万元"
                    if name.search(before) and behind.replace("％", "%").startswith(unit):
                        row = {
                            **form,
                            "column": column,
                            "value": str(numeral.value),
                            "figure": numeral.figure,
                        }
                        yield Subject(
                            "projects", row, f"{form['project_id']}/{field}/{number}", before
                        )


@rule("P19", over=_funds_told)
def funds_and_goal(book: Book, subject: Subject) -> Outcome:
    """目标文字中的全年预算数、全年执行数、执行率与资金表相同"""
    row, column = subject.row, subject.row["column"]
    rate = column.endswith("_pct")
    printed = (book.funds_rated if rate else book.funds_total)(row["project_id"])
    if rate and not told(printed, "weight"):
        raise AbsentFactError("该表没有读出执行率的分值，执行率不足为据")
    value = Decimal(row["value"])
    slack = Decimal(5).scaleb(int(value.as_tuple().exponent) - 1)
    quoted, unit = (f"{value}%", "") if rate else (with_unit(value, "万元"), "万元")
    stated = Cell(value, slack, f"目标文字中的{subject.name}", quoted, (row["figure"],), unit)
    return adds_up(stated, [book.cell("project_funds", printed, column, "资金表")])


def _named_alike(book: Book) -> Iterator[Subject]:
    """Items of spending that are called exactly as one project, by name or by what they are used for."""
    forms = [row for row in book.facts.rows("projects") if row["kind"] == "project" and row["name"]]
    every = list(items(book))
    for one in every:
        names = {one.row["item"], one.row["usage"].rstrip("。")} - {""}
        same = [form for form in forms if form["name"] in names]
        alike = [
            other
            for other in every
            if same and same[0]["name"] in (other.row["item"], other.row["usage"].rstrip("。"))
        ]
        if len(same) == 1 and len(alike) == 1:
            yield Subject(
                "functions", {**one.row, "project_id": same[0]["project_id"]}, one.key, one.name
            )


@rule("X13", over=_named_alike)
def item_and_project(book: Book, subject: Subject) -> Outcome:
    """与项目同名的支出科目，其决算数 ＝ 该项目自评表的全年执行数（财政拨款部分）

    只在科目（或其用途）与唯一一个项目名称完全相同时核对；科目也可能还支付别的事项，所以不同只作说明。
    """
    project = subject.row["project_id"]
    total = book.cell("project_funds", book.funds_total(project), "executed", "项目自评表")
    other = [row for row in book.funds(project) if row["source"].startswith("其他资金")]
    paid = (
        minus(total, book.cell("project_funds", other[0], "executed", "其他资金"))
        if other
        else total
    )
    spent = book.cell("functions", subject.row, "actual", subject.name)
    outcome = adds_up(spent, [paid])
    if outcome.state != FAIL:
        return outcome
    said = f"{spent.label} {spent.text}，同名项目执行 {paid.text}，相差 {abs(spent.value - paid.value)} 万元"
    return Outcome(
        INFORMATION, said, outcome.left, outcome.right, outcome.tolerance, outcome.figures
    )
