"""Titles of points within a section: "4.公务接待费支出情况。", in a line of its own or not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

from juesuan import terms


class Title(NamedTuple):
    """The title of a point.

    Attributes:
        end: where its line ends.
        words: without its number.
    """

    end: int
    words: str


def titles(text: str, begins: Collection[int]) -> Iterator[Title]:
    """The titles of points that are lines of a section or sentences of lines, in order.

    Args:
        text: of the section.
        begins: places of the text at which a line begins; nothing is a title where none is known.
    """
    line = terms.words("outline").pattern("title_line")
    point = terms.words("clauses").pattern("any_point")
    for start, end in pairwise([*sorted(begins), len(text)]):
        for first, last in pairwise([start, *_sentences(text, start, end), end]):
            number = point.match(text, first, last)
            if number and line.fullmatch(text, first, last):
                yield Title(last, text[number.end() : last].removesuffix("。"))


def _sentences(text: str, start: int, end: int) -> Iterator[int]:
    """Where the sentences of a line begin, but for the first one."""
    at = text.find("。", start, end - 1) + 1
    while at:
        yield at
        at = text.find("。", at, end - 1) + 1
