"""The forms of projects against the prose: how many there are, what they were given and spent."""

from __future__ import annotations

from typing import Literal

from juesuan.check.book.book import Book
from juesuan.check.book.legible import lost
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell, nothing
from juesuan.check.comparing.compare import (
    FAIL,
    PASS,
    Outcome,
    adds_up,
    at_most,
    by_convention,
    minus,
    plus,
)
from juesuan.check.comparing.relation import AT_MOST
from juesuan.check.rule import rule
from juesuan.check.views.forms import PART, FundsColumn, all_projects, of_forms
from juesuan.check.views.over import measures_with
from juesuan.check.views.words import WORDS
from juesuan.errors import AbsentFactError, FactError, UnreadableFactError
from juesuan.rows import MeasuresRow


@rule("X07")
def projects_number(book: Book) -> Outcome:
    """项目自评表张数（加涉密项目数）＝ 绩效说明中的项目数

    说自评了几个项目，就应当附几张表；涉密项目可以不附。
    """
    stated, forms = book["performance.project_count"], len(book.project_forms())
    if not forms:
        raise AbsentFactError("所收文件未附项目支出绩效自评表")
    secret = _secret_count(book)
    figures = stated.figures + secret.figures
    if stated.value in (forms, forms + secret.value):
        extra = f"，另有涉密 {secret.value} 个" if secret.value else ""
        said = f"说明称 {stated.value} 个，附表 {forms} 张{extra}"
        return Outcome(PASS, said, stated.value, stated.value, figures=figures)
    if any(lost(row, "name") for row in book.facts.rows("projects")):
        said = f"说明称 {stated.value} 个，读出 {forms} 张，其中有的没有读出项目名称，张数无从核对"
        raise UnreadableFactError(said)
    said = f"说明称 {stated.value} 个，附表 {forms} 张，涉密 {secret.value} 个，"
    said += "三处数字不能同时成立"
    return Outcome(FAIL, said, stated.value, forms + secret.value, figures=figures)


def _secret_count(book: Book) -> Cell:
    try:
        return book["confidential.project_count"]
    except AbsentFactError:
        return nothing("涉密项目", "0")


Column = Literal["annual_budget", "actual"]


def _confidential(book: Book, column: Column) -> list[Cell]:
    """The money of confidential projects; none where no such projects are told of."""
    try:
        return [book.measure("confidential.projects", column)]
    except AbsentFactError:
        measures = {row["measure"] for row in book.facts.rows("measures")}
        if "confidential.project_count" in measures:
            raise
        return []


def _counts_forms_only(book: Book) -> bool:
    """Whether the prose counts exactly the projects that have forms.

    Then its amounts leave out the confidential ones.
    """
    try:
        stated, secret = book["performance.project_count"], book["confidential.project_count"]
    except AbsentFactError:
        return False
    return stated.value == len(book.project_forms()) and secret.value > 0


def _with_or_without_secret(
    book: Book, stated: Cell, column: FundsColumn, secret_column: Column
) -> Outcome:
    """An amount of the prose against the forms, or the forms and the confidential projects."""
    forms = all_projects(book, column)
    alone = adds_up(stated, [forms])
    if alone.state != FAIL:
        return alone
    try:
        secret = _confidential(book, secret_column)
    except AbsentFactError:
        if _counts_forms_only(book):
            return alone
        raise
    return adds_up(stated, [forms, *secret]) if secret else alone


@rule("X08")
def projects_budget(book: Book) -> Outcome:
    """各项目全年预算数之和（含或不含涉密项目）＝ 绩效说明中的全年预算数

    把每张表的预算数加起来，应当等于正文里说的总数。
    """
    stated = book.measure("performance.projects", "annual_budget")
    return _with_or_without_secret(book, stated, "annual_budget", "annual_budget")


@rule("X09")
def projects_executed(book: Book) -> Outcome:
    """各项目全年执行数之和（含或不含涉密项目）＝ 绩效说明中的全年执行数

    把每张表的执行数加起来，应当等于正文里说的总数。
    """
    stated = book.measure("performance.projects")
    return _with_or_without_secret(book, stated, "executed", "actual")


@rule("X10", relation=AT_MOST)
def projects_within(book: Book) -> Outcome:
    """各项目（含涉密项目）全年执行数之和不超过项目支出

    涉密项目不附自评表，只在“其他需说明的事项”中列示资金，也是项目支出的一部分。
    """
    forms, secret = all_projects(book, "executed"), _confidential(book, "actual")
    if secret:
        forms = plus([forms, *secret], f"{forms.label}与涉密项目合计")
    return by_convention(at_most(forms, book["expenditure.project"], slack=True), PART)


@rule("X12", usual=True)
def carried_project(book: Book) -> Outcome:
    """有“上年结转”项目时，年初结转和结余大于 0

    上年结转的钱应当已经算在年初结转和结余里。
    """
    forms = book.facts.rows("projects")
    carried = [row for row in forms if WORDS.pattern("carried_over").search(row["name"])]
    if not carried:
        raise AbsentFactError("没有名称含“上年结转”的项目")
    opening, form = book["carryover.opening"], carried[0]["project_id"]
    if not opening.figures:
        raise UnreadableFactError("年初结转和结余无法辨认")
    state = PASS if opening.value > 0 else FAIL
    words = "" if state == PASS else "，按通常口径，上年结转的资金应在年初结转和结余之内"
    said = f"{book.form_name(form)}称资金为上年结转，{opening.label} {opening.text}"
    figures = opening.figures + _executed(book, form)
    return Outcome(state, said + words, opening.value, figures=figures, brief=said)


def _executed(book: Book, project_id: str) -> tuple[str, ...]:
    """The printed figure of what a project executed, if it can be read."""
    try:
        return book.fund(book.funds_total(project_id), "executed").figures
    except FactError:
        return ()


@rule(
    "X16",
    over=measures_with("actual", "annual_budget", sections=("performance", "other")),
    relation=AT_MOST,
)
def executed_within_budget(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """绩效说明、涉密项目说明中的全年执行数不超过全年预算数

    花的钱不应超过调整后的预算。
    """
    actual = book.figure(subject, "actual", f"{subject.name}全年执行数")
    return at_most(actual, book.figure(subject, "annual_budget"))


def _fiscal_projects(book: Book) -> Cell:
    """Project expenditure out of the appropriation: the budgets without basic expenditure."""
    fiscal = minus(book["general_budget.expenditure"], book["basic.total"], "一般公共预算项目支出")
    for fund in ("government_fund", "state_capital"):
        if not book.total_zero(fund):
            added = [fiscal, book[f"{fund}.expenditure_current"]]
            fiscal = plus(added, "财政拨款项目支出", named=True)
    return fiscal


@rule("X11", relation=AT_MOST)
def other_funds_of_projects(book: Book) -> Outcome:
    """各项目其他资金执行数之和不超过项目支出中非财政拨款的部分

    项目支出减去其中财政拨款安排的，剩下的是用其他资金安排的项目支出；
    各项目自评表里的其他资金加起来，通常不应比它多。
    """
    nonfiscal = minus(book["expenditure.project"], _fiscal_projects(book), "非财政拨款项目支出")
    forms = of_forms(book, "executed", "other_funds", "其他资金执行数")
    return by_convention(at_most(forms, nonfiscal, slack=True), PART)


@rule("X18", relation=AT_MOST)
def fiscal_funds_of_projects(book: Book) -> Outcome:
    """各项目当年财政拨款执行数之和不超过财政拨款安排的项目支出

    一般公共预算财政拨款支出减去其中的基本支出，就是财政拨款安排的项目支出
    （有政府性基金、国有资本经营预算支出的，再加上这些）。
    """
    forms = of_forms(book, "executed", "fiscal_funds", "当年财政拨款执行数")
    return by_convention(at_most(forms, _fiscal_projects(book), slack=True), PART)
