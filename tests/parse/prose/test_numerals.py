"""Numerals with their units; damaged and vanished ones; dates."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan import terms
from juesuan.parse.prose.numerals import dates, numerals


def found(text: str) -> list[tuple[str, str]]:
    """Value and unit of the numerals that the walk may take: of two that overlap the first."""
    taken, at = [], 0
    for one in sorted(numerals(text), key=lambda one: one.start):
        if one.start >= at:
            taken.append((one.value, one.unit))
            at = one.end
    return taken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入1,234.50万元,占12%", [("1,234.50", "万元"), ("12", "%")]),
        ("下降-3.20%", [("-3.20", "%")]),
        ("共3万人", [("3", "")]),  # no money
        ("车辆2辆、1台(套)", [("2", "辆"), ("1", "台(套)")]),
        ("2,7l9.44万元", [("", "万元")]),
        ("21,27.55万元", [("", "万元")]),
        ("■万元", [("", "万元")]),
        ("离休人员人,", [("", "人")]),
        ("用车l辆、", [("", "辆")]),
        ("单位:万元", []),  # a unit behind a mark is a heading of a column
        ("12.5.6", []),
    ],
)
def test_numerals(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@given(st.decimals(0, 10**12 - 1, places=2), st.sampled_from([unit.name for unit in terms.units()]))
def test_each_number_is_read_as_printed(value, unit: str) -> None:
    printed = f"{value:,}"
    assert found(f"决算数{printed}{unit}。") == [(printed, unit)]


@given(st.text(alphabet="0123456789,.-lO■万元%人,。支出年 ", max_size=40))
def test_places_are_those_of_the_text(text: str) -> None:
    for one in numerals(text):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.value + one.unit or not one.value
    whole = [one for one in numerals(text) if one.value]
    assert all(a.end <= b.start for a, b in pairwise(whole))


def test_units_that_vanish_with_their_numeral_are_units() -> None:
    alone = set(terms.words("clauses").words("vanishing"))
    assert alone < {unit.name for unit in terms.units()}


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 28))
def test_digits_of_a_date_belong_to_it(year: int, month: int, day: int) -> None:
    text = f"截至{year}年{month}月{day}日,房屋5平方米"
    (date,) = dates(text)
    assert text[date.start : date.end] == f"{year}年{month}月{day}日"
    assert re.findall(r"\d+", text[date.end :]) == ["5"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("预决算差异率-□□□□%,", [("", "%")]),
        ("价值SO.OO万元", [("", "万元")]),
        ("收入80.00万元,占。", [("80.00", "万元"), ("", "%")]),
        ("减少5.00万元,下降,主要", [("5.00", "万元"), ("", "%")]),
        ("比上年增长,主要", []),
        ("基本支出,占5%", [("", "万元"), ("5", "%")]),
        ("下降-3.20%", [("-3.20", "%")]),
    ],
)
def test_what_is_left_of_a_numeral(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected
