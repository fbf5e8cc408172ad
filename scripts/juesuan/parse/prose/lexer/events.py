"""What is found in a section: marks, each at its place, and events, which speak of a subject.

Lexing finds the marks; the walk turns them into events, binding each numeral to what it is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from juesuan.errors import TermsError
from juesuan.terms import Measure

FigureColumn = Literal[
    "actual", "share_pct", "prior_year", "change", "change_pct", "initial_budget",
    "annual_budget", "variance", "variance_pct", "completion_pct",
]  # fmt: skip
"""Columns of measures and of lines of functions that hold a figure."""

WordColumn = Literal["change_word", "variance_word"]
"""Columns that hold a word that compares."""

Basis = Literal["", "prior", "budget"]
"""With what a figure or a reason compares: unknown, the year before, the budget."""


def figure_column(name: str) -> FigureColumn:
    """The column of this name.

    Raises:
        TermsError: if no figure goes there.
    """
    columns: tuple[FigureColumn, ...] = get_args(FigureColumn)
    for column in columns:
        if column == name:
            return column
    raise TermsError(f"a figure cannot go to column {name}; expected one of {', '.join(columns)}")


def word_column(name: str) -> WordColumn:
    """The column of this name.

    Raises:
        TermsError: if no word goes there.
    """
    columns: tuple[WordColumn, ...] = get_args(WordColumn)
    for column in columns:
        if column == name:
            return column
    raise TermsError(f"a word cannot go to column {name}; expected one of {', '.join(columns)}")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is spoken of: a measure, or a line of the functional classification (``names``)."""

    measure: Measure | None = None
    names: tuple[str, str, str] = ("", "", "")
    number: str = ""

    @property
    def known(self) -> bool:
        """Whether it is known what is spoken of."""
        return self.measure is not None or bool(self.names[0])


@dataclass(frozen=True, slots=True)
class Reference:
    """Digits that number or date something: mark and event."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Named:
    """A subject that is named: mark and event.

    Attributes:
        start, end: its place.
        subject: of it.
        is_inner: whether it counts only below the class that is spoken of.
    """

    start: int
    end: int
    subject: Subject
    is_inner: bool = False


@dataclass(frozen=True, slots=True)
class Numeral:
    """A mark: a numeral and its unit; one without value is damaged, or gone but for its unit."""

    start: int
    end: int
    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class Opening:
    """A mark: what opens a passage.

    Attributes:
        start, end: its place.
        into: what the passage is.
        whole: whether it reaches to the next such passage.
        figures: whether figures inside are read too.
    """

    start: int
    end: int
    into: str
    whole: bool
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """A mark: a comparison in words; the word that compares begins at ``at``."""

    start: int
    end: int
    column: WordColumn
    word: str
    at: int


Mark = Reference | Named | Numeral | Opening | Comparison


@dataclass(frozen=True, slots=True)
class Figure:
    """An event: a figure and what it is about.

    Attributes:
        start, end: of the numeral with its unit.
        subject: what it is about.
        column: what it says of it.
        value: as printed, with its sign; empty where the numeral is damaged or gone.
        unit: as printed, or empty.
        basis: the comparison to which it belongs.
        year: that stands before its subject: digits, ``before`` for the year before, or empty.
    """

    start: int
    end: int
    subject: Subject
    column: FigureColumn
    value: str
    unit: str
    basis: Basis = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """An event: a passage that is published as text, from ``inner`` to ``end``.

    Attributes:
        start: of its opening words.
        subject: of which it is told; perhaps not known.
        into: ``reason``, ``usage`` or ``text:`` with the kind of text.
        basis: the comparison of which it is the reason, if its lead says so.
        stated: figures inside that may be statements of their own, which the passage swallowed.
    """

    start: int
    inner: int
    end: int
    subject: Subject
    into: str
    basis: Basis
    stated: tuple[Numeral, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """An event: a comparison in words and its subject, perhaps not known."""

    start: int
    end: int
    subject: Subject
    column: WordColumn
    word: str


@dataclass(frozen=True, slots=True)
class Doubted:
    """An event: a figure inside of a passage whose figures are read, which is not understood."""

    start: int
    end: int


Event = Reference | Named | Figure | Told | Compared | Doubted
