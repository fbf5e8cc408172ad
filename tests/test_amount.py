"""Exact decimal figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.amount import Amount, percent, round_half_up


@given(st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, places=2))
def test_a_printed_number_is_read_exactly(value: Decimal) -> None:
    assert Amount.of(f"{value:,}") == Amount(value, 2)
    assert Amount.of(f"{value:,}").plain() == f"{value}"


@pytest.mark.parametrize(
    "text",
    ["", "1,23", "1.", "１", "1 2", "--1", "1,2345", "0x1", "1e5", "٣", "²", "NaN", "Infinity"],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a numeral"):
        Amount.of(text)


def test_half_of_the_last_digit() -> None:
    assert Amount.of("3653.3").half_digit == Decimal("0.05")
    assert Amount.of("3653.30").half_digit == Decimal("0.005")


def test_rounding_is_half_up() -> None:
    assert round_half_up(Decimal("2.345"), 2) == Decimal("2.35")
    assert round_half_up(Decimal("-2.345"), 2) == Decimal("-2.35")
    assert percent(Decimal(1), Decimal(8), 1) == Decimal("12.5")


@given(st.integers(0, 10**25), st.sampled_from(["", ".5", ".123456"]), st.booleans())
def test_a_number_fits_into_a_column_of_eighteen_digits(
    whole: int, decimals: str, parted: bool
) -> None:
    printed = (f"{whole:,}" if parted else str(whole)) + decimals
    if whole >= 10**12:
        with pytest.raises(ValueError, match="not a numeral"):
            Amount.of(printed)
    else:
        assert Amount.of(printed).value == Decimal(f"{whole}{decimals}")


def test_more_decimals_than_a_column_has_are_refused() -> None:
    with pytest.raises(ValueError, match="not a numeral"):
        Amount.of("0.1234567")
