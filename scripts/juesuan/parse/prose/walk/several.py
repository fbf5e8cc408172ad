"""Figures that are told of several measures at once: "收、支总计分别为5.00万元、6.00万元"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from juesuan import terms
from juesuan.amount import NUMERAL
from juesuan.parse.prose.lexer.events import Figure, Mark, Numeral, Subject
from juesuan.parse.prose.lexer.names import fits, names
from juesuan.parse.prose.walk.figures import counted
from juesuan.terms import Measure

_AMOUNT = NUMERAL
"""What may stand behind each name of a list."""

_REACH = 80
"""Characters before the first of several figures among which its measures are named."""


def runs(text: str, marks: Iterable[Mark]) -> dict[int, tuple[Numeral, ...]]:
    """Numerals of one kind that follow one another, by where the first begins.

    Args:
        text: of a section.
        marks: of the text; what they give of numerals counts.
    """
    whole = [one for one in marks if isinstance(one, Numeral) and one.value and one.unit]
    found: dict[int, list[Numeral]] = {}
    last: list[Numeral] = []
    for one in whole:
        if last and _joined(text, last[-1], one):
            last.append(one)
            found[last[0].start] = last
        else:
            last = [one]
    return {start: tuple(run) for start, run in found.items()}


def _joined(text: str, first: Numeral, then: Numeral) -> bool:
    same = terms.unit_kind(first.unit) == terms.unit_kind(then.unit)
    between = terms.words("clauses").pattern("about").sub("", text[first.end : then.start])
    return same and bool(terms.words("clauses").pattern("joining").fullmatch(between))


def each(
    section: str,
    text: str,
    run: tuple[Numeral, ...],
    figure: Figure,
    together: tuple[Subject, ...] = (),
) -> list[Figure]:
    """The figures of a run, one for each measure; none where not as many are named.

    Args:
        section: its id.
        text: of the section.
        run: the numerals.
        figure: the first of them, as it would be read alone.
        together: of what several figures were told last.
    """
    before = text[max(0, run[0].start - _REACH) : run[0].start]
    if not terms.words("clauses").pattern("respectively").search(before):
        return [figure]
    subjects = _subjects(section, before, figure.subject, together)
    if not subjects and figure.column == "share_pct":
        return []
    if len(subjects) != len(run):
        return [figure] if not subjects else []
    return [
        replace(
            figure,
            start=one.start,
            end=one.end,
            subject=subject,
            value=_signed(figure.value, one.value),
            unit=one.unit,
        )
        for one, subject in zip(run, subjects, strict=True)
    ]


def is_one_of_several(section: str, text: str, figure: Figure) -> bool:
    """Whether each of several measures has its figure, and this one stands alone.

    Args:
        section: its id.
        text: of the section.
        figure: that no other one follows.
    """
    before = text[max(0, figure.start - _REACH) : figure.start]
    if not terms.words("clauses").pattern("one_each").search(before):
        return False
    listed = _listed(section, before)
    return len(listed) > 1 and figure.subject.measure in listed


def first(section: str, text: str, run: tuple[Numeral, ...]) -> Figure | None:
    """The first figure of a run, where as many measures are listed directly before it.

    Args:
        section: its id.
        text: of the section.
        run: the numerals.
    """
    before = text[max(0, run[0].start - _REACH) : run[0].start]
    listed = _listed(section, before)
    if len(listed) != len(run) or not all(map(fits, listed, (one.unit for one in run))):
        return None
    return counted(run[0], listed[0], Subject())


def _subjects(
    section: str, before: str, spoken: Subject, together: tuple[Subject, ...]
) -> tuple[Subject, ...]:
    """Those that are listed directly before, those of a joint one, or those of the last run."""
    found = _listed(section, before) or _joint(section, spoken.measure)
    if found:
        return tuple(map(Subject, found))
    return together if spoken in together else ()


def _listed(section: str, before: str) -> list[Measure]:
    """The measures that a text lists directly before it says that each has its figure."""
    match = _list(section, "").search(before) or _list(section, _AMOUNT).search(before)
    if match is None:
        return []
    listed: list[Measure] = []
    for one in _name(section).finditer(match["list"]):
        spoken = Subject(listed[-1]) if listed else None
        if (measure := names(section).measure(one[0], subject=spoken)) is not None:
            listed.append(measure)
    return (_joint(section, listed[0]) or listed) if len(listed) == 1 else listed


def _joint(section: str, measure: Measure | None) -> list[Measure]:
    """The measures of which a joint one speaks, in the order of the taxonomy."""
    if measure is None:
        return []
    return [one for one in names(section).measures if one.jointly == measure.id]


@cache
def _name(section: str) -> re.Pattern[str]:
    return re.compile(names(section).source)


@cache
def _list(section: str, amount: str) -> re.Pattern[str]:
    """A list of names, each perhaps with its amount, behind which figures are told of each."""
    words, name = terms.words("clauses"), names(section).source
    told = rf"(?:{amount}(?:{terms.unit_pattern('money')}))" if amount else ""
    joining, each_of = words.source("joining"), words.source("respectively")
    return re.compile(
        rf"(?P<list>(?:(?:{name}){told}(?:{joining}))+(?:{name}){told})"
        rf"(?:{words.source('filling')})*?,?(?:{each_of})[^,。;]*$"
    )


def _signed(like: str, printed: str) -> str:
    """The printed value with the sign of another one."""
    if like.startswith("-") and printed.strip("0.,"):
        return f"-{printed.lstrip('-')}"
    return printed
