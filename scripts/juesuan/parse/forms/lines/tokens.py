"""The tokens of lines, each with its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from juesuan.parse.forms.lines.strips import Piece, Token, is_bound, is_date
from juesuan.parse.pieces import damaged
from juesuan.parse.view import View

_NUMERAL = re.compile(r"[\d.,]{2}")

Placed = tuple[Piece, Token]
"""A token and the line that it stands in."""


def placed_tokens(lines: Sequence[Piece]) -> list[Placed]:
    """All tokens with their lines; behind the first bound a wrapped date is one token."""
    found: list[Placed] = []
    valued = False
    for line in lines:
        for token in line.tokens:
            if valued and is_date(found[-1][1].text, token.text):
                before, begun = found.pop()
                token = Token(View.join([begun.view, token.view]))
                found.append((before, token))
            else:
                found.append((line, token))
            valued = valued or is_bound(found[-1][1].text)
    return found


def before(lines: Sequence[Piece], placed: Sequence[Placed], stop: int) -> list[Piece]:
    """The lines up to a token."""
    kept: list[Piece] = []
    for line in lines:
        tokens = tuple(token for other, token in placed[:stop] if other is line)
        if tokens:
            kept.append(Piece(tokens, line.first))
    return kept


def value_of(placed: Sequence[Placed]) -> View:
    """The characters of tokens that are a value.

    A number that runs over a line end is a damaged one: the cells of a form are narrow, so that no
    width tells whether the second line is the rest of it or a page number.
    """
    view = joined(placed)
    ends = accumulate(len(token.view) for _, token in placed)
    for end, ((line, _), (other, _)) in zip(ends, pairwise(placed), strict=False):
        if line is not other and _NUMERAL.fullmatch(view.text[end - 1 : end + 1]):
            return damaged(view, [end - 1])
    return view


def joined(placed: Sequence[Placed]) -> View:
    """The characters of tokens in one piece."""
    return View.join(token.view for _, token in placed)
