"""Amounts of money and years in Chinese numerals: "二百五十一万元", "二〇二四年"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from juesuan import terms


def amounts(text: str) -> Iterator[re.Match[str]]:
    """The amounts of a text: each with its ``number`` and its ``unit``."""
    return terms.words("numerals").pattern("amount").finditer(text)


def value(number: str) -> str:
    """A Chinese numeral as a plain decimal number; empty where it is not built as numerals are.

    >>> value("二百五十一"), value("一千二百万三千零五"), value("叁点肆零"), value("二五一")
    ('251', '12003005', '3.40', '')
    """
    whole, _, decimals = number.partition(_POINT)
    digits = terms.words("numerals").means("digits")
    total = _whole(whole)
    if total is None:
        return ""
    return f"{total}.{''.join(digits[one] for one in decimals)}" if decimals else str(total)


def with_arabic_years(text: str) -> str:
    """A text with its years in Arabic digits.

    >>> with_arabic_years("二〇二四年度")
    '2024年度'
    """
    pattern = terms.words("identity").pattern("chinese_year")
    return pattern.sub(lambda year: year[0].translate(_year_digits()), text)


@cache
def _year_digits() -> dict[int, str]:
    return str.maketrans(terms.words("identity").means("digits"))


_POINT = "点"


def _whole(number: str) -> int | None:
    """A whole number; each group (万, 亿) is smaller than the one before it."""
    groups = terms.words("numerals").means("groups")
    total, rest, last = 0, number, Decimal("Infinity")
    for name, factor in sorted(groups.items(), key=lambda one: -int(one[1])):
        before, found, behind = rest.partition(name)
        if found:
            part = _below(before)
            if part is None or int(factor) >= last:
                return None
            total, rest, last = total + part * int(factor), behind, Decimal(factor)
    part = _below(rest) if rest else 0
    return None if part is None else total + part


def _below(number: str) -> int | None:
    """A number below ten thousand: digits with falling places; a ten may have none before it."""
    words = terms.words("numerals")
    digits, places = words.means("digits"), words.means("places")
    total, digit, last = 0, "", 10_000
    for char in number:
        if char in digits:
            if digit not in ("", "0"):
                return None
            digit = digits[char]
        elif char in places and int(places[char]) < last and (digit or places[char] == "10"):
            last = int(places[char])
            total, digit = total + int(digit or "1") * last, ""
        else:
            return None
    return total + int(digit or "0") if number else None
