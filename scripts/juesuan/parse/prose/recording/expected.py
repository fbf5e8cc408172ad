"""Amounts that a section leads up to and never tells: what they are about is told all the same.

"公务接待费支出,比上年减少0.50万元": the name stands where its amount should, something else is
told of it, and no amount anywhere in the section. The amount vanished, and its cell is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from juesuan import terms
from juesuan.parse.claims import Draft
from juesuan.parse.prose.lexer.events import Subject
from juesuan.parse.prose.lexer.names import names
from juesuan.parse.prose.recording.rows import OfLine, OfMeasure, Target
from juesuan.rows import FunctionsRow, MeasuresRow

_AMOUNT: Final = "actual"

_REACH = 12
"""Characters before a name that tell whether it is a part of a longer one."""


@dataclass
class Expected:
    """The rows of a section of which something is told, and perhaps no amount.

    Attributes:
        section: its id.
        text: of it, without spaces.
        draft: with all rows so far.
    """

    section: str
    text: str
    draft: Draft
    _bare: Subject = field(default_factory=Subject)
    _lines: list[FunctionsRow] = field(default_factory=list)
    _measures: list[MeasuresRow] = field(default_factory=list)

    def named(self, subject: Subject, end: int) -> None:
        """A subject was named, up to a place of the section."""
        is_bare = _bare().match(self.text, end)
        self._bare = subject if is_bare else Subject()

    def told(self, subject: Subject, about: Target) -> None:
        """Something but an amount was told of a subject, which has this row."""
        if about.row[_AMOUNT]:
            return
        match about:
            case OfMeasure(row):
                self._measures.append(row)
            case OfLine(row) if subject == self._bare:
                self._lines.append(row)

    def mark(self, passages: list[tuple[int, int]]) -> None:
        """Mark the amounts that are expected and were not told, at the end of the section.

        Args:
            passages: places of the section that are published as text.
        """
        for row in (*self._lines, *self._lacking(passages)):
            marks = row["unreadable"].split()
            if not row[_AMOUNT] and _AMOUNT not in marks:
                row["unreadable"] = " ".join([*marks, _AMOUNT])

    def _lacking(self, passages: list[tuple[int, int]]) -> Iterator[MeasuresRow]:
        """Rows of measures whose name stands where an amount should, outside of passages."""
        for row in self._measures:
            if row[_AMOUNT] or self._is_told_by_parts(row):
                continue
            if any(not _is_inside(place, passages) for place in self._places(row["measure"])):
                yield row

    def _places(self, measure: str) -> Iterator[int]:
        """Where the name of a measure lacks an amount."""
        words = terms.words("clauses")
        leads = [words.pattern("introducing"), re.compile(f"(?:{words.source('own')})$")]
        for match in _bare_name(self.section, measure).finditer(self.text):
            before = self.text[max(0, match.start() - _REACH) : match.start()]
            if terms.words("narrative").pattern("all_of_it").search(before):
                continue
            if any(lead.search(before) for lead in leads):
                yield match.start()

    def _is_told_by_parts(self, row: MeasuresRow) -> bool:
        """Whether amounts are told of several measures, of which the row speaks jointly."""
        return any(
            other[_AMOUNT] and terms.measures()[other["measure"]].jointly == row["measure"]
            for other in self.draft.rows("measures")
        )


def _is_inside(place: int, passages: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in passages)


@cache
def _bare() -> re.Pattern[str]:
    """What stands behind a name that lacks its amount: the clause ends."""
    words = terms.words("clauses")
    return re.compile(rf"(?:{words.source('filling')})*{words.source('clause_end')}")


@cache
def _bare_name(section: str, measure: str) -> re.Pattern[str]:
    """A name of a measure that lacks its amount."""
    return re.compile(f"(?P<name>{names(section).of(measure)}){_bare().pattern}")
