"""Two readings of a word, and how it is written down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.intake.scans.doubts import UNREADABLE, Sign, agreed, is_read_again, written


def signs(text: str, sure: float = 0.99) -> list[Sign]:
    return [Sign(char, sure, at / max(1, len(text))) for at, char in enumerate(text)]


def text(found: list[Sign]) -> str:
    return "".join(one.char for one in found)


@pytest.mark.parametrize(
    ("first", "second", "agreed_on"),
    [
        ("1,234.56", "1,234.56", "1,234.56"),
        ("1,234.56", "1,284.56", f"1,2{UNREADABLE}4.56"),
        ("123456", "1234.56", f"1234{UNREADABLE}56"),
        ("1234.56", "123456", f"1234{UNREADABLE}56"),
        ("7.10", "1.10", f"{UNREADABLE}.10"),
        ("支出3.20", "支出3.2", f"支出3.2{UNREADABLE}"),
    ],
)
def test_a_number_is_doubtful_where_two_readings_differ(
    first: str, second: str, agreed_on: str
) -> None:
    assert text(agreed(signs(first), signs(second))) == agreed_on


def test_of_other_signs_the_surer_reading_counts() -> None:
    assert text(agreed(signs("部内", 0.6), signs("部门", 0.95))) == "部门"
    assert text(written(agreed(signs("部内", 0.6), signs("部门", 0.7)))) == f"部{UNREADABLE}"


def test_signs_that_are_not_sure_are_doubtful_and_more_so_in_numbers() -> None:
    assert text(written(signs("12.50", 0.8))) == UNREADABLE * 5
    assert (
        text(written(signs("人员", 0.8))) == "人员"
        and text(written(signs("人员", 0.4))) == UNREADABLE * 2
    )


def test_punctuation_is_chinese_beside_chinese_and_dashes_need_not_be_sure() -> None:
    assert text(written(signs("(含专用)12.50, 3"))) == "（含专用）12.50,3"
    assert text(written([Sign("—", 0.3, 0), *signs("17"), Sign("一", 0.3, 1)])) == "—17一"
    assert text(written([Sign("-", 0.3, 0), *signs("17")])) == f"{UNREADABLE}17"


def test_what_holds_numbers_or_is_not_sure_is_read_again() -> None:
    assert is_read_again(signs("合计3")) and is_read_again(signs("合计", 0.7))
    assert not is_read_again(signs("合计"))


@given(st.text("0123456789.,", min_size=1, max_size=9), st.text("0123456789.,", max_size=9))
def test_no_digit_comes_from_nowhere(first: str, second: str) -> None:
    """What is not in both readings never stands in the number."""
    found = text(agreed(signs(first), signs(second)))
    assert sum(char != UNREADABLE for char in found) <= min(len(first), len(second))
    if first == second:
        assert found == first
