"""Over which columns headings stand that no lines part."""

from __future__ import annotations

from itertools import pairwise

import pytest

from juesuan.intake.pdf.tables.bands import Word
from juesuan.intake.pdf.tables.headings import Column, Heading, UnclearError
from juesuan.intake.pdf.tables.spans import Spans, lowest, wrapped

Places = dict[str, tuple[int, int, int, int]]
"""Row, column, rows and columns of each heading."""


def word(text: str, middle: int, top: float, width: int = 80) -> Word:
    """A heading of 60 tenths of a point height, its middle at a place."""
    return Word(text, middle - width // 2, middle + width // 2, round(top), round(top) + 60)


def spans(found: list[Word], top: float, end: float) -> Places:
    """Where headings stand in the first way that is clear."""
    for own in lowest(found, top, end):
        columns = [Column(one.left, one.right, [Heading(one, 0, 0, (0, 0))]) for one in own]
        middles = [(one.left + one.right) / 2 for one in own]
        between = [(a + b) / 2 for a, b in pairwise(middles)]
        xs = [middles[0] - 50, *between, middles[-1] + 50]
        try:
            return _read(Spans(found, columns, xs, end), top)
        except UnclearError:
            continue
    raise UnclearError


def _read(spans: Spans, top: float) -> Places:
    words = [one.text for one, _ in (*spans.above, *spans.own)]
    fields = spans.fields(top)
    return {
        text: (one.row, one.column, one.rows, one.columns)
        for text, one in zip(words, fields, strict=True)
    }


def test_lines_of_one_heading_stand_nearer_than_headings_do() -> None:
    found = wrapped([word("附属单位", 50, 0), word("补助", 50, 75), word("款", 50, 200)], 30)
    assert [one.text for one in found] == ["附属单位补助", "款"]


def test_a_heading_in_the_middle_of_its_cell_tells_where_that_begins() -> None:
    """Two rows of headings, 100 high each: the outer ones reach over both."""
    found = [
        word("年初", 50, 70), word("本年", 250, 20), word("小计", 150, 120), word("基本", 250, 120),
        word("项目", 350, 120), word("年末", 450, 70),
    ]  # fmt: skip
    assert spans(found, 0, 200) == {
        "本年": (0, 1, 1, 3), "年初": (0, 0, 2, 1), "小计": (1, 1, 1, 1), "基本": (1, 2, 1, 1),
        "项目": (1, 3, 1, 1), "年末": (0, 4, 2, 1),
    }  # fmt: skip


def test_a_heading_over_the_gap_between_two_columns_is_over_both() -> None:
    found = [
        word("收入", 100, 20, 40), word("支出", 300, 20, 40),
        *(word(text, 100 * at + 50, 120, 40) for at, text in enumerate("甲乙丙丁")),
    ]  # fmt: skip
    read = spans(found, 0, 200)
    assert read["收入"] == (0, 0, 1, 2) and read["支出"] == (0, 2, 1, 2)


def test_headings_of_four_rows_with_pairs_in_the_lowest() -> None:
    """Those of two rows in the middle of four stand where one over all four would."""
    found = [word("全部", 300, 20, 200)]
    found += [word(text, 200 * at + 100, 170, 40) for at, text in enumerate("甲乙丙")]
    found += [word(f"{text}{at}", 100 * at + 50, 320, 40) for at, text in enumerate("预决" * 3)]
    read = spans(found, 0, 400)
    assert read["全部"] == (0, 0, 1, 6)
    assert [read[one] for one in "甲乙丙"] == [(1, 0, 1, 2), (1, 2, 1, 2), (1, 4, 1, 2)]
    assert [read[one] for one in ("预0", "决1", "决5")] == [(2, at, 1, 1) for at in (0, 1, 5)]


def test_a_low_heading_below_none_is_unclear() -> None:
    found = [word("甲", 50, 70), word("乙", 150, 120), word("丙", 250, 120)]
    with pytest.raises(UnclearError):
        spans(found, 0, 200)
