"""Lines that have the form of a heading: short, numbered, without a figure."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from juesuan import terms
from juesuan.parse import passage
from juesuan.parse.view import View

_LONGEST = 45
"""Characters of the longest line that may be a heading which is not known."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that has the form of a heading.

    Attributes:
        start, end: its place in the prose.
        text: of it.
        title: the text without number and page.
        follows: whether a sentence ends before it.
    """

    start: int
    end: int
    text: str
    title: str
    follows: bool


def lines(prose: View, begins: frozenset[int]) -> Iterator[Line]:
    """The short lines that begin with the number of a heading and hold no figure."""
    for start, end in spans(prose, begins):
        text = prose.text[start:end]
        number = terms.words("outline").pattern("numbered").match(text)
        if number and not _is_sentence(text, number):
            title = terms.words("outline").pattern("page").sub("", text[number.end() :])
            if title:
                follows = prose.text[max(0, start - 1) : start] in ("", "。", ";")
                yield Line(start, end, text, title, follows)


def _is_sentence(text: str, number: re.Match[str]) -> bool:
    """Whether a line is no heading; only a point may end with a full stop."""
    if number["part"] and text.endswith("。"):
        return True
    return bool(terms.words("outline").pattern("no_heading").search(text))


def spans(prose: View, begins: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The lines that are short enough for a heading."""
    places = [*sorted(begins), len(prose)]
    for start, end in itertools.pairwise(places):
        if end - start <= _LONGEST:
            yield start, end


def numbered(text: str) -> tuple[int, int]:
    """Level (0 of a part, 1 of a section, 2 of a point) and ordinal of a heading."""
    match = terms.words("outline").pattern("numbered").match(text)
    if match is None:
        return 1, 0
    level = 0 if match["part"] else 2 if match["point"] else 1
    return level, passage.number(match[match.lastgroup or "section"])
