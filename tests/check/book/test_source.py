"""The printed text as rules see it: lines, paragraphs, and where each character stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.check.book.source import Source


def test_lines_have_their_numbers_and_offsets() -> None:
    text = "第一行 (部门)\n\n  **第二行**：５，六\n\t\n1,000.00万元, 增长"
    lines = Source(text).lines
    assert [(one.number, one.text) for one in lines] == [
        (1, "第一行（部门）"),
        (3, "第二行：5，六"),
        (5, "1,000.00万元，增长"),
    ]
    assert [text[one.at[0]] for one in lines] == ["第", "第", "1"]


def test_a_line_goes_on_in_the_next_one_but_not_behind_a_full_stop_or_a_table() -> None:
    text = "本年收入10.00万\n元，增长5%。\n二、支出\n\n情况\n甲\t乙\n丙"
    assert [one.text for one in Source(text).paragraphs] == [
        "本年收入10.00万元，增长5%。",
        "二、支出",
        "情况",
        "甲\t乙",
        "丙",
    ]


def test_the_line_of_a_character() -> None:
    source = Source("甲乙\n\n丙\n丁")
    assert [source.line_at(at).number for at in (0, 1, 4, 6)] == [1, 1, 3, 4]


def test_a_quotation_has_what_stands_beside() -> None:
    (line,) = Source("某某市XX局部门决算").lines
    assert line.quoted(3, 5, 2) == "“…某市XX局部…”"


@pytest.mark.slow
@given(st.text(alphabet="甲乙（(：:,，。1 \t\n*Ｘ", max_size=60))
def test_every_character_keeps_its_place(text: str) -> None:
    source = Source(text)
    for one in (*source.lines, *source.paragraphs):
        assert len(one.text) == len(one.at)
        assert list(one.at) == sorted(set(one.at))
        assert all(
            text[at] == char
            for char, at in zip(one.text, one.at, strict=True)
            if char in "甲乙。1\t"
        )
        if one.at:
            assert text.count("\n", 0, one.at[0]) + 1 == one.number
