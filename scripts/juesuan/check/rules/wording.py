"""What is wrong with the words themselves: placeholders, units, names, punctuation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan import terms
from juesuan.check.book import Book
from juesuan.check.cell import Cell, Numeral, figures_of
from juesuan.check.compare import FAIL, INFORMATION, PASS, Outcome
from juesuan.check.legible import lost, told
from juesuan.check.over import forms, measures_with
from juesuan.check.passages import EVERYWHERE, Passage, texts
from juesuan.check.rule import rule
from juesuan.check.subject import Subject
from juesuan.check.words import WORDS
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.rows import (
    AnyRow,
    DisclosureRow,
    FiguresBlockColumn,
    FiguresRow,
    MeasuresRow,
    ProjectsRow,
    cell,
)

_FUNDS = {"government_fund": "政府性基金预算", "state_capital": "国有资本经营预算"}


def _funds(book: Book) -> list[Subject[DisclosureRow]]:
    return [
        Subject("measures", book.facts.disclosure, fund, label) for fund, label in _FUNDS.items()
    ]


@rule("N49", over=_funds)
def empty_means_nothing(book: Book, subject: Subject[DisclosureRow]) -> Outcome:
    """说明为“空表”的预算，正文中没有它的金额"""
    fund = subject.key
    if not book.total_zero(fund):
        raise AbsentFactError(f"{subject.name}未说明为空表")
    amounts = [row["actual"] for row in book.facts.rows("functions") if row["fund"] == fund]
    amounts += [row["actual"] for row in book.facts.rows("measures") if row["section"] == fund]
    printed = next((one for one in amounts if Decimal(one or 0)), "")
    if printed:
        said = f"{subject.name}说明为空表，正文却列有 {printed} 万元，两处表述不能同时成立"
        return Outcome(FAIL, said)
    return Outcome(PASS, f"{subject.name}说明为空表，正文中没有它的金额")


@dataclass(frozen=True, slots=True)
class _Placeholder(Subject[AnyRow]):
    """A text with a placeholder, and where in it the first one stands."""

    text: str
    start: int
    end: int
    numerals: Sequence[Numeral]


def _placeholders(book: Book) -> list[_Placeholder | Subject[DisclosureRow]]:
    """The texts with a placeholder; the whole disclosure where there is none."""
    found: list[_Placeholder | Subject[DisclosureRow]] = [
        _Placeholder(
            one.resource, one.row, one.path, _title(one), one.text, *match.span(), one.numerals
        )
        for one in texts(book, EVERYWHERE)
        if (match := WORDS.pattern("placeholder").search(one.text))
    ]
    return found or [Subject("disclosure", book.facts.disclosure, "all", "")]


def _title(passage: Passage) -> str:
    """What a text is called: the title of its column, of the project where it has a name."""
    fields = terms.resource_schemas()[passage.resource].fields
    title = next(field.title for field in fields if field.name == passage.field)
    name = cell(passage.row, "name") if passage.resource == "projects" else ""
    return f"项目“{name}”的{title}" if name else title


@rule("N54", over=_placeholders)
def placeholders(book: Book, subject: _Placeholder | Subject[DisclosureRow]) -> Outcome:
    """文字中没有模板留下的占位符（“XX”“待填写”“增长（下降）”）

    填表用的样本里，“XX”一类的字样应当换成实际的内容。
    """
    if not isinstance(subject, _Placeholder):
        return Outcome(PASS, f"{_count(book)} 段文字中没有“XX”“待填写”一类的占位符")
    text, start, end = subject.text, subject.start, subject.end
    beside = sorted(subject.numerals, key=lambda one: abs(one.start - start))
    said = f"“…{text[max(0, start - 15) : end + 15]}…”中留有占位符“{text[start:end]}”"
    return Outcome(FAIL, said, figures=tuple(one.figure for one in beside[:1]))


def _count(book: Book) -> int:
    """How many texts are published; none is refused."""
    count = sum(1 for _ in texts(book, EVERYWHERE))
    if not count:
        raise AbsentFactError("没有作为文字发布的内容")
    return count


@rule("N60")
def punctuation(book: Book) -> Outcome:
    """发布的文字中没有重复或相连的标点、重复的单位（“。。”“万元万元”），也不以冒号、逗号结束

    不影响数字，只作说明。正文中未作为文字发布的部分不在核对之内。
    """
    count = _count(book)
    found = [
        f"“…{one.text[max(0, match.start() - 8) : match.end() + 8]}…”"
        for one in texts(book, EVERYWHERE)
        for match in WORDS.pattern("doubled").finditer(one.text)
    ]
    if not found:
        return Outcome(PASS, f"{count} 段文字中没有重复、相连或悬在末尾的标点")
    shown = "、".join(found[:5]) + ("等" if len(found) > 5 else "")
    return Outcome(INFORMATION, f"{shown} {len(found)} 处标点或单位重复")


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
    或同一数字前面印过单位时才读取，并在这里列出。
    """
    rows = _of_prose(book)
    if not rows:
        raise AbsentFactError("正文没有金额和比例")
    bare = [row for row in rows if not row["unit"]]
    if not bare:
        return Outcome(PASS, f"正文 {len(rows)} 个金额和比例都印有单位")
    shown = "、".join(f"{row['text']}（{_unit_wanted(row)}）" for row in bare[:8])
    figures = tuple(row["figure_id"] for row in bare)
    return Outcome(FAIL, f"漏印单位的有 {len(bare)} 处：{shown}", figures=figures)


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
    return Outcome(FAIL, f"标题为“{wanted}”，表中为“{printed}”，两处名称不一致")


_AMOUNTS: tuple[FiguresBlockColumn, ...] = (
    "actual",
    "initial_budget",
    "annual_budget",
    "prior_year",
)


@rule("N58", over=measures_with())
def in_range(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """占比在 0 与 100% 之间，金额和数量不小于 0"""
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
