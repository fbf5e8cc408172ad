"""What is struck out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juesuan.intake.pdf.page.struck import without_struck
from juesuan.intake.pdf.tables.grids import Ruling
from juesuan.intake.pdf.text.lines import Glyph

FRAME = [Ruling(False, at, 0, 600) for at in (0, 2_000, 5_000)]
"""The upright lines of a table."""


def glyphs(text: str, left: int = 100, top: int = 200) -> list[Glyph]:
    return [
        Glyph(char, left + 40 * i, top - 15, left + 40 * i + 38, top + 75, 1, top, top + 60)
        for i, char in enumerate(text)
    ]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (Ruling(True, 230, 95, 345), "\ufffd" * 6),
        (Ruling(True, 230, 95, 225), "\ufffd" * 6),
        (Ruling(True, 262, 95, 345), "408.57"),
        (Ruling(True, 195, 95, 345), "408.57"),
        (Ruling(True, 230, 0, 5_000), "\ufffd" * 6),
        (Ruling(True, 262, 0, 5_000), "408.57"),
        (Ruling(True, 230, 255, 5_000), "\ufffd" * 6),
        (Ruling(False, 230, 95, 345), "408.57"),
    ],
)
def test_a_line_through_characters_strikes_them_out(line: Ruling, read: str) -> None:
    border = Ruling(True, 300, 0, 3_000)
    page, found, _ = without_struck([line, border], glyphs("408.57"))
    assert "".join(one.char for one in found) == read
    assert (line in page) == ("\ufffd" not in read) and border in page


def test_a_line_through_a_row_strikes_all_that_it_goes_through() -> None:
    row = [*glyphs("2130599", 0), *glyphs("办公费", 600), *glyphs("91.20", 2_500)]
    below = glyphs("77.35", 2_500, 330)
    page, found, _ = without_struck([Ruling(True, 230, 0, 5_000)], [*row, *below])
    assert page == []
    assert "".join(one.char for one in found) == "\ufffd" * len(row) + "77.35"


def with_low_signs(text: str, left: int) -> list[Glyph]:
    """Text whose points, commas and brackets reach lower than its digits."""
    feet = {".": (250, 260), ",": (250, 275), "(": (195, 280), ")": (195, 280)}
    return [
        replace(one, high=feet.get(one.char, (200, 260))[0], low=feet.get(one.char, (200, 260))[1])
        for one in glyphs(text, left)
    ]


@pytest.mark.parametrize("text", ["7,031.46", "58.20", "(1,904)", "....."])
@pytest.mark.parametrize("line", [Ruling(True, 256, 0, 5_000), Ruling(True, 256, 95, 425)])
def test_an_underline_that_goes_through_signs_at_the_foot_alone_is_no_strike(
    text: str, line: Ruling
) -> None:
    page, found = [line, Ruling(True, 300, 0, 5_000)], with_low_signs(text, 100)
    assert without_struck(page, found) == (page, found, [])


@pytest.mark.parametrize("text", ["7,031.46", "(1,904)", "-", "/"])
def test_a_strike_goes_through_more_than_signs_at_the_foot(text: str) -> None:
    line = Ruling(True, 235, 0, 5_000)
    page, found, told = without_struck([line], with_low_signs(text, 100))
    assert page == [] and told == [text]
    assert "".join(one.char for one in found) == "\ufffd" * len(text)


def rows(*tops: int) -> list[Glyph]:
    """The text of rows that no border touches."""
    return [one for top in tops for one in glyphs("差旅费", 2_500, top)]


@pytest.mark.parametrize("text", ["办公用品费", "2031年度", "一、12", "7"])
def test_a_border_may_touch_a_name_that_is_too_long_for_its_cell(text: str) -> None:
    borders = [Ruling(True, at, 0, 5_000) for at in (120, 230, 340)]
    found = [*glyphs(text, 600), *rows(140, 250)]
    assert without_struck(borders, found) == (borders, found, [])


@pytest.mark.parametrize("text", ["办公用品费", "2031年度", "一、12", "7"])
@pytest.mark.parametrize("beside", [(140,), (250,), (40, 360)])
def test_a_line_that_parts_no_rows_strikes_out_whatever_it_goes_through(
    text: str, beside: tuple[int, ...]
) -> None:
    borders = [Ruling(True, at, 0, 5_000) for at in (120, 340)]
    strike, struck = Ruling(True, 230, 0, 5_000), glyphs(text, 600)
    page, found, _ = without_struck([*borders, strike], [*struck, *rows(*beside)])
    assert page == borders
    assert "".join(one.char for one in found[: len(text)]) == "\ufffd" * len(text)
    assert found[len(text) :] == rows(*beside)


def test_digits_that_stand_in_different_columns_are_no_number() -> None:
    border = Ruling(True, 230, 0, 5_000)
    columns = [one for at in range(6) for one in glyphs(str(at + 1), 700 * at)]
    found = [*columns, *rows(140, 250)]
    assert without_struck([border, *FRAME], found) == ([border, *FRAME], found, [])


def test_borders_cross_the_large_digits_of_a_watermark() -> None:
    border = Ruling(True, 230, 0, 5_000)
    mark = [
        Glyph(char, 300 * i, 100, 300 * i + 280, 400, 1, 110, 390) for i, char in enumerate("2031")
    ]
    text = glyphs("行政运行91.20", 60, 300)
    assert without_struck([border], [*mark, *text]) == ([border], [*mark, *text], [])


@pytest.mark.parametrize("lines", [FRAME, [Ruling(True, 120, 0, 5_000)]])
@pytest.mark.parametrize("at", [230, 600])
def test_the_last_border_of_a_table_may_touch_what_stands_upon_it(
    lines: list[Ruling], at: int
) -> None:
    last = Ruling(True, at, 0, 5_000)
    found = [*glyphs("- 7 -", 600, at - 30), *rows(at - 100)]
    kept = without_struck([*lines, last], found) == ([*lines, last], found, [])
    assert kept is (at == 600 or lines is not FRAME)


def test_what_is_struck_out_is_told() -> None:
    found = [*glyphs("差旅费", 0), *glyphs("91.20", 2_500)]
    assert without_struck([Ruling(True, 230, 0, 5_000)], found)[2] == ["差旅费91.20"]
