"""Numerals of a section with their units: whole ones, damaged ones, and those of which only the
unit is left; and the digits of dates, which are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from juesuan import terms
from juesuan.amount import NUMERAL, WHOLE
from juesuan.parse import chinese
from juesuan.parse.prose.lexer.events import Numeral, Reference

LOST = "□■�"
"""What extraction puts in place of a character that it cannot read."""

_MONEY = "万元"
"""The unit of an amount that vanished with its unit."""

_MISREAD = r"(?:[OoIlSBZbgqD|]{1,9}[.,]){1,4}[OoIlSBZbgqD|]{1,2}"
"""An amount of which a scan read every digit as a letter: "SO.OO", "Z,lZS.OO"."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """How numerals are printed.

    Attributes:
        whole: a numeral with its unit; a part of a damaged one ("2,7l9.44", "21,27.55") is none.
        damaged: what may be a numeral that extraction damaged: "2,7l9.44万元", "21,27.55万元".
        pair: two amounts that a comma joins, with one unit: "4,125.49,4,143.91万元".
        vanished: a unit that ends its clause and has no numeral before it, or one letter in its
            place: "离休人员人,", "用车l辆、", "因公出国(境)元。", "年初预算万元的92.5%"; not a unit
            that is printed twice.
        replaced: what is no numeral, in the place of one: "NaN%", "—万元".
    """

    whole: re.Pattern[str]
    damaged: re.Pattern[str]
    pair: re.Pattern[str]
    vanished: re.Pattern[str]
    replaced: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    unit = terms.unit_pattern()
    alone = terms.words("clauses").source("vanishing")
    mark = rf"[\dA-Za-z{LOST}]"
    exact = rf"{WHOLE}\.\d{{1,2}}"
    piece = rf"(?=[A-Za-z.,{LOST}]*[\d{LOST}]){mark}[\dA-Za-z{LOST}.,]{{1,40}}?"
    return _Patterns(
        re.compile(
            rf"(?<![\d.])(?<!\d,)(?P<value>-?{NUMERAL})(?!{mark}|[.,]+{mark})"
            rf"(?:(?P<unit>{unit})|(?!\d))"
        ),
        re.compile(
            rf"(?<![\dA-Za-z.,{LOST}])-?(?:[{LOST}]|{piece}|{_MISREAD})(?P<unit>{unit})(?![\d])"
        ),
        re.compile(rf"(?<![\d.,])(?P<first>{exact})[,、](?P<then>{exact})(?P<unit>{unit})(?![\d])"),
        re.compile(
            rf"(?:(?<=[^\W\d_A-Za-z])|(?<=\)))(?<!元)(?<!元万)[OoIl|]?(?P<unit>{alone})(?=[,。;、]|的\d)"
        ),
        re.compile(rf"(?:{terms.words('clauses').source('no_numeral')})(?P<unit>{unit})"),
    )


def numerals(text: str) -> Iterator[Numeral]:
    """The numerals of a text without spaces, the whole ones first.

    A part of a damaged one may be whole by itself; who reads from the left takes the damaged one.
    """
    pairs = [*_paired(text)]
    joined = {place for one in pairs for place in range(one.start, one.end)}
    found = [*pairs, *(one for one in (*_whole(text), *_damaged(text)) if one.start not in joined)]
    yield from found
    yield from _chinese(text)
    yield from _gone(text)
    inside = {place for one in found for place in range(one.start, one.end)}
    for match in (*_patterns().vanished.finditer(text), *_patterns().replaced.finditer(text)):
        if match.start() not in inside:
            yield Numeral(match.start(), match.end(), "", match["unit"])


_UNIT_GONE = {
    "without_rate": "%",
    "without_change": _MONEY,
    "without_amount": _MONEY,
    "line_ended": _MONEY,
    "figure_told": _MONEY,
}
"""Entries of the words behind which a figure vanished with its unit, and that."""

_NEAR = 20
"""Characters before a place where a figure may have vanished among which its clause stands."""

_SEVERAL = 2
"""Changes with their amounts, from which on one without is missed in the same section."""

_BETWEEN = (
    "figure_behind", "figure_ended", "figure_before", "figure_first", "figure_item", "figure_last",
)  # fmt: skip
"""Entries with a clause that may be a name between figures, whose own figure vanished."""


def _gone(text: str) -> Iterator[Numeral]:
    """The places where a figure vanished with its unit."""
    words = terms.words("clauses")
    ends = {
        match.end(): unit
        for name, unit in _UNIT_GONE.items()
        for match in words.pattern(name).finditer(text)
        if not words.pattern("all_of_it").search(text, max(0, match.end() - _NEAR), match.end())
    }
    for name in _BETWEEN:
        for match in words.pattern(name).finditer(text):
            if _may_name(match["clause"]):
                ends.setdefault(match.end("clause"), _MONEY)
    if len(words.pattern("changed").findall(text)) >= _SEVERAL:
        for match in words.pattern("changed_alone").finditer(text):
            ends.setdefault(match.end(), _MONEY)
    for end, unit in sorted(ends.items()):
        yield Numeral(end, end, "", unit)
    for match in words.pattern("dashed").finditer(text):
        yield Numeral(*match.span("dash"), "", "")


def _may_name(clause: str) -> bool:
    """Whether a clause may be the name of a figure: it does not compare, nor end in a bracket."""
    no_name = terms.words("clauses").pattern("no_name").search(clause)
    return not no_name and clause.count("(") == clause.count(")")


def _paired(text: str) -> Iterator[Numeral]:
    for match in _patterns().pair.finditer(text):
        for name in ("first", "then"):
            end = match.end() if name == "then" else match.end(name)
            yield Numeral(match.start(name), end, match[name], match["unit"])


def _chinese(text: str) -> Iterator[Numeral]:
    """Amounts in Chinese numerals; one that is not built as numerals are has no value."""
    for match in chinese.amounts(text):
        yield Numeral(match.start(), match.end(), chinese.value(match["number"]), match["unit"])


def _whole(text: str) -> Iterator[Numeral]:
    for match in _patterns().whole.finditer(text):
        yield Numeral(match.start(), match.end(), match["value"], match["unit"] or "")


def _damaged(text: str) -> Iterator[Numeral]:
    for match in _patterns().damaged.finditer(text):
        if not re.fullmatch(rf"-?{NUMERAL}", match[0].removesuffix(match["unit"])):
            yield Numeral(match.start(), match.end(), "", match["unit"])


def dates(text: str) -> Iterator[Reference]:
    """The dates and years of a text without spaces."""
    for match in terms.words("clauses").pattern("date").finditer(text):
        yield Reference(*match.span())
