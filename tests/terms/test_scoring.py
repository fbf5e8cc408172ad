"""How execution rates become points."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.terms.scoring import above_sixty, proportional, scheme


@pytest.mark.parametrize(
    ("rate", "in_proportion", "above"),
    [
        ("0", "0.00", "0.00"),
        ("60", "6.00", "0.00"),
        ("76.32", "7.63", "4.08"),
        ("99.999", "10.00", "10.00"),
        ("100", "10.00", "10.00"),
        ("130", "10.00", "10.00"),
    ],
)
def test_ten_points(rate: str, in_proportion: str, above: str) -> None:
    assert proportional(D(10), D(rate)) == D(in_proportion)
    assert above_sixty(D(10), D(rate)) == D(above)


def test_places() -> None:
    assert proportional(D(10), D("76.32"), 0) == D(8)
    assert above_sixty(D(20), D("76.32"), 1) == D("8.2")


@pytest.mark.parametrize(
    ("rate", "score", "expected"),
    [
        ("76.32", "7.63", "A"),
        ("76.32", "7.64", "A"),
        ("76.32", "7.65", ""),
        ("76.32", "4.07", "B"),
        ("100", "10", "AB"),
        ("50", "0", "B"),
        ("50", "5", "A"),
    ],
)
def test_the_scheme_of_a_score(rate: str, score: str, expected: str) -> None:
    assert scheme(D(10), D(rate), D(score)) == expected


_RATES = st.decimals(0, 200, places=2)


@given(st.integers(1, 100), _RATES, _RATES)
def test_more_executed_is_never_fewer_points(weight: int, one: D, other: D) -> None:
    low, high = sorted((one, other))
    for points in (proportional, above_sixty):
        assert 0 <= points(D(weight), low) <= points(D(weight), high) <= weight
    assert above_sixty(D(weight), one) <= proportional(D(weight), one)
