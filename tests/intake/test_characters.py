"""Normalising never changes the length."""

from hypothesis import example, given
from hypothesis import strategies as st

from juesuan.intake.characters import clean
from juesuan.intake.marks import unmark


@given(st.text())
def test_one_character_becomes_one_character(text: str) -> None:
    assert len(clean(text)) == len(text)


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_what_would_grow_stays() -> None:
    assert clean("⑩㈠㎡ﷺ") == "⑩㈠㎡ﷺ"
    assert clean("－１，２３４．５％（“三公”）") == '-1,234.5%("三公")'


@example("<a 入>")
@given(st.text(alphabet="#*- <>=/ab$\\geqtims\n\t收入1.%"))
def test_blanking_marks_keeps_the_length_and_all_words(text: str) -> None:
    assert len(unmark(text)) == len(text)
    assert [c for c in unmark(text) if c in "收入"] == [c for c in text if c in "收入"]


def test_marks() -> None:
    assert unmark("- 5 -\n- 5 项\n").split() == ["-", "5", "-", "5", "项"]
    assert unmark("a<p>b</p> 7*24 <i>x</i>").split() == ["a", "b", "7*24", "x"]
