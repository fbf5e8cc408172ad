"""Numbers that a private person bears, however they are broken in a text.

A *run* is digits with nothing between them but spaces, hyphens and line ends (and the number of a
page, where a page ends); its *pieces* are what stands together. What is looked at are windows of
whole pieces. A number that nothing names is taken only where its own form leaves no doubt, so that
no figure is ever taken for one; behind a label (手机, 身份证号) it may be broken anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from juesuan import terms
from juesuan.personal.checksums import born, has_id_checksum, has_luhn
from juesuan.personal.found import Found

_PAGE = r"(?:-[ ]{0,2}\d{1,4}[ ]{0,2}-[ ]*\n[ \n]{0,4})?"
_BREAK = rf"[ ]{{0,4}}\n[ \n]{{0,4}}{_PAGE}"
_RUN = re.compile(rf"\d(?:(?:[ ]{{1,2}}|[ ]?-[ ]?|{_BREAK})?\d)*")
_PIECE = re.compile(r"\d+")
_PAGED = re.compile(r"\n[ ]*-[ ]{0,2}(\d{1,4})[ ]{0,2}-[ ]*(?=\n)")
_LAST = re.compile(rf"(?:[ ]{{0,2}}|{_BREAK})([Xx])(?![A-Za-z0-9])")
_ABROAD = re.compile(r"(?<!\d)(?:\+|00)?[ ]?86[ )-]{0,2}$")

_POINT = re.compile(r"\d\.$|(?<!\d)\d{1,3}(?:,\d{3}){0,3},$")
_GROUP = 3
"""Digits between marks of thousands; behind more of them a comma parts two numbers."""

_LONGEST = 19
"""Digits of the longest number that is looked for."""

_SHORTEST = 11
"""Digits of the shortest one."""

_BEFORE = 24
"""Characters before a number among which its label stands."""

_PLAIN_BIRTH = 2012
"""Whoever was born later is in no disclosure, but codes begin with a region and a day."""

_GROUPS = ((3, 4, 4), (1,) * 11)
"""How a mobile number is written in pieces."""


@dataclass(frozen=True)
class _Window:
    """Whole pieces of a run.

    Attributes:
        text: the clean text.
        pieces: their ranges.
        is_first: whether their run begins with them, so that a label may stand before.
        is_whole: whether they are all of their run.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]
    is_first: bool
    is_whole: bool

    @property
    def digits(self) -> str:
        return "".join(self.text[start:end] for start, end in self.pieces)

    @property
    def sizes(self) -> tuple[int, ...]:
        return tuple(end - start for start, end in self.pieces)

    @property
    def is_one(self) -> bool:
        return len(self.pieces) == 1

    def is_broken(self) -> bool:
        """Whether a line ends inside."""
        return "\n" in self.text[self.pieces[0][0] : self.pieces[-1][1]]

    def before(self) -> str:
        start = self.pieces[0][0]
        return self.text[max(0, start - _BEFORE) : start]

    def after(self) -> str:
        end = self.pieces[-1][1]
        return self.text[end : end + 6]

    def labelled(self, name: str) -> bool:
        """Whether a label of this name stands directly before."""
        words = terms.words("personal")
        return self.is_first and bool(words.pattern(name).search(self.before()))

    def is_apart(self) -> bool:
        """Whether it is no part of a longer word or number."""
        before, after = self.before(), self.after()
        goes_on = before[-1:].isascii() and before[-1:].isalnum()
        continued = after[:1].isascii() and after[:1].isalpha()
        return not (goes_on or continued or self._is_amount())

    def _is_amount(self) -> bool:
        """Whether it is an amount, or a part of one: a unit or decimals stand around it."""
        is_behind_point = _POINT.search(self.before()) and self.sizes[0] < 7
        follows = terms.words("personal").pattern("amount").search(self.after())
        parts = self.after().lstrip()[:1] == "," and self.sizes[-1] > _GROUP
        return bool(is_behind_point or (follows and not parts))


def numbers(text: str) -> Iterator[Found]:
    """Resident ID numbers, bank cards and mobile numbers of a clean text, in order.

    Args:
        text: clean text with its spaces and line ends (``Document.clean``).
    """
    for run in _RUN.finditer(text):
        if run.end() - run.start() >= _SHORTEST:
            yield from _of_run(text, _pieces(text, run))


def _pieces(text: str, run: re.Match[str]) -> list[tuple[int, int]]:
    """The pieces of a run, without the number of a page inside it."""
    paged = {match.start(1) for match in _PAGED.finditer(run[0])}
    first = run.start()
    return [
        (first + match.start(), first + match.end())
        for match in _PIECE.finditer(run[0])
        if match.start() not in paged
    ]


def _of_run(text: str, pieces: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """What a run holds: broken where it begins or another one ends, else in one piece."""
    found = next(_at(text, pieces, range(0, _last(pieces, 0)), True), None)
    for at in range(len(pieces)):
        if at and _is_behind(pieces[at], found):
            is_next = found is not None
            last = _last(pieces, at) if is_next else at + 1
            found = next(_at(text, pieces, range(at, last), is_next), None)
        if found and pieces[at][0] == found.start:
            yield found


def _is_behind(piece: tuple[int, int], found: Found | None) -> bool:
    """Whether a piece stands behind what was found, and may be a number by itself."""
    is_long = piece[1] - piece[0] in _BY_DIGITS
    return is_long if found is None else piece[0] >= found.end


def _at(
    text: str, pieces: Sequence[tuple[int, int]], among: range, is_first: bool
) -> Iterator[Found]:
    """What begins at a piece; the longest comes first."""
    at = among.start
    for to in range(among.stop, at, -1):
        whole = at == 0 and to == len(pieces)
        window = _Window(text, tuple(pieces[at:to]), is_first, whole)
        kinds_of = _BY_DIGITS.get(len(window.digits), ())
        yield from (found for kind_of in kinds_of if (found := kind_of(window)))


def _last(pieces: Sequence[tuple[int, int]], at: int) -> int:
    """Behind which piece a number that begins at one must end."""
    total, to = 0, at
    while to < len(pieces) and total + pieces[to][1] - pieces[to][0] <= _LONGEST:
        total += pieces[to][1] - pieces[to][0]
        to += 1
    return to


def _id(window: _Window) -> Found | None:
    number, pieces = window.digits, window.pieces
    end = _LAST.match(window.text, pieces[-1][1]) if len(number) == 17 else None
    if end:
        number, pieces = number + "X", (*pieces, end.span(1))
    year = born(number) if len(number) in (15, 18) else None
    is_named = window.labelled("id_label")
    if year is None or not (is_named or end or window.is_apart()):
        return None
    if len(number) == 15:
        return _old_id(window, is_named)
    return Found("id", pieces) if is_named or _is_id(window, number, year) else None


def _old_id(window: _Window, is_named: bool) -> Found | None:
    """A number of 15 digits, which nothing proves: it is masked only where a label names it."""
    if is_named:
        return Found("id", window.pieces)
    may_be = window.is_one and not window.labelled("code_label")
    return Found("old_id", window.pieces) if may_be else None


def _is_id(window: _Window, number: str, year: int) -> bool:
    """Whether a number that no label names is a resident ID number.

    Where it stands in one piece, a wrong check digit is a slip of the pen, unless a label says that
    it is a code, or the day is one on which codes are given.
    """
    is_proven = has_id_checksum(number)
    if window.labelled("code_label"):
        return is_proven and year <= _PLAIN_BIRTH and window.is_one
    if not window.is_one:
        return is_proven and window.is_whole
    return is_proven or year <= _PLAIN_BIRTH


def _card(window: _Window) -> Found | None:
    number = window.digits
    if window.labelled("card_label"):
        return Found("card", window.pieces)
    is_issued = terms.words("personal").pattern("issuers").search(number)
    is_code = window.labelled("code_label") or not window.is_apart()
    if not is_issued or is_code or not has_luhn(number):
        return None
    in_fours = set(window.sizes[:-1]) == {4} and window.is_whole and not window.is_broken()
    return Found("card", window.pieces) if window.is_one or in_fours else None


def _mobile(window: _Window) -> Found | None:
    number = window.digits
    if len(number) == 13 and number.startswith("86"):
        return _from_abroad(window)
    if number[0] != "1" or number[1] not in "3456789":
        return None
    if window.labelled("mobile_label") or _ABROAD.search(window.before()):
        return Found("mobile", window.pieces)
    if window.labelled("code_label") or not window.is_apart():
        return None
    in_groups = window.sizes in _GROUPS and window.is_whole and not window.is_broken()
    return Found("mobile", window.pieces) if window.is_one or in_groups else None


def _from_abroad(window: _Window) -> Found | None:
    """A mobile number with the country's code 86, which is masked with it."""
    number = window.digits[2:]
    is_mobile = number[0] == "1" and number[1] in "3456789"
    told = window.before().endswith("+") or window.labelled("mobile_label")
    is_plain = window.sizes == (2, 11)
    return Found("mobile", window.pieces) if is_mobile and (told or is_plain) else None


_BY_DIGITS: Mapping[int, tuple[Callable[[_Window], Found | None], ...]] = {
    11: (_mobile,),
    13: (_mobile,),
    15: (_id, _card),
    16: (_card,),
    17: (_id, _card),
    18: (_id, _card),
    19: (_card,),
}
"""How many digits each kind has; an ID number that ends in X has 17."""
