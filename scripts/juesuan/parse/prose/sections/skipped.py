"""Points of lists whose numbers do not follow: a line between them may be lost."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain, pairwise

from juesuan import terms
from juesuan.parse import passage

_NUMBER = 6
"""Characters of the longest number of a line."""

_NEAR = 3
"""How far a number may lie ahead of the one before it and still count on in the same list."""


def skipped(text: str, begins: Collection[int]) -> Iterator[tuple[int, int, int]]:
    """The points of the lists of a section before which a number is left out.

    Args:
        text: of the section.
        begins: places in it at which a line begins.

    Returns:
        For each its place, its number, and the number before it; 0 for none.
    """
    lists = (
        pairwise([(0, 0), *_points(text, begins)]),
        pairwise(_inner(text, begins)),
        pairwise(_in_brackets(text, begins)),
    )
    for (_, before), (place, number) in chain(*lists):
        if before + 1 < number <= before + _NEAR:
            yield place, number, before
        elif 1 < number <= min(before, _NEAR):
            yield place, number, 0


def _points(text: str, begins: Collection[int]) -> list[tuple[int, int]]:
    """The places of lines that begin with a number (1.), and the numbers."""
    point = terms.words("outline").pattern("list_point")
    matches = (point.match(text, place) for place in sorted(begins))
    return [(match.start(), int(match["number"])) for match in matches if match]


def _inner(text: str, begins: Collection[int]) -> list[tuple[int, int]]:
    """The same of lines that begin with a number in brackets ((一))."""
    number = terms.words("outline").pattern("number")
    matches = ((place, number.match(text[place : place + _NUMBER])) for place in sorted(begins))
    return [
        (place, passage.number(match["ordinal"]))
        for place, match in matches
        if match and match["point"]
    ]


def _in_brackets(text: str, begins: Collection[int]) -> list[tuple[int, int]]:
    """The same of lines that begin with digits in brackets ((1))."""
    point = terms.words("clauses").pattern("any_point")
    matches = ((place, point.match(text, place)) for place in sorted(begins))
    return [
        (place, int(match["bracketed"])) for place, match in matches if match and match["bracketed"]
    ]
