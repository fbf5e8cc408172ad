"""How a passage and a figure are published."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.parse.passage import enumerated, number, publish, published, strip_marks
from juesuan.parse.view import View

DIGITS = "零一二三四五六七八九"


def view(text: str) -> View:
    return View(text, tuple(range(len(text))))


def chinese(value: int) -> str:
    """A number below one hundred as headings print it."""
    tens, ones = divmod(value, 10)
    head = ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "")
    return head + (DIGITS[ones] if ones else "")


@given(st.integers(1, 99))
def test_a_number_is_read_as_it_is_printed(value: int) -> None:
    assert number(chinese(value)) == value == number(str(value))


@pytest.mark.parametrize("printed", ["", "一一", "百", "第一", "a"])
def test_what_is_no_number(printed: str) -> None:
    assert number(printed) == 0


@given(st.text(alphabet='收入,;:()?!~<>"12。', max_size=30))
def test_publishing_keeps_each_character_in_its_place(text: str) -> None:
    made = publish(view(text))
    assert len(made) == len(text)
    assert re.sub(r"[^\w]", "", made) == re.sub(r"[^\w]", "", text)
    assert not set(made) & set(';()?!~<>"')


def test_quotation_marks_are_paired() -> None:
    assert publish(view('"甲""乙"')) == "“甲”“乙”"


@pytest.mark.parametrize(
    ("printed", "unit", "expected"),
    [
        ("1,234.5", "万元", "1234.50"),
        ("12345", "元", "1.2345"),
        ("2", "亿元", "20000.00"),
        ("-3.2", "%", "-3.2"),
        ("12", "人", "12"),
        ("7", "", "7"),
    ],
)
def test_figures_as_published(printed: str, unit: str, expected: str) -> None:
    assert published(printed, unit) == expected


@given(st.decimals(0, 10**10, places=2))
def test_yuan_are_converted_exactly(value: Decimal) -> None:
    assert Decimal(published(str(value), "元")) * 10000 == value


def test_an_enumeration_counts_up_from_one() -> None:
    mark = re.compile(r"(\d+)\.")
    assert [part.text for part in enumerated(view("1.甲2.乙3.丙"), mark)] == ["甲", "乙", "丙"]
    assert [part.text for part in enumerated(view("1.甲5.乙2.丙"), mark)] == ["甲5.乙", "丙"]
    assert enumerated(view("2.甲3.乙"), mark) == []


def test_marks_at_both_ends_are_stripped() -> None:
    assert strip_marks(view(":,甲、乙。;")).text == "甲、乙"
    assert strip_marks(view("甲。"), ";").text == "甲。"
    assert strip_marks(view("。,:")).text == ""
