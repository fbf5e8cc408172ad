"""Raised marks of notes."""

import pytest

from juesuan.intake.raised import raised, superscript


@pytest.mark.parametrize(
    ("text", "shown"),
    [("1", "¹"), (" 12 ", " ¹² "), ("[3]", "³"), ("（4）", "⁴"), ("⑤", "⁵"), ("*", "*"), ("注6", "注⁶"), ("", "")],
)  # fmt: skip
def test_a_raised_mark_is_part_of_no_number(text: str, shown: str) -> None:
    assert raised(text) == shown


@pytest.mark.parametrize("text", ["90.00", "1,234", "2024"])
def test_an_amount_is_no_mark(text: str) -> None:
    assert raised(text) == text


def test_numbers() -> None:
    assert superscript(105) == "¹⁰⁵"
