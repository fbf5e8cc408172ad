"""P01–P08, P11, P13, P16, P25: performance forms."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from juesuan.amount import round_half_up
from juesuan.check.book import (
    Book,
    Cell,
    Subject,
    forms,
    lost,
    of_indicator,
    target_and_actual,
    told,
    with_unit,
)
from juesuan.check.compare import (
    FAIL,
    INFORMATION,
    PASS,
    ROUNDING,
    Outcome,
    adds_up,
    at_most,
    by_convention,
    is_percent,
    plus,
    stated,
)
from juesuan.check.rule import rule
from juesuan.errors import AbsentFactError, FactError, UnreadableFactError
from juesuan.rows import Row
from juesuan.terms.scoring import above_sixty, proportional

_COLUMNS = (
    ("initial_budget", "年初预算数"),
    ("annual_budget", "全年预算数"),
    ("executed", "全年执行数"),
)


@rule("P01", over=forms)
def execution_rate(book: Book, subject: Subject) -> Outcome:
    """执行率 ＝ 全年执行数 ÷ 全年预算数

    执行率不一定印在合计行；以合计行的金额核对。
    """
    rated, total = book.funds_rated(subject.key), _total_or_rated(book, subject)
    rate = book.cell("project_funds", rated, "execution_rate_pct", "")
    budget, executed = (
        book.cell("project_funds", total, name, "") for name in ("annual_budget", "executed")
    )
    if budget.value == 0:
        raise AbsentFactError("全年预算数为 0，执行率无意义")
    if rate.value > 100 and executed.value <= budget.value:
        said = f"执行率 {rate.text} 大于 100%，而全年执行数 {executed.text} 没有超过全年预算数 {budget.text}，两者不能同时成立"
        figures = rate.figures + executed.figures + budget.figures
        return Outcome(FAIL, said, rate.value, Decimal(100), Decimal(0), figures)
    found = is_percent(rate, executed, budget, "全年执行数 ÷ 全年预算数")
    if found.state == FAIL and not rated["weight"]:
        raise UnreadableFactError(f"该表没有读出执行率的分值，执行率可能读错（{found.statement}）")
    return found


def _total_or_rated(book: Book, subject: Subject) -> Row:
    try:
        return book.funds_total(subject.key)
    except AbsentFactError:
        return book.funds_rated(subject.key)


@rule("P02", over=forms)
def execution_score(book: Book, subject: Subject) -> Outcome:
    """执行率得分符合分值 × 执行率（A 式）或分值 ×（执行率 − 60%）÷ 40%（B 式）

    执行率是实际花的钱占预算的比例。有的表按比例给分（A 式）；有的低于 60% 不得分，高于 60% 的部分按比例给分（B 式）。
    合于任何一种都算相符。
    """
    rated = book.funds_rated(subject.key)
    weight = book.cell("project_funds", rated, "weight", "")
    rate = book.cell("project_funds", rated, "execution_rate_pct", "")
    score = book.cell("project_funds", rated, "score", "")
    figures = weight.figures + rate.figures + score.figures
    a, b = proportional(weight.value, rate.value), above_sixty(weight.value, rate.value)
    for name, wanted in (("A", a), ("B", b)):
        if wanted == score.value:
            return Outcome(
                PASS, f"得分 {score.text}，符合 {name} 式", score.value, wanted, Decimal(0), figures
            )
    near = min((a, b), key=lambda wanted: abs(wanted - score.value))
    state = ROUNDING if _rounds_to(score, weight.value, rate) else FAIL
    words = "" if state == ROUNDING else "，与两式均不符"
    return Outcome(
        state,
        f"得分 {score.text}；A 式 {a}，B 式 {b}{words}",
        score.value,
        near,
        score.slack,
        figures,
    )


def _rounds_to(score: Cell, weight: Decimal, rate: Cell) -> bool:
    """Whether a rate that prints as this one can give the score as printed."""
    half = Decimal(5).scaleb(
        int(rate.value.as_tuple().exponent) - 1
    )  # a rate in whole percent was rounded as well
    for scheme in (proportional, above_sixty):
        low, high = (scheme(weight, rate.value + sign * half, places=6) for sign in (-1, 1))
        if low - score.slack <= score.value <= high + score.slack:
            return True
    return False


def _fund_columns(book: Book) -> list[Subject]:
    return [
        Subject(one.resource, one.row, f"{one.key}/{column}", f"{one.name}{label}")
        for one in forms(book)
        for column, label in _COLUMNS
    ]


@rule("P03", over=_fund_columns, gathers=True)
def funds_add_up(book: Book, subject: Subject) -> Outcome:
    """年度资金总额 ＝ 各资金来源之和（每一栏）

    一个项目的钱来自财政拨款、其他资金等几个来源，每一栏加起来就是总额。
    """
    project_id, column = subject.key.split("/")
    total = book.funds_total(project_id)
    parts = [row for row in book.funds(project_id) if row["position"] != total["position"]]
    if not parts:
        raise AbsentFactError("该表未列示各资金来源")
    cells = [book.cell("project_funds", row, column, row["label"]) for row in parts]
    return adds_up(book.cell("project_funds", total, column, "资金总额"), cells)


@rule("P04", over=forms)
def within_budget(book: Book, subject: Subject) -> Outcome:
    """全年执行数不超过全年预算数

    花的钱不应超过调整后的预算。
    """
    total = _total_or_rated(book, subject)
    return at_most(
        book.cell("project_funds", total, "executed", ""),
        book.cell("project_funds", total, "annual_budget", ""),
    )


def _points(book: Book, subject: Subject, column: str) -> list[Cell]:
    """Points of all indicators and of the execution rate."""
    rows = book.indicators(subject.key)
    cells = [book.cell("indicators", row, column, f"第{row['position']}项") for row in rows]
    return [book.cell("project_funds", book.funds_rated(subject.key), column, "执行率"), *cells]


@rule("P05", over=forms, gathers=True)
def weights_hundred(book: Book, subject: Subject) -> Outcome:
    """各指标分值与执行率分值之和为 100

    每张自评表满分 100 分，分到各个指标和执行率上。
    """
    if "total_score" in subject.row["unreadable"].split():
        raise UnreadableFactError("该表在提取文本中不完整，分值之和无从核对")
    weights = _points(book, subject, "weight")
    total = plus(weights, "分值之和")
    if total.value != 100 and not _scores_whole(book, subject):
        raise UnreadableFactError(
            f"{len(weights)} 个分值之和 {total.value}；各项得分之和也不等于总分，可能有一行没有读出"
        )
    state = PASS if total.value == 100 else FAIL
    words = "" if state == PASS else "，两者不能同时成立"
    return Outcome(
        state,
        f"{len(weights)} 个分值之和 {total.value}，应为 100{words}",
        total.value,
        Decimal(100),
        Decimal(0),
        total.figures,
    )


@rule("P06", over=forms, gathers=True)
def scores_add_up(book: Book, subject: Subject) -> Outcome:
    """总分 ＝ 各指标得分与执行率得分之和

    满分的得分没有舍入；只有一项得分不满时，总分也随之确定，不容差；两项以上不满时容差 0.01。
    缺失的得分不补；若只缺一项，说明总分所隐含的数值。
    """
    total = book.cell("projects", subject.row, "total_score", "")
    lost = [row for row in book.indicators(subject.key) if "score" in row["unreadable"].split()]
    if len(lost) == 1:
        known = [row for row in book.indicators(subject.key) if row is not lost[0]]
        cells = [book.cell("indicators", row, "score", "") for row in known]
        rated = book.cell("project_funds", book.funds_rated(subject.key), "score", "")
        implied = total.value - plus([*cells, rated]).value
        raise UnreadableFactError(
            f"第 {lost[0]['position']} 项得分无法辨认；总分 {total.text} 隐含 {implied}，未补入数据"
        )
    scores = plus(_points(book, subject, "score"), "各项得分之和")
    weights = plus(_points(book, subject, "weight"))
    if weights.value != 100 and scores.value != total.value:
        raise UnreadableFactError(
            f"各项分值之和 {weights.value}，不是 100，可能有一行没有读出，得分之和无从核对"
        )
    difference, envelope = abs(total.value - scores.value), _rounded_scores(book, subject)
    state = PASS if difference == 0 else ROUNDING if difference <= envelope else FAIL
    words = {
        PASS: "",
        ROUNDING: "，相差在四舍五入范围内",
        FAIL: f"，相差 {total.value - scores.value}，两处数字不能同时成立",
    }[state]
    return Outcome(
        state, f"总分 {total.text}，各项得分之和 {scores.text}{words}", total.value, scores.value, envelope,
        total.figures + scores.figures,
    )  # fmt: skip


def _scores_whole(book: Book, subject: Subject) -> bool:
    """Whether the scores of a form that were read are all: they add up to its total, as far as rounding tells."""
    total = book.cell("projects", subject.row, "total_score", "")
    return abs(total.value - plus(_points(book, subject, "score")).value) <= _rounded_scores(
        book, subject
    )


def _rounded_scores(book: Book, subject: Subject) -> Decimal:
    """How far a total of scores may lie from their sum: full scores were not rounded, and one alone rounds like the total."""
    rows = [*book.indicators(subject.key), book.funds_rated(subject.key)]
    computed = [
        row
        for row in rows
        if row["score"] != row["weight"] and row["score"].rstrip("0").rstrip(".") != row["weight"]
    ]
    return Decimal("0.01") if len(computed) > 1 else Decimal(0)


@rule("P07", over=forms)
def scores_within(book: Book, subject: Subject) -> Outcome:
    """每项得分在 0 与分值之间

    得分不会是负数，也不会超过这一项的满分。
    """
    rated = [
        ("project_funds", row, "执行率")
        for row in book.facts.rows("project_funds")
        if _is_rated(row, subject.key)
    ]
    rows = [*(("indicators", row, row["level3"]) for row in book.indicators(subject.key)), *rated]
    figures: list[str] = []
    unreadable = 0
    for resource, row, name in rows:
        try:
            weight, score = (
                book.cell(resource, row, column, name) for column in ("weight", "score")
            )
        except UnreadableFactError:
            unreadable += 1
            continue
        if not 0 <= score.value <= weight.value:
            words = f"“{name}”得分 {score.text} 超出分值 {weight.text}"
            return Outcome(
                FAIL, words, score.value, weight.value, Decimal(0), score.figures + weight.figures
            )
        figures += score.figures
    if unreadable == len(rows):
        raise UnreadableFactError("得分均无法辨认")
    left = f"，{unreadable} 项无法辨认" if unreadable else ""
    return Outcome(
        PASS, f"{len(rows) - unreadable} 项得分均在 0 与分值之间{left}", figures=tuple(figures)
    )


@rule("P16", over=forms)
def project_unique(book: Book, subject: Subject) -> Outcome:
    """没有两张自评表的项目名称和实施单位都相同"""
    if not subject.row["name"]:
        raise UnreadableFactError("名称无法辨认")
    key = ("name", "implementer", "kind")
    same = [
        one
        for one in book.facts.rows("projects")
        if all(one[name] == subject.row[name] for name in key)
    ]
    if len(same) > 1:
        return Outcome(
            INFORMATION,
            f"与另一张表名称、实施单位相同（{'、'.join(one['project_id'] for one in same)}）",
        )
    return Outcome(PASS, "没有另一张表与它名称、实施单位都相同")


def _is_rated(row: Row, project_id: str) -> bool:
    return row["project_id"] == project_id and told(row, "weight", "score")


def _measured(book: Book) -> list[Subject]:
    """Every indicator whose target and actual value are numbers of one unit, with its points."""
    names = ("target_value", "actual_value", "weight", "score")
    return [
        of_indicator(book, row)
        for row in book.facts.rows("indicators")
        if told(row, *names)
        and (
            lost(row, *names)
            or (row["target_unit"] == row["actual_unit"] and Decimal(row["weight"]))
        )
    ]


@rule("P08", over=_measured)
def met_means_full(book: Book, subject: Subject) -> Outcome:
    """指标达到的得满分，没达到的不得满分

    只判断含义明确的情形：“≥”达到或超过、“≤”和“＝”恰好相等算达到；“≥”不足、“≤”超出算没达到。
    """
    row = subject.row
    target, actual = (
        book.cell("indicators", row, name, "") for name in ("target_value", "actual_value")
    )
    weight, score = (book.cell("indicators", row, name, "") for name in ("weight", "score"))
    up, down = row["target_operator"] in ("≥", ">"), row["target_operator"] in ("≤", "<")
    met = actual.value == target.value or (up and actual.value > target.value)
    missed = (up and actual.value < target.value) or (down and actual.value > target.value)
    full = score.value >= weight.value
    said = f"{target_and_actual(row)}，分值 {weight.text}，得分 {score.text}"
    figures = target.figures + actual.figures + weight.figures + score.figures
    if met and not full:
        return Outcome(
            FAIL,
            f"{said}：已达到而没有得满分，按通常的计分方法应得满分",
            score.value,
            weight.value,
            Decimal(0),
            figures,
        )
    if missed and full:
        return Outcome(
            FAIL,
            f"{said}：没有达到而得满分，按通常的计分方法不应得满分",
            score.value,
            weight.value,
            Decimal(0),
            figures,
        )
    return Outcome(PASS, said, score.value, weight.value, Decimal(0), figures)


_PER_UNIT = re.compile("单个|每|人均|户均|平均|单价|标准")
_MONEY = {"万元": Decimal(1), "万": Decimal(1), "元": Decimal("0.0001")}
"""Units of whole costs, in 万元."""


def _cost_rows(book: Book, project_id: str) -> list[Row]:
    """The cost indicators of a form that are amounts of money; refused where they are no whole costs or not all known."""
    every = book.indicators(project_id)
    if any(lost(row, "level1") or not row["level1"] for row in every):
        raise UnreadableFactError("该表的指标类别没有都读出，不知道哪些是成本指标")
    rows = [row for row in every if row["level1"] == "成本指标" and told(row, "target_value")]
    if not rows:
        raise AbsentFactError("该表没有以数字表示的成本指标")
    if any(
        row["target_unit"] not in _MONEY or row["actual_unit"] not in _MONEY
        for row in rows
        if not lost(row, *_VALUES)
    ):
        raise AbsentFactError("成本指标不是全部以金额计")
    if any(_PER_UNIT.search(row["level3"]) for row in rows):
        raise AbsentFactError("成本指标中有单位成本，不能与资金总额相比")
    return rows


_VALUES = ("target_value", "actual_value")


def _costs(book: Book, rows: list[Row], column: str, label: str = "") -> Cell:
    """The sum of cost items, in 万元; they are printed with fewer digits at will, so half a centime of each may be missing."""
    cells = []
    for row in rows:
        cell, unit = (
            book.cell("indicators", row, f"{column}_value", row["level3"]),
            row[f"{column}_unit"],
        )
        value = (
            round_half_up(cell.value * _MONEY[unit], 6).normalize() if unit == "元" else cell.value
        )
        slack = cell.slack * _MONEY[unit] if unit == "元" else Decimal("0.005")
        cells.append(
            replace(cell, value=value, slack=slack, text=with_unit(value, "万元"), unit="万元")
        )
    return plus(cells, label)


@rule("P11", over=forms)
def costs_and_executed(book: Book, subject: Subject) -> Outcome:
    """成本指标完成值之和不超过全年执行数；成本指标覆盖全部预算时，两者相等

    指标值之和等于全年预算数时，视为覆盖全部预算。以元计的换算成万元；单位成本（“每人”“单个”）不能相加，不核对。
    """
    rows = _cost_rows(book, subject.key)
    total = _total_or_rated(book, subject)
    executed, budget = (
        book.cell("project_funds", total, name, "") for name in ("executed", "annual_budget")
    )
    actual = _costs(book, rows, "actual", "成本指标完成值之和")
    target = _costs(book, rows, "target", "各成本指标的指标值之和")
    within = at_most(actual, executed, slack=True)
    if (
        within.state == FAIL
        or round_half_up(target.value, 2) != budget.value
        or not _all_numbers(book, subject.key)
    ):
        return within
    found = by_convention(adds_up(executed, [actual]))
    words = "" if found.state == PASS else f"；{stated(target)}，等于全年预算数，可见成本指标已列全"
    return replace(found, statement=found.statement + words)


def _costed(book: Book) -> list[Subject]:
    """Forms with two or more costs that can be added up; why others have none is told by P11."""

    def several(subject: Subject) -> bool:
        try:
            return len(_cost_rows(book, subject.key)) > 1
        except FactError:
            return False

    return [one for one in forms(book) if several(one) and _all_numbers(book, one.key)]


def _all_numbers(book: Book, project_id: str) -> bool:
    """Whether every cost of a form is told in numbers, so that their sum is whole."""
    rows = [row for row in book.indicators(project_id) if row["level1"] == "成本指标"]
    return all(told(row, *_VALUES) for row in rows)


@rule("P25", over=_costed)
def costs_and_budget(book: Book, subject: Subject) -> Outcome:
    """成本指标完成值合起来正好是全年执行数的，指标值合起来也应是全年预算数

    两头都列全的自评表，指标值按全年预算数分配到各项。
    """
    rows = _cost_rows(book, subject.key)
    total = _total_or_rated(book, subject)
    executed, budget = (
        book.cell("project_funds", total, name, "") for name in ("executed", "annual_budget")
    )
    actual = _costs(book, rows, "actual", "完成值之和")
    if round_half_up(actual.value, 2) != executed.value:
        raise AbsentFactError("成本指标没有覆盖全部执行数")
    target = _costs(book, rows, "target", "各成本指标的指标值之和")
    found = by_convention(adds_up(budget, [target]))
    if found.state == PASS:
        return found
    words = f"；{stated(actual)}，等于全年执行数，可见成本指标已列全"
    return replace(found, statement=found.statement + words, figures=found.figures + actual.figures)


_WHOLE = re.compile("(?:合格|及时|准确|覆盖|到位|知晓|满意)(?:率|度)(?:（[^（）]*）)?$")
"""Names of shares of a whole, which cannot exceed it; a rate of completion can."""


def _shares(book: Book) -> list[Subject]:
    rows = book.facts.rows("indicators")
    return [
        of_indicator(book, row)
        for row in rows
        if row["actual_unit"] == "%" and _WHOLE.search(row["level3"])
    ]


@rule("P27", over=_shares)
def at_most_whole(book: Book, subject: Subject) -> Outcome:
    """合格率、及时率、覆盖率、满意度一类的完成值不超过 100%

    这些指标说的是全体中的一部分。完成率可以超过 100%，不在此列。
    """
    actual = book.cell("indicators", subject.row, "actual_value", "")
    state = PASS if actual.value <= 100 else FAIL
    said = f"完成值 {subject.row['actual'].removeprefix('=')}" + (
        "" if state == PASS else "，不可能超过 100%"
    )
    return Outcome(state, said, actual.value, Decimal(100), Decimal(0), actual.figures)


@rule("P13", over=_measured)
def sense_of_scale(book: Book, subject: Subject) -> Outcome:
    """完成值超过指标值三倍的，值得留意

    不是差错，可能是指标值定得过低或单位不同。
    """
    target, actual = (
        book.cell("indicators", subject.row, name, "") for name in ("target_value", "actual_value")
    )
    far = target.value > 0 and actual.value > 3 * target.value
    said = target_and_actual(subject.row) + (
        f"，是指标值的 {actual.value / target.value:.1f} 倍" if far else ""
    )
    return Outcome(
        INFORMATION if far else PASS,
        said,
        actual.value,
        target.value,
        Decimal(0),
        actual.figures + target.figures,
    )
