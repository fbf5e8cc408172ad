"""Marks of extraction are blanked; nothing else moves."""

from hypothesis import example, given
from hypothesis import strategies as st

from juesuan.intake.text.marks import unmark


@example("<a 入>")
@given(st.text(alphabet="#*- <>=/ab$\\geqtims\n\t收入1.%"))
def test_blanking_marks_keeps_the_length_and_all_words(text: str) -> None:
    assert len(unmark(text)) == len(text)
    assert [c for c in unmark(text) if c in "收入"] == [c for c in text if c in "收入"]


def test_marks() -> None:
    assert unmark("- 5 -\n- 5 项\n").split() == ["-", "5", "-", "5", "项"]
    assert unmark("a<p>b</p> 7*24 <i>x</i>").split() == ["a", "b", "7*24", "x"]


def test_bars_become_tabs_and_operators_one_character() -> None:
    assert unmark("| 收入 | 1.00 |") == "\t 收入 \t 1.00 \t"
    assert unmark(">= 5, < = 3, => 2") == "≥  5, ≤   3, ≥  2"
