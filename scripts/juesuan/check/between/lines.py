"""The lines of a disclosure that speak of last year, and the same lines of last year's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from juesuan.check.between.case import Years, of_year
from juesuan.check.book.book import Book
from juesuan.check.book.legible import told
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell
from juesuan.check.views.names import is_cut, path_of, plain
from juesuan.check.views.over import of_function, of_measure
from juesuan.check.views.places import place_of
from juesuan.check.views.tables import TABLES, by_code, spent_column
from juesuan.errors import AbsentFactError
from juesuan.rows import FiguresBlockColumn, FiguresColumns, FunctionsRow, MeasuresRow

_WHOLE: Mapping[str, str] = {
    "overall": "revenue.total",
    "appropriation.overall": "appropriation.revenue_total",
    "government_fund.overall": "government_fund.revenue_total",
    "state_capital.overall": "state_capital.revenue_total",
}
"""A change that is told of revenue and expenditure together, and the total that it is of."""


class _Asked(Protocol):
    """What asks a book for a figure."""

    def __call__(self, book: Book) -> Cell: ...


@dataclass(frozen=True, slots=True)
class Line(Subject[FiguresColumns]):
    """A line that speaks of last year: how its own amount is asked for, and last year's."""

    own: _Asked
    same: _Asked

    def now(self, case: Years) -> Cell:
        """Its amount of this year."""
        return of_year(case.later, self.own(case.later))

    def before(self, case: Years) -> Cell:
        """The amount that last year's disclosure printed, in its prose or in its tables.

        Raises:
            AbsentFactError: if it printed none.
            UnreadableFactError: if it cannot be read there.
        """
        return of_year(case.earlier, self.same(case.earlier))

    def figure(self, case: Years, column: FiguresBlockColumn) -> Cell:
        """A figure of the line itself."""
        return of_year(case.later, case.later.figure(self, column))


def lines_with(case: Years, *columns: FiguresBlockColumn) -> Iterator[Line]:
    """Measures and lines of the functional classification that print all of these columns."""
    for row in case.later.facts.rows("measures"):
        if told(row, *columns):
            yield _of_measure(row)
    for one in case.later.facts.rows("functions"):
        if told(one, *columns):
            yield _of_function(one)


def _of_measure(row: MeasuresRow) -> Line:
    plain_ = of_measure(row)
    measure = _WHOLE.get(row["measure"], row["measure"])
    same = partial(amount_of, measure=measure, section=row["section"])
    return Line("measures", row, plain_.key, plain_.name, same, same)


def _of_function(row: FunctionsRow) -> Line:
    name = row["item"] or row["subclass"] or row["class"]
    one = of_function(row, name)

    def own(book: Book) -> Cell:
        return book.function(row, "actual", name)

    return Line("functions", row, one.key, name, own, partial(_same_line, row=row, name=name))


def amount_of(book: Book, measure: str, section: str = "") -> Cell:
    """The amount of a measure, of a section where it stands there; else of a statutory table.

    Raises:
        AbsentFactError: if it is not printed; a blank is compared with nothing of another year.
        UnreadableFactError: if it cannot be read.
    """
    rows = book.facts.rows("measures")
    own = any(
        (row["section"], row["measure"]) == (section, measure) and told(row, "actual")
        for row in rows
    )
    try:
        return book.measure(measure, section=section if own else "")
    except AbsentFactError:
        place = place_of(measure)
        if place is None:
            raise
        return printed(place(book))


def printed(cell: Cell) -> Cell:
    """A figure that is printed as one.

    Raises:
        AbsentFactError: if it is a blank.
    """
    if not cell.figures:
        raise AbsentFactError(f"{cell.label}没有印出数字")
    return cell


def _same_line(book: Book, row: FunctionsRow, name: str) -> Cell:
    """The amount of the line that another year's line speaks of: of one name, or of one code."""
    found = [one for one in book.facts.rows("functions") if _is_same(one, row)]
    if len(found) > 1:
        raise AbsentFactError(f"上一年公开有 {len(found)} 行“{name}”")
    if found:
        return book.function(found[0], "actual", name)
    table = TABLES[row["fund"]]
    line = by_code(book, table).get(row["code"]) if row["code"] else None
    if line is None or not _is_called(line["name"], name):
        raise AbsentFactError(f"上一年公开没有列示“{name}”")
    return printed(book.printed(table, line, spent_column(table), name))


def _is_same(one: FunctionsRow, row: FunctionsRow) -> bool:
    if (one["fund"], one["level"]) != (row["fund"], row["level"]):
        return False
    names = [line["item"] or line["subclass"] or line["class"] for line in (one, row)]
    by_number = bool(row["code"]) and one["code"] == row["code"]
    return path_of(one) == path_of(row) or (by_number and _is_called(*names))


def _is_called(one: str, other: str) -> bool:
    return plain(one) == plain(other) or is_cut(one, other)
