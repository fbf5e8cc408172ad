"""Which lines of a text are paragraphs, where they begin, and which of them tell figures."""

from __future__ import annotations

from juesuan.parse.damage.paragraphs import paragraphs
from tests.conftest import document_of


def test_a_paragraph_has_its_place_and_no_spaces() -> None:
    text = "一、 收入\n\n科目\t12.00万元\n  共计 12.00 万元。\n"
    first, last = paragraphs(document_of(text))
    assert (first.start, first.text, first.tells) == (0, "一、收入", False)
    assert (text[last.start :].strip(), last.text) == ("共计 12.00 万元。", "共计12.00万元。")
    assert last.tells
