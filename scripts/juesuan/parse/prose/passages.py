"""Passages that are published as text: what opens one, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from juesuan import terms
from juesuan.parse.prose.events import Opening
from juesuan.parse.prose.functional import begin
from juesuan.parse.prose.names import names
from juesuan.terms import Passage


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
                yield Opening(match.start(), match.end(), passage.into, passage.whole)


def end(section: str, text: str, opening: Opening) -> int:
    """Where a passage ends.

    One that is whole ends where the next such one opens; another one where a sentence or a clause
    ends and what follows is told of another subject.
    """
    if opening.whole:
        return _next_whole(section, text, opening.end)
    for match in re.compile("[。;,]").finditer(text, opening.end):
        follows = _statement(section) if match[0] == "," else _head(section)
        if follows.match(text, match.end()):
            return match.end()
    return len(text)


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
    figure = rf"(?:{words.source('filling')})*-?\d"
    return rf"(?:{names(section).source})(?:\([^()]{{0,12}}\))?(?:{figure}|{announced})"


@cache
def _statement(section: str) -> re.Pattern[str]:
    """The begin of a clause with which a passage is over."""
    words = terms.words("clauses")
    before, against = words.source("stating"), words.source("against_budget")
    return re.compile(rf"(?:{before})?{_stating(section)}|{against}")


@cache
def _head(section: str) -> re.Pattern[str]:
    """The begin of a sentence with which a passage is over."""
    words, name = terms.words("clauses"), f"(?:{names(section).source})"
    when, of_which = (f"(?:{words.source(one)})?" for one in ("begun", "of_which"))
    return re.compile(
        "(?:"
        + "|".join(
            [
                rf"{of_which}{when}[^。;:,]{{0,60}}?{_stating(section)}",
                rf"{name}(?:{words.source('turning')})+(?:{words.source('cause')})",
                *terms.openings(),
                rf"(?:{words.source('point')})(?:{_titles()})",
                rf"{when}{name}(?:{words.source('cost')})*(?:{words.source('telling')})",
                *_variances(),
                *(passage.pattern for passage, _ in _openers(section)),
                begin(),
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
