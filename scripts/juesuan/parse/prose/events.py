"""What the clause grammar finds: events, the subjects of which they speak, and what brackets do to a subject."""

from __future__ import annotations

import re
from dataclasses import dataclass

from juesuan.terms import Measure


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is about: a measure, or a line of the functional classification (``names``)."""

    measure: Measure | None = None
    names: tuple[str, str, str] = ("", "", "")
    number: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the grammar found at ``start`` to ``end`` of the text.

    kind: ``subject``, ``figure``, ``passage``, ``word`` or ``reference``. A figure has its column, value and unit; a
    passage the pattern's target, its text is from ``inner`` to ``end``; a word (持平, 小于) its column and itself as value.
    ``year`` is the year that stands before the subject of a figure, or ``before`` for the year before.
    """

    kind: str
    start: int
    end: int
    subject: Subject | None = None
    column: str = ""
    value: str = ""
    unit: str = ""
    sign: int = 0
    basis: str = ""
    year: str = ""
    into: str = ""
    inner: int = 0


class Brackets:
    """What was spoken of before a bracket is spoken of again behind it."""

    def __init__(self, text: str) -> None:
        self._marks = [(m.start(), m[0]) for m in re.finditer(r"[()]", text)]
        self._next = 0
        self._open: list[Subject] = []

    def at(self, place: int, subject: Subject) -> Subject:
        """The subject at a place, given the one before; places must not go back."""
        while self._next < len(self._marks) and self._marks[self._next][0] < place:
            if self._marks[self._next][1] == "(":
                self._open.append(subject)
            elif self._open:
                subject = self._open.pop()
            self._next += 1
        return subject
