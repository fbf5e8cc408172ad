"""The nine statutory tables as rules see them: rows, halves, columns, and how sentences call them.

In these tables a blank or a dash stands for nothing: it counts as 0. Totals (合计) are never added
up with their parts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict, TypeVar

from juesuan import terms
from juesuan.check.book.book import Book
from juesuan.check.book.columns import StatutoryColumn, money, short
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell, nothing
from juesuan.check.comparing.compare import Outcome, adds_up, plus
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.rows import AnyRow, Table6Row, cell, is_lost

Coded = Literal["table2", "table3", "table5", "table8", "table9"]
"""Tables whose rows are the lines of the functional classification."""

Fund = Literal["all", "general_public_budget", "government_fund", "state_capital"]


class CodedRow(TypedDict, total=False):
    """What the rows of all coded tables have."""

    position: str
    kind: str
    code: str
    name: str
    unreadable: str


FUNDS: dict[Coded, Fund] = {
    "table5": "general_public_budget",
    "table8": "government_fund",
    "table9": "state_capital",
}
"""The tables of one budget each."""

TABLES: Mapping[str, Coded] = {fund: table for table, fund in FUNDS.items()}
"""Budget to its table."""

LABELS: Mapping[str, str] = {
    "all": "合计",
    "general_public_budget": "一般公共预算",
    "government_fund": "政府性基金预算",
    "state_capital": "国有资本经营预算",
}

RowT = TypeVar("RowT")


# How they are called


def named(table: str, row: CodedRow) -> str:
    """How a row of a coded table is called in a sentence."""
    code = f" {row['code']} " if row["code"] else ""
    return f"{short(table)}{code}{row['name']}{'行' if row['kind'] == 'total' else ''}"


def spent_column(table: Coded) -> Literal["total", "expenditure"]:
    """The column of a budget's table that holds what was spent."""
    return "total" if table == "table5" else "expenditure"


# Their rows


def present(book: Book, table: str, rows: Sequence[RowT]) -> Sequence[RowT]:
    """The rows of a table.

    Raises:
        AbsentFactError: if there are none.
        UnreadableFactError: if the file has it, or may have it, and it was not read.
    """
    if rows:
        return rows
    title = terms.resource_schemas()[table].title
    if why := book.unread.tables.get(table):
        raise UnreadableFactError(f"没有读到《{title}》（{why}）")
    raise AbsentFactError(f"所收文件没有《{title}》")


def no_line(book: Book, table: Coded, words: str) -> Cell:
    """A zero for a line that a table does not have.

    Raises:
        UnreadableFactError: if a part of the table was not read, where it may stand.
    """
    if why := book.unread.partly.get(table):
        raise UnreadableFactError(f"{short(table)}{why}，没有读到这一行")
    return nothing(short(table), words)


def level_of(book: Book, table: Coded, code: str) -> Sequence[CodedRow]:
    """The rows of a table whose codes are as long as a code.

    Raises:
        AbsentFactError: if it lists no line of that level.
    """
    rows = [row for row in coded_rows(book, table) if len(row["code"]) == len(code)]
    if not rows and not book.unread.partly.get(table):
        raise AbsentFactError(f"{short(table)}没有列到这一级科目")
    return rows


def coded_rows(book: Book, table: Coded) -> Sequence[CodedRow]:
    """The rows of a coded table; none raises."""
    return present(book, table, book.facts.rows(table))


def table6_rows(book: Book) -> Sequence[Table6Row]:
    """The rows of table 6; none raises."""
    return present(book, "table6", book.facts.rows("table6"))


@dataclass(frozen=True, slots=True)
class Line(Subject[CodedRow]):
    """A row of a coded table as the subject of a rule."""

    table: Coded


def line(table: Coded, row: CodedRow) -> Line:
    """A row of a coded table as the subject of a rule."""
    return Line(table, row, f"{table}/{row['position']}", named(table, row), table)


def lines_of(table: Coded) -> Callable[[Book], list[Line]]:
    """The rows of a coded table that print an amount."""

    def subjects(book: Book) -> list[Line]:
        columns = money(table)
        rows: Sequence[CodedRow] = book.facts.rows(table)
        return [line(table, row) for row in rows if any(cell(row, name) for name in columns)]

    return subjects


def by_code(book: Book, table: Coded) -> dict[str, CodedRow]:
    """The rows of a table by code."""
    return {row["code"]: row for row in coded_rows(book, table) if row["code"]}


def total_row(book: Book, table: Coded) -> CodedRow:
    """The row 合计 of a table.

    Raises:
        AbsentFactError: if it is not printed.
    """
    for row in coded_rows(book, table):
        if row["kind"] == "total":
            return row
    raise AbsentFactError(f"{short(table)}没有合计行")


def of_total(book: Book, table: Coded, column: StatutoryColumn, name: str) -> Cell:
    """A figure of the row 合计.

    Raises:
        AbsentFactError: if there is no such row, or if it is blank although the classes below print
            amounts.
    """
    found = book.printed(table, total_row(book, table), column, name)
    if not found.figures and any(is_spent(row, column) for row in coded_rows(book, table)):
        raise AbsentFactError(f"{name}空白，没有印数字")
    return found


def is_spent(row: AnyRow, column: StatutoryColumn) -> bool:
    """Whether a row prints an amount that is not zero; one that cannot be read is no blank."""
    return is_lost(row, column) or bool(cell(row, column).strip("0."))


# Sums


def sums_to(total: Cell, parts: Sequence[Cell]) -> Outcome:
    """A printed total against the sum of its printed parts; parts that print nothing count as 0.

    Raises:
        AbsentFactError: if the total is blank and a part is not: a total that is not printed
            contradicts nothing.
    """
    if not total.figures and any(part.value for part in parts):
        raise AbsentFactError(f"{total.label}空白，没有印数字")
    printed = [part for part in parts if part.figures] or list(parts)
    if not printed:
        return adds_up(total, [nothing("各行", "空白")])
    return adds_up(total, printed if len(printed) == 1 else [plus(printed)])


def economic_total(book: Book, group: str) -> Cell:
    """The total of personnel or public expenditure of table 6.

    Raises:
        AbsentFactError: if it is not printed.
    """
    for row in table6_rows(book):
        if row["kind"] == "total" and row["group"] == group:
            return book.printed("table6", row, "actual", f"表6{row['name']}")
    raise AbsentFactError("表6没有这一合计")
