"""Exact decimal figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan import terms
from juesuan.amount import Amount, Rounded, adds_up, percent, round_half_up


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


UNITS = pytest.mark.parametrize("unit", ["元", "千元", "万元", "亿元"])


def printed(text: str, unit: str) -> Rounded:
    factor = terms.money_factors()[unit]
    return Rounded.printed(
        text,
        f"{Decimal(text) * factor:.2f}" if factor > 1 else f"{Decimal(text) * factor:f}",
        factor,
    )


@UNITS
@pytest.mark.parametrize(
    ("whole", "holds"),
    [("3.00", True), ("3.01", True), ("2.99", True), ("3.02", False), ("2.98", False)],
)
def test_a_sum_may_miss_its_whole_by_the_halves_of_all_in_any_unit(
    unit: str, whole: str, holds: bool
) -> None:
    """Three numbers with two decimals: one and a half of the last digit, whatever the unit."""
    assert adds_up(printed(whole, unit), [printed("1.00", unit), printed("2.00", unit)]) == holds


@UNITS
def test_each_number_is_rounded_by_its_own_digits(unit: str) -> None:
    half = terms.money_factors()[unit] / 2
    assert printed("1.5", unit).half == half / 10 and printed("1.500", unit).half == half / 1000
    assert printed("7", "亿元").half == 5000 and printed("7", "千元").half == Decimal("0.05")


def test_counts_zeros_and_other_scripts_are_exact() -> None:
    exact = [("12", "12"), ("0", "0.00"), ("三点五", "3.5"), ("□.□", "3.5")]
    assert [Rounded.printed(*one) for one in exact] == [Rounded(Decimal(one)) for _, one in exact]
    assert Rounded.printed("１２．３*", "12.3").half == Decimal("0.05")


def test_what_is_taken_away_is_rounded_as_well() -> None:
    left = [printed("5.00", "万元"), -printed("2.00", "万元")]
    assert adds_up(printed("3.01", "万元"), left) and not adds_up(printed("3.02", "万元"), left)
