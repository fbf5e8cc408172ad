"""N23–N34, N77: the general public budget and its functional classification."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from juesuan import terms
from juesuan.check.book import Book, Cell, Subject, classes, items, measures_with, told
from juesuan.check.compare import (
    FAIL,
    INFORMATION,
    PASS,
    Outcome,
    adds_up,
    at_most,
    is_percent,
    minus,
    plus,
)
from juesuan.check.rule import rule
from juesuan.check.rules.totals import year_on_year
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.rows import Row

_GENERAL = "general_public_budget"


def _class(row: Row) -> str:
    """A class by its code, so that a former name or one without 支出 is the same class; an unknown one by its name."""
    return terms.class_code(row["class"]) or row["class"]


def _cells(book: Book, level: str, column: str = "actual", within: str = "") -> list[Cell]:
    rows = [row for row in book.functions(level) if not within or _class(row) == within]
    if not rows:
        raise AbsentFactError(f"原文未列示{within}的项级科目")
    return [book.cell("functions", row, column, row["item"] or row["class"]) for row in rows]


@rule("N23")
def general_share(book: Book) -> Outcome:
    """一般公共预算财政拨款支出占本年支出合计的比例按金额重算相符

    占比就是一般公共预算财政拨款支出除以本年支出合计，可以用印出的金额重算。
    """
    share = book.measure("general_budget.expenditure", "share_pct")
    total = book["expenditure.current"]
    if total.value == 0:
        raise AbsentFactError("本年支出合计为 0")
    return is_percent(
        share, book["general_budget.expenditure"], total, "一般公共预算财政拨款支出 ÷ 本年支出合计"
    )


def _changed(book: Book) -> list[Subject]:
    """Measures with a change; the totals of N05 and N20 have rules of their own."""
    every = measures_with("actual", "change", "change_pct")(book)
    return [one for one in every if one.row["measure"] not in ("overall", "appropriation.overall")]


@rule("N24", over=_changed)
def change(book: Book, subject: Subject) -> Outcome:
    """比上年增减率 ＝ 增减额 ÷ 上年数，增减方向一致

    上年数没有直接印出时，用本年数减去增减额推算；增加的金额不应配下降的百分比。
    """
    return year_on_year(
        book, ("measures", subject), book.cell("measures", subject.row, "actual", subject.name)
    )


@rule("N25")
def fiscal_by_fund(book: Book) -> Outcome:
    """本年财政拨款支出 ＝ 一般公共预算 ＋ 政府性基金 ＋ 国有资本经营预算支出

    财政拨款来自三本预算：一般公共预算、政府性基金预算和国有资本经营预算。没有收支的预算按 0 计。
    """
    parts = [book["general_budget.expenditure"]]
    for fund, label in (
        ("government_fund", "政府性基金预算"),
        ("state_capital", "国有资本经营预算"),
    ):
        try:
            parts.append(book[f"{fund}.expenditure_current"])
        except AbsentFactError:
            if not book.total_zero(fund):
                raise
            parts.append(Cell(Decimal(0), Decimal(0), f"{label}支出", "0（空表）"))
    return adds_up(book["appropriation.expenditure_current"], parts)


@rule("N77")
def initial_budget_within(book: Book) -> Outcome:
    """一般公共预算的年初预算数不超过财政拨款的年初预算数

    一般公共预算是财政拨款的一部分。
    """
    part = book.measure("general_budget.expenditure", "initial_budget")
    return at_most(part, book.measure("appropriation.overall", "initial_budget"))


@rule("N26", gathers=True)
def classes_add_up(book: Book) -> Outcome:
    """一般公共预算财政拨款支出 ＝ 各类之和

    支出按用途分“类”（如教育支出、卫生健康支出），各类加起来就是总额。
    """
    return adds_up(book["general_budget.expenditure"], _cells(book, "class"))


@rule("N27", over=classes)
def class_share(book: Book, subject: Subject) -> Outcome:
    """各类支出占比按金额重算相符

    占比就是该类除以总额，可以用印出的金额重算。
    """
    share = book.cell("functions", subject.row, "share_pct", subject.name)
    part = book.cell("functions", subject.row, "actual", subject.name)
    total = _total(book, subject.row["fund"])
    if total.value == 0:
        raise AbsentFactError(f"{total.label}为 0")
    return is_percent(share, part, total, f"该类 ÷ {total.label}")


def _total(book: Book, fund: str) -> Cell:
    """The expenditure of a budget."""
    names = (
        ("general_budget.expenditure",)
        if fund == _GENERAL
        else (f"{fund}.expenditure_current", f"{fund}.expenditure")
    )
    for name in names[:-1]:
        try:
            return book[name]
        except AbsentFactError:
            continue
    return book[names[-1]]


@rule("N27-100", gathers=True)
def class_shares_hundred(book: Book) -> Outcome:
    """各类占比之和为 100%

    各类合起来是全部支出，所以占比加起来是 100%，只允许四舍五入的出入。
    """
    shares = _cells(book, "class", "share_pct")
    total, limit = plus(shares, "各类占比之和"), Decimal("0.01") * len(shares)
    difference = abs(total.value - 100)
    state = PASS if difference == 0 else "rounding" if difference <= limit else FAIL
    return Outcome(
        state,
        f"各类占比之和 {total.value}%，应为 100.00%（容差 {limit}）",
        total.value,
        Decimal(100),
        limit,
        total.figures,
    )


@rule("N28", over=classes, gathers=True)
def class_by_items(book: Book, subject: Subject) -> Outcome:
    """每一类 ＝ 该类各项之和

    “类”下面分“款”和“项”，一类的金额是其下各项之和。
    """
    total = book.cell("functions", subject.row, "actual", subject.name)
    return adds_up(total, _cells(book, "item", within=_class(subject.row)))


def _budgets(book: Book) -> list[Subject]:
    """Every budget with items, and the measure that is their total."""
    totals = {
        "general_public_budget": ("general_budget.expenditure", "一般公共预算财政拨款支出"),
        "government_fund": ("government_fund.expenditure_current", "政府性基金预算本年支出"),
        "state_capital": ("state_capital.expenditure_current", "国有资本经营预算本年支出"),
    }
    found = {row["fund"]: row for row in book.facts.rows("functions") if row["level"] == "item"}
    return [
        Subject("functions", {**found[fund], "total": m}, fund, label)
        for fund, (m, label) in totals.items()
        if fund in found
    ]


@rule("N29", over=_budgets, gathers=True)
def items_add_up(book: Book, subject: Subject) -> Outcome:
    """一般公共预算财政拨款支出（及各项预算支出）＝ 全部各项之和

    把所有的项加起来，就是该项预算的全部支出。
    """
    rows = book.functions("item", subject.key)
    cells = [book.cell("functions", row, "actual", row["item"]) for row in rows]
    return adds_up(book[subject.row["total"]], cells)


@rule("N30")
def items_numbered(book: Book) -> Outcome:
    """各项从 1 起连续编号，且所属的类都在结构中列示（金额为 0 的类可以不列）"""
    rows = book.functions("item")
    numbers = [int(row["position"]) for row in rows]
    if numbers != list(range(1, len(numbers) + 1)):
        return Outcome(FAIL, f"项的编号为 {'、'.join(map(str, numbers))}，不连续")
    classes_ = {_class(row): row["class"] for row in book.functions("class")}
    spent = [row for row in rows if Decimal(row["actual"] or 0)]
    missing = sorted({row["class"] for row in spent if _class(row) not in classes_})
    if missing and _structure_adds_up(book):
        return Outcome(FAIL, f"各项所属的{'、'.join(missing)}未在结构中列示")
    if missing:
        raise UnreadableFactError(
            f"没有在结构中读到{'、'.join(missing)}；读到的各类之和也不等于总额，可能有一类没有读出"
        )
    renamed = sorted(
        {(row["class"], classes_[_class(row)]) for row in spent}
        - {(name, name) for name in classes_.values()}
    )
    if renamed:
        said = "、".join(f"各项为“{one}”、结构为“{other}”" for one, other in renamed)
        return Outcome(INFORMATION, f"{len(numbers)} 项所属各类均已列示，名称不同的：{said}")
    return Outcome(PASS, f"{len(numbers)} 项连续编号，所属各类均已列示")


def _structure_adds_up(book: Book) -> bool:
    """Whether the classes that were read are all."""
    return adds_up(book["general_budget.expenditure"], _cells(book, "class")).state != FAIL


def _changing(book: Book) -> list[Subject]:
    """Items of which a change against the year before is told, or could not be read."""
    return [one for one in items(book) if told(one.row, "change") or told(one.row, "change_pct")]


@rule("N31", over=_changing)
def item_direction(book: Book, subject: Subject) -> Outcome:
    """各项的增减额与增减率方向一致

    写明增加的，百分比不应是下降。
    """
    amount = book.cell("functions", subject.row, "change", subject.name)
    rate = book.cell("functions", subject.row, "change_pct", subject.name)
    state = FAIL if amount.value * rate.value < 0 else PASS
    words = "方向相反，两处数字不能同时成立" if state == FAIL else "方向一致"
    figures = amount.figures + rate.figures
    return Outcome(
        state,
        f"增减额 {amount.text}、增减率 {rate.text} {words}",
        amount.value,
        rate.value,
        Decimal(0),
        figures,
    )


@rule("N32", over=_changing)
def item_change(book: Book, subject: Subject) -> Outcome:
    """各项的增减率 ＝ 增减额 ÷ 上年数

    上年数没有直接印出时，用本年数减去增减额推算。
    """
    return year_on_year(
        book, ("functions", subject), book.cell("functions", subject.row, "actual", subject.name)
    )


@rule("N33", over=_changing)
def item_prior(book: Book, subject: Subject) -> Outcome:
    """各项推算的上年数不小于 0

    本年数减去增减额就是上年数；支出不会小于 0。
    """
    actual = book.cell("functions", subject.row, "actual", subject.name)
    prior = minus(
        actual, book.cell("functions", subject.row, "change", subject.name), "推算的上年数"
    )
    state = PASS if prior.value >= 0 else FAIL
    words = "" if state == PASS else "，小于 0，两处数字不能同时成立"
    return Outcome(
        state,
        f"推算的上年数 {prior.text}{words}",
        prior.value,
        Decimal(0),
        Decimal(0),
        prior.figures,
    )


@rule("N34", gathers=True)
def items_prior_add_up(book: Book) -> Outcome:
    """各项推算的上年数之和 ＝ 总额推算的上年数

    本年数减去增减额就是上年数。各项的上年数加起来不会大于总额的上年数；列出了本年没有支出的科目的，两者应当相等。
    没有列出这样的科目而各项之和较小的，可能是上年有、本年没有的科目没有列，只作说明。
    """
    total = minus(
        book["general_budget.expenditure"],
        book.measure("general_budget.expenditure", "change"),
        "总额推算的上年数",
    )
    actual = plus(_cells(book, "item"), "各项决算数之和")
    items = minus(
        actual, plus(_cells(book, "item", "change"), "各项增减额之和"), "各项推算的上年数之和"
    )
    found = adds_up(total, [items])
    gone = any(not Decimal(row["actual"] or 1) for row in book.functions("item"))
    if found.state != FAIL or items.value > total.value or gone:
        return found
    said = found.statement.partition("，相差")[0] + "，或有上年有支出、本年没有支出的科目没有列出"
    return replace(found, state=INFORMATION, statement=said)
