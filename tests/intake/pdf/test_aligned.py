"""Columns by how words stand."""

from __future__ import annotations

import pytest

from juesuan.intake.pdf.aligned import aligned
from juesuan.intake.pdf.grids import Grid, Ruling
from juesuan.intake.pdf.lines import Glyph
from tests.intake.pdf.test_bands import glyphs

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
