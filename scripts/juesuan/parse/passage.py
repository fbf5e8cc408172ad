"""How a passage and a figure are published.

A passage is published without the spaces and line ends of extraction, with Chinese punctuation. The
source beside the package keeps every character; the published text must not depend on how it was
extracted.
"""

from __future__ import annotations

import re

from juesuan import terms
from juesuan.amount import Amount
from juesuan.parse.view import View

_FULL = {
    ",": "，",
    ";": "；",
    ":": "：",
    "(": "（",
    ")": "）",
    "?": "？",
    "!": "！",
    "~": "～",
    "<": "＜",
    ">": "＞",
}
_QUOTES = "“”"
_PLAIN = str.maketrans(_FULL)
_DEPENDING = frozenset('",:')
"""Marks that are published as what stands around them says."""


def publish(view: View) -> str:
    """The text of a view as it is published.

    A comma or colon between digits stays as it is; quotation marks are paired within the passage.

    >>> publish(View('其中:"三公"经费1,030人', tuple(range(15))))
    '其中：“三公”经费1,030人'
    """
    if _DEPENDING.isdisjoint(view.text):
        return view.text.translate(_PLAIN)
    text, opened = [], False
    for i, char in enumerate(view.text):
        if char == '"':
            char = _QUOTES[opened]
            opened = not opened
        elif char in ",:" and _between_digits(view.text, i):
            pass
        else:
            char = _FULL.get(char, char)
        text.append(char)
    return "".join(text)


def _between_digits(text: str, i: int) -> bool:
    return text[i - 1 : i].isdigit() and text[i + 1 : i + 2].isdigit()


def strip_marks(view: View, marks: str = "。;,:、 ") -> View:
    """The view without such marks at its end and without such marks at its begin."""
    start, end = 0, len(view)
    while start < end and view.text[start] in ":,。;":
        start += 1
    while end > start and view.text[end - 1] in marks:
        end -= 1
    return view[start:end]


def enumerated(view: View, pattern: re.Pattern[str]) -> list[View]:
    """Split a passage at the marks of an enumeration that counts up from one.

    Args:
        view: the passage.
        pattern: of a mark, its first group the number, Arabic or Chinese.

    Returns:
        The parts behind the marks, without them; none if the passage does not count from one.
    """
    marks, wanted = [], 1
    for match in pattern.finditer(view.text):
        if number(match[1]) == wanted:
            marks.append(match)
            wanted += 1
    ends = [*(match.start() for match in marks[1:]), len(view)]
    return [view[match.end() : end] for match, end in zip(marks, ends, strict=False)]


_DIGITS = {char: i for i, char in enumerate("零一二三四五六七八九")}


def number(printed: str) -> int:
    """An Arabic or Chinese number below one hundred; 0 if it is none.

    >>> number("二十三"), number("十"), number("7")
    (23, 10, 7)
    """
    if printed.isascii() and printed.isdecimal():
        return int(printed)
    tens, _, ones = printed.rpartition("十")
    if "十" not in printed:
        return _DIGITS.get(ones, 0) if len(ones) == 1 else 0
    return (_DIGITS.get(tens, 0) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)


def published(value: str, unit: str) -> str:
    """A figure as it is published: plain, money in 万元 with at least two decimals."""
    amount = Amount.of(value)
    if terms.unit_kind(unit) != "money":
        return amount.plain()
    factor = terms.money_factors()[unit]
    places = amount.places - (factor.adjusted() if factor != 1 else 0)
    return Amount(amount.value * factor, max(places, 2)).plain(2)
