"""Normalising never changes the length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.intake.text.characters import clean


@pytest.mark.slow
@given(st.text())
def test_one_character_becomes_one_character(text: str) -> None:
    assert len(clean(text)) == len(text)


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_what_would_grow_stays() -> None:
    assert clean("⑩㈠㎡ﷺ") == "⑩㈠㎡ﷺ"
    assert clean("－１，２３４．５％（“三公”）") == '-1,234.5%("三公")'


@given(st.characters(categories=["Nd"]))
def test_a_digit_is_one_of_ours_or_damaged(digit: str) -> None:
    """Full-width and styled digits are digits; one of another script is what was misread."""
    assert clean(digit) in "0123456789□"


def test_digits_of_other_scripts_and_styles() -> None:
    assert clean("１𝟐③") == "12③"
    assert clean("2,٣٤.۵๐") == "2,□□.□□"


def test_what_is_not_printed_is_a_space_and_what_turns_the_writing_is_damage() -> None:
    assert clean("1\x00.5\u200e0\t\n") == "1 .5 0\t\n"
    assert clean("12\u202e34.50") == "12□34.50"
