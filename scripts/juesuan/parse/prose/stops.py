"""Stops at the ends of lines: the number of a point proves that the one above it has ended.

A list may end its points in commas: "…主要是检测收入,⏎4.经营收入0万元,". What reads sentences knows
that a point is over only where its sentence is.
"""

from __future__ import annotations

from collections.abc import Collection

from juesuan import terms

_COMMAS = ",、"
"""What stands at the end of a point that is none."""


def stopped(text: str, begins: Collection[int]) -> str:
    """A section in which points of lists end in stops.

    Args:
        text: of the section; what is returned has the same places.
        begins: places of the text at which a line begins.

    >>> stopped("收入5万元,2.支出", {0, 6}), stopped("收入5万元,2.支出", {0})
    ('收入5万元。2.支出', '收入5万元,2.支出')
    """
    point, chars = terms.words("clauses").pattern("any_point"), list(text)
    for place in begins:
        if place and text[place - 1] in _COMMAS and point.match(text, place):
            chars[place - 1] = "。"
    return "".join(chars)
