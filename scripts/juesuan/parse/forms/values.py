"""Kinds of value in the cells of a form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from juesuan.amount import NUMERAL, Amount


class Kind(Enum):
    """What a cell holds."""

    BLANK = "blank"
    DASH = "dash"
    NUMBER = "number"
    PERCENT = "percent"
    MEASURED = "measured"
    TEXT = "text"


_NUMBER = re.compile(rf"{NUMERAL}分?")
_PERCENT = re.compile(rf"-?{NUMERAL}%")
_MEASURED = re.compile(rf"(?P<operator>[≥≤=><])?(?P<value>-?{NUMERAL})(?P<unit>.*)", re.DOTALL)
_IN_WORDS = re.compile(
    r"(?P<word>不少于|不低于|大于等于|大于或等于|不超过|不高于|不多于|小于等于|小于或等于)(?P<value>[0-9][0-9,.]*)(?P<unit>[^0-9]{0,20})"
)
_WORDS = {"不少于": "≥", "不低于": "≥", "大于等于": "≥", "大于或等于": "≥"}
_CHINESE = re.compile(r"(?P<digit>[一二三四五六七八九十两])(?P<unit>[个次名项场期台套家人份篇部])")
_CHINESE_DIGITS = {char: str(i) for i, char in enumerate("零一二三四五六七八九十")} | {"两": "2"}


def kind_of(text: str) -> Kind:
    """The kind of a cell's text (without spaces, clean characters).

    >>> kind_of("≥60万人次"), kind_of("10.00分"), kind_of("—")
    (<Kind.MEASURED: 'measured'>, <Kind.NUMBER: 'number'>, <Kind.DASH: 'dash'>)
    """
    if not text:
        return Kind.BLANK
    if re.fullmatch(r"[-—_–/\\]+", text):
        return Kind.DASH
    if _NUMBER.fullmatch(text):
        return Kind.NUMBER
    if _PERCENT.fullmatch(text):
        return Kind.PERCENT
    match = _MEASURED.fullmatch(text)
    if _IN_WORDS.fullmatch(text) or (match and (match["operator"] or len(match["unit"]) <= 8)):
        return Kind.MEASURED
    return Kind.TEXT


_VALUES = (Kind.NUMBER, Kind.PERCENT, Kind.DASH)
_DAMAGED = re.compile(r"(?=.*[\d□■�])[\dOoIl|□■�.,]{1,14}%?分?")
_DATE = re.compile(r"(?:19|20)\d\d\.\d{1,2}(?:\.\d{1,2})?")


def is_damaged(text: str) -> bool:
    """Whether a cell holds what is left of a number: digits with letters that look like digits, boxes or odd separators,
    or the unit alone.

    >>> is_damaged("8.00.7"), is_damaged("l5.14分"), is_damaged("■"), is_damaged("8.00分"), is_damaged("≥8")
    (True, True, True, False, False)
    """
    if text in ("%", "分"):
        return True
    plain = kind_of(text) in (Kind.NUMBER, Kind.PERCENT) or _DATE.fullmatch(text)
    return not plain and _DAMAGED.fullmatch(text) is not None


def is_value(text: str) -> bool:
    """Whether a cell of a row of funds holds a number, a rate or a dash, legible or not."""
    return kind_of(text) in _VALUES or is_damaged(text)


@dataclass(frozen=True, slots=True)
class Measured:
    """A target or an actual value taken apart.

    ``start`` and ``end`` are the place of the numeral in the cell's text; ``value`` is empty where the cell holds a
    date, a range or words.
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
    chinese = _CHINESE.fullmatch(text)
    if chinese:
        return Measured("", _CHINESE_DIGITS[chinese["digit"]], chinese["unit"], 0, 1)
    words = _IN_WORDS.fullmatch(text)
    if words and re.fullmatch(NUMERAL, words["value"]):
        plain = Amount.of(words["value"]).plain()
        return Measured(
            _WORDS.get(words["word"], "≤"),
            plain,
            words["unit"],
            words.start("value"),
            words.end("value"),
        )
    match = _MEASURED.fullmatch(text)
    if not match:
        return Measured(text[0] if text[:1] in "≥≤=><" and text else "")
    operator, unit = match["operator"] or "", match["unit"]
    if (
        re.search(r"\d|^[OoIl|](?![a-z])", unit)
        or (unit.startswith("年") and len(match["value"]) == 4)
        or len(unit) > 20
    ):
        return Measured(operator)
    return Measured(
        operator, Amount.of(match["value"]).plain(), unit, match.start("value"), match.end("value")
    )
