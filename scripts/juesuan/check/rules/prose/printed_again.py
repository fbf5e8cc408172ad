"""Figures that one section prints more than once, differently: the parser keeps each value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from juesuan import terms
from juesuan.check.book.book import Book
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.compare import Outcome, equal, worst
from juesuan.check.rule import rule
from juesuan.check.views.over import classes, items
from juesuan.rows import FiguresBlockColumn, FunctionsRow, MeasuresRow, cell

_FIGURES: tuple[FiguresBlockColumn, ...] = (
    "actual",
    "share_pct",
    "change",
    "change_pct",
    "initial_budget",
    "annual_budget",
    "variance_pct",
    "completion_pct",
)


@dataclass(frozen=True, slots=True)
class _Line(Subject[FunctionsRow]):
    """A line of the functional classification whose amount is printed twice."""


@dataclass(frozen=True, slots=True)
class _Measure(Subject[MeasuresRow]):
    """A measure in a part of a section (``section.2``), as it is printed there again."""


def _printed_again(book: Book) -> Iterator[_Measure | _Line]:
    for row in book.facts.rows("measures"):
        if "." in row["section"]:
            yield _Measure("measures", row, f"{row['section']}/{row['measure']}", row["label"])
    for one in (*items(book), *classes(book)):
        if one.row["actual_again"]:
            yield _Line(one.resource, one.row, one.key, one.name)


@rule("N55", over=_printed_again)
def printed_again(book: Book, subject: _Measure | _Line) -> Outcome:
    """同一个数字在同一节印了两次，两次应当相同

    一节分成几段的（如“总体情况”一段），与这一节首次列示的数字比较。
    """
    return _twice(book, subject) if isinstance(subject, _Line) else _elsewhere(book, subject)


def _twice(book: Book, line: _Line) -> Outcome:
    first = book.function(line.row, "actual", line.name)
    again = book.function(line.row, "actual_again", line.name)
    return equal(first, replace(again, label=f"再次列示的{line.name}"))


def _elsewhere(book: Book, measure: _Measure) -> Outcome:
    row, section = measure.row, _first_print(book, measure.row)
    return worst(
        equal(
            book.measure(row["measure"], column, section),
            book.line(row, column, f"再次列示的{row['label']}"),
        )
        for column in _FIGURES
        if cell(row, column)
    )


def _first_print(book: Book, row: MeasuresRow) -> str:
    """The section of the first print: the same one, or the one of which it is a part."""
    part = row["section"].partition(".")[0]
    known = {
        one["section"] for one in book.facts.rows("measures") if one["measure"] == row["measure"]
    }
    within = terms.sections()[part].within if part in terms.sections() else ""
    return part if part in known or within not in known else within
