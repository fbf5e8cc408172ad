"""What is wrong with the words themselves: placeholders, units, names, punctuation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan import terms
from juesuan.check.book.book import Book
from juesuan.check.book.legible import lost, told
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell, figures_of
from juesuan.check.comparing.compare import FAIL, PASS, Outcome
from juesuan.check.rule import rule
from juesuan.check.views.over import forms, measures_with
from juesuan.check.views.words import WORDS
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.rows import (
    DisclosureRow,
    FiguresBlockColumn,
    FiguresRow,
    MeasuresRow,
    ProjectsRow,
)

_FUNDS = {"government_fund": "政府性基金预算", "state_capital": "国有资本经营预算"}


def _funds(book: Book) -> list[Subject[DisclosureRow]]:
    return [
        Subject("measures", book.facts.disclosure, fund, label) for fund, label in _FUNDS.items()
    ]


@rule("N49", over=_funds)
def empty_means_nothing(book: Book, subject: Subject[DisclosureRow]) -> Outcome:
    """说明为“空表”的预算，正文中没有它的金额

    说某项预算没有收支、是空表，正文里就不该出现它的金额。
    """
    fund = subject.key
    if not book.total_zero(fund):
        raise AbsentFactError(f"{subject.name}未说明为空表")
    amounts = [row["actual"] for row in book.facts.rows("functions") if row["fund"] == fund]
    amounts += [row["actual"] for row in book.facts.rows("measures") if row["section"] == fund]
    printed = next((one for one in amounts if Decimal(one or 0)), "")
    if printed:
        said = f"{subject.name}说明为空表，正文却列有 {printed} 万元"
        return Outcome(FAIL, f"{said}，两处表述不能同时成立", brief=said)
    return Outcome(PASS, f"{subject.name}说明为空表，正文中没有它的金额")


def _of_prose(book: Book) -> list[FiguresRow]:
    """The figures of the prose that are percentages, or amounts of money that are not 0."""
    return [
        row
        for row in book.facts.rows("figures")
        if row["status"] == "bound" and row["resource"] in ("measures", "functions")
        if _is_percentage(row) or (_is_money(row) and Decimal(row["value"]))
    ]


def _is_percentage(figure: FiguresRow) -> bool:
    return figure["field"].endswith("_pct")


def _is_money(figure: FiguresRow) -> bool:
    if figure["resource"] == "functions":
        return True
    measure = terms.measures().get(figure["row"].rpartition("/")[2])
    return measure is not None and terms.unit_kind(measure.unit) == "money"


@rule("N54-u")
def units_printed(book: Book) -> Outcome:
    """正文的金额都印有单位，比例都印有百分号

    漏印单位的数字，只在它前面的词不容有别的读法（“占”后面只能是比例）、
    或同一数字前面印过单位时才读取，并在这里列出；没有读取的，连同文字段落里的，也在这里列出。
    """
    rows = _of_prose(book)
    bare = [
        _Bare(f"{row['text']}（{_unit_wanted(row)}）", row["figure_id"])
        for row in rows
        if not row["unit"]
    ]
    bare += _bare_elsewhere(book, {one.figure for one in bare})
    if bare:
        shown = "、".join(one.text for one in bare[:8])
        figures = tuple(one.figure for one in bare if one.figure)
        return Outcome(FAIL, f"漏印单位的有 {len(bare)} 处：{shown}", figures=figures)
    if not rows:
        raise AbsentFactError("正文没有金额和比例")
    return Outcome(PASS, f"正文 {len(rows)} 个金额和比例都印有单位")


@dataclass(frozen=True, slots=True)
class _Bare:
    """A numeral without its unit: as it is told, and the id of the figure, if it is one."""

    text: str
    figure: str


_LACKS = {
    "bare_rate": "应为百分号",
    "bare_share": "应为百分号",
    "bare_amount": "应有金额单位",
}
"""Patterns of numerals without a unit, and what each lacks."""


def _bare_elsewhere(book: Book, known: Collection[str]) -> Iterator[_Bare]:
    """Numerals of the printed text without their unit, but for those that are known."""
    for stretch in book.source.paragraphs:
        for name, lacks in _LACKS.items():
            for match in WORDS.pattern(name).finditer(stretch.text):
                start, end = match.span("number")
                at = stretch.at[start], stretch.at[end - 1] + 1
                figure = next(iter(book.figures_between(*at)), "")
                if figure not in known or not figure:
                    yield _Bare(
                        f"第 {book.source.line_at(at[0]).number} 行{match[0]}（{lacks}）", figure
                    )


def _unit_wanted(figure: FiguresRow) -> str:
    return "应为百分号" if _is_percentage(figure) else "应有金额单位"


def _overall(book: Book) -> list[Subject[ProjectsRow]]:
    return [one for one in forms(book) if one.row["project_id"] == "overall"]


@rule("N56", over=_overall)
def one_department(book: Book, subject: Subject[ProjectsRow]) -> Outcome:
    """整体支出绩效自评表的部门名称与标题相同

    自评表应当写本部门的名称；写成简称或上级名称的，也在这里列出。
    """
    printed, wanted = subject.row["name"], book.facts.disclosure["department"]
    if lost(subject.row, "name"):
        raise UnreadableFactError("表中的部门名称无法辨认")
    if not printed:
        raise AbsentFactError("表中未列示部门名称")
    if WORDS.pattern("form_scope").sub("", printed) == wanted:
        return Outcome(PASS, f"表中与标题均为“{wanted}”")
    said = f"标题为“{wanted}”，表中为“{printed}”"
    return Outcome(FAIL, f"{said}，两处名称不一致", brief=said)


_AMOUNTS: tuple[FiguresBlockColumn, ...] = (
    "actual",
    "initial_budget",
    "annual_budget",
    "prior_year",
)


@rule("N58", over=measures_with())
def in_range(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """占比在 0 与 100% 之间，金额和数量不小于 0

    部分不会超过全部，钱和人也不会是负数。
    """
    shares = _printed(book, subject, ("share_pct",))
    amounts = _printed(book, subject, _AMOUNTS)
    if not shares and not amounts:
        raise AbsentFactError("没有列示占比、金额或数量")
    for share in shares:
        if not 0 <= share.value <= 100:
            said = f"{share.label} {share.text} 超出可能的范围"
            return Outcome(FAIL, said, share.value, figures=share.figures)
    for amount in amounts:
        if amount.value < 0:
            said = f"{amount.label} {amount.text} 小于 0"
            return Outcome(FAIL, said, amount.value, Decimal(0), figures=amount.figures)
    return Outcome(PASS, "在可能的范围内", figures=figures_of([*shares, *amounts]))


def _printed(
    book: Book, subject: Subject[MeasuresRow], columns: Sequence[FiguresBlockColumn]
) -> list[Cell]:
    return [book.figure(subject, column) for column in columns if told(subject.row, column)]
