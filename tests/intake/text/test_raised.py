"""Raised marks of notes."""

import pytest

from juesuan.intake.text.doubted import RED
from juesuan.intake.text.raised import is_glued, raised, superscript


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


@pytest.mark.parametrize(
    ("before", "text", "glued"),
    [
        (["12.50"], "1", True), (["1", "2.", "5", f"0{RED}"], "12", True), (["12.5"], "0", False),
        (["12.50 "], "1", False), (["12.50"], "123", False), (["12.50"], "元", False), ([], "1", False),
    ],
)  # fmt: skip
def test_a_number_directly_behind_two_decimals(before: list[str], text: str, glued: bool) -> None:
    assert is_glued(before, text) is glued
