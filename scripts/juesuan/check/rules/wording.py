"""N49–N59: what words say about figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from juesuan import terms
from juesuan.check.book import Book, Subject, forms, measures_with, told
from juesuan.check.compare import FAIL, INFORMATION, PASS, Outcome, at_most
from juesuan.check.rule import rule
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.rows import Row

_FUNDS = {"government_fund": "政府性基金预算", "state_capital": "国有资本经营预算"}
_PLACEHOLDER = re.compile(
    r"[XＸ×]{2,}(?=[^a-zA-Z0-9]|$)|待填写|待补充|增长（下降）|增加（减少）|下降（增长）"
)
_TEXTS = (("texts", "text"), ("projects", "actual_goal"), ("projects", "expected_goal"), ("indicators", "reason"),
          ("measures", "reason"), ("measures", "variance_reason"), ("functions", "reason"))  # fmt: skip
_AMOUNTS = ("actual", "initial_budget", "annual_budget", "prior_year")


def _funds(book: Book) -> Iterator[Subject]:
    for fund, label in _FUNDS.items():
        yield Subject("measures", book.facts.disclosure, fund, label)


@rule("N49", over=_funds)
def empty_means_nothing(book: Book, subject: Subject) -> Outcome:
    """说明为“空表”的预算，正文中没有它的金额"""
    if not book.total_zero(subject.key):
        raise AbsentFactError(f"{subject.name}未说明为空表")
    rows = [row for row in book.facts.rows("functions") if row["fund"] == subject.key]
    rows += [row for row in book.facts.rows("measures") if row["section"] == subject.key]
    printed = [row for row in rows if Decimal(row["actual"] or 0)]
    if printed:
        return Outcome(
            FAIL,
            f"{subject.name}说明为空表，正文却列有 {printed[0]['actual']} 万元，两处表述不能同时成立",
        )
    return Outcome(PASS, f"{subject.name}说明为空表，正文中没有它的金额")


@rule("N51", over=measures_with("initial_budget", "completion_pct"))
def no_completion_of_nothing(book: Book, subject: Subject) -> Outcome:
    """年初预算为 0 的，没有“完成年初预算的百分之几”"""
    budget = book.cell("measures", subject.row, "initial_budget", subject.name)
    rate = book.cell("measures", subject.row, "completion_pct", subject.name)
    state = PASS if budget.value else FAIL if rate.value else INFORMATION
    words = "，预算为 0 而有完成比例" if state != PASS else ""
    said = f"{budget.label} {budget.text}，完成预算 {rate.text}{words}"
    return Outcome(state, said, budget.value, rate.value, Decimal(0), budget.figures + rate.figures)


_DATE = 24
"""Characters within which the year, the month and the day of one date begin."""


def _years(book: Book) -> list[Row]:
    """Fiscal years printed outside of quoted texts."""
    rows = book.facts.rows("figures")
    return [
        row
        for row in rows
        if row["status"] == "reference"
        and row["unit"] == "年度"
        and re.fullmatch(r"20\d\d", row["text"])
    ]


def _as_of(book: Book) -> list[Row]:
    """Years of the dates "12月31日" that are printed outside of quoted texts: the day on which assets are counted."""
    rows = [row for row in book.facts.rows("figures") if row["status"] == "reference"]
    return [
        year
        for year, month, day in zip(rows, rows[1:], rows[2:], strict=False)
        if (month["text"], day["text"]) == ("12", "31")
        and re.fullmatch(r"20\d\d", year["text"])
        and int(day["start"] or 0) - int(year["start"] or 0) < _DATE
    ]


@rule("N53")
def one_year(book: Book) -> Outcome:
    """正文中的年度都是本年度或用来比较的上年度，本年的合计没有写成别的年度"""
    known = {str(book.year), str(book.year - 1)}
    years = _years(book)
    if not years:
        raise AbsentFactError("正文没有写明年度")
    for row in years:
        if row["text"] not in known:
            said = f"正文写有“{row['text']}年度”，封面为 {book.year} 年度，只应有本年度和上年度"
            return Outcome(FAIL, said, figures=(row["figure_id"],))
    dates = _as_of(book)
    if dates and all(row["text"] != str(book.year) for row in dates):
        said = f"正文的截止日期写作 {dates[0]['text']} 年 12 月 31 日，封面为 {book.year} 年度"
        return Outcome(FAIL, said, figures=(dates[0]["figure_id"],))
    for row in book.facts.rows("measures"):
        if row["prior_year"] and not row["actual"] and not row["change"]:
            cell = book.cell("measures", row, "prior_year", row["label"])
            said = f"正文只有{book.year - 1}年度的{row['label']} {cell.text}，没有本年度的，年度与封面不一致"
            return Outcome(FAIL, said, figures=cell.figures)
    return Outcome(PASS, f"正文写明的 {len(years)} 处年度均为 {book.year} 或 {book.year - 1} 年度")


def _texts(book: Book) -> list[Subject]:
    """The texts with a placeholder; the whole disclosure where there is none."""
    found = []
    for resource, field in _TEXTS:
        for row in book.facts.table(resource):
            if _PLACEHOLDER.search(row[field]):
                key = f"{resource}/{terms.resource_schemas()[resource].row_key(row)}/{field}"
                titles = {one.name: one.title for one in terms.resource_schemas()[resource].fields}
                of = f"项目“{row['name']}”的" if resource == "projects" and row["name"] else ""
                found.append(Subject(resource, row, key, f"{of}{titles[field]}"))
    return found or [Subject("disclosure", book.facts.disclosure, "all", "")]


@rule("N54", over=_texts)
def placeholders(book: Book, subject: Subject) -> Outcome:
    """文字中没有模板留下的占位符（“XX”“待填写”“增长（下降）”）

    填表用的样本里，“XX”一类的字样应当换成实际的内容。
    """
    if subject.key == "all":
        texts = sum(
            1 for resource, field in _TEXTS for row in book.facts.table(resource) if row[field]
        )
        if not texts:
            raise AbsentFactError("没有作为文字发布的内容")
        return Outcome(PASS, f"{texts} 段文字中没有“XX”“待填写”一类的占位符")
    field = subject.key.rpartition("/")[2]
    text = subject.row[field]
    match = _PLACEHOLDER.search(text)
    assert match is not None
    beside = sorted(
        book.numerals(subject.resource, subject.row, field),
        key=lambda one: abs(one.start - match.start()),
    )
    around = text[max(0, match.start() - 15) : match.end() + 15]
    return Outcome(
        FAIL,
        f"“…{around}…”中留有占位符“{match[0]}”",
        figures=tuple(one.figure for one in beside[:1]),
    )


def _of_prose(book: Book) -> list[Row]:
    """The figures of the prose that are amounts of money or percentages, but for amounts of nothing."""
    return [
        row
        for row in book.facts.rows("figures")
        if row["status"] == "bound"
        and row["resource"] in ("measures", "functions")
        and (row["field"].endswith("_pct") or (_is_money(row) and Decimal(row["value"])))
    ]


def _is_money(figure: Row) -> bool:
    measure = terms.measures().get(figure["row"].rpartition("/")[2])
    return figure["resource"] == "functions" or (
        measure is not None and terms.unit_kind(measure.unit) == "money"
    )


@rule("N54-u")
def units_printed(book: Book) -> Outcome:
    """正文的金额都印有单位，比例都印有百分号

    漏印单位的数字，只在它前面的词不容有别的读法（“占”后面只能是比例）、或同一数字前面印过单位时才读取，并在这里列出。
    """
    rows = _of_prose(book)
    if not rows:
        raise AbsentFactError("正文没有金额和比例")
    bare = [row for row in rows if not row["unit"]]
    if not bare:
        return Outcome(PASS, f"正文 {len(rows)} 个金额和比例都印有单位")
    said = "、".join(
        f"{row['text']}（{'应为百分号' if row['field'].endswith('_pct') else '应有金额单位'}）"
        for row in bare[:8]
    )
    return Outcome(
        FAIL,
        f"漏印单位的有 {len(bare)} 处：{said}",
        figures=tuple(row["figure_id"] for row in bare),
    )


def _overall(book: Book) -> list[Subject]:
    return [one for one in forms(book) if one.key == "overall"]


@rule("N56", over=_overall)
def one_department(book: Book, subject: Subject) -> Outcome:
    """整体支出绩效自评表的部门名称与标题相同

    自评表应当写本部门的名称；写成简称或上级名称的，也在这里列出。
    """
    row = subject.row
    if "name" in row["unreadable"].split():
        raise UnreadableFactError("表中的部门名称无法辨认")
    if not row["name"]:
        raise AbsentFactError("表中未列示部门名称")
    name = re.sub(r"（(?:汇总|部门|单位|本级)）$", "", row["name"])
    wanted = book.facts.disclosure["department"]
    if name == wanted:
        return Outcome(PASS, f"表中与标题均为“{wanted}”")
    return Outcome(FAIL, f"标题为“{wanted}”，表中为“{row['name']}”，两处名称不一致")


@rule("N58", over=measures_with())
def in_range(book: Book, subject: Subject) -> Outcome:
    """占比在 0 与 100% 之间，金额和数量不小于 0"""
    cells = [
        (column, book.cell("measures", subject.row, column, subject.name))
        for column in ("share_pct", *_AMOUNTS)
        if told(subject.row, column)
    ]
    if not cells:
        raise AbsentFactError("没有列示占比、金额或数量")
    for column, cell in cells:
        if column == "share_pct" and not 0 <= cell.value <= 100:
            return Outcome(
                FAIL,
                f"{cell.label} {cell.text} 超出可能的范围",
                cell.value,
                None,
                Decimal(0),
                cell.figures,
            )
        if cell.value < 0:
            return Outcome(
                FAIL,
                f"{cell.label} {cell.text} 小于 0",
                cell.value,
                Decimal(0),
                Decimal(0),
                cell.figures,
            )
    return Outcome(
        PASS,
        "在可能的范围内",
        figures=tuple(figure for _, cell in cells for figure in cell.figures),
    )


def _three_public(book: Book) -> list[Subject]:
    every = measures_with("actual", "annual_budget")(book)
    return [one for one in every if one.row["section"] == "three_public"]


@rule("N59", over=_three_public)
def three_public_within_budget(book: Book, subject: Subject) -> Outcome:
    """“三公”经费各项决算数不超过全年预算数"""
    actual = book.cell("measures", subject.row, "actual", subject.name)
    return at_most(actual, book.cell("measures", subject.row, "annual_budget", subject.name))
