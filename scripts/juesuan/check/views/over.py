"""What rules are applied to: every form, item, class, indicator, measure of a book."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from juesuan.check.book.book import Book
from juesuan.check.book.legible import told
from juesuan.check.book.subject import Subject
from juesuan.rows import (
    FiguresBlockColumn,
    FiguresColumns,
    FunctionsRow,
    IndicatorsRow,
    MeasuresRow,
    ProjectsRow,
)


def items(book: Book) -> Iterator[Subject[FunctionsRow]]:
    """Every item (项) of the functional classification."""
    for row in book.facts.rows("functions"):
        if row["level"] == "item":
            yield of_function(row, f"{row['subclass']}（款）{row['item']}（项）")


def classes(book: Book) -> Iterator[Subject[FunctionsRow]]:
    """Every class (类) of the general public budget's structure."""
    for row in book.facts.rows("functions"):
        if row["level"] == "class":
            yield of_function(row, f"{row['class']}（类）")


def of_function(row: FunctionsRow, name: str) -> Subject[FunctionsRow]:
    """A line of the functional classification as the subject of a rule."""
    return Subject("functions", row, f"{row['fund']}/{row['level']}/{row['position']}", name)


def forms(book: Book) -> Iterator[Subject[ProjectsRow]]:
    """Every performance form."""
    for row in book.facts.rows("projects"):
        yield Subject("projects", row, row["project_id"], book.form_name(row["project_id"]))


def of_indicator(book: Book, row: IndicatorsRow) -> Subject[IndicatorsRow]:
    """An indicator as the subject of a rule."""
    return Subject("indicators", row, indicator_key(row), book.indicator_name(row))


def indicator_key(row: IndicatorsRow) -> str:
    """The key of an indicator in ``checks``."""
    return f"{row['project_id']}/{row['position']}"


def of_measure(row: MeasuresRow) -> Subject[MeasuresRow]:
    """A measure as the subject of a rule."""
    return Subject("measures", row, f"{row['section']}/{row['measure']}", row["label"])


def measures_with(
    *columns: FiguresBlockColumn, sections: Collection[str] = ()
) -> Callable[[Book], Iterator[Subject[MeasuresRow]]]:
    """Every measure that prints all of these columns; of these sections alone, if any is given."""

    def subjects(book: Book) -> Iterator[Subject[MeasuresRow]]:
        for row in book.facts.rows("measures"):
            if told(row, *columns) and (not sections or row["section"] in sections):
                yield of_measure(row)

    return subjects


def once(*measures: str) -> Callable[[Book], list[Subject[MeasuresRow]]]:
    """Those of these measures that are printed, each once, its key its name in the taxonomy."""

    def subjects(book: Book) -> list[Subject[MeasuresRow]]:
        rows = first_printed(book)
        return [Subject("measures", rows[m], m, rows[m]["label"]) for m in measures if m in rows]

    return subjects


def first_printed(book: Book) -> dict[str, MeasuresRow]:
    """Each measure that is printed, and the row of the first section that prints it."""
    rows: dict[str, MeasuresRow] = {}
    for row in book.facts.rows("measures"):
        rows.setdefault(row["measure"], row)
    return rows


def lines_with(*columns: FiguresBlockColumn) -> Callable[[Book], Iterator[Subject[FiguresColumns]]]:
    """Every measure and every line of the functional classification that prints these columns."""

    def subjects(book: Book) -> Iterator[Subject[FiguresColumns]]:
        yield from measures_with(*columns)(book)
        for row in book.facts.rows("functions"):
            if told(row, *columns):
                yield of_function(row, row["item"] or row["class"])

    return subjects
