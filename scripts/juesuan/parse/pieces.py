"""Numerals that are printed in pieces: whether where the pieces stand proves that they are one.

Extraction puts spaces and line ends into numbers ("1, 234. 50"), and it puts other things beside
them: a page number, the number of the next column, a digit twice ("22 22"). Pieces are one numeral
only where none repeats the one before it, and

1. they are parted beside their point or separator, where no number ends;
2. or they make an amount with its two decimals, or a year;
3. or they stand in one line and one of them is a single digit of a whole number ("7 79");
4. or each line end between them is that of a full line, behind which a text goes on.

A rate that is parted before its last two digits may have lost its point, and is not one by 3.

What is none of these is damaged: its cell is marked unreadable, and no part of it is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from juesuan.amount import WITH_CENTS
from juesuan.parse.view import View

DAMAGE = "□"
"""What stands in place of a character that cannot be read."""

_NUMERAL = re.compile(r"\d[\d,.]*\d")
_AMOUNT = re.compile(rf"{WITH_CENTS}|(?:19|20)\d\d")
"""An amount with its two decimals; a year."""

_SEPARATORS = ".,"
_FULL = 0.85
"""The part of its neighbours' width from which on a line is full."""

_SHORTEST = 12
"""Characters below which no line is full."""


def is_one(numeral: View) -> bool:
    """Whether the pieces of a numeral in one line, or in one cell, are one (1 to 3).

    Args:
        numeral: its characters; digits, separators, a point.

    >>> is_one(View("15.82", (0, 1, 2, 4, 5))), is_one(View("15.8282", (0, 1, 2, 4, 5, 7, 8)))
    (True, False)
    >>> is_one(View("2222", (0, 1, 3, 4))), is_one(View("1234.50", (0, 1, 3, 4, 5, 6, 7)))
    (False, True)
    """
    if _is_amount(numeral):
        return True
    pieces = _pieces(numeral)
    a_digit = "." not in numeral.text and any(len(piece) == 1 for piece in pieces)
    return len(pieces) == 1 or (a_digit and not _is_doubled(pieces))


def _is_amount(numeral: View) -> bool:
    """Whether the pieces are an amount with its two decimals or a year, and none is doubled."""
    whole = _AMOUNT.fullmatch(numeral.text) is not None
    return whole and not _is_doubled(_pieces(numeral))


def _is_doubled(pieces: list[str]) -> bool:
    """Whether a piece repeats what stands before it ("22 22", "15.82 82")."""
    return any(
        a == b or (len(b) > 1 and a.endswith(b)) or (len(a) > 1 and b.startswith(a))
        for a, b in pairwise(pieces)
    )


def _pieces(numeral: View) -> list[str]:
    """The digits between gaps."""
    places = [0, *_gaps(numeral), len(numeral)]
    return [numeral.text[a:b] for a, b in pairwise(places)]


def _gaps(numeral: View) -> Iterator[int]:
    """Where something stands between two digits that are no neighbours of a separator."""
    for i, (before, after) in enumerate(zip(numeral.text, numeral.text[1:], strict=False), 1):
        beside = before in _SEPARATORS or after in _SEPARATORS
        if not beside and numeral.at[i] > numeral.at[i - 1] + 1:
            yield i


def has_torn_number(view: View) -> bool:
    """Whether a text of a form or a table holds a numeral whose pieces are not proven one."""
    return any(
        not is_one(view[slice(*found.span())]) or _may_lack_point(view, found)
        for found in _NUMERAL.finditer(view.text)
    )


def _may_lack_point(view: View, numeral: re.Match[str]) -> bool:
    """Whether a rate is parted before its last two digits: "1 30%" may be 130 and 1.30."""
    end, printed = numeral.end(), numeral[0]
    is_rate = len(printed) > 2 and printed.isdecimal() and view.text.startswith("%", end)
    return is_rate and view.at[end - 2] > view.at[end - 3] + 1


def damage_torn(view: View) -> View:
    """A cell; its characters say that it is damaged where its numeral is not proven one."""
    return damaged(view) if has_torn_number(view) else view


def damaged(view: View, places: Sequence[int] = (0,)) -> View:
    """A view with the sign of damage at some places."""
    characters = list(view.text)
    for place in places:
        characters[place] = DAMAGE
    return View("".join(characters), view.at)


def has_pieces(view: View, source: str) -> bool:
    """Whether a text of the prose holds a numeral whose pieces are not proven one.

    Args:
        view: the text.
        source: the text as received, in which its characters stand.
    """
    return whole_numerals(view, source) != view.text


def whole_numerals(view: View, source: str) -> str:
    """The text of a passage, in which a numeral that is not proven one is a damaged one.

    Args:
        view: of the passage.
        source: the text as received, in which its characters stand.
    """
    torn = []
    for found in _NUMERAL.finditer(view.text):
        numeral = view[slice(*found.span())]
        if numeral.at[-1] - numeral.at[0] < len(numeral):
            continue
        if _may_lack_point(view, found) or not _is_proven(numeral, source):
            torn.append(found.start())
    return damaged(view, torn).text if torn else view.text


def _is_proven(numeral: View, source: str) -> bool:
    """Whether the pieces are one: in a line, as an amount over two lines, or by full lines."""
    ends = {i for i, both in enumerate(pairwise(numeral.at), 1) if "\n" in source[slice(*both)]}
    if is_one(numeral) if not ends else len(ends) == 1 and _is_amount(numeral):
        return True
    places = ends | set(_gaps(numeral))
    return all(_is_wrapped(numeral.at[i - 1], numeral.at[i], source) for i in places)


def _is_wrapped(before: int, after: int, source: str) -> bool:
    """Whether what stands between two characters is the end of a full line, or marks in a line."""
    gap = source[before + 1 : after]
    if "\n" not in gap:
        return not any(char.isspace() for char in gap)
    return _is_full(before, source)


def _is_full(at: int, source: str) -> bool:
    """Whether the line of a character is as wide as those beside it."""
    start, end = source.rfind("\n", 0, at) + 1, source.find("\n", at)
    line = source[start:end]
    beside = [_line_before(start, source), _line_behind(end, source)]
    if len(line) < _SHORTEST:
        return False
    by_count = len(line) >= _FULL * max(map(len, beside))
    return by_count or _width(line) >= _FULL * max(map(_width, beside))


def _line_before(start: int, source: str) -> str:
    """The last line with text before a place."""
    return source[max(0, start - 200) : start].rstrip().rpartition("\n")[2]


def _line_behind(end: int, source: str) -> str:
    """The first line with text behind a place."""
    return source[end : end + 200].lstrip().partition("\n")[0]


def _width(line: str) -> int:
    """Its width in characters of half width."""
    return sum(1 if char.isascii() else 2 for char in line)
