"""Published texts, and the numerals in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from juesuan import terms
from juesuan.check.book.book import Book
from juesuan.check.comparing.cell import Numeral
from juesuan.rows import AnyRow, IndicatorsRow, cell

Goal = Literal["expected_goal", "actual_goal"]
GOALS: tuple[Goal, ...] = ("expected_goal", "actual_goal")
"""The goals of a form: what was planned, what became of it."""

TextColumn = (
    tuple[Literal["texts"], Literal["text"]]
    | tuple[Literal["projects"], Goal]
    | tuple[Literal["indicators"], Literal["reason"]]
    | tuple[Literal["measures"], Literal["reason", "variance_reason"]]
    | tuple[Literal["functions"], Literal["reason"]]
)
"""A resource and a column of it that holds text."""

EVERYWHERE: tuple[TextColumn, ...] = (
    ("texts", "text"),
    ("projects", "actual_goal"),
    ("projects", "expected_goal"),
    ("indicators", "reason"),
    ("measures", "reason"),
    ("measures", "variance_reason"),
    ("functions", "reason"),
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A published text.

    Attributes:
        resource, field: where it is published.
        row: its row.
        key: of the row, without the disclosure id.
        text: the text.
        numerals: those that stand in it, in reading order.
    """

    resource: str
    field: str
    row: AnyRow
    key: str
    text: str
    numerals: Sequence[Numeral]

    @property
    def path(self) -> str:
        """Resource, row and column, joined by slashes."""
        return f"{self.resource}/{self.key}/{self.field}"


def texts(book: Book, places: Sequence[TextColumn]) -> Iterator[Passage]:
    """All texts that are not empty, in the order of places and rows."""
    for resource, field in places:
        schema = terms.resource_schemas()[resource]
        for row in book.facts.table(resource):
            if text := cell(row, field):
                numerals = book.numerals(resource, row, field)
                yield Passage(resource, field, row, schema.row_key(row), text, numerals)


def passages(book: Book, places: Sequence[TextColumn]) -> Iterator[Passage]:
    """All texts with numerals."""
    return (one for one in texts(book, places) if one.numerals)


def reasons(book: Book) -> Iterator[tuple[IndicatorsRow, list[Numeral]]]:
    """The indicators whose reason has numerals, and these."""
    for row in book.facts.rows("indicators"):
        if numerals := book.numerals("indicators", row, "reason"):
            yield row, numerals
