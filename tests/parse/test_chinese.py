"""Amounts in Chinese numerals: read where they are built as numerals are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.parse.chinese import amounts, value

DIGITS = "零一二三四五六七八九"


def spelt(number: int) -> str:
    """A number below 10,000 in Chinese numerals."""
    text, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + name
        gap = not digit
    return text


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_what_is_spelt_is_read_again(high: int, low: int) -> None:
    assert value(spelt(low)) == str(low)
    assert value(f"{spelt(high)}亿{spelt(low)}万") == str(high * 10**8 + low * 10**4)


@pytest.mark.parametrize(
    ("number", "wanted"),
    [
        ("十二", "12"),
        ("叁佰零柒点伍", "307.5"),
        ("二五一", ""),
        ("三百二千", ""),
        ("二万三亿", ""),
        ("两千", "2000"),
    ],
)
def test_numerals(number: str, wanted: str) -> None:
    assert value(number) == wanted


def test_amounts_of_a_text() -> None:
    text = "支出三百零六万元,收入十五元,约数十万元,一元化管理,共40.00万元(大写:肆拾万元整)"
    assert [(one["number"], one["unit"]) for one in amounts(text)] == [
        ("三百零六", "万元"),
        ("十五", "元"),
    ]
