"""Strips of fragments: printed lines of a form without tabs, taken apart into tokens."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from juesuan.parse.forms.values import OPERATORS, Kind, kind_of
from juesuan.parse.forms.vocabulary import VALUES
from juesuan.parse.view import Reader, View

_RUN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Token:
    """Characters of a line without a space between them, or a number with its unit."""

    view: View

    @property
    def text(self) -> str:
        """Its characters."""
        return self.view.text

    @property
    def kind(self) -> Kind:
        """Its kind of value."""
        return kind_of(self.view.text)


@dataclass(frozen=True, slots=True)
class Piece:
    """A printed line: its tokens; ``first``: whether it is the first line of a page."""

    tokens: tuple[Token, ...]
    first: bool = False

    @property
    def view(self) -> View:
        """All its characters."""
        return View.join(token.view for token in self.tokens)

    @property
    def width(self) -> float:
        """Its printed width in characters of full width."""
        wide = sum(unicodedata.east_asian_width(char) in "WF" for char in self.view.text)
        return (wide + len(self.view)) / 2


def pieces(reader: Reader, start: int, end: int) -> list[Piece]:
    """The printed lines between two source offsets, without lines of the page."""
    skipped = {first for first, _ in reader.furniture(start, end)}
    found, at = [], start
    while at < end:
        stop = reader.text.find("\n", at, end)
        stop = end if stop < 0 else stop
        tokens = _tokens(reader, at, stop) if at not in skipped else []
        if tokens:
            found.append(Piece(tuple(tokens), reader.document.text[at] in " \f"))
        at = stop + 1
    return found


def _tokens(reader: Reader, start: int, end: int) -> list[Token]:
    parts: list[View] = []
    for match in _RUN.finditer(reader.text, start, end):
        view = reader.view(match.start(), match.end())
        if parts and _belongs(parts[-1].text, view.text):
            parts[-1] = View.join([parts[-1], view])
        else:
            parts.append(view)
    return [Token(part) for part in parts]


def is_bound(text: str) -> bool:
    """Whether a token is a bound: an operator, in a sign or in words, with its number."""
    return VALUES.pattern("operated").fullmatch(text) is not None


def _belongs(before: str, after: str) -> bool:
    """Whether a token carries on the one before: a number, a unit or a date."""
    if VALUES.pattern("plain_or_range").fullmatch(before) and _is("word_or_percent", after):
        return before[0] in OPERATORS or _is("unit_begins", after)
    return (len(before) == 1 and before in OPERATORS) or is_date(before, after)


def is_date(before: str, after: str) -> bool:
    """Whether two pieces are one date.

    >>> is_date("2023年", "5"), is_date("5", "月31日前"), is_date("5", "日常工作")
    (True, True, False)
    """
    number_first = _is("date_before_unit", before) and _is("month_or_day", after)
    return number_first or (_is("date_before_number", before) and _is("number_of_date", after))


def _is(entry: str, text: str) -> bool:
    return VALUES.pattern(entry).match(text) is not None
