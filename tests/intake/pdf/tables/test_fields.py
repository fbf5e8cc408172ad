"""Cells between the edges of columns and rows."""

from __future__ import annotations

import pytest

from juesuan.intake.pdf.tables.bands import Word
from juesuan.intake.pdf.tables.fields import body_fields, field, filled, made
from juesuan.intake.pdf.tables.headings import UnclearError

XS, YS = [0.0, 100.0, 200.0, 300.0], [0.0, 50.0, 100.0]


def word(text: str, left: int, right: int) -> Word:
    return Word(text, left, right, 0, 40)


def test_a_total_may_stand_over_columns_and_no_amount_does() -> None:
    rows = [[word("合计", 20, 180), word("5.00", 220, 280)]]
    places = [(one.column, one.columns) for one in body_fields(rows, 1, XS, YS)]
    assert places == [(0, 2), (2, 1)]
    with pytest.raises(UnclearError):
        body_fields([[word("5.00", 20, 180)]], 1, XS, YS)


@pytest.mark.parametrize("second", [(60, 90), (310, 340)])
def test_two_words_of_one_cell_and_one_outside_are_unclear(second: tuple[int, int]) -> None:
    with pytest.raises(UnclearError):
        body_fields([[word("5.00", 10, 50), word("6.00", *second)]], 1, XS, YS)


def test_cells_without_a_heading_are_empty_and_none_stand_upon_one_another() -> None:
    whole = filled([field(0, 1, 0, 2, XS, YS)], 1, XS, YS)
    assert [(one.column, one.columns) for one in whole] == [(0, 2), (2, 1)]
    assert made(whole, XS, YS).box == (0.0, 0.0, 300.0, 100.0)
    with pytest.raises(UnclearError):
        filled([field(0, 1, 0, 2, XS, YS), field(0, 1, 1, 2, XS, YS)], 1, XS, YS)
