"""Raised marks of notes, as superscripts: so they are part of no number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from juesuan.intake.text.doubted import plain

_MARK = re.compile(r"\s*[\[(（〔【]?\s*(?:\d{1,3}|[①-⑳])\s*[\])）〕】]?\s*")
_AMOUNT = re.compile(r"\d[.,]\d|\d{4}")
_WHOLE = re.compile(r"\d\.\d\d$")
_LONE = re.compile(r"\d{1,2}")
_FEW = 8
"""Pieces and characters before a mark in which the decimals of its amount stand."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CIRCLED = {ord("①") + i: str(i + 1).translate(_RAISED) for i in range(20)}
_BRACKETS = dict.fromkeys(map(ord, "[]()（）〔〕【】"))


def superscript(number: int | str) -> str:
    """A number in raised digits.

    >>> superscript(12)
    '¹²'
    """
    return str(number).translate(_RAISED)


def raised(text: str) -> str:
    """A raised text in raised digits; an amount, which is no mark of a note, as it is.

    >>> raised("3"), raised("[2]"), raised("（10）"), raised("⑫"), raised("注1"), raised("90.00")
    ('³', '²', '¹⁰', '¹²', '注¹', '90.00')
    """
    if _MARK.fullmatch(text):
        return text.translate(_BRACKETS).translate(_CIRCLED).translate(_RAISED)
    return text if _AMOUNT.search(text) else text.translate(_RAISED)


def is_glued(before: Sequence[str], text: str) -> bool:
    """Whether a lone number stands directly behind an amount that has its two decimals.

    Where it is set apart from the amount, it is the mark of a note.

    Args:
        before: the pieces of text that stand before it.
        text: what is set apart.

    >>> is_glued(["1,234", ".50"], "1"), is_glued(["1,234.5"], "0"), is_glued(["12"], "3")
    (True, False, False)
    """
    if not _LONE.fullmatch(text):
        return False
    tail = ""
    for piece in reversed(before[-_FEW:]):
        tail = plain(piece) + tail
        if len(tail) > _FEW:
            break
    return _WHOLE.search(tail) is not None
