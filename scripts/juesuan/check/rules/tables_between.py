"""T08, T09, T13–T15, T19, T21, T22, T28, T29: the statutory tables among one another."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from juesuan import terms
from juesuan.check.book import Book, Cell, Subject
from juesuan.check.compare import FAIL, PASS, Outcome, adds_up, at_most, equal
from juesuan.check.rule import rule
from juesuan.check.tables import (
    FUNDS,
    LABELS,
    by_code,
    economic_total,
    halves,
    money,
    named,
    of_total,
    rows_of,
    short,
    side,
    three_public,
    title,
    total_row,
    worst,
)
from juesuan.errors import AbsentFactError


@rule("T08", over=halves)
def summary_and_details(book: Book, subject: Subject) -> Outcome:
    """收入支出决算总表的本年收入、本年支出 ＝ 收入决算表、支出决算表的合计"""
    table = {"revenue": "table2", "expenditure": "table3"}[subject.key]
    total = of_total(book, table, "total", f"{short(table)}合计")
    return equal(side(book, "table1", subject.key, "current"), total)


def _class_lines(table: str, other: str, fund: str = "all") -> Callable[[Book], list[Subject]]:
    """The classes of a summary table that have an amount in it or a line in the other table."""

    def subjects(book: Book) -> list[Subject]:
        rows = [
            row
            for row in book.facts.table(table)
            if row["side"] == "expenditure" and row["kind"] == "line" and row["code"]
        ]
        detailed = {row["code"] for row in book.facts.table(other)}
        rows = [
            row
            for row in rows
            if row.get("fund", "all") == fund
            and (row["actual"] or row["unreadable"] or row["code"] in detailed)
        ]
        return [
            Subject(table, row, f"{table}/{row['code']}", f"{short(table)}{row['label']}")
            for row in rows
        ]

    return subjects


def _same_class(book: Book, subject: Subject, other: str) -> Outcome:
    line = book.printed(subject.resource, subject.row, "actual", subject.name)
    row = by_code(book, other).get(subject.row["code"])
    detail = (
        book.printed(other, row, "total", named(other, row))
        if row
        else Cell(Decimal(0), Decimal(0), short(other), "没有这一类")
    )
    return adds_up(line, [detail])


@rule("T09", over=_class_lines("table1", "table3"))
def class_in_summary(book: Book, subject: Subject) -> Outcome:
    """收入支出决算总表的每一类支出 ＝ 支出决算表的同一类"""
    return _same_class(book, subject, "table3")


@rule("T09-4", over=_class_lines("table4", "table5", "general_public_budget"))
def class_in_fiscal_summary(book: Book, subject: Subject) -> Outcome:
    """财政拨款收入支出决算总表中一般公共预算的每一类支出 ＝ 一般公共预算财政拨款支出决算表的同一类"""
    return _same_class(book, subject, "table5")


def _detail_tables(book: Book) -> list[Subject]:
    return [
        Subject(table, book.facts.table(table)[0], table, short(table))
        for table in FUNDS
        if book.facts.table(table) and book.facts.rows("table4")
    ]


@rule("T13", over=_detail_tables)
def fiscal_and_details(book: Book, subject: Subject) -> Outcome:
    """财政拨款收入支出决算总表各预算的本年支出 ＝ 该预算支出决算表的合计"""
    column = "total" if subject.key == "table5" else "expenditure"
    total = of_total(book, subject.key, column, f"{short(subject.key)}合计")
    return equal(side(book, "table4", "expenditure", "current", FUNDS[subject.key]), total)


@rule("T14")
def fiscal_revenue_twice(book: Book) -> Outcome:
    """收入决算表的财政拨款收入合计 ＝ 财政拨款收入支出决算总表的本年收入合计

    财政拨款收入在两张表里各印一次，两次应当一样。
    """
    total = of_total(book, "table2", "appropriation", "表2财政拨款收入合计")
    return equal(total, side(book, "table4", "revenue", "current"))


def _general_rows(book: Book) -> list[Subject]:
    return rows_of("table5")(book) if book.facts.rows("table3") else []


@rule("T15", over=_general_rows)
def general_within(book: Book, subject: Subject) -> Outcome:
    """每个科目的一般公共预算支出不超过支出决算表的同一科目（多出的部分是其他资金安排的支出）"""
    code = subject.row["code"]
    row = by_code(book, "table3").get(code) if code else total_row(book, "table3")
    outcomes = []
    for name in ("total", "basic", "project"):
        own = book.printed("table5", subject.row, name, f"{subject.name}“{title('table5', name)}”")
        whole = (
            book.printed("table3", row, name, f"{named('table3', row)}“{title('table3', name)}”")
            if row
            else None
        )
        outcomes.append(
            at_most(own, whole or Cell(Decimal(0), Decimal(0), "表3", "没有这个科目"), slack=True)
        )
    return worst(outcomes)


@rule("T19")
def basic_twice(book: Book) -> Outcome:
    """人员经费合计 ＋ 公用经费合计 ＝ 一般公共预算财政拨款支出决算表的基本支出合计"""
    basic = of_total(book, "table5", "basic", "表5基本支出合计")
    return adds_up(basic, [economic_total(book, group) for group in ("personnel", "public")])


_SAME = {
    "30212": "abroad",
    "30231": "vehicle_running",
    "31013": "vehicle_purchase",
    "30217": "reception",
}


def _shared_items(book: Book) -> list[Subject]:
    rows = [
        row
        for row in book.facts.rows("table6")
        if row["code"] in _SAME and book.facts.rows("table7")
    ]
    return [Subject("table6", row, f"table6/{row['code']}", named("table6", row)) for row in rows]


@rule("T21", over=_shared_items)
def three_public_in_basic(book: Book, subject: Subject) -> Outcome:
    """基本支出中的出国费、公务用车费、接待费不超过“三公”经费决算表的同一项"""
    own = book.printed("table6", subject.row, "actual", subject.name)
    return at_most(own, three_public(book, _SAME[subject.row["code"]], "actual"))


def _fund_tables(book: Book) -> list[Subject]:
    labels = (("table8", "government_fund"), ("table9", "state_capital"))
    noted = {row["section"] for row in book.facts.rows("texts")}
    return [
        Subject(table, book.facts.disclosure, fund, LABELS[fund])
        for table, fund in labels
        if book.facts.table(table) or table in noted
    ]


@rule("T22", over=_fund_tables)
def empty_everywhere(book: Book, subject: Subject) -> Outcome:
    """决算表注明“无数据”的预算，在总表和正文中也没有金额；没有注明的，表内有数字"""
    table, fund = subject.resource, subject.key
    cells = [
        book.cell(table, row, name, named(table, row))
        for row in book.facts.table(table)
        for name in money(table)
        if row[name]
    ]
    in_table = any(cell.value for cell in cells)
    noted = any(
        row["section"] == table and row["kind"] == "empty" for row in book.facts.rows("texts")
    )
    said = book.total_zero(fund)
    summary = [
        row
        for row in book.facts.rows("table4")
        if row.get("fund") == fund and Decimal(row["actual"] or 0)
    ]
    told = [
        row
        for row in book.facts.rows("measures")
        if row["section"] == fund and Decimal(row["actual"] or 0)
    ]
    facts = (
        ("本表有金额", in_table), ("本表注明无数据", noted), ("正文说明没有", said),
        ("表4有金额", bool(summary)), ("正文有金额", bool(told)),
    )  # fmt: skip
    holds = [text for text, true in facts if true]
    wrong = (in_table or summary or told) and (noted or said)
    if wrong:
        return Outcome(
            FAIL,
            f"{subject.name}：{'、'.join(holds)}，几处表述不能同时成立",
            figures=cells[0].figures if cells else (),
        )
    return Outcome(PASS, f"{subject.name}：{'、'.join(holds) or '各处均无金额'}，相互一致")


@rule("T28")
def nine_tables(book: Book) -> Outcome:
    """九张决算表齐全"""
    titled = {row["section"] for row in book.facts.rows("texts") if row["kind"] == "title"}
    tables = [
        one for one in terms.statutory_tables() if book.facts.table(one.id) or one.id in titled
    ]
    if not tables:
        raise AbsentFactError("所收文件没有九张决算表")
    missing = [one.label for one in terms.statutory_tables() if one not in tables]
    if missing:
        return Outcome(FAIL, f"文件中没有{'、'.join(f'《{one}》' for one in missing)}")
    return Outcome(PASS, "九张决算表齐全")


@rule("T29")
def titles_and_units(book: Book) -> Outcome:
    """每张决算表都印有计量单位，各表单位相同；表名中的年度和部门与封面相同"""
    texts = {
        (row["section"], row["kind"]): row["text"]
        for row in book.facts.rows("texts")
        if row["section"].startswith("table")
    }
    titled = sorted(section for section, kind in texts if kind == "title")
    if not titled:
        raise AbsentFactError("所收文件没有九张决算表")
    for table in titled:
        years = re.findall(r"20\d\d", texts[table, "title"])
        if any(int(year) != book.year for year in years):
            return Outcome(
                FAIL,
                f"{short(table)}的表名为“{texts[table, 'title']}”，封面为 {book.year} 年度，两处年度不一致",
            )
    units = {table: _unit(texts.get((table, "unit"), "")) for table in titled}
    lacking = [short(table) for table, unit in units.items() if not unit]
    if lacking:
        return Outcome(FAIL, f"{'、'.join(lacking)}没有印计量单位")
    if len(set(units.values())) > 1:
        said = "、".join(f"{short(table)}为{unit}" for table, unit in units.items())
        return Outcome("information", f"各表计量单位不同：{said}")
    return Outcome(PASS, f"{len(titled)} 张表均印有计量单位{units[titled[0]]}")


def _unit(text: str) -> str:
    match = terms.words("statutory").pattern("unit").search(text.replace("：", ":"))
    return match["unit"] if match else ""
