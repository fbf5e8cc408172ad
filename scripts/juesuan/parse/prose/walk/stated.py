"""Figures within a passage that may be statements of their own: none of them is passed over.

A reason tells figures too ("主要原因是:追加资金980.00万元"), and words tell where it ends: one that
ends in words which nobody knows swallows what stands behind. So each figure of a passage is tried
once more. One that could be read if no passage had been opened, one behind a relation with which
its clause begins, and one that is a measure's of any section is not called a part of the passage;
neither is what its sentence tells from there on. What stands in the clause with which the passage
begins is its own, unless a share is told of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import groupby

from juesuan import terms
from juesuan.parse.prose.lexer.events import Mark, Numeral, Told
from juesuan.parse.prose.lexer.names import every_name
from juesuan.parse.prose.lexer.passages import begins_statement

_CLAUSES, _SENTENCES = ",。;:(", "。;"
"""What parts clauses, and what parts sentences."""

_END = ",。;)/"
"""What ends a clause, or stands in the place of a sign of percent."""

_BREAK = re.compile("[,。;]")

_TOLD = ("money", "percent")
"""Kinds of units of the figures that relations introduce."""


def stated(
    section: str,
    text: str,
    told: Told,
    marks: Iterable[Mark],
    read: Collection[int],
    begins: Collection[int] = (),
) -> tuple[Numeral, ...]:
    """The figures of a passage that may be statements of their own.

    Args:
        section: its id.
        text: of the section.
        told: the passage.
        marks: that stand in it.
        read: where figures begin that could be read if no passage had been opened.
        begins: places of the text at which a line begins.
    """
    inside = [one for one in marks if isinstance(one, Numeral) and one.value]
    first = _begin(section, text, told, begins)
    found: list[Numeral] = []
    for _, group in groupby(inside, lambda one: _begin_of(text, one, told.inner, _SENTENCES)):
        sentence = list(group)
        is_found = [
            one.start >= first and (one.start in read or _is_led(text, one, told.inner, begins))
            for one in sentence
        ]
        found += _from_first(sentence, is_found)
    return tuple(found)


def _from_first(sentence: list[Numeral], is_found: list[bool]) -> Iterator[Numeral]:
    """The first figure of a sentence that was found, those behind it, and what it is a share of."""
    if not any(is_found):
        return
    at = is_found.index(True)
    if at and terms.unit_kind(sentence[at].unit) == "percent":
        at -= 1
    for one, is_own in zip(sentence[at:], is_found[at:], strict=True):
        if is_own or terms.unit_kind(one.unit) in _TOLD:
            yield one


def _begin(section: str, text: str, told: Told, begins: Collection[int]) -> int:
    """Where the second clause of a passage begins, or the first line that begins a statement."""
    places = [one for one in begins if told.inner < one < told.end]
    ends = [one for one in places if begins_statement(section, text, one)]
    ends += [one.start() for one in _BREAK.finditer(text, told.inner + 1, told.end)][:1]
    return min(ends, default=told.end)


def _begin_of(text: str, numeral: Numeral, floor: int, marks: str) -> int:
    """Where the sentence or the clause of a numeral begins."""
    return max(floor, *(text.rfind(one, floor, numeral.start) + 1 for one in marks))


def _is_led(text: str, numeral: Numeral, floor: int, begins: Collection[int]) -> bool:
    """Whether a relation or a name with which a clause or a line begins introduces a figure."""
    kind = terms.unit_kind(numeral.unit)
    if kind not in _TOLD and not _lacks_unit(text, numeral):
        return False
    place = _begin_of(text, numeral, floor, _CLAUSES)
    leads = [_led(), *([_named()] if kind == "money" else [])]
    places = [place, *(one for one in begins if place < one < numeral.start)]
    return any(one.fullmatch(text, at, numeral.start) for one in leads for at in places)


def _lacks_unit(text: str, numeral: Numeral) -> bool:
    """Whether decimals end their clause: no count has any, so an amount or a rate lost its unit."""
    return "." in numeral.value and not numeral.unit and text[numeral.end : numeral.end + 1] in _END


@cache
def _lead() -> str:
    """Regular expression of what may stand before a relation or a name."""
    entries = ("linking", "stating", "going_on", "told_again", "own", "begun")
    return "|".join(terms.words("clauses").source(one) for one in entries)


@cache
def _led() -> re.Pattern[str]:
    """A clause up to its figure, which begins with a relation or with what it compares with."""
    relations = "|".join(f"(?:{one.pattern})" for one in terms.relations() if not one.behind)
    listed = rf"(?:{every_name()})(?:{terms.words('clauses').source('filling')}|[、和与及])*"
    return re.compile(rf"(?:{_lead()})*(?:{listed})*(?:{relations})约?-?")


@cache
def _named() -> re.Pattern[str]:
    """A clause up to its figure, which is the name of a measure."""
    filling = terms.words("clauses").source("filling")
    return re.compile(rf"(?:{_lead()})*(?:{every_name()})(?:{filling})*-?")
