"""Which characters are not seen."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.terms.hidden import HIDDEN, called, pieces, without_hidden


@pytest.mark.slow
def test_controls_formats_and_separators_are_hidden_and_nothing_else() -> None:
    kinds = {"Cc", "Cf", "Zl", "Zp"}
    every = map(chr, range(sys.maxunicode + 1))
    wrong = [
        f"{ord(char):04X}"
        for char in every
        if unicodedata.category(char) != "Cn"  # what a later Unicode may assign
        if bool(HIDDEN.match(char))
        != (unicodedata.category(char) in kinds and char not in "\t\n\r\f")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0x200B, 0x2010), 0xFEFF, 0xFFFF]
)
def test_marks_of_direction_and_without_width_are_hidden(code: int) -> None:
    assert without_hidden(f"甲{chr(code)}乙") == "甲乙"


def test_what_chinese_texts_are_written_with_is_seen() -> None:
    text = "一、收入 1,030.00\t万元　（“三公”）\r\n\f①㈠ﷺ😀\u3000\u00a0\ue000"
    assert without_hidden(text) == text


def test_a_character_is_called_by_its_name_where_it_has_one() -> None:
    assert called("\u202e") == "U+202E (RIGHT-TO-LEFT OVERRIDE)"
    assert called("\x07") == "U+0007"


@given(st.text(st.sampled_from("甲1.\u202e\u200b\x00\t")))
def test_pieces_hold_the_whole_text(text: str) -> None:
    put_together = "".join(
        seen + (chr(int(name[2:], 16)) if name else "") for seen, name in pieces(text)
    )
    assert put_together == text
    assert all(not HIDDEN.search(seen) for seen, _ in pieces(text))
