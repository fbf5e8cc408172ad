"""Titles of points within a section: "4.公务接待费支出情况说明" in a line of its own."""

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
    """The titles of points that are lines of a section, or the last sentences of lines, in order.

    Args:
        text: of the section.
        begins: places of the text at which a line begins; nothing is a title where none is known.
    """
    line = terms.words("outline").pattern("title_line")
    point = terms.words("clauses").pattern("any_point")
    for start, end in pairwise([*sorted(begins), len(text)]):
        last = text.rfind("。", start, end - 1) + 1 or start
        number = point.match(text, last)
        if number and line.fullmatch(text, last, end):
            yield Title(end, text[number.end() : end].removesuffix("。"))
