"""Rows of funds whose own amounts deny the rate that they print."""

from __future__ import annotations

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.parse.forms.ghosts import is_ghost, is_rated
from tests.made_cells import row

CENTS = st.integers(1, 10**9)


def printed(cents: int) -> str:
    """Hundredths as a form prints them.

    >>> printed(123456)
    '1,234.56'
    """
    return f"{cents // 100:,}.{cents % 100:02d}"


def hundredths_of_percent(part: int, whole: int) -> int:
    """A rate in hundredths of a percent, rounded half up."""
    return floor(Fraction(part * 10_000, whole) + Fraction(1, 2))


@given(CENTS, CENTS)
def test_a_row_whose_rate_is_that_of_its_amounts_is_its_own(executed: int, budget: int) -> None:
    rate = hundredths_of_percent(executed, budget)
    line = f"资金|7.00|{printed(budget)}|{printed(executed)}|10|{rate / 100:.2f}%|9"
    assert not is_ghost(row(line))


@pytest.mark.slow
@given(CENTS, CENTS, st.sampled_from([-1, 1, 250]))
def test_a_row_whose_rate_is_another_is_a_ghost(executed: int, budget: int, off: int) -> None:
    rate = hundredths_of_percent(executed, budget) + off
    line = f"资金|7.00|{printed(budget)}|{printed(executed)}|10|{rate / 100:.2f}%|9"
    assert is_ghost(row(line))


@pytest.mark.parametrize(
    "line",
    [
        "资金|100.00|110.00|15.00|—|—|—",
        "资金|100.00|110.00|15.00",
        "资金|100.00|110.00|1S.00|10|95.45%|9.55",
        "资金|100.00|11O.00|15.00|10|95.45%|9.55",
        "资金|100.00|110.00|15.00|10|9l.45.|9.55",
        "资金|110.00|15.00|10|95.45%|9.55",
    ],
)
def test_a_row_without_legible_amounts_or_rate_denies_nothing(line: str) -> None:
    assert not is_ghost(row(line))


@pytest.mark.parametrize(
    ("line", "rated"),
    [
        ("资金|100.00|110.00|105.00|10|95.45%|9.55", True),
        ("资金|100.00|110.00|105.00|—|—|—", True),
        ("资金|100.00|110.00|105.00|10|9l.45.%|9.55", True),
        ("资金|100.00|%", True),
        ("资金|100.00|110.00|105.00|10|9l.45.|9.55", False),
        ("资金|100.00|110.00|105.00", False),
        ("资金来源|执行率", False),
    ],
)
def test_a_row_with_a_rate_or_what_is_left_of_one_is_rated(line: str, rated: bool) -> None:
    assert is_rated(row(line)) is rated


def test_a_rate_with_fewer_decimals_is_that_of_its_amounts() -> None:
    assert not is_ghost(row("资金|100.00|110.00|105.00|10|95.5%|9.55"))


def test_a_row_of_zeros_is_no_ghost() -> None:
    assert not is_ghost(row("其他资金|0.00|0.00|0.00|10|0.00%|0"))


@pytest.mark.parametrize("executed", ["—", "105.00分"])
def test_an_amount_that_is_no_numeral_denies_nothing(executed: str) -> None:
    assert not is_ghost(row(f"资金|100.00|110.00|{executed}|10|95.45%|9.55"))
