"""The nine statutory tables as rules see them: their rows, halves and columns, and how they are called in sentences.

In these tables a blank or a dash stands for nothing: it counts as 0. Totals (合计) are never added up with their parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from juesuan import terms
from juesuan.check.book import Book, Cell, Subject
from juesuan.check.compare import FAIL, INFORMATION, ROUNDING, Outcome, adds_up, plus
from juesuan.errors import AbsentFactError
from juesuan.rows import Row

SIDES = {"revenue": "收入", "expenditure": "支出"}


FUNDS = {"table5": "general_public_budget", "table8": "government_fund", "table9": "state_capital"}


LABELS = {
    "all": "合计", "general_public_budget": "一般公共预算",
    "government_fund": "政府性基金预算", "state_capital": "国有资本经营预算",
}  # fmt: skip


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
    return [
        field.name
        for field in terms.resource_schemas()[table].fields
        if field.column_type == "value"
    ]


def title(table: str, column: str) -> str:
    """The heading of a column."""
    return next(
        field.title for field in terms.resource_schemas()[table].fields if field.name == column
    )


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The first contradiction, else the first that needs rounding, else the first.

    Raises:
        AbsentFactError: if there is none.
    """
    found = list(outcomes)
    if not found:
        raise AbsentFactError("没有可比较的数字")
    return next(
        (one for state in (FAIL, ROUNDING) for one in found if one.state == state), found[0]
    )


def total_row(book: Book, table: str) -> Row:
    """The row 合计 of a table.

    Raises:
        AbsentFactError: if it is not printed.
    """
    for row in book.table(table):
        if row["kind"] == "total":
            return row
    raise AbsentFactError(f"{short(table)}没有合计行")


def of_total(book: Book, table: str, column: str, name: str) -> Cell:
    """A figure of the row 合计.

    Raises:
        AbsentFactError: if there is no such row, or if it is blank although the classes below print amounts.
    """
    cell = book.printed(table, total_row(book, table), column, name)
    if not cell.figures and any(row[column].strip("0.") for row in book.table(table)):
        raise AbsentFactError(f"{name}空白，没有印数字")
    return cell


def side(book: Book, table: str, half: str, kind: str, fund: str = "all") -> Cell:
    """The amount of the first line of a kind in a half of a summary table.

    Raises:
        AbsentFactError: if that line is not printed.
    """
    for row in book.table(table):
        if row["side"] == half and row["kind"] == kind and row.get("fund", "all") == fund:
            return book.printed(
                table, row, "actual", f"{short(table)}{row['label']}{_of_fund(fund)}"
            )
    raise AbsentFactError(f"{short(table)}没有这一行")


def _of_fund(fund: str) -> str:
    return "" if fund == "all" else f"（{LABELS[fund]}）"


def lines(book: Book, table: str, half: str, fund: str = "all") -> list[Cell]:
    """The numbered lines of a half of a summary table."""
    return [
        book.printed(table, row, "actual", row["label"])
        for row in book.table(table)
        if row["side"] == half and row["kind"] == "line" and row.get("fund", "all") == fund
    ]


def _nonzero(cells: Sequence[Cell]) -> list[Cell]:
    """The cells that print something; all of them where none does."""
    return [cell for cell in cells if cell.figures] or list(cells)


def sums_to(total: Cell, parts: Sequence[Cell]) -> Outcome:
    """A printed total against the sum of its printed parts; parts that print nothing count as 0.

    Raises:
        AbsentFactError: if the total is blank and a part is not: a total that is not printed contradicts nothing.
    """
    if not total.figures and any(cell.value for cell in parts):
        raise AbsentFactError(f"{total.label}空白，没有印数字")
    found = _nonzero(parts) or [Cell(Decimal(0), Decimal(0), "各行", "空白")]
    return adds_up(total, found if len(found) == 1 else [plus(found)])


def optional(
    book: Book, table: str, half: str, kinds: Sequence[str], fund: str = "all"
) -> list[Cell]:
    """The amounts of those kinds of lines that a half of a summary table has."""
    found = []
    for kind in kinds:
        try:
            found.append(side(book, table, half, kind, fund))
        except AbsentFactError:
            continue
    return found


def halves(book: Book) -> list[Subject]:
    """The two halves of table 1."""
    return [
        Subject("table1", row, half, f"表1{SIDES[half]}")
        for half, row in _first_of_halves(book, "table1").items()
    ]


def _first_of_halves(book: Book, table: str) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in book.facts.table(table):
        found.setdefault(row["side"], row)
    return found


def rows_of(table: str) -> Callable[[Book], list[Subject]]:
    """The rows of a table that print an amount."""

    def subjects(book: Book) -> list[Subject]:
        rows = [row for row in book.facts.table(table) if any(row[name] for name in money(table))]
        return [
            Subject(table, row, f"{table}/{row['position']}", named(table, row)) for row in rows
        ]

    return subjects


def by_code(book: Book, table: str) -> dict[str, Row]:
    """The rows of a table by code."""
    return {row["code"]: row for row in book.table(table) if row["code"]}


def economic_total(book: Book, group: str) -> Cell:
    """The total of personnel or public expenditure of table 6.

    Raises:
        AbsentFactError: if it is not printed.
    """
    for row in book.table("table6"):
        if row["kind"] == "total" and row["group"] == group:
            return book.printed("table6", row, "actual", f"表6{row['name']}")
    raise AbsentFactError("表6没有这一合计")


def three_public(book: Book, measure: str, column: str) -> Cell:
    """A figure of table 7; 0 where it is blank and the total leaves nothing for it.

    Raises:
        AbsentFactError: if the table has no such column, or if it is blank and the other amounts do not make up the total.
    """
    found = three_public_cell(book, measure, column)
    if not found.figures and three_public_parts(book, column).state in (FAIL, INFORMATION):
        raise AbsentFactError(f"{found.label}空白，没有印数字")
    return found


def three_public_cell(book: Book, measure: str, column: str) -> Cell:
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


def three_public_parts(book: Book, column: str) -> Outcome:
    """The total of table 7 against its three kinds; a blank kind may hold what is missing to the total."""
    total = three_public_cell(book, "total", column)
    parts = [three_public_cell(book, name, column) for name in ("abroad", "vehicles", "reception")]
    outcome = sums_to(total, parts)
    if (
        outcome.state == FAIL
        and total.value > plus(parts).value
        and not all(cell.figures for cell in parts)
    ):
        return replace(
            outcome,
            state=INFORMATION,
            statement=f"{outcome.statement.partition('，')[0]}，有的栏空白，没有印数字",
        )
    return outcome
