"""Table 7, “三公”经费: its figures, of which a blank one may hold what is missing to the total."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from juesuan import terms
from juesuan.check.book.book import Book
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import FAIL, INFORMATION, Outcome, plus
from juesuan.check.views.tables import present, sums_to
from juesuan.errors import AbsentFactError

Phase = Literal["budget", "actual"]
PHASES: dict[Phase, str] = {"budget": "预算数", "actual": "决算数"}


def three_public(book: Book, measure: str, phase: Phase) -> Cell:
    """A figure; 0 where it is blank and the total leaves nothing for it.

    Raises:
        AbsentFactError: if the table has no such column, or if it is blank and the other amounts do
            not make up the total.
    """
    found = or_blank(book, measure, phase)
    if not found.figures and parts_of_total(book, phase).state in (FAIL, INFORMATION):
        raise AbsentFactError(f"{found.label}空白，没有印数字")
    return found


def or_blank(book: Book, measure: str, phase: Phase) -> Cell:
    """A figure; 0 where it is blank.

    Raises:
        AbsentFactError: if the table has no such column.
    """
    for row in present(book, "table7", book.facts.rows("table7")):
        if row["measure"] == f"three_public.{measure}":
            label = f"表7{terms.measures()[row['measure']].label}{PHASES[phase]}"
            found = book.printed("table7", row, phase, label)
            return Cell(found.value, found.slack, label, found.text, found.figures)
    raise AbsentFactError("表7没有这一栏")


def parts_of_total(book: Book, phase: Phase) -> Outcome:
    """The total against its three kinds."""
    total = or_blank(book, "total", phase)
    parts = [or_blank(book, name, phase) for name in ("abroad", "vehicles", "reception")]
    found = sums_to(total, parts)
    may_hold_the_rest = total.value > plus(parts).value and not all(one.figures for one in parts)
    if found.state != FAIL or not may_hold_the_rest:
        return found
    said = f"{found.statement.partition('，')[0]}，有的栏空白，没有印数字"
    return replace(found, state=INFORMATION, statement=said)
