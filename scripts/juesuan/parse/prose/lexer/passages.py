"""Passages that are published as text: what opens one, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from juesuan import terms
from juesuan.parse.passage import number
from juesuan.parse.prose.lexer.events import Opening
from juesuan.parse.prose.lexer.functional import begin, begins_line
from juesuan.parse.prose.lexer.names import names
from juesuan.parse.prose.lexer.numerals import LOST
from juesuan.terms import Passage

_AGAINST: Mapping[str, str] = {"change": "prior", "change_pct": "prior"}
"""With what a reason compares, by the column of the figure before it."""


_DIGIT = rf"[\d{LOST}]"
"""The first character of a numeral, which may be damaged: its statement ends a passage as well."""

_BROKEN = r"[A-Za-z#*—–]"
"""A character that stands in the place of a numeral which extraction broke."""

_SENTENCE = 1_000
"""Characters of the longest sentence of a passage that is looked back at."""

_LONGEST = 50_000
"""Characters of the longest passage; the longest real one has some hundred."""

_LIST = 4_000
"""Characters before a point of a list among which the one before it stands."""


class Begins(NamedTuple):
    """Places of a text at which lines begin, and those at which paragraphs do."""

    lines: Container[int] = ()
    paragraphs: Container[int] = ()


_NOWHERE = Begins()


@cache
def _openers(section: str) -> tuple[tuple[Passage, re.Pattern[str]], ...]:
    return tuple(
        (one, re.compile(one.pattern))
        for one in terms.passages()
        if not one.sections or section in one.sections
    )


def openings(section: str, text: str) -> Iterator[Opening]:
    """What opens passages in a section."""
    for passage, pattern in _openers(section):
        for match in pattern.finditer(text):
            if match.end() > match.start():
                yield Opening(
                    match.start(), match.end(), passage.into, passage.whole, passage.figures
                )


def end(
    section: str, text: str, opening: Opening, begins: Begins = _NOWHERE, last: str = ""
) -> int:
    """Where a passage ends.

    One that is whole ends where the next such one opens; another one where a sentence or a clause
    ends and what follows is told of another subject, or is none of its own: a point of a list that
    did not begin in the passage, a sentence with an amount, a relation without a subject.

    Args:
        section: its id.
        text: of the section.
        opening: of the passage.
        begins: places of the text at which lines and paragraphs begin.
        last: the column of the figure before it; its reason does not end with a clause that
            compares in the same way.
    """
    if opening.whole:
        return _next_whole(section, text, opening.end)
    longest = min(len(text), opening.end + _LONGEST)
    for place in range(opening.end + 1, longest):
        if _is_over(section, text, opening.end, place, begins, last):
            return place
    return longest


def begins_statement(section: str, text: str, place: int) -> bool:
    """Whether what stands at a place begins a statement, a line of spending or a point of a list.

    Args:
        section: its id.
        text: of the section.
        place: at which a line begins.
    """
    words = terms.words("clauses")
    known = (words.pattern("any_point"), words.pattern("begun"), words.pattern("compared"))
    own = (_statement(section), _titled(section))
    return begins_line(text, place) or any(one.match(text, place) for one in (*known, *own))


def begins_clause(section: str, text: str, place: int) -> bool:
    """Whether what stands at a place begins a statement, a cause, or a relation with its figure.

    Args:
        section: its id.
        text: of the section.
        place: at which a clause may begin.
    """
    if _elided("").match(text, place) or begins_statement(section, text, place):
        return True
    return any(one.match(text, place) for _, one in _openers(section))


@cache
def _titled(section: str) -> re.Pattern[str]:
    """A name with a colon behind it, or with what announces its figures."""
    announced = terms.words("clauses").source("announcing")
    return re.compile(rf"(?:{names(section).source})(?:\([^()]{{0,12}}\))?(?::|{announced})")


def _is_over(section: str, text: str, start: int, place: int, begins: Begins, last: str) -> bool:
    """Whether a passage that began at ``start`` is over at a place."""
    before = text[place - 1]
    if before in "。;" or place in begins.paragraphs:
        over = _head(section).match(text, place) or (before in "。;," and _states(text, place))
        if over or _is_point(text, start, place):
            return True
    if before == ",":
        if _statement(section).match(text, place):
            return True
        near = text[max(start, place - _SENTENCE) : place]
        return bool(_elided(last).match(text, place)) and not _told(near)
    return place in begins.lines and _is_point(text, start, place)


def _states(text: str, place: int) -> bool:
    """Whether the sentence at a place holds an amount and does not go on with a cause."""
    words = terms.words("clauses")
    if words.pattern("going_on").match(text, place):
        return False
    return bool(words.pattern("amount_in_sentence").match(text, place))


def _told(passage: str) -> bool:
    """Whether the sentence with which a passage ends holds an amount already.

    What follows speaks of that.
    """
    sentence = re.split("[。;]", passage)[-1]
    return bool(terms.words("clauses").pattern("amount_in_sentence").match(sentence))


def _is_point(text: str, start: int, place: int) -> bool:
    """Whether a point of a list stands at a place, of a list that began before ``start``."""
    point = terms.words("clauses").pattern("any_point")
    found = point.match(text, place)
    if found is None:
        return False
    style, near = found.lastgroup or "", text[max(start, place - _LIST) : place]
    before = [one[style] for one in point.finditer(near) if one.lastgroup == style]
    return not before or number(found[style]) != number(before[-1]) + 1


@cache
def _elided(last: str) -> re.Pattern[str]:
    """A clause that begins with a relation and its figure: its subject is the one before."""
    against = _AGAINST.get(last, "")
    compared, again = (terms.words("clauses").source(one) for one in ("compared", "told_again"))
    relations = _relations(against)
    unit = terms.unit_pattern("money", "percent")
    return re.compile(
        rf"(?:{again})?(?:(?:{compared}),?)?(?:{relations})"
        rf"约?(?:-?(?:{_DIGIT}|{_BROKEN})[\dA-Za-z#*.,{LOST}]{{0,24}}(?:{unit})|(?:{unit})的\d)"
    )


@cache
def _relations(but: str = "") -> str:
    """Regular expression of a relation that needs none before it, but of one basis."""
    return "|".join(
        f"(?:{one.pattern})"
        for one in terms.relations()
        if not one.behind and (one.basis or "prior") != but
    )


def _next_whole(section: str, text: str, start: int) -> int:
    places = (
        match.start()
        for passage, pattern in _openers(section)
        if passage.whole
        for match in pattern.finditer(text, start)
    )
    return min(places, default=len(text))


def _stating(section: str) -> str:
    """Regular expression of a measure with its figure, or with what announces one."""
    words = terms.words("clauses")
    announced = rf"(?:{words.source('spending')})?(?:{words.source('announcing')})"
    broken = rf"{_BROKEN}{{1,12}}(?:{terms.unit_pattern('money', 'percent')})"
    figure = rf"(?:{words.source('filling')})*-?(?:{_DIGIT}|{broken})"
    more = rf"(?:{words.source('joining')})[^,。;:、\d]{{2,16}}?(?={words.source('respectively')})"
    return rf"(?:{names(section).source})(?:\([^()]{{0,12}}\))?(?:{more})?(?:{figure}|{announced})"


@cache
def _statement(section: str) -> re.Pattern[str]:
    """The begin of a clause with which a passage is over."""
    words = terms.words("clauses")
    before, against, when = (words.source(one) for one in ("stating", "against_budget", "begun"))
    own = rf"(?:{when})?(?:{words.source('own')})[^,。;:\d]{{0,14}}?"
    as_of = rf"(?:{words.source('as_of')}),?[^,。;:\d]{{0,24}}?"
    changed = (
        rf"(?:{words.source('compared')}),?(?:{names(section).source})(?:{_relations()})约?-?\d"
    )
    lead = rf"(?:{before})+|{own}|{as_of}|{when}(?:{before})*|[^,。;:\d]{{2,24}}:"
    use = rf"(?:{own})?{_used(section)}"
    return re.compile(rf"(?:{lead})?{_stating(section)}|{against}|{changed}|{use}")


def _used(section: str) -> str:
    """Regular expression of what tells of a measure without a figure."""
    words = terms.words("clauses")
    return rf"(?:{names(section).source})(?:{words.source('cost')})*(?:{words.source('telling')})"


@cache
def _head(section: str) -> re.Pattern[str]:
    """The begin of a sentence with which a passage is over."""
    words, name = terms.words("clauses"), f"(?:{names(section).source})"
    when, of_which = (f"(?:{words.source(one)})?" for one in ("begun", "of_which"))
    as_of = rf"(?:{words.source('as_of')}),[^,。;:\d]{{0,24}}?"
    return re.compile(
        "(?:"
        + "|".join(
            [
                rf"(?:{of_which}{when}[^。;:,]{{0,60}}?|{as_of}){_stating(section)}",
                rf"{name}(?:{words.source('turning')})+(?:{words.source('cause')})",
                *terms.openings(),
                rf"(?:{words.source('point')})(?:{_titles()})",
                rf"{when}{_used(section)}",
                *_variances(),
                *(passage.pattern for passage, _ in _openers(section)),
                begin(section),
                "$",
            ]
        )
        + ")"
    )


def _titles() -> str:
    return "|".join(f"(?:{one.title})" for one in terms.sections().values())


def _variances() -> list[str]:
    """Patterns of comparisons with the budget in words, without their group."""
    return [
        pattern.replace("?P<word>", "?:")
        for column, pattern in terms.comparisons()
        if column == "variance_word"
    ]
