"""T01–T07, T10–T12, T16–T18, T20: what must add up inside one statutory table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from juesuan.check.book import Book, Subject
from juesuan.check.compare import Outcome, adds_up, equal, plus
from juesuan.check.rule import rule
from juesuan.check.tables import (
    LABELS,
    economic_total,
    halves,
    lines,
    money,
    named,
    optional,
    rows_of,
    side,
    sums_to,
    three_public_cell,
    three_public_parts,
    title,
    worst,
)
from juesuan.errors import AbsentFactError
from juesuan.rows import Row

_CODED = ("table2", "table3", "table5", "table8", "table9")


@rule("T01", over=halves)
def summary_lines(book: Book, subject: Subject) -> Outcome:
    """收入支出决算总表：本年收入合计 ＝ 各项收入之和，本年支出合计 ＝ 各类支出之和"""
    return sums_to(side(book, "table1", subject.key, "current"), lines(book, "table1", subject.key))


@rule("T02")
def summary_totals(book: Book) -> Outcome:
    """收入支出决算总表：收入总计 ＝ 支出总计"""
    return equal(
        side(book, "table1", "revenue", "total"), side(book, "table1", "expenditure", "total")
    )


@rule("T03", over=halves)
def summary_roll(book: Book, subject: Subject) -> Outcome:
    """收入支出决算总表：总计 ＝ 本年合计 ＋ 使用的结余与年初结转（支出一边：结余分配与年末结转）"""
    kinds = (
        ("surplus_used", "opening")
        if subject.key == "revenue"
        else ("surplus_distributed", "closing")
    )
    parts = [
        side(book, "table1", subject.key, "current"),
        *optional(book, "table1", subject.key, kinds),
    ]
    return sums_to(side(book, "table1", subject.key, "total"), parts)


def _across(book: Book, subject: Subject, total: str, parts: Sequence[str]) -> Outcome:
    cells = [
        book.printed(subject.resource, subject.row, name, title(subject.resource, name))
        for name in parts
    ]
    return sums_to(book.printed(subject.resource, subject.row, total, subject.name), cells)


@rule("T04", over=rows_of("table2"))
def revenue_columns(book: Book, subject: Subject) -> Outcome:
    """收入决算表：每行合计 ＝ 各栏之和"""
    return _across(book, subject, "total", money("table2")[1:])


@rule("T06", over=rows_of("table3"))
def expenditure_columns(book: Book, subject: Subject) -> Outcome:
    """支出决算表：每行合计 ＝ 各栏之和"""
    return _across(book, subject, "total", money("table3")[1:])


@rule("T06-5", over=rows_of("table5"))
def general_columns(book: Book, subject: Subject) -> Outcome:
    """一般公共预算财政拨款支出决算表：每行合计 ＝ 基本支出 ＋ 项目支出"""
    return _across(book, subject, "total", ("basic", "project"))


def _fund_rows(book: Book) -> list[Subject]:
    return [one for table in ("table8", "table9") for one in rows_of(table)(book)]


@rule("T06-8", over=_fund_rows)
def fund_columns(book: Book, subject: Subject) -> Outcome:
    """政府性基金、国有资本经营预算决算表：每行本年支出 ＝ 基本支出 ＋ 项目支出，年初 ＋ 收入 − 支出 ＝ 年末"""
    spent = _across(book, subject, "expenditure", ("basic", "project"))
    cells = {
        name: book.printed(subject.resource, subject.row, name, title(subject.resource, name))
        for name in money("table8")
    }
    if not any(cells[name].figures for name in ("opening", "revenue", "closing")):
        return spent
    if not cells["expenditure"].figures and any(
        row["expenditure"] for row in _below(subject.row, book.table(subject.resource))
    ):
        raise AbsentFactError(f"{subject.name}“本年支出小计”空白，没有印数字")
    before = plus([cells["opening"], cells["revenue"]], "年初结转和结余 ＋ 本年收入")
    after = plus([cells["expenditure"], cells["closing"]], "本年支出 ＋ 年末结转和结余")
    return worst([spent, adds_up(before, [after])])


def _parents(table: str) -> Callable[[Book], list[Subject]]:
    """Rows that have rows below them: 合计, classes and subclasses."""

    def subjects(book: Book) -> list[Subject]:
        rows = book.facts.table(table)
        return [
            Subject(table, row, f"{table}/{row['position']}", named(table, row))
            for row in rows
            if _below(row, rows)
        ]

    return subjects


def _below(row: Row, rows: Sequence[Row]) -> list[Row]:
    """The rows one level below a row."""
    if row["kind"] == "total":
        return [one for one in rows if one["kind"] == "class"]
    lengths = {"class": 5, "subclass": 7}
    if row["kind"] not in lengths:
        return []
    return [
        one
        for one in rows
        if len(one["code"]) == lengths[row["kind"]] and one["code"].startswith(row["code"])
    ]


def _levels(book: Book, subject: Subject) -> Outcome:
    table = subject.resource
    below = _below(subject.row, book.facts.table(table))
    return worst(
        sums_to(
            book.printed(table, subject.row, name, f"{subject.name}“{title(table, name)}”"),
            [book.printed(table, row, name, f"{row['code']} {row['name']}") for row in below],
        )
        for name in money(table)
        if subject.row[name] or name in subject.row["unreadable"].split()
    )


@rule("T05", over=_parents("table2"))
def revenue_levels(book: Book, subject: Subject) -> Outcome:
    """收入决算表：合计 ＝ 各类，类 ＝ 各款，款 ＝ 各项（每栏）"""
    return _levels(book, subject)


@rule("T07", over=_parents("table3"))
def expenditure_levels(book: Book, subject: Subject) -> Outcome:
    """支出决算表：合计 ＝ 各类，类 ＝ 各款，款 ＝ 各项（每栏）"""
    return _levels(book, subject)


@rule("T16", over=_parents("table5"))
def general_levels(book: Book, subject: Subject) -> Outcome:
    """一般公共预算财政拨款支出决算表：合计 ＝ 各类，类 ＝ 各款，款 ＝ 各项（每栏）"""
    return _levels(book, subject)


def _fund_parents(book: Book) -> list[Subject]:
    return [
        one
        for table in ("table8", "table9")
        for one in _parents(table)(book)
        if any(one.row[n] for n in money(table))
    ]


@rule("T16-8", over=_fund_parents)
def fund_levels(book: Book, subject: Subject) -> Outcome:
    """政府性基金、国有资本经营预算决算表：合计 ＝ 各类，类 ＝ 各款，款 ＝ 各项（每栏）"""
    return _levels(book, subject)


def _fiscal_rows(book: Book) -> list[Subject]:
    rows = [
        row
        for row in book.facts.rows("table4")
        if row["side"] == "expenditure" and row["fund"] == "all"
    ]
    return [
        Subject("table4", row, f"table4/{row['position']}", f"表4{row['label']}")
        for row in rows
        if any(one["actual"] for one in book.facts.rows("table4") if _same_line(one, row))
    ]


def _same_line(one: Row, row: Row) -> bool:
    return one["side"] == row["side"] and one["position"] == row["position"]


@rule("T10", over=_fiscal_rows)
def fiscal_columns(book: Book, subject: Subject) -> Outcome:
    """财政拨款收入支出决算总表：每行合计 ＝ 三项预算之和"""
    parts = [
        book.printed("table4", row, "actual", LABELS[row["fund"]])
        for row in book.table("table4")
        if _same_line(row, subject.row) and row["fund"] != "all"
    ]
    if not parts:
        raise AbsentFactError("表4没有按预算分栏")
    return sums_to(book.printed("table4", subject.row, "actual", subject.name), parts)


def _fiscal_columns(book: Book) -> list[Subject]:
    rows = [
        row
        for row in book.facts.rows("table4")
        if row["side"] == "expenditure" and row["kind"] == "current"
    ]
    return [
        Subject("table4", row, f"table4/{row['fund']}", f"表4{LABELS[row['fund']]}栏")
        for row in rows
    ]


@rule("T11", over=_fiscal_columns)
def fiscal_lines(book: Book, subject: Subject) -> Outcome:
    """财政拨款收入支出决算总表：本年支出合计 ＝ 各类支出之和（每栏）"""
    fund = subject.row["fund"]
    return sums_to(
        side(book, "table4", "expenditure", "current", fund),
        lines(book, "table4", "expenditure", fund),
    )


@rule("T11-r")
def fiscal_revenue_lines(book: Book) -> Outcome:
    """财政拨款收入支出决算总表：本年收入合计 ＝ 三项预算拨款收入之和，年初结转 ＝ 其中三项之和"""
    current = sums_to(side(book, "table4", "revenue", "current"), lines(book, "table4", "revenue"))
    parts = [
        book.printed("table4", row, "actual", row["label"])
        for row in book.table("table4")
        if row["side"] == "revenue" and row["kind"] == "part"
    ]
    return (
        worst([current, sums_to(side(book, "table4", "revenue", "opening"), parts)])
        if parts
        else current
    )


@rule("T12", over=_fiscal_columns)
def fiscal_roll(book: Book, subject: Subject) -> Outcome:
    """财政拨款收入支出决算总表：支出总计 ＝ 本年支出 ＋ 年末结转（每栏）；收入总计 ＝ 本年收入 ＋ 年初结转 ＝ 支出总计"""
    fund = subject.row["fund"]
    total = side(book, "table4", "expenditure", "total", fund)
    parts = [
        side(book, "table4", "expenditure", "current", fund),
        side(book, "table4", "expenditure", "closing", fund),
    ]
    found = [sums_to(total, parts)]
    if fund == "all":
        revenue = side(book, "table4", "revenue", "total")
        found.append(
            sums_to(
                revenue, [side(book, "table4", "revenue", kind) for kind in ("current", "opening")]
            )
        )
        found.append(equal(revenue, total))
    return worst(found)


def _economic_classes(book: Book) -> list[Subject]:
    rows = [row for row in book.facts.rows("table6") if row["kind"] == "class"]
    return [Subject("table6", row, f"table6/{row['code']}", named("table6", row)) for row in rows]


@rule("T17", over=_economic_classes)
def economic_levels(book: Book, subject: Subject) -> Outcome:
    """基本支出决算表：每一类 ＝ 该类各款之和"""
    rows = [
        row
        for row in book.table("table6")
        if row["kind"] == "item" and row["code"].startswith(subject.row["code"])
    ]
    if not rows:
        raise AbsentFactError("该类没有列示各款")
    parts = [book.printed("table6", row, "actual", f"{row['code']} {row['name']}") for row in rows]
    return sums_to(book.printed("table6", subject.row, "actual", subject.name), parts)


def _groups(book: Book) -> list[Subject]:
    rows = [row for row in book.facts.rows("table6") if row["kind"] == "total" and row["group"]]
    return [Subject("table6", row, f"table6/{row['group']}", f"表6{row['name']}") for row in rows]


@rule("T18", over=_groups)
def economic_groups(book: Book, subject: Subject) -> Outcome:
    """基本支出决算表：人员经费合计、公用经费合计 ＝ 所属各类之和"""
    rows = [
        row
        for row in book.table("table6")
        if row["kind"] == "class" and row["group"] == subject.row["group"]
    ]
    parts = [book.printed("table6", row, "actual", f"{row['code']} {row['name']}") for row in rows]
    return sums_to(economic_total(book, subject.row["group"]), parts)


def _phases(book: Book) -> list[Subject]:
    labels = {"budget": "表7预算数", "actual": "表7决算数"}
    return [
        Subject("table7", row, f"table7/{one}", labels[one])
        for row in book.facts.rows("table7")[:1]
        for one in labels
    ]


@rule("T20", over=_phases)
def three_public_table(book: Book, subject: Subject) -> Outcome:
    """“三公”经费决算表：合计 ＝ 因公出国（境）费 ＋ 公务用车 ＋ 公务接待费；公务用车小计 ＝ 购置费 ＋ 运行费"""
    column = subject.key.partition("/")[2]
    kinds = [
        three_public_cell(book, name, column) for name in ("vehicle_purchase", "vehicle_running")
    ]
    vehicles = sums_to(three_public_cell(book, "vehicles", column), kinds)
    return worst([three_public_parts(book, column), vehicles])
