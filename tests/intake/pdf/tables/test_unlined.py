"""Tables without lines: rows by the white between them, columns by their words."""

from __future__ import annotations

import pytest

from juesuan.intake.pdf.tables.grids import Grid
from juesuan.intake.pdf.tables.unlined import unlined
from juesuan.intake.pdf.text.lines import Glyph

HEADS = [("科目编码", "科目名称", "合计", "基本支出")]
ROWS = [("201", "甲", "5.10", "1.10"), ("205", "乙", "7,312.40", "12.40")]


def glyphs(text: str, left: int, top: int, piece: int) -> list[Glyph]:
    found, x = [], left
    for char in text:
        wide = 40 if char.isascii() else 80
        found.append(Glyph(char, x, top - 10, x + wide, top + 90, piece, top, top + 75))
        x += wide
    return found


def printed(rows: list[tuple[str, ...]], step: int = 130, top: int = 0) -> list[Glyph]:
    """Rows of words: two columns to the left, amounts at the right end of theirs."""
    found = []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            end = 600 - 40 * len(text) if "." in text else 0
            found += glyphs(text, 20 + 750 * column + end, top + step * row, 10 * row + column)
    return found


def cells(grid: Grid | None) -> list[tuple[int, int, int, int]]:
    assert grid is not None and not grid.is_ruled
    return [(one.row, one.column, one.rows, one.columns) for one in grid.fields]


def test_each_line_that_begins_a_row_is_one() -> None:
    assert cells(unlined(printed([*HEADS, *ROWS]))) == [
        (r, c, 1, 1) for r in range(3) for c in range(4)
    ]


def test_lines_near_to_one_another_are_one_row() -> None:
    rest = glyphs("丙", 770, 130 + 85, 99)
    grid = unlined([*printed([*HEADS, ROWS[0]]), *rest, *printed(ROWS[1:], top=340)])
    assert len(cells(grid)) == 12


@pytest.mark.parametrize("above", ["单位：万元", "公开02表", "编制单位：某局"])
def test_what_belongs_to_the_title_is_no_heading(above: str) -> None:
    grid = unlined([*glyphs(above, 1500, -260, 98), *printed([*HEADS, *ROWS])])
    assert cells(grid)[-1][0] == 2 and grid is not None and grid.box[1] > -100


@pytest.mark.parametrize("below", ["注：本表反映支出情况", "支出比上年增加。", "- 7 -"])
def test_what_is_no_row_ends_the_table(below: str) -> None:
    grid = unlined([*printed([*HEADS, *ROWS]), *glyphs(below, 20, 390, 98)])
    assert cells(grid)[-1][0] == 2 and grid is not None and grid.box[3] < 390


def test_prose_and_headings_alone_make_no_table() -> None:
    assert unlined([]) is None
    assert unlined(printed(HEADS)) is None
    assert (
        unlined(printed([("本年支出", "5.10", "万元,其中"), ("基本支出", "1.10", "万元")])) is None
    )


def test_a_page_without_headings_goes_on_with_the_columns_before() -> None:
    before = unlined(printed([*HEADS, *ROWS]))
    rows = [("208", "丙", "6.00", "6.00"), ("210", "丁", "8.00", "8.00")]
    assert unlined(printed(rows)) is None
    assert cells(unlined(printed(rows), before)) == [
        (r, c, 1, 1) for r in range(2) for c in range(4)
    ]


def test_the_rest_of_a_row_that_a_page_breaks_is_no_heading() -> None:
    before = unlined(printed([*HEADS, *ROWS]))
    rows = [("", "丙"), ("208", "丁", "6.00", "6.00"), ("210", "戊", "8.00", "8.00")]
    assert unlined(printed(rows)) is None
    assert cells(unlined(printed(rows), before)) == [
        (r, c, 1, 1) for r in range(3) for c in range(4)
    ]


def test_a_row_that_numbers_the_columns_is_no_heading() -> None:
    numbers = [glyphs(str(at + 1), 20 + 750 * (at + 2) + 200, 130, 90 + at) for at in range(2)]
    rows = [*printed(HEADS), *numbers[0], *numbers[1], *printed(ROWS, top=260)]
    assert cells(unlined(rows)) == [(r, c, 1, 1) for r in range(4) for c in range(4)]
