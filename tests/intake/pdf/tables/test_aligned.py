"""Columns by how words stand."""

from __future__ import annotations

import pytest

from juesuan.intake.pdf.tables.aligned import aligned
from juesuan.intake.pdf.tables.grids import Grid, Ruling
from juesuan.intake.pdf.text.lines import Glyph
from tests.intake.pdf.tables.test_bands import glyphs

ROWS = [("科目编码", "科目名称", "合计", "基本支出"), ("201", "甲", "5.10", "1.10"),
        ("205", "乙", "7,312.40", "12.40")]  # fmt: skip


def level(count: int, step: int = 120) -> list[Ruling]:
    return [Ruling(True, step * i, 0, 3000) for i in range(count)]


def printed(rows: list[tuple[str, ...]], ends: str = "right") -> list[Glyph]:
    """Rows of words: the first two columns to the left, amounts to an end of their column."""
    found = []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            x = 20 + 750 * column
            if "." in text and ends == "right":
                x += 700 - 40 * len(text)
            found += glyphs(text, x, 120 * row + 20, 10 * row + column)
    return found


def cells(grid: Grid | None) -> list[tuple[int, int, int, int]]:
    assert grid is not None and not grid.is_ruled
    return [(one.row, one.column, one.rows, one.columns) for one in grid.fields]


@pytest.mark.parametrize("ends", ["right", "left"])
def test_each_column_has_one_heading(ends: str) -> None:
    grid = aligned(level(4), printed(ROWS, ends))
    assert cells(grid) == [(r, c, 1, 1) for r in range(3) for c in range(4)]


def test_two_amounts_that_stand_upon_one_another_make_no_table() -> None:
    over = [*printed(ROWS), *glyphs("999.99", 1640, 260, 99)]
    assert aligned(level(4), over) is None


def test_level_lines_without_figures_or_too_few_make_no_table() -> None:
    assert aligned(level(4), printed([("甲", "乙"), ("丙", "丁"), ("戊", "己")])) is None
    assert aligned(level(3), printed(ROWS[:2])) is None


def test_a_page_without_headings_goes_on_with_the_columns_before() -> None:
    before = aligned(level(4), printed(ROWS))
    rows = [("208", "丙", "6.00", "6.00"), ("210", "丁", "8.00", "8.00"), ("", "合计", "", "9.00")]
    assert aligned(level(4), printed(rows)) is None
    assert cells(aligned(level(4), printed(rows), before)) == [
        (r, c, 1, 1) for r in range(3) for c in range(4)
    ]


@pytest.mark.parametrize("heads", [("年初", "收入", "年末"), ("年初结转和结余", "收入", "年末")])
def test_words_below_no_heading_go_where_there_is_only_one_way(heads: tuple[str, ...]) -> None:
    found = glyphs("编码", 20, 20, 0)
    for column, head in enumerate(heads, start=1):
        found += glyphs(head, 20 + 750 * column, 20, column)
    for row, code in ((1, "201"), (2, "205")):
        found += glyphs(code, 20, 120 * row + 20, 10 * row)
        for column in (1, 2, 3):
            found += glyphs("5.10", 750 * column + 560, 120 * row + 20, 10 * row + column)
    grid = aligned(level(4), found)
    assert cells(grid) == [(r, c, 1, 1) for r in range(3) for c in range(4)]
    assert grid is not None
    assert all(one - 750 * at > 560 for at, one in enumerate(grid.edges[2:4], start=1))


def test_words_between_two_headings_without_words_make_no_table() -> None:
    found = [*glyphs("编码", 20, 20, 0), *glyphs("收入", 500, 20, 1), *glyphs("支出", 1500, 20, 2)]
    for row in (1, 2):
        found += [*glyphs("201", 20, 120 * row + 20, 10 * row),
                  *glyphs("5.10", 1000, 120 * row + 20, 10 * row + 1)]  # fmt: skip
    assert aligned(level(4), found) is None


def test_level_lines_below_a_part_of_the_words_make_no_table() -> None:
    """Its other columns would be lost."""
    assert aligned(level(4), [*printed(ROWS), *glyphs("17.35", 3200, 260, 99)]) is None
