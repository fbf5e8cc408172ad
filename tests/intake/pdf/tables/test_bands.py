"""Words between the level rulings of a table."""

from __future__ import annotations

import pytest

from juesuan.intake.pdf.tables.bands import Word, gaps, head_of, rows_of_words, words
from juesuan.intake.pdf.text.lines import Glyph, lines


def glyphs(text: str, left: int, top: int, piece: int = 0, width: int = 80) -> list[Glyph]:
    """Characters one behind the other; a space is a gap of one character."""
    found, x = [], left
    for char in text:
        wide = width // 2 if char.isascii() else width
        if char != " ":
            found.append(Glyph(char, x, top, x + wide, top + 80, piece))
        x += wide
    return found


def parted(*pieces: list[Glyph]) -> list[str]:
    (line,) = lines([one for piece in pieces for one in piece])
    return [word.text for word in words(line)]


@pytest.mark.parametrize(
    ("pieces", "found"),
    [
        ((glyphs("合 计", 0, 0),), ["合计"]),
        ((glyphs("类   款", 0, 0),), ["类", "款"]),
        ((glyphs("38", 0, 0, 1), glyphs("482.16", 120, 0, 2)), ["38", "482.16"]),
        ((glyphs("7,310.25", 0, 0, 1), glyphs("302", 320, 0, 2)), ["7,310.25", "302"]),
        ((glyphs("7,310.25", 0, 0, 1), glyphs("二、外交", 330, 0, 2)), ["7,310.25", "二、外交"]),
        ((glyphs("1.因公出国", 0, 0, 1),), ["1.因公出国"]),
        ((glyphs("6,204.37", 0, 0, 1), glyphs("⁴", 322, 0, 2)), ["6,204.37⁴"]),
        ((glyphs("6,204.37", 0, 0, 1), glyphs("※", 322, 0, 2)), ["6,204.37※"]),
        ((glyphs("6,204.37", 0, 0, 1), glyphs("※", 380, 0, 2)), ["6,204.37", "※"]),
    ],
)
def test_words_are_parted_at_gaps_and_behind_whole_numbers(
    pieces: tuple[list[Glyph], ...], found: list[str]
) -> None:
    assert parted(*pieces) == found


def test_lines_of_one_cell_are_one_word_and_amounts_never_are() -> None:
    cell = [*glyphs("附属单位", 0, 0), *glyphs("上缴收入", 0, 90), *glyphs("5.10", 500, 40)]
    (row, below) = rows_of_words([*cell, *glyphs("4.20", 500, 210)], [0, 200, 300])
    assert [one.text for one in row] == ["附属单位上缴收入", "5.10"]
    assert [one.text for one in below] == ["4.20"]


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ([["项目", "合计"], ["合计", "5.10"]], 1),
        ([["项目", "合计"], ["合计"]], 1),
        ([["收入"], ["一、事业收入"]], 1),
        ([["201", "甲"]], 0),
        ([["项目"], ["名称"]], 2),
    ],
)
def test_headings_stand_above_the_first_row_of_figures(rows: list[list[str]], count: int) -> None:
    held = [[Word(text, 0, 10, 0, 10) for text in row] for row in rows]
    assert head_of(held) == count


def test_gaps_are_between_neighbours() -> None:
    assert gaps([1, 2, 5]) == [(1, 2), (2, 5)]


def test_a_word_upon_a_line_of_a_row_is_not_torn() -> None:
    upper = [Glyph("小", 500, 100, 580, 178, 4), Glyph("计", 582, 100, 660, 184, 5)]
    rows = rows_of_words([*upper, *glyphs("7.45", 500, 230, 6)], [0, 140, 200, 320])
    assert [[word.text for word in row] for row in rows] == [[], ["小计"], ["7.45"]]


def test_an_amount_with_the_mark_of_a_note_is_an_amount() -> None:
    assert Word("6,204.37②", 0, 1, 0, 1).is_amount
    assert not Word("6,204.37甲", 0, 1, 0, 1).is_amount
