"""Counts that the package itself can confirm: forms, listed units; amounts that need a count."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from juesuan.check.book.book import Book
from juesuan.check.book.legible import lost
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.compare import FAIL, PASS, Outcome, compared, equal, plus
from juesuan.check.comparing.relation import Relation
from juesuan.check.rule import rule
from juesuan.check.views.measures import printed
from juesuan.check.views.over import once
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.rows import MeasuresRow


@rule("X20", over=once("performance.overall_forms"))
def overall_forms(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """整体支出绩效自评表张数 ＝ 绩效说明中的张数

    说形成了几张整体支出绩效自评表，就应当附几张。
    """
    stated, forms = book[subject.row["measure"]], book.facts.rows("projects")
    attached = [row for row in forms if row["kind"] == "overall"]
    if not attached:
        raise AbsentFactError("所收文件未附整体支出绩效自评表")
    said = f"说明称 {stated.value} 个，附表 {len(attached)} 张"
    if stated.value == len(attached):
        return _counted(PASS, said, stated.value, len(attached), stated.figures)
    if any(lost(row, "name") for row in forms):
        raise UnreadableFactError(f"{said}，有的表没有读出名称，张数无从核对")
    verdict = "，两处数字不能同时成立"
    return _counted(FAIL, said, stated.value, len(attached), stated.figures, verdict)


def _counted(
    state: str,
    said: str,
    stated: Decimal,
    found: int,
    figures: tuple[str, ...],
    verdict: str = "",
) -> Outcome:
    return Outcome(state, said + verdict, stated, Decimal(found), figures=figures, brief=said)


def _units(book: Book) -> list[Subject[MeasuresRow]]:
    """The number of units in the accounts; that of subordinate ones where it is the only one."""
    return once("organisation.accounted_units")(book) or once("organisation.units")(book)


@rule(
    "N86", over=_units, relation=Relation("＝", "称有 {left} 个，列出 {right} 个，含或不含部门本级")
)
def units_named(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """所称下属单位数与列出的单位数相同

    所称的单位数和列出的单位，可以包括部门本级，也可以不包括。
    """
    stated = book[subject.row["measure"]]
    names = _listed(book)
    if not names:
        raise AbsentFactError("原文未列出单位名称")
    said = f"称有单位 {stated.value} 个，列出 {len(names)} 个"
    if abs(stated.value - len(names)) <= 1:
        return _counted(PASS, said, stated.value, len(names), stated.figures)
    return _counted(FAIL, said, stated.value, len(names), stated.figures, "，不一致")


def _listed(book: Book) -> Sequence[str]:
    return [row["name"] for row in book.facts.rows("organisation") if row["kind"] == "unit"]


_KINDS = tuple(f"organisation.units.{one}" for one in ("administrative", "civil_service", "other"))


def _units_by_kind(book: Book) -> list[Subject[MeasuresRow]]:
    return _units(book) if once(*_KINDS)(book) else []


@rule("N86-k", over=_units_by_kind, gathers=True)
def units_by_kind(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """下属单位数 ＝ 行政单位 ＋ 参照公务员法管理的事业单位 ＋ 其他事业单位

    下属单位分为三类，各类的个数加起来就是总数。
    """
    parts = printed(book, _KINDS)
    if len(parts) < len(_KINDS):
        raise AbsentFactError("没有列示各类单位数")
    return equal(book[subject.row["measure"]], plus(parts))


_COUNT_OF = {
    "three_public.reception_domestic": "three_public.reception_batches",
    "three_public.reception_guests": "three_public.guest_batches",
    "three_public.reception_abroad": "three_public.abroad_reception_batches",
}
"""Amounts, and the counts that are 0 where they are."""


def _receptions(book: Book) -> list[Subject[MeasuresRow]]:
    return [one for one in once(*_COUNT_OF)(book) if once(_COUNT_OF[one.key])(book)]


@rule("N41-r", over=_receptions, relation=Relation("", "金额 {left} 万元，批次 {right}，相互对应"))
def receptions_and_amounts(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """国内接待、外宾接待、国（境）外接待的金额为 0 时批次为 0，不为 0 时有批次

    没有花接待的钱就不该有接待批次，花了钱就该有。
    """
    amount, number = book[subject.key], book[_COUNT_OF[subject.key]]
    state = PASS if (amount.value == 0) == (number.value == 0) else FAIL
    words = "相互对应" if state == PASS else "不能同时成立"
    said = f"{amount.label} {amount.text} 与 {number.label} {number.text} {words}"
    return compared(state, said, amount, number)
