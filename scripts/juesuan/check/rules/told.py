"""N76, P21–P24, P26, X17: what passages and reasons say in figures of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from juesuan import terms
from juesuan.amount import round_half_up
from juesuan.check.book import Book, Cell, Numeral, Subject, forms, inside, target_and_actual, told
from juesuan.check.compare import FAIL, INFORMATION, PASS, Outcome
from juesuan.check.rule import rule
from juesuan.check.rules.reasons import DOWN, UP
from juesuan.errors import AbsentFactError, FactError
from juesuan.rows import Row

_GOALS = (("projects", "expected_goal"), ("projects", "actual_goal"))
_TEXTS = (
    ("texts", "text"),
    *_GOALS,
    ("indicators", "reason"),
    ("measures", "reason"),
    ("functions", "reason"),
)
_BREAK = re.compile("[，。；：、,;:（）()]")
_TIMES = re.compile("[^，。；：、]{0,4}[×*][^，。；：、]{0,4}")
_EQUALS = re.compile("[^，。；：、×*]{0,5}[=＝]")


def _passages(
    book: Book, places: tuple[tuple[str, str], ...]
) -> Iterator[tuple[str, str, Row, list[Numeral]]]:
    for resource, field in places:
        for row in book.facts.table(resource):
            numerals = book.numerals(resource, row, field)
            if numerals:
                yield (
                    f"{resource}/{terms.resource_schemas()[resource].row_key(row)}/{field}",
                    field,
                    row,
                    numerals,
                )


@dataclass(frozen=True, slots=True)
class _Sum:
    """A multiplication that is written out: its factors and its result."""

    factors: list[Numeral]
    result: Numeral


def _products(text: str, numerals: list[Numeral]) -> Iterator[_Sum]:
    """Numerals joined by times signs and followed by an equals sign and a result."""
    run: list[Numeral] = []
    for left, right in pairwise(numerals):
        between = text[left.end : right.start]
        if _TIMES.fullmatch(between):
            run = [*(run or [left]), right]
        elif run and run[-1] is left and _EQUALS.fullmatch(between):
            yield _Sum(run, right)
            run = []
        else:
            run = []


def _calculated(book: Book) -> Iterator[Subject]:
    for key, field, row, numerals in _passages(book, _TEXTS):
        for number, _ in enumerate(_products(row[field], numerals), 1):
            resource = key.partition("/")[0]
            yield Subject(resource, {**row, "field": field}, f"{key}/{number}", "算式")


@rule("N76", over=_calculated)
def written_product(book: Book, subject: Subject) -> Outcome:
    """文字中写出的乘法算式（如“972份×418元/年=40.63万元”）结果正确"""
    field = subject.row["field"]
    text, numerals = subject.row[field], book.numerals(subject.resource, subject.row, field)
    one = list(_products(text, numerals))[int(subject.key.rpartition("/")[2]) - 1]
    product = Decimal(1)
    for factor in one.factors:
        product *= factor.value * _scale(text, factor)
    result = one.result.value * _scale(text, one.result)
    slack = Decimal(5).scaleb(int(one.result.value.as_tuple().exponent) - 1) * _scale(
        text, one.result
    )
    right = abs(product - result) <= slack
    said = f"“{text[one.factors[0].start : one.result.end + 2]}”" + (
        "，相符" if right else f"，算得 {product:,f}，不能同时成立"
    )
    figures = tuple(numeral.figure for numeral in (*one.factors, one.result))
    return Outcome(PASS if right else FAIL, said, result, product, slack, figures)


def _scale(text: str, numeral: Numeral) -> Decimal:
    return Decimal({"万": 10_000, "亿": 100_000_000}.get(text[numeral.end : numeral.end + 1], 1))


_ACTUAL = re.compile("实际(?!值与)[^偏差]{0,14}$")
_TARGET = re.compile(
    "(?:指标|目标)值?(?:设置|设定)?值?(?:为|是)?(?:大于等于|大于|不少于|不低于|不小于|小于等于|小于|不超过|≥|≤)?$"
)
_PARTLY = re.compile("季度|半年|月|其中|部分|平均|人均|每|另")
_QUARTERS = {"一季度": "1-3月", "二季度": "4-6月", "三季度": "7-9月", "四季度": "10-12月"}
"""Quarters and the months by which the name of a project says that it is of that quarter alone."""


def _restated(book: Book) -> Iterator[Subject]:
    """Numerals of a reason that say again what the target or the actual value is, with its unit."""
    for key, field, row, numerals in _passages(book, (("indicators", "reason"),)):
        for number, numeral in enumerate(numerals, 1):
            before = _BREAK.split(row[field][: numeral.start])[-1]
            column = (
                "target" if _TARGET.search(before) else "actual" if _ACTUAL.search(before) else ""
            )
            unit = row[f"{column}_unit"] if column else ""
            if unit and row[f"{column}_value"] and row[field].startswith(unit, numeral.end):
                told = {**row, "column": column, "before": before, "number": str(number)}
                yield Subject(
                    "indicators",
                    told,
                    f"{key.removeprefix('indicators/').removesuffix('/reason')}/{number}",
                    book.indicator_name(row),
                )


@rule("P21", over=_restated)
def reason_restates(book: Book, subject: Subject) -> Outcome:
    """偏差原因中复述的指标值、实际值与表中所填相同

    只看“指标设置大于50人”“实际发放51人”这样紧接着数字和同一单位的说法。实际值只说到某一季度、某一部分的，不同只作说明；项目本来就只是那一季度的，两处应当相同。
    """
    row, column = subject.row, subject.row["column"]
    numeral = book.numerals("indicators", row, "reason")[int(row["number"]) - 1]
    printed = book.cell("indicators", row, f"{column}_value", "")
    same = numeral.value == printed.value
    name = next((one.row["name"] for one in forms(book) if one.key == row["project_id"]), "")
    whole = any(
        quarter in row["before"] and months in name for quarter, months in _QUARTERS.items()
    )
    partly = column == "actual" and not whole and _PARTLY.search(row["before"])
    state = PASS if same else INFORMATION if partly else FAIL
    label = {"target": "指标值", "actual": "完成值"}[column]
    words = {PASS: "，相同", INFORMATION: "，数字不同", FAIL: "，两处数字不能同时成立"}[state]
    said = f"原因称“{row['before']}{numeral.value}{row[f'{column}_unit']}”，{label} {row[column].removeprefix('=')}{words}"
    return Outcome(
        state, said, numeral.value, printed.value, Decimal(0), (numeral.figure, *printed.figures)
    )


def _itemised(book: Book) -> Iterator[Subject]:
    """Amounts of a goal that are itemised at once (``…万元，其中：``)."""
    for _, field, row, numerals in _passages(book, _GOALS):
        for number, numeral in enumerate(numerals, 1):
            if re.match("万元[，,]?其中[：:]?", row[field][numeral.end :]):
                key = f"{row['project_id']}/{field}/{number}"
                yield Subject(
                    "projects",
                    {**row, "field": field},
                    key,
                    f"项目“{row['name'] or row['project_id']}”",
                )


@rule("P22", over=_itemised)
def goal_itemised(book: Book, subject: Subject) -> Outcome:
    """目标文字中“……万元，其中：……”的总额与所列各项之和相符

    “其中”之后不一定列全，所以各项之和小于总额只在另有证据时才算矛盾：各项之和恰等于该项目的预算数，可见已经列全。
    """
    field = subject.row["field"]
    text, numerals = subject.row[field], book.numerals("projects", subject.row, field)
    at = int(subject.key.rpartition("/")[2]) - 1
    total, end = numerals[at], (text + "。").index("。", numerals[at].end)
    parts = [
        one for one in numerals[at + 1 :] if one.end <= end and text.startswith("万元", one.end)
    ]
    if len(parts) < 2:
        raise AbsentFactError("没有以万元列示的分项")
    value = sum((one.value for one in parts), Decimal(0))
    budgets = [
        _budget(book, subject.row["project_id"], column)
        for column in ("initial_budget", "annual_budget")
    ]
    figures = tuple(one.figure for one in (total, *parts)) + tuple(
        f for cell in budgets if cell for f in cell.figures
    )
    sums = " + ".join(str(one.value) for one in parts)
    said = f"目标文字称共 {total.value} 万元，所列 {len(parts)} 项 {sums} ＝ {value} 万元"
    if value == total.value:
        return Outcome(PASS, said, total.value, value, Decimal(0), figures)
    whole = any(cell and cell.value == value for cell in budgets)
    state = FAIL if whole or value > total.value else INFORMATION
    words = "（等于自评表的预算数）" if whole else ""
    end_words = "，两处数字不能同时成立" if state == FAIL else "，或未列全"
    apart = f"，相差 {abs(total.value - value)} 万元"
    return Outcome(
        state, f"{said}{words}{apart}{end_words}", total.value, value, Decimal(0), figures
    )


def _budget(book: Book, project_id: str, column: str) -> Cell | None:
    try:
        return book.cell("project_funds", book.funds_total(project_id), column, "")
    except FactError:
        return None


def _deviating(book: Book) -> Iterator[Subject]:
    """Rates of deviation that a reason tells of an indicator with numbers of one unit."""
    for _, _, row, numerals in _passages(book, (("indicators", "reason"),)):
        known = (
            row["target_value"] and row["actual_value"] and row["target_unit"] == row["actual_unit"]
        )
        if not known or not Decimal(row["target_value"]):
            continue
        for number, numeral in enumerate(numerals, 1):
            clause = (
                _BREAK.split(row["reason"][: numeral.start])[-1]
                + _BREAK.split(row["reason"][numeral.end :])[0]
            )
            if "偏差" in clause and row["reason"].startswith(("%", "％"), numeral.end):
                told = {**row, "number": str(number), "clause": clause}
                yield Subject(
                    "indicators",
                    told,
                    f"{row['project_id']}/{row['position']}/{number}",
                    book.indicator_name(row),
                )


@rule("P23", over=_deviating)
def deviation_told(book: Book, subject: Subject) -> Outcome:
    """偏差原因中所称的偏差率与指标值、完成值相符

    偏差率按（完成值 − 指标值）÷ 指标值计算；百分比指标也可以直接相减。算法没有统一规定，不符的只作说明。
    """
    row = subject.row
    numeral = book.numerals("indicators", row, "reason")[int(row["number"]) - 1]
    target, actual = (
        book.cell("indicators", row, f"{name}_value", "") for name in ("target", "actual")
    )
    places = max(0, -int(numeral.value.as_tuple().exponent))
    difference = abs(actual.value - target.value)
    rate = round_half_up(difference * 100 / target.value, places)
    fits = numeral.value == rate or (row["target_unit"] == "%" and numeral.value == difference)
    said = f"{target_and_actual(row)}，偏差率算得 {rate}%，原因中称 {numeral.value}%"
    figures = (numeral.figure, *target.figures, *actual.figures)
    return Outcome(PASS if fits else INFORMATION, said, numeral.value, rate, Decimal(0), figures)


_REMAINS = re.compile("^(?:剩余|结余|节余|节约)(?:资金|经费)?(?:为)?$")


def _remaining(book: Book) -> Iterator[Subject]:
    """Amounts that a reason begins with as what remains of an indicator in the same unit."""
    for _, _, row, numerals in _passages(book, (("indicators", "reason"),)):
        first = numerals[0]
        unit = row["target_unit"]
        same = unit and unit == row["actual_unit"] and row["reason"].startswith(unit, first.end)
        if (
            same
            and _REMAINS.match(row["reason"][: first.start])
            and told(row, "target_value", "actual_value")
        ):
            yield Subject(
                "indicators",
                row,
                f"{row['project_id']}/{row['position']}",
                book.indicator_name(row),
            )


@rule("P26", over=_remaining)
def remainder_told(book: Book, subject: Subject) -> Outcome:
    """偏差原因开头所称“剩余……”等于指标值减去完成值

    只看原因以“剩余”“结余”加同一单位的数字开头的说法。
    """
    row = subject.row
    numeral = book.numerals("indicators", row, "reason")[0]
    target, actual = (
        book.cell("indicators", row, f"{name}_value", "") for name in ("target", "actual")
    )
    rest = target.value - actual.value
    unit = row["target_unit"]
    said = f"{target_and_actual(row)}，相减剩余 {rest:,f} {unit}，原因中称剩余 {numeral.value:,f} {unit}"
    words = "" if rest == numeral.value else "，说法不一致"
    state = FAIL if words else PASS
    return Outcome(
        state,
        said + words,
        numeral.value,
        rest,
        Decimal(0),
        (numeral.figure, *target.figures, *actual.figures),
    )


def _off_target(book: Book) -> Iterator[Subject]:
    """Indicators with a reason whose actual value is not their target."""
    for row in book.facts.rows("indicators"):
        numbers = (
            row["target_value"] and row["actual_value"] and row["target_unit"] == row["actual_unit"]
        )
        if (
            row["reason"]
            and numbers
            and Decimal(row["target_value"]) != Decimal(row["actual_value"])
        ):
            yield Subject(
                "indicators",
                row,
                f"{row['project_id']}/{row['position']}",
                book.indicator_name(row),
            )


@rule("P24", over=_off_target)
def direction_of_deviation(book: Book, subject: Subject) -> Outcome:
    """偏差原因的方向与偏差相符：没有达到指标值的不只说增加该项，超过的不只说减少该项

    只在原因说增加（减少）的正是指标名称中的事物、而且没有说过相反的方向时判断。
    """
    row = subject.row
    target, actual = (
        book.cell("indicators", row, f"{name}_value", "") for name in ("target", "actual")
    )
    same, other = (UP, DOWN) if actual.value > target.value else (DOWN, UP)
    against = not any(word in row["reason"] for word in same) and _moves(
        row["reason"], row["level3"], other
    )
    said = target_and_actual(row) + (
        f"，原因为“{row['reason']}”" if against else "，原因中没有读出相反的方向"
    )
    figures = target.figures + actual.figures
    return Outcome(
        INFORMATION if against else PASS, said, actual.value, target.value, Decimal(0), figures
    )


def _moves(reason: str, name: str, words: tuple[str, ...]) -> bool:
    """Whether a clause says that what the indicator counts went that way: the last four characters of its name stand in it."""
    thing = re.sub("（[^（）]*）", "", name)[-4:]
    return len(thing) == 4 and any(
        thing in clause and any(word in clause for word in words) for clause in _BREAK.split(reason)
    )


_NAME_BEGINS = re.compile("(?:^|[，。；：、“《（的为是对将用即])$")


def _named(book: Book) -> Iterator[Subject]:
    """Amounts in a text that stand directly behind the full name of a project."""
    names = {
        one.row["name"]
        for one in forms(book)
        if one.row["kind"] == "project" and len(one.row["name"]) >= 5
    }
    for key, field, row, numerals in _passages(book, (("texts", "text"), *_GOALS)):
        for number, numeral in enumerate(numerals, 1):
            before = row[field][: numeral.start]
            match = re.search("(?:的?(?:预算|资金|项目|金额|总额|安排|共计?|为){0,3})$", before)
            head = before[: match.start()] if match else before
            name = max((one for one in names if head.endswith(one)), key=len, default="")
            if (
                name
                and row[field].startswith("万元", numeral.end)
                and _NAME_BEGINS.search(head[: -len(name)])
            ):
                told = {**row, "field": field, "number": str(number), "named": name}
                yield Subject(key.partition("/")[0], told, f"{key}/{number}", f"项目“{name}”")


@rule("X17", over=_named)
def project_in_prose(book: Book, subject: Subject) -> Outcome:
    """文字中紧随项目名称的金额，是该项目自评表中的预算数或执行数

    文字可能只说其中一部分或别的年度，所以不同的一般只作说明；大于该表任何一个金额、又正好是另一个项目的金额的，两处不能同时成立。
    """
    row = subject.row
    numeral = book.numerals(subject.resource, row, row["field"])[int(row["number"]) - 1]
    same_name = [one.key for one in forms(book) if one.row["name"] == row["named"]]
    columns = ("initial_budget", "annual_budget", "executed")
    cells = [
        cell for one in same_name for column in columns if (cell := _budget(book, one, column))
    ]
    if not cells:
        raise AbsentFactError("该项目自评表的资金没有全部列示")
    most = max(cells, key=lambda cell: cell.value)
    slack = Decimal(5).scaleb(int(numeral.value.as_tuple().exponent) - 1)
    same = any(abs(cell.value - numeral.value) <= slack + cell.slack for cell in cells)
    complete = len(cells) == len(columns) * len(same_name)
    before = re.split("[。；]", row[row["field"]][: numeral.start])[-1]
    other_year = (
        any(int(year) != book.year for year in re.findall(r"(20\d\d)年", before))
        or "上年" in before
    )
    other = None if same else _of_another(book, numeral.value, row["named"])
    beyond = other is not None and complete and numeral.value > most.value and not other_year
    state = PASS if same else FAIL if beyond else INFORMATION
    shown = "、".join(dict.fromkeys(cell.text for cell in cells))
    words = {PASS: "，相符", INFORMATION: "，数字不同", FAIL: "，两处数字不能同时成立"}[state]
    said = f"文字称该项目 {numeral.value} 万元，其自评表的预算数、执行数为 {shown}"
    said += f"；{numeral.value} 万元是项目“{inside(other.row['name'])}”的金额" if other else ""
    figures = (numeral.figure, *(figure for cell in cells for figure in cell.figures))
    figures += _of_value(book, other.key, numeral.value) if other else ()
    return Outcome(state, said + words, numeral.value, most.value, Decimal(0), figures)


def _of_value(book: Book, project_id: str, value: Decimal) -> tuple[str, ...]:
    """The first figure of a form's budget or execution that has this value."""
    cells = [
        _budget(book, project_id, column)
        for column in ("initial_budget", "annual_budget", "executed")
    ]
    return next((cell.figures[:1] for cell in cells if cell and cell.value == value), ())


def _of_another(book: Book, value: Decimal, name: str) -> Subject | None:
    """The one other project with a budget or an execution of this amount."""
    columns = ("initial_budget", "annual_budget", "executed")
    every = [
        one
        for one in forms(book)
        if one.row["kind"] == "project" and one.row["name"] not in ("", name)
    ]
    found = [
        one
        for one in every
        if any(
            (cell := _budget(book, one.key, column)) and cell.value == value for column in columns
        )
    ]
    return found[0] if len(found) == 1 else None
