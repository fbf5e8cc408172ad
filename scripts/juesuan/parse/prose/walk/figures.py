"""Figures, made of a numeral and of what introduces it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from juesuan import terms
from juesuan.parse.prose.lexer.events import (
    Figure,
    FigureColumn,
    Numeral,
    Subject,
    figure_column,
)
from juesuan.parse.prose.walk.introductions import Introduction
from juesuan.terms import Measure

_RATES = (("change", "change_pct"), ("variance", "variance_pct"))
"""Columns of an amount and of its rate."""


@dataclass(slots=True)
class Spoken:
    """What was said before a place of the text.

    Attributes:
        subject: what was spoken of last.
        column: of the last figure, empty before the first.
        floor: where the last figure or passage ended.
        told: where the last subject, comparison, figure or passage ended.
        money: what an amount of money was told of last.
        falls: whether the last figure was a decrease.
        budget: the column of the last budget.
        other: what a figure that is not understood is one of, but for a longer name.
    """

    subject: Subject
    column: FigureColumn | Literal[""] = ""
    floor: int = 0
    told: int = 0
    money: Subject = field(default_factory=Subject)
    falls: bool = False
    other: Measure | None = None
    budget: FigureColumn | Literal[""] = ""


def named(numeral: Numeral, measure: Measure, lead: str) -> Figure:
    """A figure behind the name of its measure.

    Args:
        numeral: the mark.
        measure: that is named.
        lead: what stands before the name.
    """
    year = terms.words("clauses").pattern("of_year").search(lead)
    return Figure(
        numeral.start,
        numeral.end,
        Subject(measure),
        figure_column(measure.column),
        numeral.value,
        numeral.unit,
        year=(year["year"] or "before") if year else "",
    )


def counted(numeral: Numeral, measure: Measure | None, spoken: Subject) -> Figure | None:
    """A count of a measure; none where that is spoken of, so that it counts a part.

    Args:
        numeral: the mark.
        measure: what is counted, if that is known.
        spoken: what is spoken of.
    """
    if measure is None or measure == spoken.measure:
        return None
    subject = Subject(measure)
    return Figure(numeral.start, numeral.end, subject, "actual", numeral.value, numeral.unit)


def share(numeral: Numeral, measure: Measure) -> Figure:
    """The share of a measure.

    Args:
        numeral: the mark.
        measure: of which it is the share.
    """
    subject = Subject(measure)
    return Figure(numeral.start, numeral.end, subject, "share_pct", numeral.value, numeral.unit)


def introduced(numeral: Numeral, found: Introduction, subject: Subject, spoken: Spoken) -> Figure:
    """A figure behind a relation that speaks of this subject.

    A rate without a direction has that of the amount before it.

    Args:
        numeral: the mark.
        found: how it is introduced.
        subject: of what it speaks.
        spoken: what was said before.
    """
    year = terms.words("clauses").pattern("clause_year").search(found.lead)
    is_rate = spoken.falls and (spoken.column, found.column) in _RATES
    sign = found.sign or (-1 if is_rate and subject == spoken.subject else 0)
    return Figure(
        numeral.start,
        numeral.end,
        _jointly(subject, found.lead),
        _column(found, spoken),
        _signed(numeral.value, sign),
        numeral.unit,
        found.basis,
        year["year"] if year else "",
    )


def _column(found: Introduction, spoken: Spoken) -> FigureColumn:
    """The column of a figure; a budget that is not named further is the one told before."""
    is_bare = terms.words("clauses").pattern("bare_budget").search(found.words)
    if found.column == "annual_budget" and is_bare and spoken.budget:
        return spoken.budget
    return found.column


def _jointly(subject: Subject, lead: str) -> Subject:
    """The joint measure, where one figure is told of each of several."""
    measure = subject.measure
    if measure and measure.jointly and terms.words("clauses").pattern("each").search(lead):
        return Subject(terms.measures()[measure.jointly])
    return subject


def _signed(printed: str, sign: int) -> str:
    """The value of a printed figure behind a word of direction (``sign``; 0 for none)."""
    plain = printed.lstrip("-")
    negative = printed.startswith("-") or sign < 0
    return f"-{plain}" if negative and plain.strip("0.,") else plain
