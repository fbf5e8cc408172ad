"""Columns by words that stand above one another."""

from __future__ import annotations

import pytest

from juesuan.intake.pdf.tables.bands import Word
from juesuan.intake.pdf.tables.columns import columns_of, edges_of, moved_edges
from juesuan.intake.pdf.tables.headings import Column, Heading, UnclearError


def word(text: str, left: int, right: int) -> Word:
    return Word(text, left, right, 0, 40)


def heading(text: str, left: int, right: int) -> Heading:
    return Heading(word(text, left, right), 0, 1, (left, right))


def texts(columns: list[Column]) -> list[tuple[str, list[str]]]:
    return [(one.heads[0].word.text, [word.text for word in one.body]) for one in columns]


def test_amounts_beside_their_heading_go_where_they_end_at_one_place() -> None:
    heads = [heading("甲", 0, 50), heading("乙", 200, 250)]
    body = [[word("1.00", 120, 180), word("12.00", 300, 380)], [word("10.00", 100, 180)]]
    assert texts(columns_of(heads, body)) == [("甲", ["10.00", "1.00"]), ("乙", ["12.00"])]


def test_one_amount_between_two_headings_is_unclear() -> None:
    heads = [heading("甲", 0, 50), heading("乙", 200, 250)]
    with pytest.raises(UnclearError):
        columns_of(heads, [[word("1.00", 90, 150)]])


def test_columns_end_at_a_line_or_midway() -> None:
    columns = [Column(0, 50), Column(100, 150), Column(200, 250)]
    assert edges_of(columns, [60.0], (0, 260)) == [0, 60.0, 175.0, 260]


def test_a_longer_word_moves_the_edges_of_the_page_before() -> None:
    rows = [[word("丁", 0, 120), word("3.00", 150, 190)]]
    assert moved_edges(rows, [0, 100, 200]) == [0, 135.0, 200]
    with pytest.raises(UnclearError):
        moved_edges([[word("丁", 0, 160), word("3.00", 150, 190)]], [0, 100, 200])
