"""Figures as they are quoted, and how exactly they are written."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from juesuan.check.comparing.cell import (
    Cell,
    Numeral,
    figures_of,
    half_digit,
    inside,
    nothing,
    with_unit,
)


@given(st.integers(-(10**9), 10**9), st.integers(0, 4))
def test_half_of_the_last_digit_is_what_rounding_may_take(digits: int, places: int) -> None:
    value = Decimal(digits).scaleb(-places)
    assert half_digit(value) * 2 == Decimal(1).scaleb(-places)
    assert Numeral(value, 0, 1, "f1").half_digit == half_digit(value)


def test_figures_keep_their_order() -> None:
    cells = [Cell(Decimal(1), Decimal(0), "", "", one) for one in (("f2", "f1"), (), ("f3",))]
    assert figures_of(cells) == ("f2", "f1", "f3")
    assert nothing("表3", "没有这一类").figures == ()


def test_a_value_is_quoted_with_separators_and_its_unit() -> None:
    assert with_unit(Decimal("1234567.50"), "万元") == "1,234,567.50 万元"
    assert with_unit(Decimal("1E+3"), "") == "1,000"


def test_quotation_marks_inside_of_others_become_single() -> None:
    assert inside("“三公”经费") == "‘三公’经费"
