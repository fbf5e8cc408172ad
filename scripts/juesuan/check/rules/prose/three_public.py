"""“三公”经费 as the prose tells it: parts, shares, and the counts beside the amounts."""

from __future__ import annotations

from juesuan.check.book.book import Book
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell, figures_of
from juesuan.check.comparing.compare import (
    FAIL,
    PASS,
    Outcome,
    adds_up,
    at_most,
    compared,
    is_percent,
)
from juesuan.check.comparing.relation import Relation
from juesuan.check.rule import rule
from juesuan.check.views.over import measures_with, once
from juesuan.errors import AbsentFactError
from juesuan.rows import MeasuresRow


@rule("N37")
def three_public_total(book: Book) -> Outcome:
    """“三公”经费 ＝ 因公出国（境）费 ＋ 公务用车购置及运行维护费 ＋ 公务接待费

    “三公”经费就是这三项，加起来是总额。
    """
    total = book["three_public.total"]
    kinds = [book[f"three_public.{one}"] for one in ("abroad", "vehicles", "reception")]
    return adds_up(total, kinds)


@rule("N38", over=measures_with("share_pct", "actual", sections=("three_public",)))
def three_public_share(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """“三公”经费各项占比按金额重算相符

    占比就是该项除以“三公”经费总额，可以用印出的金额重算。
    """
    total = book["three_public.total"]
    if total.value == 0:
        raise AbsentFactError("“三公”经费为 0，比例无意义")
    share, part = book.figure(subject, "share_pct"), book.figure(subject, "actual")
    return is_percent(share, part, total, "该项 ÷ “三公”经费")


@rule("N40")
def vehicles_by_kind(book: Book) -> Outcome:
    """公务用车购置及运行维护费 ＝ 购置费 ＋ 运行维护费

    公务用车的钱分为买车的和养车的，加起来就是合计。
    """
    total = book["three_public.vehicles"]
    return adds_up(
        total, [book["three_public.vehicle_purchase"], book["three_public.vehicle_running"]]
    )


_COUNTED = (
    ("three_public.abroad", "three_public.abroad_groups"),
    ("three_public.vehicle_purchase", "three_public.vehicles_bought"),
    ("three_public.reception", "three_public.reception_batches"),
)
"""Amounts, and counts that are 0 where they are."""


@rule("N41")
def amounts_and_counts(book: Book) -> Outcome:
    """金额为 0 时批次、人次、购置数应为 0；有购置数时应有购置费

    没有花钱就不该有批次和人次；买了车就该有买车的钱。
    """
    cells: list[Cell] = []
    for money, count in _COUNTED:
        amount, number = book[money], book[count]
        if (amount.value == 0) != (number.value == 0):
            return _cannot_both(amount, number)
        cells += [amount, number]
    return Outcome(PASS, "金额与批次、人次、购置数相互对应", figures=figures_of(cells))


def _cannot_both(one: Cell, other: Cell) -> Outcome:
    said = f"{one.label} {one.text} 与 {other.label} {other.text} 不能同时成立"
    return compared(FAIL, said, one, other)


_PEOPLE_OF = {
    "three_public.abroad_groups": "three_public.abroad_trips",
    "three_public.reception_batches": "three_public.reception_visitors",
    "three_public.guest_batches": "three_public.guest_visitors",
    "three_public.abroad_reception_batches": "three_public.abroad_reception_visitors",
    "spending.conference_count": "spending.conference_attendees",
}
"""Groups, receptions and conferences, and the people in them."""


@rule(
    "N67",
    over=once(*_PEOPLE_OF),
    relation=Relation("", "团组、批次或会议 {left}，人次 {right}，相互对应"),
)
def people_and_groups(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """团组、批次、会议数不超过人次数；没有团组、批次、会议就没有人次

    一个团组至少一个人，一批客人至少一人；没有批次就没有人次。
    """
    measure = subject.row["measure"]
    people, groups = book[_PEOPLE_OF[measure]], book[measure]
    if groups.value == 0 and people.value:
        return _cannot_both(groups, people)
    return at_most(groups, people)
