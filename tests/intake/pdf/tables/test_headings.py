"""Over which columns headings stand."""

from __future__ import annotations

import pytest

from juesuan.intake.pdf.tables.bands import Word
from juesuan.intake.pdf.tables.grids import Ruling
from juesuan.intake.pdf.tables.headings import Column, UnclearError, headings

YS = [0, 100, 200]
LINES = [Ruling(True, y, 0, 600) for y in YS]


def word(text: str, left: int, row: int) -> Word:
    return Word(text, left, left + 80, 100 * row, 100 * row + 80)


def spans(rows: list[list[Word]], level: list[Ruling]) -> dict[str, tuple[int, int]]:
    found = headings(rows, YS, level)
    leaves = sorted((one for one in found if one.last == 2), key=lambda one: one.word.left)
    columns = [Column(one.word.left, one.word.right, [one]) for one in leaves]
    xs = [0.0, *(column.right + 10.0 for column in columns)]
    return {one.word.text: one.span(columns, xs) for one in found}


def test_a_heading_stands_over_the_line_below_it() -> None:
    rows = [[word("甲", 10, 0), word("乙", 310, 0)], [word(x, 100 * i + 10, 1) for i, x in
            enumerate("abc")]]  # fmt: skip
    level = [LINES[0], Ruling(True, 100, 0, 300), LINES[2]]
    found = headings(rows, YS, level)
    assert {one.word.text: (one.first, one.last) for one in found} == {
        "甲": (0, 1), "乙": (0, 2), "a": (1, 2), "b": (1, 2), "c": (1, 2),
    }  # fmt: skip
    assert spans(rows, level)["甲"] == (0, 3)


@pytest.mark.parametrize(("first", "second"), [(10, 310), (110, 410)])
def test_headings_above_one_line_begin_with_their_columns_or_stand_in_their_middle(
    first: int, second: int
) -> None:
    below = [word(x, 100 * i + 10, 1) for i, x in enumerate("abcdef")]
    found = spans([[word("甲", first, 0), word("乙", second, 0)], below], LINES)
    assert (found["甲"], found["乙"]) == ((0, 3), (3, 6))


def test_more_headings_than_columns_are_unclear() -> None:
    rows = [[word("甲", 10, 0), word("乙", 310, 0)], [word("a", 10, 1)]]
    with pytest.raises(UnclearError):
        spans(rows, LINES)
