"""X02–X12, X16, X18, X19: between the sections and the performance forms."""

from __future__ import annotations

from decimal import Decimal

from juesuan.check.book import Book, Cell, Subject, measures_with
from juesuan.check.compare import (
    FAIL,
    PASS,
    Outcome,
    adds_up,
    at_most,
    by_convention,
    equal,
    minus,
    plus,
)
from juesuan.check.rule import rule
from juesuan.errors import AbsentFactError, FactError, UnreadableFactError
from juesuan.rows import Row

_PART = "部分不应超过全部"


def _overall(book: Book, column: str) -> Cell:
    return book.cell("project_funds", book.funds_total("overall"), column, "整体自评表")


@rule("X02")
def performance_prose(book: Book) -> Outcome:
    """绩效说明中的全年预算总额、实际执行总额 ＝ 整体支出绩效自评表

    正文里的两个数就是整体自评表里的两个数。
    """
    for column, printed in (("annual_budget", "annual_budget"), ("actual", "executed")):
        outcome = equal(book.measure("performance.overall", column), _overall(book, printed))
        if outcome.state == FAIL:
            return outcome
    return outcome


@rule("X03")
def overall_budget(book: Book) -> Outcome:
    """整体支出绩效自评表的全年预算数 ＝ 收入总计

    自评表的全年预算数是当年可用的全部资金，通常按决算的收入总计填写。
    """
    return by_convention(equal(_overall(book, "annual_budget"), book["revenue.total"]))


@rule("X04")
def overall_executed(book: Book) -> Outcome:
    """整体支出绩效自评表的全年执行数 ＝ 本年支出合计

    自评表的全年执行数通常就是当年实际支出的合计。
    """
    return by_convention(equal(_overall(book, "executed"), book["expenditure.current"]))


@rule("X05")
def overall_initial(book: Book) -> Outcome:
    """整体支出绩效自评表的年初预算数不小于财政拨款年初预算数

    财政拨款是部门全部资金的一部分，所以全部资金的年初预算数不应比它小。
    """
    outcome = at_most(
        book.measure("appropriation.overall", "initial_budget"),
        _overall(book, "initial_budget"),
        slack=True,
    )
    return by_convention(outcome, _PART)


def _projects(book: Book, column: str) -> Cell:
    """The sum of all project forms."""
    forms = [row for row in book.facts.rows("projects") if row["kind"] == "project"]
    if not forms:
        raise AbsentFactError("原文未附项目支出绩效自评表")
    rows = []
    for form in forms:
        try:
            rows.append(book.funds_total(form["project_id"]))
        except AbsentFactError as error:
            raise UnreadableFactError(
                f"{book.form_name(form['project_id'])}的资金没有读出，合计无从核对"
            ) from error
    return plus(
        [book.cell("project_funds", row, column, "") for row in rows],
        f"{len(forms)} 张项目自评表之和",
    )


def _confidential(book: Book, column: str) -> list[Cell]:
    try:
        return [book.measure("confidential.projects", column)]
    except AbsentFactError:
        if any(
            row["measure"] == "confidential.project_count" for row in book.facts.rows("measures")
        ):
            raise
        return []


def _other_funds(book: Book, project_id: str) -> Cell:
    for row in book.funds(project_id):
        if row["source"].startswith("其他资金"):
            return book.cell(
                "project_funds",
                row,
                "executed",
                "整体自评表其他资金" if project_id == "overall" else "其他资金",
            )
    raise AbsentFactError("该表未列示其他资金")


@rule("X06")
def other_funds(book: Book) -> Outcome:
    """整体支出绩效自评表的其他资金执行数 ＝ 本年支出中非财政拨款的部分

    其他资金指财政拨款以外的钱。本年支出合计减去财政拨款支出，剩下的就是用其他资金支付的，与自评表“其他资金”一行应当相同。
    """
    nonfiscal = minus(book["expenditure.current"], book["appropriation.expenditure_current"])
    return by_convention(adds_up(_other_funds(book, "overall"), [nonfiscal]))


@rule("X07")
def projects_number(book: Book) -> Outcome:
    """项目自评表张数（加涉密项目数）＝ 绩效说明中的项目数

    说自评了几个项目，就应当附几张表；涉密项目可以不附。
    """
    stated = book["performance.project_count"]
    forms = Decimal(sum(1 for row in book.facts.rows("projects") if row["kind"] == "project"))
    if not forms:
        raise AbsentFactError("所收文件未附项目支出绩效自评表")
    try:
        secret = book["confidential.project_count"]
    except AbsentFactError:
        secret = Cell(Decimal(0), Decimal(0), "涉密项目", "0")
    if stated.value in (forms, forms + secret.value):
        words = f"说明称 {stated.value} 个，附表 {forms} 张" + (
            f"，另有涉密 {secret.value} 个" if secret.value else ""
        )
        return Outcome(
            PASS, words, stated.value, stated.value, Decimal(0), stated.figures + secret.figures
        )
    if any("name" in row["unreadable"].split() for row in book.facts.rows("projects")):
        raise UnreadableFactError(
            f"说明称 {stated.value} 个，读出 {forms} 张，其中有的没有读出项目名称，张数无从核对"
        )
    words = (
        f"说明称 {stated.value} 个，附表 {forms} 张，涉密 {secret.value} 个，三处数字不能同时成立"
    )
    return Outcome(
        FAIL, words, stated.value, forms + secret.value, Decimal(0), stated.figures + secret.figures
    )


def _counts_forms_only(book: Book) -> bool:
    """Whether the prose counts exactly the projects that have forms, so that its amounts leave out the confidential ones."""
    try:
        stated, secret = book["performance.project_count"], book["confidential.project_count"]
    except AbsentFactError:
        return False
    forms = sum(1 for row in book.facts.rows("projects") if row["kind"] == "project")
    return stated.value == forms and secret.value > 0


def _performance(book: Book, stated: Cell, column: str, secret_column: str) -> Outcome:
    forms = _projects(book, column)
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
    return _performance(
        book,
        book.measure("performance.projects", "annual_budget"),
        "annual_budget",
        "annual_budget",
    )


@rule("X09")
def projects_executed(book: Book) -> Outcome:
    """各项目全年执行数之和（含或不含涉密项目）＝ 绩效说明中的全年执行数

    把每张表的执行数加起来，应当等于正文里说的总数。
    """
    return _performance(book, book.measure("performance.projects"), "executed", "actual")


@rule("X10")
def projects_within(book: Book) -> Outcome:
    """各项目（含涉密项目）全年执行数之和不超过项目支出

    涉密项目不附自评表，只在“其他需说明的事项”中列示资金，也是项目支出的一部分。
    """
    parts = [_projects(book, "executed"), *_confidential(book, "actual")]
    forms = parts[0] if len(parts) == 1 else plus(parts, f"{parts[0].label}与涉密项目合计")
    return by_convention(at_most(forms, book["expenditure.project"], slack=True), _PART)


def _budgeted(book: Book) -> list[Subject]:
    every = measures_with("actual", "annual_budget")(book)
    return [one for one in every if one.row["section"] in ("performance", "other")]


@rule("X16", over=_budgeted)
def executed_within_budget(book: Book, subject: Subject) -> Outcome:
    """绩效说明、涉密项目说明中的全年执行数不超过全年预算数

    花的钱不应超过调整后的预算。
    """
    actual = book.cell("measures", subject.row, "actual", f"{subject.name}全年执行数")
    return at_most(actual, book.cell("measures", subject.row, "annual_budget", subject.name))


@rule("X12")
def carried_project(book: Book) -> Outcome:
    """有“上年结转”项目时，年初结转和结余大于 0

    上年结转的钱应当已经算在年初结转和结余里。
    """
    named = [row for row in book.facts.rows("projects") if "上年结转" in row["name"]]
    if not named:
        raise AbsentFactError("没有名称含“上年结转”的项目")
    opening = book["carryover.opening"]
    if not opening.figures:
        raise UnreadableFactError("年初结转和结余无法辨认")
    state = PASS if opening.value > 0 else FAIL
    words = "" if state == PASS else "，按通常口径，上年结转的资金应在年初结转和结余之内"
    said = f"{book.form_name(named[0]['project_id'])}称资金为上年结转，{opening.label} {opening.text}{words}"
    return Outcome(
        state,
        said,
        opening.value,
        None,
        Decimal(0),
        opening.figures + _executed(book, named[0]["project_id"]),
    )


def _executed(book: Book, project_id: str) -> tuple[str, ...]:
    """The printed figure of what a project executed, if it can be read."""
    try:
        return book.cell("project_funds", book.funds_total(project_id), "executed", "").figures
    except FactError:
        return ()


def _fiscal_projects(book: Book) -> Cell:
    """Project expenditure out of the appropriation: each budget's expenditure without basic expenditure."""
    fiscal = minus(book["general_budget.expenditure"], book["basic.total"], "一般公共预算项目支出")
    for fund in ("government_fund", "state_capital"):
        if not book.total_zero(fund):
            fiscal = plus([fiscal, book[f"{fund}.expenditure_current"]], "财政拨款项目支出")
    return fiscal


def _of_forms(book: Book, column: str, sources: tuple[str, ...], label: str) -> Cell:
    """The sum of the project forms' funds from some sources."""
    forms = {row["project_id"] for row in book.facts.rows("projects") if row["kind"] == "project"}
    rows = [
        row
        for row in book.facts.rows("project_funds")
        if row["project_id"] in forms and _from(row, sources)
    ]
    if {row["project_id"] for row in rows} != forms or not forms:
        raise AbsentFactError(f"各项目自评表没有都列示{label}")
    return plus(
        [book.cell("project_funds", row, column, label) for row in rows], f"各项目{label}之和"
    )


def _from(row: Row, sources: tuple[str, ...]) -> bool:
    return row["source"].removeprefix("其中：").startswith(sources)


@rule("X11")
def other_funds_of_projects(book: Book) -> Outcome:
    """各项目其他资金执行数之和不超过项目支出中非财政拨款的部分

    项目支出减去其中财政拨款安排的，剩下的是用其他资金安排的项目支出；各项目自评表里的其他资金加起来，通常不应比它多。
    """
    nonfiscal = minus(book["expenditure.project"], _fiscal_projects(book), "非财政拨款项目支出")
    forms = _of_forms(book, "executed", ("其他资金",), "其他资金执行数")
    return by_convention(at_most(forms, nonfiscal, slack=True), _PART)


@rule("X18")
def fiscal_funds_of_projects(book: Book) -> Outcome:
    """各项目当年财政拨款执行数之和不超过财政拨款安排的项目支出

    一般公共预算财政拨款支出减去其中的基本支出，就是财政拨款安排的项目支出（有政府性基金、国有资本经营预算支出的，再加上这些）。
    """
    forms = _of_forms(book, "executed", ("当年财政拨款",), "当年财政拨款执行数")
    return by_convention(at_most(forms, _fiscal_projects(book), slack=True), _PART)


_COLUMNS = (
    ("initial_budget", "年初预算数"),
    ("annual_budget", "全年预算数"),
    ("executed", "全年执行数"),
)


def _columns(book: Book) -> list[Subject]:
    rows = [
        row
        for row in book.facts.rows("project_funds")
        if row["project_id"] == "overall" and _from(row, ("其他资金",))
    ]
    forms = any(row["kind"] == "project" for row in book.facts.rows("projects"))
    return [
        Subject("project_funds", row, name, label)
        for row in rows[:1]
        for name, label in _COLUMNS
        if forms
    ]


@rule("X19", over=_columns)
def other_funds_of_the_whole(book: Book, subject: Subject) -> Outcome:
    """整体支出绩效自评表的其他资金不小于各项目自评表其他资金之和（每一栏）

    整体支出包括各个项目，项目用的其他资金也是整体的其他资金。
    """
    whole = book.cell("project_funds", subject.row, subject.key, "整体自评表其他资金")
    forms = _of_forms(book, subject.key, ("其他资金",), f"其他资金{subject.name}")
    return by_convention(at_most(forms, whole, slack=True), _PART)
