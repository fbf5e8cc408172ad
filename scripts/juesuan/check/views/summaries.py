"""Tables 1 and 4 as rules see them: two halves, revenue and expenditure, with kinds of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict

from juesuan.check.book.book import Book
from juesuan.check.book.columns import short
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell
from juesuan.check.views.tables import LABELS, present
from juesuan.errors import AbsentFactError
from juesuan.rows import AnyRow, cell

Summary = Literal["table1", "table4"]
"""Tables of two halves, revenue and expenditure."""

Side = Literal["revenue", "expenditure"]


class SummaryRow(TypedDict, total=False):
    """What the rows of both summaries have; those of table 4 also have a fund."""

    side: str
    position: str
    kind: str
    label: str
    code: str
    actual: str
    unreadable: str


SIDES: dict[Side, str] = {"revenue": "收入", "expenditure": "支出"}


def summary_rows(book: Book, table: Summary) -> Sequence[SummaryRow]:
    """The rows of a summary; none raises."""
    return present(book, table, book.facts.rows(table))


def fund_of(row: AnyRow) -> str:
    """The fund in whose column an amount of a summary stands."""
    return cell(row, "fund") if "fund" in row else "all"


def side(book: Book, table: Summary, half: str, kind: str, fund: str = "all") -> Cell:
    """The amount of the first line of a kind in a half of a summary table.

    Raises:
        AbsentFactError: if that line is not printed.
    """
    for row in _of_half(book, table, half, fund):
        if row["kind"] == kind:
            name = f"{short(table)}{row['label']}{'' if fund == 'all' else f'（{LABELS[fund]}）'}"
            return book.printed(table, row, "actual", name)
    raise AbsentFactError(f"{short(table)}没有这一行")


def _of_half(book: Book, table: Summary, half: str, fund: str) -> list[SummaryRow]:
    rows = summary_rows(book, table)
    return [row for row in rows if row["side"] == half and fund_of(row) == fund]


def numbered(book: Book, table: Summary, half: str, fund: str = "all") -> list[Cell]:
    """The numbered lines of a half of a summary table."""
    return [
        book.printed(table, row, "actual", row["label"])
        for row in _of_half(book, table, half, fund)
        if row["kind"] == "line"
    ]


def optional(book: Book, table: Summary, half: str, kinds: Sequence[str]) -> list[Cell]:
    """The amounts of those kinds of lines that a half of a summary table has."""
    found = []
    for kind in kinds:
        try:
            found.append(side(book, table, half, kind))
        except AbsentFactError:
            continue
    return found


@dataclass(frozen=True, slots=True)
class Half(Subject[SummaryRow]):
    """A half of table 1 as the subject of a rule."""

    side: Side


def halves(book: Book) -> list[Half]:
    """The two halves of table 1, in the order in which they are printed."""
    first: dict[str, SummaryRow] = {}
    for row in book.facts.rows("table1"):
        first.setdefault(row["side"], row)
    names = {str(half): half for half in SIDES}
    return [
        Half("table1", row, half, f"表1{SIDES[names[half]]}", names[half])
        for half, row in first.items()
    ]
