"""Kinds of value in the cells of a form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from juesuan.amount import NUMERAL, Amount
from juesuan.parse.forms.vocabulary import VALUES


class Kind(Enum):
    """What a cell holds."""

    BLANK = "blank"
    DASH = "dash"
    NUMBER = "number"
    PERCENT = "percent"
    MEASURED = "measured"
    TEXT = "text"


_KNOWN = 1 << 12
"""Texts of cells whose kind is kept: forms repeat them, and each is asked of several times."""

OPERATORS = "≥≤=><"
"""Signs that stand before a bound."""

_DASH = re.compile(r"[-—_–/\\]+")
_NUMBER = VALUES.pattern("points")
_PERCENT = re.compile(rf"-?{NUMERAL}%")
_MEASURED = re.compile(
    rf"(?P<operator>[{OPERATORS}])?(?P<value>-?{NUMERAL})(?P<unit>.*)", re.DOTALL
)
_IN_WORDS = VALUES.pattern("in_words")
_BOUNDS = VALUES.means("bounds")
_COUNT = VALUES.pattern("chinese_count")
_DIGITS = VALUES.means("chinese_digits")
_LONG_UNIT, _LONGEST_UNIT = 8, 20
"""Characters behind a number up to which it is a value without operator, or has a unit."""


@lru_cache(_KNOWN)
def kind_of(text: str) -> Kind:
    """The kind of a cell's text (without spaces, clean characters).

    >>> kind_of("≥60万人次"), kind_of("10.00分"), kind_of("—")
    (<Kind.MEASURED: 'measured'>, <Kind.NUMBER: 'number'>, <Kind.DASH: 'dash'>)
    """
    for kind, pattern in _PLAIN:
        if pattern.fullmatch(text):
            return kind
    return _measured_or_text(text)


_PLAIN = (
    (Kind.BLANK, re.compile("")),
    (Kind.DASH, _DASH),
    (Kind.NUMBER, _NUMBER),
    (Kind.PERCENT, _PERCENT),
    (Kind.MEASURED, _IN_WORDS),
)


def _measured_or_text(text: str) -> Kind:
    """A number with what it counts, unless that is so long that it is a sentence."""
    match = _MEASURED.fullmatch(text)
    short = match and (match["operator"] or len(match["unit"]) <= _LONG_UNIT)
    return Kind.MEASURED if short else Kind.TEXT


_VALUES = (Kind.NUMBER, Kind.PERCENT, Kind.DASH)
_DAMAGED = VALUES.pattern("damaged")
_DATE = re.compile(r"(?:19|20)\d\d\.\d{1,2}(?:\.\d{1,2})?")


@lru_cache(_KNOWN)
def is_damaged(text: str) -> bool:
    """Whether a cell holds what is left of a number.

    That is digits with letters that look like digits, boxes or odd separators, or the unit alone.

    >>> is_damaged("8.00.7"), is_damaged("l5.14分"), is_damaged("■"), is_damaged("8.00分")
    (True, True, True, False)
    """
    if text in VALUES.words("lost_number"):
        return True
    plain = kind_of(text) in (Kind.NUMBER, Kind.PERCENT) or _DATE.fullmatch(text)
    return not plain and _DAMAGED.fullmatch(text) is not None


def is_value(text: str) -> bool:
    """Whether a cell of a row of funds holds a number, a rate or a dash, legible or not."""
    return kind_of(text) in _VALUES or is_damaged(text)


@dataclass(frozen=True, slots=True)
class Measured:
    """A target or an actual value taken apart.

    ``start`` and ``end`` are the place of the numeral in the cell's text; ``value`` is empty where
    the cell holds a date, a range or words.
    """

    operator: str = ""
    value: str = ""
    unit: str = ""
    start: int = 0
    end: int = 0


def take_apart(text: str) -> Measured:
    """Operator, number and unit of a target or an actual value.

    >>> take_apart("≤1200元/人·月")
    Measured(operator='≤', value='1200', unit='元/人·月', start=1, end=5)
    >>> take_apart("=2023年6月1日").value
    ''
    """
    return _counted(text) or _bounded_in_words(text) or _measured(text)


def target_parts(text: str) -> tuple[str, str, str]:
    """Operator, number and unit of a target or an actual value that a person wrote down.

    >>> target_parts("≥95%")
    ('≥', '95', '%')
    """
    parts = take_apart(text)
    return parts.operator, parts.value, parts.unit


def _counted(text: str) -> Measured | None:
    """A Chinese digit with the thing that it counts ("两次")."""
    count = _COUNT.fullmatch(text)
    return Measured("", _DIGITS[count["digit"]], count["unit"], 0, 1) if count else None


def _bounded_in_words(text: str) -> Measured | None:
    """A bound that is written out ("不少于50人次")."""
    words = _IN_WORDS.fullmatch(text)
    if not words or not re.fullmatch(NUMERAL, words["value"]):
        return None
    plain = Amount.of(words["value"]).plain()
    return Measured(_BOUNDS[words["word"]], plain, words["unit"], *words.span("value"))


def _measured(text: str) -> Measured:
    """An operator, a number and a unit, as far as they are there."""
    match = _MEASURED.fullmatch(text)
    if not match:
        return Measured(text[0] if text and text[0] in OPERATORS else "")
    operator = match["operator"] or ""
    if _is_no_unit(match["unit"], match["value"]):
        return Measured(operator)
    plain = Amount.of(match["value"]).plain()
    return Measured(operator, plain, match["unit"], *match.span("value"))


def _is_no_unit(behind: str, value: str) -> bool:
    """Whether what stands behind a number shows that it is a date, a range or damaged."""
    damaged = re.search(r"\d|^[.,]|^[OoIl|](?![a-z])", behind)
    dated = behind.startswith(VALUES.words("year_unit")) and len(value) == 4
    return bool(damaged) or dated or len(behind) > _LONGEST_UNIT
