"""Numbers of lists, as a browser or a word processor prints them before each entry."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_WIDE = {ord("0") + i: 0xFF10 + i for i in range(10)}
_LARGEST = 9999
"""Above it a number is written in digits; no list is so long."""


def chinese(number: int) -> str:
    """A number as it is counted in Chinese.

    >>> [chinese(one) for one in (1, 10, 12, 20, 105, 110)]
    ['一', '十', '十二', '二十', '一百〇五', '一百一十']
    """
    if not 0 < number <= _LARGEST:
        return str(number)
    said = ""
    for place, digit in enumerate(reversed(str(number))):
        if digit != "0":
            said = _DIGITS[int(digit)] + _PLACES[place] + said
        elif said and not said.startswith("〇"):
            said = "〇" + said
    return said.removeprefix("一") if said.startswith("一十") else said


def roman(number: int) -> str:
    """A number in small Roman numerals.

    >>> roman(4), roman(19)
    ('iv', 'xix')
    """
    if not 0 < number <= _LARGEST:
        return str(number)
    said = ""
    for value, letters in _ROMAN:
        said += letters * (number // value)
        number %= value
    return said


def letters(number: int) -> str:
    """A number in small letters: a to z, then aa.

    >>> letters(1), letters(27)
    ('a', 'aa')
    """
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 99)


def circled(number: int) -> str:
    """A number in a circle, up to 20.

    >>> circled(3)
    '③'
    """
    return chr(0x245F + number) if 0 < number <= 20 else str(number)


def one_of(signs: str) -> Callable[[int], str]:
    """The way of numbering by these signs, in digits where there are no more."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


HTML: dict[str, Callable[[int], str]] = {
    "a": letters, "A": lambda number: letters(number).upper(),
    "i": roman, "I": lambda number: roman(number).upper(),
    "lower-alpha": letters, "lower-latin": letters,
    "upper-alpha": lambda number: letters(number).upper(),
    "lower-roman": roman, "upper-roman": lambda number: roman(number).upper(),
    "cjk-ideographic": chinese, "simp-chinese-informal": chinese,
    "trad-chinese-informal": chinese,
    "cjk-heavenly-stem": one_of(_STEMS), "cjk-earthly-branch": one_of(_BRANCHES),
}  # fmt: skip
"""Kinds of numbers of HTML and CSS; any other one is decimal."""

WORD: dict[str, Callable[[int], str]] = {
    "lowerLetter": letters, "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman, "upperRoman": lambda number: roman(number).upper(),
    "chineseCounting": chinese, "chineseCountingThousand": chinese,
    "chineseLegalSimplified": chinese, "japaneseCounting": chinese, "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese, "ideographDigital": chinese,
    "decimalEnclosedCircle": circled, "decimalEnclosedCircleChinese": circled,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_WIDE),
    "ideographTraditional": one_of(_STEMS), "ideographZodiac": one_of(_BRANCHES),
    "none": lambda _: "", "bullet": lambda _: "",
}  # fmt: skip
"""Kinds of numbers of Word (ECMA-376, 17.18.59); any other one is decimal."""
