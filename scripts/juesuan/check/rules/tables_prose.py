"""T23–T27, T30: the prose against the nine statutory tables; N52, N61–N66, X15: what the prose says of its own figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from juesuan import terms
from juesuan.check.book import Book, Cell, Subject, measures_with, told, with_unit
from juesuan.check.compare import (
    FAIL,
    INFORMATION,
    PASS,
    Outcome,
    adds_up,
    at_most,
    equal,
    is_percent,
    minus,
    plus,
)
from juesuan.check.rule import rule
from juesuan.check.tables import FUNDS, LABELS, economic_total, of_total, side, three_public, title
from juesuan.errors import AbsentFactError
from juesuan.rows import Row

Place = Callable[[Book], Cell]

_TOTALS = {
    "overall": ("table1", "revenue", "total"), "revenue.total": ("table1", "revenue", "total"),
    "expenditure.total": ("table1", "expenditure", "total"), "carryover.opening": ("table1", "revenue", "opening"),
    "carryover.closing": ("table1", "expenditure", "closing"),
    "revenue.nonfiscal_surplus_used": ("table1", "revenue", "surplus_used"),
    "surplus.distributed": ("table1", "expenditure", "surplus_distributed"),
    "appropriation.overall": ("table4", "revenue", "total"), "appropriation.revenue_total": ("table4", "revenue", "total"),
    "appropriation.expenditure_total": ("table4", "expenditure", "total"),
    "appropriation.opening": ("table4", "revenue", "opening"), "appropriation.closing": ("table4", "expenditure", "closing"),
    "appropriation.revenue_current": ("table4", "revenue", "current"),
    "appropriation.expenditure_current": ("table4", "expenditure", "current"),
}  # fmt: skip
"""Measure to table, half and kind of line of the summary tables."""

_COLUMNS = {
    "revenue.current": ("table2", "total"), "expenditure.current": ("table3", "total"),
    "general_budget.expenditure": ("table5", "total"), "basic.total": ("table5", "basic"),
    **{f"revenue.{one}": ("table2", one) for one in
       ("appropriation", "superior_subsidy", "undertaking", "operating", "affiliated_remittance", "other")},
    **{f"expenditure.{one}": ("table3", one) for one in
       ("basic", "project", "remitted_superior", "operating", "affiliated_subsidy")},
    **{f"{fund}.{one}": (table, column) for table, fund in (("table8", "government_fund"), ("table9", "state_capital"))
       for one, column in (("opening", "opening"), ("revenue_current", "revenue"), ("expenditure_current", "expenditure"),
                           ("expenditure", "expenditure"), ("closing", "closing"))},
}  # fmt: skip
"""Measure to table and column of the row 合计."""


def _place(measure: str, column: str) -> Place | None:
    """Where a figure of the prose stands in the tables, if it does."""
    if measure.startswith("three_public."):
        phase = {"actual": "actual", "initial_budget": "budget", "annual_budget": "budget"}.get(
            column
        )
        name = measure.removeprefix("three_public.")
        known = name in (
            "total",
            "abroad",
            "vehicles",
            "vehicle_purchase",
            "vehicle_running",
            "reception",
        )
        return (lambda book: three_public(book, name, phase)) if phase and known else None
    if column != "actual":
        return None
    if measure in _TOTALS:
        return lambda book: side(book, *_TOTALS[measure])
    if measure in _COLUMNS:
        return lambda book: _of_total(book, *_COLUMNS[measure])
    if measure in ("basic.personnel", "basic.public"):
        return lambda book: economic_total(book, measure.removeprefix("basic."))
    return None


def _of_total(book: Book, table: str, column: str) -> Cell:
    name = f"表{table[-1]}合计行“{title(table, column)}”"
    return of_total(book, table, column, name)


def _with_tables(book: Book) -> bool:
    return any(name.startswith("table") for name in book.facts.tables)


def _figures(book: Book) -> Iterable[Subject]:
    for row in book.facts.rows("measures") if _with_tables(book) else ():
        for column in ("actual", "initial_budget", "annual_budget"):
            if told(row, column) and _place(row["measure"], column):
                yield Subject(
                    "measures",
                    row,
                    f"{row['section']}/{row['measure']}/{column}",
                    f"正文{row['label']}",
                )


@rule("T23", over=_figures)
def prose_and_tables(book: Book, subject: Subject) -> Outcome:
    """正文中的金额 ＝ 九张决算表中的同一金额"""
    column = subject.key.rpartition("/")[2]
    place = _place(subject.row["measure"], column)
    assert place is not None
    return adds_up(book.cell("measures", subject.row, column, subject.name), [place(book)])


def plain(name: str) -> str:
    """A name without what prints differ in: kinds of brackets, endings."""
    return re.sub(r"(?:支出|费用|费)$", "", re.sub(r"[（）()“”\"]", "", name))


def lines_of(book: Book, table: str) -> dict[str, Row]:
    """The rows of a table by the path of their names, joined by slashes."""
    rows = [row for row in book.table(table) if row["code"]]
    names = {row["code"]: plain(row["name"]) for row in rows}
    return {
        "/".join(names.get(row["code"][:n], "") for n in (3, 5, 7) if n <= len(row["code"])): row
        for row in rows
    }


def _path(row: Row) -> str:
    return "/".join(plain(row[name]) for name in ("class", "subclass", "item") if row[name])


_TABLES = {fund: table for table, fund in FUNDS.items()}


def _functions(book: Book) -> list[Subject]:
    return [
        Subject(
            "functions",
            row,
            f"{row['fund']}/{row['level']}/{row['position']}",
            f"正文{row['item'] or row['class']}",
        )
        for row in book.facts.rows("functions")
        if told(row, "actual") and book.facts.table(_TABLES[row["fund"]])
    ]


def _line(book: Book, row: Row) -> tuple[str, Row]:
    """The row of the table that a line of the prose speaks of: by its names, else by its code.

    Raises:
        AbsentFactError: if there is none.
    """
    table = _TABLES[row["fund"]]
    lines = lines_of(book, table)
    found = lines.get(_path(row)) or next(
        (one for one in lines.values() if one["code"] == row["code"]), None
    )
    if found is None:
        raise AbsentFactError(f"表{table[-1]}没有这个科目")
    return table, found


@rule("T23-f", over=_functions)
def functions_and_tables(book: Book, subject: Subject) -> Outcome:
    """正文中各类、各项支出的金额 ＝ 决算表中同一科目的金额"""
    table, row = _line(book, subject.row)
    column = "total" if table == "table5" else "expenditure"
    own = book.cell("functions", subject.row, "actual", subject.name)
    return adds_up(
        own, [book.printed(table, row, column, f"表{table[-1]} {row['code']} {row['name']}")]
    )


def _shares(book: Book) -> Iterable[Subject]:
    for row in book.facts.rows("measures") if _with_tables(book) else ():
        if (
            told(row, "share_pct")
            and row["measure"] in _COLUMNS
            and row["section"] in ("revenue", "expenditure", "general_budget")
        ):
            yield Subject(
                "measures", row, f"{row['section']}/{row['measure']}", f"正文{row['label']}"
            )
    for one in _functions(book):
        if told(one.row, "share_pct"):
            yield one


@rule("T24", over=_shares)
def shares_from_tables(book: Book, subject: Subject) -> Outcome:
    """正文中的占比按决算表的金额重算相符"""
    share = book.cell(subject.resource, subject.row, "share_pct", subject.name)
    if subject.resource == "functions":
        table, row = _line(book, subject.row)
        column = "total" if table == "table5" else "expenditure"
        part, whole = book.printed(table, row, column, row["name"]), _of_total(book, table, column)
    else:
        part = _of_total(book, *_COLUMNS[subject.row["measure"]])
        whole = _of_total(
            book, "table2" if subject.row["section"] == "revenue" else "table3", "total"
        )
    if whole.value == 0:
        raise AbsentFactError(f"{whole.label}为 0，比例无意义")
    return is_percent(share, part, whole, f"{part.label} ÷ {whole.label}（决算表）")


def _named_items(book: Book) -> list[Subject]:
    """Budgets whose items the prose lists and whose table the file contains."""
    listed = {row["fund"]: row for row in book.facts.rows("functions") if row["level"] == "item"}
    return [
        Subject("functions", row, fund, LABELS[fund])
        for fund, row in listed.items()
        if book.facts.table(_TABLES[fund])
    ]


def _items_agree(book: Book, subject: Subject) -> Outcome:
    table = _TABLES[subject.key]
    column = "total" if table == "table5" else "expenditure"
    rows = [
        row
        for row in book.facts.rows("functions")
        if row["fund"] == subject.key and row["level"] == "item"
    ]
    listed = {_path(row): row for row in rows}
    printed = {path: row for path, row in lines_of(book, table).items() if row["kind"] == "item"}
    extra = {path: row for path, row in listed.items() if path not in printed}
    lacking = {
        path: row for path, row in printed.items() if path not in listed and row[column].strip("0.")
    }
    renamed = {
        path: other
        for path, row in extra.items()
        for other in lacking
        if _renamed(row, other, lacking[other]["code"])
    }
    if not extra and not lacking:
        return Outcome(PASS, f"正文 {len(listed)} 项与表{table[-1]}的科目名称一致")
    names = {row["code"]: row["name"] for row in book.table(table) if len(row["code"]) == 3}
    words = [
        f"正文为“{extra[path]['class']}（类）{extra[path]['item']}（项）”，"
        f"表{table[-1]}为“{names.get(lacking[other]['code'][:3], '')}”的 {lacking[other]['code']} {lacking[other]['name']}"
        for path, other in renamed.items()
    ]
    alone = [row["item"] for path, row in extra.items() if path not in renamed]
    missing = [
        f"{row['code']}{row['name']}"
        for path, row in lacking.items()
        if path not in renamed.values()
    ]
    words += [f"正文有而表{table[-1]}没有：{'、'.join(alone)}"] if alone else []
    words += [f"表{table[-1]}有金额而正文没有：{'、'.join(missing)}"] if missing else []
    figures = tuple(
        figure
        for name, column_, found in (("functions", "actual", extra), (table, column, lacking))
        for row in found.values()
        if row[column_]
        for figure in book.cell(name, row, column_, "").figures
    )
    return Outcome(FAIL, f"{subject.name}的科目不一致。{'；'.join(words)}", figures=figures)


def _renamed(row: Row, path: str, code: str) -> bool:
    """Whether a line of the prose is a line of the table whose class goes by another name."""
    below = "/".join(plain(row[name]) for name in ("subclass", "item"))
    return terms.class_code(row["class"]) == code[:3] and path.partition("/")[2] == below


@rule(
    "T25",
    over=lambda book: [one for one in _named_items(book) if one.key == "general_public_budget"],
)
def items_named(book: Book, subject: Subject) -> Outcome:
    """正文说明的各项科目 ＝ 一般公共预算财政拨款支出决算表的各项科目（名称）"""
    return _items_agree(book, subject)


@rule(
    "T30",
    over=lambda book: [one for one in _named_items(book) if one.key != "general_public_budget"],
)
def fund_items_named(book: Book, subject: Subject) -> Outcome:
    """正文说明的基金、国资预算科目 ＝ 其决算表的各项科目（名称）"""
    return _items_agree(book, subject)


def _listed(book: Book) -> list[Subject]:
    groups = {row["group"]: row for row in book.facts.rows("economic") if book.facts.rows("table6")}
    labels = {"personnel": "人员经费", "public": "公用经费"}
    return [Subject("economic", row, group, labels[group]) for group, row in groups.items()]


@rule("T26", over=_listed)
def economic_items_named(book: Book, subject: Subject) -> Outcome:
    """正文列举的经济分类科目在基本支出决算表中有金额

    正文多写“主要包括”，不必列全，也常用简称；没有列举的科目、表中没有的名称只作说明。
    """
    listed = {
        plain(row["name"]): row["name"]
        for row in book.facts.rows("economic")
        if row["group"] == subject.key
    }
    rows = {
        plain(row["name"]): row
        for row in book.table("table6")
        if row["kind"] == "item" and row["group"] == subject.key
    }
    spent = {key: row for key, row in rows.items() if row["actual"].strip("0.")}
    empty = [rows[key] for key in listed if key in rows and key not in spent]
    unknown = [name for key, name in listed.items() if key not in rows]
    unlisted = [row["name"] for key, row in spent.items() if key not in listed]
    figures = tuple(
        figure
        for row in empty
        if row["actual"]
        for figure in book.cell("table6", row, "actual", row["name"]).figures
    )
    if empty:
        names = "、".join(row["name"] for row in empty)
        return Outcome(
            FAIL,
            f"{subject.name}：正文列举了{names}，表6没有这些科目的金额，两处不能同时成立",
            figures=figures,
        )
    words = [f"表6没有这样的科目名称：{'、'.join(unknown)}"] if unknown else []
    words += [f"表6有金额而正文没有列举：{'、'.join(unlisted)}"] if unlisted else []
    if words:
        return Outcome(INFORMATION, f"{subject.name}：{'；'.join(words)}")
    return Outcome(PASS, f"正文列举的 {len(listed)} 个科目与表6有金额的科目一致")


@rule("T27", gathers=True)
def initial_budgets_add_up(book: Book) -> Outcome:
    """各项年初预算之和不超过一般公共预算财政拨款支出的年初预算；列全的，两者相等

    正文只列当年有支出的科目；有年初预算而没有支出的科目可以不列，所以各项之和较小的只作说明。
    """
    rows = [row for row in book.functions("item") if row["initial_budget"]]
    if not rows:
        raise AbsentFactError("原文未列示各项的年初预算")
    total = book.measure("general_budget.expenditure", "initial_budget")
    parts = plus(
        [book.cell("functions", row, "initial_budget", row["item"]) for row in rows],
        "各项年初预算之和",
    )
    found = adds_up(total, [parts])
    if found.state != FAIL or parts.value > total.value:
        return found
    rest = with_unit(total.value - parts.value, "万元")
    said = f"{total.label} {total.text}，各项年初预算之和 {parts.text}，少 {rest}，可能有科目有预算而无支出"
    return replace(found, state=INFORMATION, statement=said)


_ABOVE, _BELOW, _SAME = ("大于", "高于", "超过"), ("小于", "低于"), ("持平", "等于", "一致", "相同")


def _rows(book: Book, *columns: str) -> Iterable[Subject]:
    """Measures and functional lines that have all of these columns."""
    yield from measures_with(*columns)(book)
    for row in book.facts.rows("functions"):
        if told(row, *columns):
            name = row["item"] or row["class"]
            yield Subject("functions", row, f"{row['fund']}/{row['level']}/{row['position']}", name)


def _compared(book: Book) -> Iterable[Subject]:
    rows = _rows(book, "variance_word", "actual")
    return [
        one for one in rows if told(one.row, "initial_budget") or told(one.row, "annual_budget")
    ]


@rule("N52", over=_compared)
def budget_word(book: Book, subject: Subject) -> Outcome:
    """“决算数大于（小于、持平于）预算数”的说法与金额相符"""
    row, word = subject.row, subject.row["variance_word"]
    actual = book.cell(subject.resource, row, "actual", f"{subject.name}决算数")
    column = "initial_budget" if told(row, "initial_budget") else "annual_budget"
    budget = book.cell(subject.resource, row, column, subject.name)
    difference = actual.value - budget.value
    right = (
        difference > 0 if word in _ABOVE else difference < 0 if word in _BELOW else difference == 0
    )
    said = f"称决算数“{word}”预算数：{actual.label} {actual.text}，{budget.label} {budget.text}"
    figures = actual.figures + budget.figures
    if word.startswith("基本"):
        return Outcome(
            PASS if difference == 0 else INFORMATION,
            said,
            actual.value,
            budget.value,
            Decimal(0),
            figures,
        )
    words = "" if right else "，说法与两处数字不能同时成立"
    return Outcome(
        PASS if right else FAIL, said + words, actual.value, budget.value, Decimal(0), figures
    )


def _completed(book: Book) -> Iterable[Subject]:
    return _rows(book, "completion_pct", "actual", "initial_budget")


@rule("N61", over=_completed)
def completion(book: Book, subject: Subject) -> Outcome:
    """完成年初预算的百分比 ＝ 决算数 ÷ 年初预算数"""
    budget = book.cell(subject.resource, subject.row, "initial_budget", subject.name)
    if budget.value == 0:
        raise AbsentFactError("年初预算为 0")
    rate = book.cell(subject.resource, subject.row, "completion_pct", subject.name)
    actual = book.cell(subject.resource, subject.row, "actual", subject.name)
    return is_percent(rate, actual, budget, "决算数 ÷ 年初预算数")


def _completed_three_public(book: Book) -> Iterable[Subject]:
    rows = measures_with("completion_pct")(book) if book.facts.rows("table7") else ()
    return [
        one
        for one in rows
        if one.row["section"] == "three_public" and not one.row["initial_budget"]
    ]


@rule("T24-7", over=_completed_three_public)
def completion_from_table(book: Book, subject: Subject) -> Outcome:
    """正文中“三公”经费各项完成预算的百分比按决算表的预算数、决算数重算相符"""
    name = subject.row["measure"].removeprefix("three_public.")
    budget = three_public(book, name, "budget")
    rate = book.cell("measures", subject.row, "completion_pct", subject.name)
    if budget.value == 0:
        raise AbsentFactError(f"{budget.label}为 0")
    return is_percent(rate, three_public(book, name, "actual"), budget, "表7决算数 ÷ 表7预算数")


_RATINGS = ("excellent", "good", "qualified", "unqualified")


@rule("N62")
def ratings_add_up(book: Book) -> Outcome:
    """绩效自评的项目数 ＝ 评为优、良、合格、不合格的项目数之和"""
    parts = [book[f"performance.rated_{one}"] for one in _RATINGS]
    return equal(book["performance.project_count"], plus(parts))


@rule("N63")
def problems_add_up(book: Book) -> Outcome:
    """绩效自评发现的问题数 ＝ 已经完成整改的 ＋ 正在整改的"""
    parts: Sequence[Cell] = [
        book["performance.problems_resolved"],
        book["performance.problems_open"],
    ]
    return equal(book["performance.problems_found"], plus(list(parts)))


_AWARDED = ("reserved_sme_awarded", "reserved_micro_awarded", "other_sme_awarded")


def _awards(book: Book) -> Iterable[Subject]:
    return [
        one
        for one in measures_with("actual")(book)
        if one.row["measure"].removeprefix("procurement.") in _AWARDED
    ]


@rule("N64", over=_awards)
def awards_within(book: Book, subject: Subject) -> Outcome:
    """由中小企业、小微企业中标或成交的采购金额不超过政府采购总额"""
    return at_most(
        book.cell("measures", subject.row, "actual", subject.name),
        book["procurement.total"],
        slack=True,
    )


@rule("N65", over=lambda book: _rows(book, "actual", "prior_year", "change"))
def change_from_printed(book: Book, subject: Subject) -> Outcome:
    """上年数和增减额都印出的：增减额 ＝ 本年数 − 上年数"""
    prior = book.cell(subject.resource, subject.row, "prior_year", subject.name)
    actual = book.cell(subject.resource, subject.row, "actual", f"{subject.name}本年数")
    return adds_up(
        book.cell(subject.resource, subject.row, "change", subject.name), [minus(actual, prior)]
    )


@rule("N66", over=lambda book: _rows(book, "actual", "variance", "initial_budget"))
def variance_from_printed(book: Book, subject: Subject) -> Outcome:
    """预算数和差额都印出的：差额 ＝ 决算数 − 年初预算数"""
    budget = book.cell(subject.resource, subject.row, "initial_budget", subject.name)
    actual = book.cell(subject.resource, subject.row, "actual", f"{subject.name}决算数")
    return adds_up(
        book.cell(subject.resource, subject.row, "variance", subject.name), [minus(actual, budget)]
    )


@rule("X15")
def operating_within(book: Book) -> Outcome:
    """机关运行经费不超过一般公共预算基本支出中的公用经费"""
    return at_most(book["operating.agency"], book["basic.public"], slack=True)
