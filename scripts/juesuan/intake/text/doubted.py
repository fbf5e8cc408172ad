"""Amounts whose sign no character says: they may be negative, and nobody can tell from the text.

Accountants print a loss in red; a page may draw the minus as a picture. A reader of a format sets a
mark behind such an amount, and the composer settles it once the whole table is known: where most
amounts are red, red is an ornament; where few are, these are unreadable until a person has looked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from juesuan.amount import LIKE_DECIMALS

RED, DRAWN = "\U0010fffb", "\U0010fffc"
"""What stands behind characters that are red, and for a picture inside of a cell."""

_MARKS = re.compile(f"[{RED}{DRAWN}]")
_UNSIGNED = re.compile(rf"\s*{LIKE_DECIMALS}\s*")
_AMOUNT = re.compile(rf"\s*[-−]?{LIKE_DECIMALS}\s*")
_RED_AMOUNT = re.compile(rf"(?<![-−－(（\d.,]){LIKE_DECIMALS}{RED}")
_NAMES = frozenset(("red", "crimson", "firebrick", "darkred"))
_HEX = re.compile(
    r"#?(?:ff)?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})|#([0-9a-f])([0-9a-f])([0-9a-f])"
)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\b.*")
_STRONG, _WEAK = 0xA0, 0x50


def is_red(colour: str) -> bool:
    """Whether a colour is a red in which amounts are printed.

    Args:
        colour: its name, its hexadecimal digits, or ``rgb(…)``.

    >>> [is_red(one) for one in ("#F00", "FFC00000", "rgb(255, 0, 0)", "#ff8800", "red", "auto")]
    [True, True, True, False, True, False]
    """
    colour = colour.strip().lower()
    if match := _HEX.fullmatch(colour):
        digits = [one for one in match.groups() if one]
        parts = [int(one * (2 if len(one) == 1 else 1), 16) for one in digits]
    elif match := _RGB.fullmatch(colour):
        parts = [int(one) for one in match.groups()]
    else:
        return colour in _NAMES
    return parts[0] >= _STRONG and max(parts[1:]) <= _WEAK


def is_unsigned(text: str) -> bool:
    """Whether a text is an amount with decimals and without a sign, whatever marks it bears."""
    return _UNSIGNED.fullmatch(plain(text)) is not None


def plain(text: str) -> str:
    """A text without marks."""
    return _MARKS.sub("", text)


def reds_in(text: str) -> int:
    """How many amounts without a sign in a text are red."""
    return len(_RED_AMOUNT.findall(text))


def doubtful(texts: Sequence[str]) -> tuple[set[int], set[int]]:
    """Which cells of a table nobody can read, because they are red, or stand beside a picture.

    Args:
        texts: of all its cells, with their marks.

    Returns:
        The numbers of cells of either kind.
    """
    marked = [i for i, text in enumerate(texts) if _MARKS.search(text) and is_unsigned(text)]
    red = {i for i in marked if RED in texts[i]}
    drawn = {i for i in marked if DRAWN in texts[i]}
    amounts = sum(_AMOUNT.fullmatch(plain(text)) is not None for text in texts) if red else 0
    return red if 2 * len(red) < amounts else set(), drawn
