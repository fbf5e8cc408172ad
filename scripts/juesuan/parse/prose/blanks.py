"""Blanks for commas: a sentence may be typed with blanks in their place.

"比上年增加12.30万元 增长4.5%": what reads clauses knows that one is over only where its mark is.
Extraction puts blanks anywhere, so a blank counts only where a clause can end and another begin.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from juesuan import terms
from juesuan.parse.prose.lexer.passages import begins_clause
from juesuan.parse.prose.sections.outline import Part
from juesuan.parse.prose.stops import inserted
from juesuan.parse.view import View

_COMMA = re.compile(r"(?<!\d),|,(?!\d)")
"""A comma that is no separator of thousands."""

_SENTENCE = re.compile(r"[^。;]+")

_BLANK = re.compile(r"(?<=[^\W\d_]|[%)％）])[^\S\n]+(?=\w)")
"""What a comma may have been: blanks within a line between words, or behind a figure."""

_WORD = re.compile(r"[^\W\d_]")
"""What a clause begins with."""


def parted(part: Part, paragraphs: Collection[int], source: str) -> tuple[Part, frozenset[int]]:
    """A section in which clauses end in commas, and where its paragraphs begin then.

    The comma that a clause lacks stands at the place of the blank behind it.

    Args:
        part: the section.
        paragraphs: places of it at which a paragraph begins.
        source: the text as received.
    """
    return inserted(part, dict.fromkeys(_clauses(part, source), ","), paragraphs)


def _clauses(part: Part, source: str) -> Iterator[int]:
    """The places behind a blank at which a clause begins.

    In a sentence that has commas they stand behind figures only.
    """
    gaps, text = _gaps(part.body, source), part.body.text
    if not gaps:
        return
    figures = {one.end(): one.start() for one in _figure().finditer(text)}
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        inside = [one for one in gaps if start < one < end]
        if inside and _COMMA.search(text, start, end):
            inside = [one for one in inside if one in figures]
        yield from (one for one in inside if _is_over(part.id, text, one, gaps, figures))


def _is_over(
    section: str, text: str, place: int, gaps: Collection[int], figures: Mapping[int, int]
) -> bool:
    """Whether a clause is over at a blank: another one begins, or a list of counts goes on."""
    if not _WORD.match(text, place - 1) and place not in figures:
        return False
    if begins_clause(section, text, place):
        return True
    if place in figures and terms.words("clauses").pattern("parting").match(text, place):
        return True
    start = figures.get(place)
    return start is not None and start not in gaps and bool(_counted().match(text, place))


def _gaps(body: View, source: str) -> list[int]:
    """Places of a section before which blanks stand in a line, behind a word or a figure."""
    found, at = list[int](), body.at
    for blank in _BLANK.finditer(source, at[0], at[-1] + 1) if at else ():
        place = bisect_left(at, blank.end())
        if at[place - 1 : place + 1] == (blank.start() - 1, blank.end()):
            found.append(place)
    return found


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(rf"(?<![\d.,])\d[\d.,]*(?:{terms.unit_pattern()})\)?")


@cache
def _counted() -> re.Pattern[str]:
    """A clause that is a name with its count."""
    return re.compile(rf"[^\d,。;:]{{1,20}}\d+(?:{terms.unit_pattern('count')})")
