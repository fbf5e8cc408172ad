"""Characters that a document shows struck out: they count no longer.

A new number often stands beside the one that was struck out; then that one is left out. A struck
number that stands alone is neither a figure nor a blank: its digits are unreadable, and told so.
"""

from __future__ import annotations

STRUCK = "\U0010fffd"
"""Stands for a struck digit until the rest of its paragraph is known."""

UNREADABLE = "\ufffd"
"""Stands for a digit that cannot be read."""


def struck_out(text: str) -> str:
    """What is kept of struck characters for now: a sign for each digit.

    >>> len(struck_out("9.99万元"))
    3
    """
    return STRUCK * sum(map(str.isdecimal, text))


def settled(text: str) -> str:
    """A paragraph without its struck digits; they are unreadable where it has no other ones.

    >>> settled(STRUCK * 3 + "4.50"), settled(STRUCK + "万元") == UNREADABLE + "万元"
    ('4.50', True)
    """
    if STRUCK not in text:
        return text
    plain = text.replace(STRUCK, "")
    has_others = any(map(str.isdecimal, plain))
    return plain if has_others else text.replace(STRUCK, UNREADABLE)
