"""T01–T22, T28, T29: the nine statutory tables among themselves.

In these tables a blank or a dash stands for nothing: it counts as 0. A table that the file does not contain makes a rule
not applicable. Totals (合计) are never added up with their parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from juesuan import terms
from juesuan.check.book import Book, Cell, Subject
from juesuan.check.compare import FAIL, PASS, ROUNDING, Outcome, adds_up, at_most, equal, plus
from juesuan.check.rule import rule
from juesuan.errors import AbsentFactError
from juesuan.model import Row

SIDES = {"revenue": "收入", "expenditure": "支出"}
FUNDS = {"table5": "general_public_budget", "table8": "government_fund", "table9": "state_capital"}
LABELS = {
    "all": "合计", "general_public_budget": "一般公共预算", "government_fund": "政府性基金预算", "state_capital": "国有资本经营预算",
}  # fmt: skip
_CODED = ("table2", "table3", "table5", "table8", "table9")


def short(name: str) -> str:
    """How a table is called in a sentence: 表2."""
    return f"表{name.removeprefix('table')}"


def named(table: str, row: Row) -> str:
    """How a row of a table is called in a sentence."""
    name = row.get("name") or row.get("label", "")
    code = f" {row['code']} " if row.get("code") and "name" in row else ""
    return f"{short(table)}{code}{name}{'行' if row['kind'] == 'total' and 'code' in row and 'side' not in row else ''}"


def money(table: str) -> list[str]:
    """The columns of amounts of a table."""
    return [field.name for field in terms.resource_schemas()[table].fields if field.column_type == "value"]


def title(table: str, column: str) -> str:
    """The heading of a column."""
    return next(field.title for field in terms.resource_schemas()[table].fields if field.name == column)


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The first contradiction, else the first that needs rounding, else the first.

    Raises:
        AbsentFactError: if there is none.
    """
    found = list(outcomes)
    if not found:
        raise AbsentFactError("没有可比较的数字")
    return next((one for state in (FAIL, ROUNDING) for one in found if one.state == state), found[0])


def total_row(book: Book, table: str) -> Row:
    """The row 合计 of a table.

    Raises:
        AbsentFactError: if it is not printed.
    """
    for row in book.table(table):
        if row["kind"] == "total":
            return row
    raise AbsentFactError(f"{short(table)}没有合计行")


def side(book: Book, table: str, half: str, kind: str, fund: str = "all") -> Cell:
    """The amount of the first line of a kind in a half of a summary table.

    Raises:
        AbsentFactError: if that line is not printed.
    """
    for row in book.table(table):
        if row["side"] == half and row["kind"] == kind and row.get("fund", "all") == fund:
            return book.printed(table, row, "actual", f"{short(table)}{row['label']}{_of_fund(fund)}")
    raise AbsentFactError(f"{short(table)}没有这一行")


def _of_fund(fund: str) -> str:
    return "" if fund == "all" else f"（{LABELS[fund]}）"


def _lines(book: Book, table: str, half: str, fund: str = "all") -> list[Cell]:
    return [
        book.printed(table, row, "actual", row["label"])
        for row in book.table(table)
        if row["side"] == half and row["kind"] == "line" and row.get("fund", "all") == fund
    ]


def _nonzero(cells: Sequence[Cell]) -> list[Cell]:
    """The cells that print something; all of them where none does."""
    return [cell for cell in cells if cell.figures] or list(cells)


def _adds(total: Cell, parts: Sequence[Cell]) -> Outcome:
    return adds_up(total, [plus(_nonzero(parts))] if parts else [Cell(Decimal(0), Decimal(0), "各行", "空白")])


def _optional(book: Book, table: str, half: str, kinds: Sequence[str], fund: str = "all") -> list[Cell]:
    found = []
    for kind in kinds:
        try:
            found.append(side(book, table, half, kind, fund))
        except AbsentFactError:
            continue
    return found


def _halves(book: Book) -> list[Subject]:
    return [Subject("table1", row, half, f"表1{SIDES[half]}") for half, row in _first_of_halves(book, "table1").items()]


def _first_of_halves(book: Book, table: str) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in book.facts.rows(table):
        found.setdefault(row["side"], row)
    return found


@rule("T01", over=_halves)
def summary_lines(book: Book, subject: Subject) -> Outcome:
    """收入支出决算总表：本年收入合计 ＝ 各项收入之和，本年支出合计 ＝ 各类支出之和"""
    return _adds(side(book, "table1", subject.key, "current"), _lines(book, "table1", subject.key))


@rule("T02")
def summary_totals(book: Book) -> Outcome:
    """收入支出决算总表：收入总计 ＝ 支出总计"""
    return equal(side(book, "table1", "revenue", "total"), side(book, "table1", "expenditure", "total"))


@rule("T03", over=_halves)
def summary_roll(book: Book, subject: Subject) -> Outcome:
    """收入支出决算总表：总计 ＝ 本年合计 ＋ 使用的结余与年初结转（支出一边：结余分配与年末结转）"""
    kinds = ("surplus_used", "opening") if subject.key == "revenue" else ("surplus_distributed", "closing")
    parts = [side(book, "table1", subject.key, "current"), *_optional(book, "table1", subject.key, kinds)]
    return _adds(side(book, "table1", subject.key, "total"), parts)


def _rows(table: str) -> Callable[[Book], list[Subject]]:
    def subjects(book: Book) -> list[Subject]:
        rows = [row for row in book.facts.rows(table) if any(row[name] for name in money(table))]
        return [Subject(table, row, f"{table}/{row['position']}", named(table, row)) for row in rows]

    return subjects


def _across(book: Book, subject: Subject, total: str, parts: Sequence[str]) -> Outcome:
    cells = [book.printed(subject.resource, subject.row, name, title(subject.resource, name)) for name in parts]
    return _adds(book.printed(subject.resource, subject.row, total, subject.name), cells)


@rule("T04", over=_rows("table2"))
def revenue_columns(book: Book, subject: Subject) -> Outcome:
    """收入决算表：每行合计 ＝ 各栏之和"""
    return _across(book, subject, "total", money("table2")[1:])


@rule("T06", over=_rows("table3"))
def expenditure_columns(book: Book, subject: Subject) -> Outcome:
    """支出决算表：每行合计 ＝ 各栏之和"""
    return _across(book, subject, "total", money("table3")[1:])


@rule("T06-5", over=_rows("table5"))
def general_columns(book: Book, subject: Subject) -> Outcome:
    """一般公共预算财政拨款支出决算表：每行合计 ＝ 基本支出 ＋ 项目支出"""
    return _across(book, subject, "total", ("basic", "project"))


def _fund_rows(book: Book) -> list[Subject]:
    return [one for table in ("table8", "table9") for one in _rows(table)(book)]


@rule("T06-8", over=_fund_rows)
def fund_columns(book: Book, subject: Subject) -> Outcome:
    """政府性基金、国有资本经营预算决算表：每行本年支出 ＝ 基本支出 ＋ 项目支出，年初 ＋ 收入 − 支出 ＝ 年末"""
    spent = _across(book, subject, "expenditure", ("basic", "project"))
    cells = {name: book.printed(subject.resource, subject.row, name, title(subject.resource, name)) for name in money("table8")}
    if not any(cells[name].figures for name in ("opening", "revenue", "closing")):
        return spent
    before = plus([cells["opening"], cells["revenue"]], "年初结转和结余 ＋ 本年收入")
    after = plus([cells["expenditure"], cells["closing"]], "本年支出 ＋ 年末结转和结余")
    return worst([spent, adds_up(before, [after])])


def _parents(table: str) -> Callable[[Book], list[Subject]]:
    """Rows that have rows below them: 合计, classes and subclasses."""

    def subjects(book: Book) -> list[Subject]:
        rows = book.facts.rows(table)
        return [
            Subject(table, row, f"{table}/{row['position']}", named(table, row)) for row in rows if _below(row, rows)
        ]

    return subjects


def _below(row: Row, rows: Sequence[Row]) -> list[Row]:
    """The rows one level below a row."""
    if row["kind"] == "total":
        return [one for one in rows if one["kind"] == "class"]
    lengths = {"class": 5, "subclass": 7}
    if row["kind"] not in lengths:
        return []
    return [one for one in rows if len(one["code"]) == lengths[row["kind"]] and one["code"].startswith(row["code"])]


def _levels(book: Book, subject: Subject) -> Outcome:
    table = subject.resource
    below = _below(subject.row, book.facts.rows(table))
    return worst(
        _adds(
            book.printed(table, subject.row, name, f"{subject.name}“{title(table, name)}”"),
            [book.printed(table, row, name, f"{row['code']} {row['name']}") for row in below],
        )
        for name in money(table)
        if subject.row[name] or any(row[name] for row in below)
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
    return [one for table in ("table8", "table9") for one in _parents(table)(book) if any(one.row[n] for n in money(table))]


@rule("T16-8", over=_fund_parents)
def fund_levels(book: Book, subject: Subject) -> Outcome:
    """政府性基金、国有资本经营预算决算表：合计 ＝ 各类，类 ＝ 各款，款 ＝ 各项（每栏）"""
    return _levels(book, subject)


@rule("T08", over=_halves)
def summary_and_details(book: Book, subject: Subject) -> Outcome:
    """收入支出决算总表的本年收入、本年支出 ＝ 收入决算表、支出决算表的合计"""
    table = {"revenue": "table2", "expenditure": "table3"}[subject.key]
    total = book.printed(table, total_row(book, table), "total", f"{short(table)}合计")
    return equal(side(book, "table1", subject.key, "current"), total)


def by_code(book: Book, table: str) -> dict[str, Row]:
    """The rows of a table by code."""
    return {row["code"]: row for row in book.table(table) if row["code"]}


def _class_lines(table: str, fund: str = "all") -> Callable[[Book], list[Subject]]:
    def subjects(book: Book) -> list[Subject]:
        rows = [row for row in book.facts.rows(table) if row["side"] == "expenditure" and row["kind"] == "line" and row["code"]]
        rows = [row for row in rows if row.get("fund", "all") == fund]
        return [Subject(table, row, f"{table}/{row['code']}", f"{short(table)}{row['label']}") for row in rows]

    return subjects


def _same_class(book: Book, subject: Subject, other: str) -> Outcome:
    line = book.printed(subject.resource, subject.row, "actual", subject.name)
    row = by_code(book, other).get(subject.row["code"])
    if row is None and not line.figures:
        raise AbsentFactError("两表都没有这一类的金额")
    detail = book.printed(other, row, "total", named(other, row)) if row else Cell(Decimal(0), Decimal(0), short(other), "没有这一类")
    return adds_up(line, [detail])


@rule("T09", over=_class_lines("table1"))
def class_in_summary(book: Book, subject: Subject) -> Outcome:
    """收入支出决算总表的每一类支出 ＝ 支出决算表的同一类"""
    return _same_class(book, subject, "table3")


@rule("T09-4", over=_class_lines("table4", "general_public_budget"))
def class_in_fiscal_summary(book: Book, subject: Subject) -> Outcome:
    """财政拨款收入支出决算总表中一般公共预算的每一类支出 ＝ 一般公共预算财政拨款支出决算表的同一类"""
    return _same_class(book, subject, "table5")


def _fiscal_rows(book: Book) -> list[Subject]:
    rows = [row for row in book.facts.rows("table4") if row["side"] == "expenditure" and row["fund"] == "all"]
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
    return _adds(book.printed("table4", subject.row, "actual", subject.name), parts)


def _fiscal_columns(book: Book) -> list[Subject]:
    rows = [row for row in book.facts.rows("table4") if row["side"] == "expenditure" and row["kind"] == "current"]
    return [Subject("table4", row, f"table4/{row['fund']}", f"表4{LABELS[row['fund']]}栏") for row in rows]


@rule("T11", over=_fiscal_columns)
def fiscal_lines(book: Book, subject: Subject) -> Outcome:
    """财政拨款收入支出决算总表：本年支出合计 ＝ 各类支出之和（每栏）"""
    fund = subject.row["fund"]
    return _adds(side(book, "table4", "expenditure", "current", fund), _lines(book, "table4", "expenditure", fund))


@rule("T11-r")
def fiscal_revenue_lines(book: Book) -> Outcome:
    """财政拨款收入支出决算总表：本年收入合计 ＝ 三项预算拨款收入之和，年初结转 ＝ 其中三项之和"""
    current = _adds(side(book, "table4", "revenue", "current"), _lines(book, "table4", "revenue"))
    parts = [
        book.printed("table4", row, "actual", row["label"])
        for row in book.table("table4")
        if row["side"] == "revenue" and row["kind"] == "part"
    ]
    return worst([current, _adds(side(book, "table4", "revenue", "opening"), parts)]) if parts else current


@rule("T12", over=_fiscal_columns)
def fiscal_roll(book: Book, subject: Subject) -> Outcome:
    """财政拨款收入支出决算总表：支出总计 ＝ 本年支出 ＋ 年末结转（每栏）；收入总计 ＝ 本年收入 ＋ 年初结转 ＝ 支出总计"""
    fund = subject.row["fund"]
    total = side(book, "table4", "expenditure", "total", fund)
    parts = [side(book, "table4", "expenditure", "current", fund), side(book, "table4", "expenditure", "closing", fund)]
    found = [_adds(total, parts)]
    if fund == "all":
        revenue = side(book, "table4", "revenue", "total")
        found.append(_adds(revenue, [side(book, "table4", "revenue", kind) for kind in ("current", "opening")]))
        found.append(equal(revenue, total))
    return worst(found)


def _detail_tables(book: Book) -> list[Subject]:
    return [
        Subject(table, book.facts.rows(table)[0], table, short(table))
        for table in FUNDS
        if book.facts.rows(table) and book.facts.rows("table4")
    ]


@rule("T13", over=_detail_tables)
def fiscal_and_details(book: Book, subject: Subject) -> Outcome:
    """财政拨款收入支出决算总表各预算的本年支出 ＝ 该预算支出决算表的合计"""
    column = "total" if subject.key == "table5" else "expenditure"
    total = book.printed(subject.key, total_row(book, subject.key), column, f"{short(subject.key)}合计")
    return equal(side(book, "table4", "expenditure", "current", FUNDS[subject.key]), total)


@rule("T14")
def fiscal_revenue_twice(book: Book) -> Outcome:
    """收入决算表的财政拨款收入合计 ＝ 财政拨款收入支出决算总表的本年收入合计"""
    total = book.printed("table2", total_row(book, "table2"), "appropriation", "表2财政拨款收入合计")
    return equal(total, side(book, "table4", "revenue", "current"))


def _general_rows(book: Book) -> list[Subject]:
    return _rows("table5")(book) if book.facts.rows("table3") else []


@rule("T15", over=_general_rows)
def general_within(book: Book, subject: Subject) -> Outcome:
    """每个科目的一般公共预算支出不超过支出决算表的同一科目（多出的部分是其他资金安排的支出）"""
    code = subject.row["code"]
    row = by_code(book, "table3").get(code) if code else total_row(book, "table3")
    outcomes = []
    for name in ("total", "basic", "project"):
        own = book.printed("table5", subject.row, name, f"{subject.name}“{title('table5', name)}”")
        whole = book.printed("table3", row, name, f"{named('table3', row)}“{title('table3', name)}”") if row else None
        outcomes.append(at_most(own, whole or Cell(Decimal(0), Decimal(0), "表3", "没有这个科目"), slack=True))
    return worst(outcomes)


def _economic_classes(book: Book) -> list[Subject]:
    rows = [row for row in book.facts.rows("table6") if row["kind"] == "class"]
    return [Subject("table6", row, f"table6/{row['code']}", named("table6", row)) for row in rows]


@rule("T17", over=_economic_classes)
def economic_levels(book: Book, subject: Subject) -> Outcome:
    """基本支出决算表：每一类 ＝ 该类各款之和"""
    rows = [row for row in book.table("table6") if row["kind"] == "item" and row["code"].startswith(subject.row["code"])]
    if not rows:
        raise AbsentFactError("该类没有列示各款")
    parts = [book.printed("table6", row, "actual", f"{row['code']} {row['name']}") for row in rows]
    return _adds(book.printed("table6", subject.row, "actual", subject.name), parts)


def economic_total(book: Book, group: str) -> Cell:
    """The total of personnel or public expenditure of table 6.

    Raises:
        AbsentFactError: if it is not printed.
    """
    for row in book.table("table6"):
        if row["kind"] == "total" and row["group"] == group:
            return book.printed("table6", row, "actual", f"表6{row['name']}")
    raise AbsentFactError("表6没有这一合计")


def _groups(book: Book) -> list[Subject]:
    rows = [row for row in book.facts.rows("table6") if row["kind"] == "total" and row["group"]]
    return [Subject("table6", row, f"table6/{row['group']}", f"表6{row['name']}") for row in rows]


@rule("T18", over=_groups)
def economic_groups(book: Book, subject: Subject) -> Outcome:
    """基本支出决算表：人员经费合计、公用经费合计 ＝ 所属各类之和"""
    rows = [row for row in book.table("table6") if row["kind"] == "class" and row["group"] == subject.row["group"]]
    parts = [book.printed("table6", row, "actual", f"{row['code']} {row['name']}") for row in rows]
    return _adds(economic_total(book, subject.row["group"]), parts)


@rule("T19")
def basic_twice(book: Book) -> Outcome:
    """人员经费合计 ＋ 公用经费合计 ＝ 一般公共预算财政拨款支出决算表的基本支出合计"""
    basic = book.printed("table5", total_row(book, "table5"), "basic", "表5基本支出合计")
    return adds_up(basic, [economic_total(book, group) for group in ("personnel", "public")])


def three_public(book: Book, measure: str, column: str) -> Cell:
    """A figure of table 7; 0 where it is blank.

    Raises:
        AbsentFactError: if the table has no such column.
    """
    for row in book.table("table7"):
        if row["measure"] == f"three_public.{measure}":
            label = f"表7{terms.measures()[row['measure']].label}{'预算数' if column == 'budget' else '决算数'}"
            found = book.printed("table7", row, column, label)
            return Cell(found.value, found.slack, label, found.text, found.figures)
    raise AbsentFactError("表7没有这一栏")


def _phases(book: Book) -> list[Subject]:
    rows = book.facts.rows("table7")
    return [Subject("table7", rows[0], f"table7/{one}", label) for one, label in (("budget", "表7预算数"), ("actual", "表7决算数")) if rows]


@rule("T20", over=_phases)
def three_public_parts(book: Book, subject: Subject) -> Outcome:
    """“三公”经费决算表：合计 ＝ 因公出国（境）费 ＋ 公务用车 ＋ 公务接待费；公务用车小计 ＝ 购置费 ＋ 运行费"""
    column = subject.key.partition("/")[2]

    def cells(*names: str) -> list[Cell]:
        return [three_public(book, name, column) for name in names]

    whole = _adds(three_public(book, "total", column), cells("abroad", "vehicles", "reception"))
    vehicles = _adds(three_public(book, "vehicles", column), cells("vehicle_purchase", "vehicle_running"))
    return worst([whole, vehicles])


_SAME = {"30212": "abroad", "30231": "vehicle_running", "31013": "vehicle_purchase", "30217": "reception"}


def _shared_items(book: Book) -> list[Subject]:
    rows = [row for row in book.facts.rows("table6") if row["code"] in _SAME and book.facts.rows("table7")]
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
        if book.facts.rows(table) or table in noted
    ]


@rule("T22", over=_fund_tables)
def empty_everywhere(book: Book, subject: Subject) -> Outcome:
    """决算表注明“无数据”的预算，在总表和正文中也没有金额；没有注明的，表内有数字"""
    table, fund = subject.resource, subject.key
    cells = [book.cell(table, row, name, named(table, row)) for row in book.facts.rows(table) for name in money(table) if row[name]]
    in_table = any(cell.value for cell in cells)
    noted = any(row["section"] == table and row["kind"] == "empty" for row in book.facts.rows("texts"))
    said = book.total_zero(fund)
    summary = [row for row in book.facts.rows("table4") if row.get("fund") == fund and Decimal(row["actual"] or 0)]
    told = [row for row in book.facts.rows("measures") if row["section"] == fund and Decimal(row["actual"] or 0)]
    facts = (
        ("本表有金额", in_table), ("本表注明无数据", noted), ("正文说明没有", said),
        ("表4有金额", bool(summary)), ("正文有金额", bool(told)),
    )  # fmt: skip
    holds = [text for text, true in facts if true]
    wrong = (in_table or summary or told) and (noted or said)
    if wrong:
        return Outcome(FAIL, f"{subject.name}：{'、'.join(holds)}，几处表述不能同时成立", figures=cells[0].figures if cells else ())
    return Outcome(PASS, f"{subject.name}：{'、'.join(holds) or '各处均无金额'}，相互一致")


@rule("T28")
def nine_tables(book: Book) -> Outcome:
    """九张决算表齐全"""
    titled = {row["section"] for row in book.facts.rows("texts") if row["kind"] == "title"}
    tables = [one for one in terms.statutory_tables() if book.facts.rows(one.id) or one.id in titled]
    if not tables:
        raise AbsentFactError("所收文件没有九张决算表")
    missing = [one.label for one in terms.statutory_tables() if one not in tables]
    if missing:
        return Outcome(FAIL, f"文件中没有{'、'.join(f'《{one}》' for one in missing)}")
    return Outcome(PASS, "九张决算表齐全")


@rule("T29")
def titles_and_units(book: Book) -> Outcome:
    """每张决算表都印有计量单位，各表单位相同；表名中的年度和部门与封面相同"""
    texts = {(row["section"], row["kind"]): row["text"] for row in book.facts.rows("texts") if row["section"].startswith("table")}
    titled = sorted(section for section, kind in texts if kind == "title")
    if not titled:
        raise AbsentFactError("所收文件没有九张决算表")
    for table in titled:
        years = re.findall(r"20\d\d", texts[table, "title"])
        if any(int(year) != book.year for year in years):
            return Outcome(FAIL, f"{short(table)}的表名为“{texts[table, 'title']}”，封面为 {book.year} 年度，两处年度不一致")
    units = {table: _unit(texts.get((table, "unit"), "")) for table in titled}
    lacking = [short(table) for table, unit in units.items() if not unit]
    if lacking:
        return Outcome(FAIL, f"{'、'.join(lacking)}没有印计量单位")
    if len(set(units.values())) > 1:
        said = "、".join(f"{short(table)}为{unit}" for table, unit in units.items())
        return Outcome("information", f"各表计量单位不同：{said}")
    return Outcome(PASS, f"{len(titled)} 张表均印有计量单位{units[titled[0]]}")


def _unit(text: str) -> str:
    match = re.search(terms.statutory_words()["unit"], text.replace("：", ":"))
    return match["unit"] if match else ""
