"""Days and times as formats show them."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.intake.sheets.dates import day, is_date


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("45657", "yyyy-mm-dd", "2024-12-31"),
        ("45657", "yy/m/d", "24/12/31"),
        ("45657.75", "yyyy/m/d h:mm", "2024/12/31 18:00"),
        ("0.000694444", "mm:ss", "01:00"),
        ("1", "yyyy/m/d", "1900/1/1"),
        ("61", "yyyy/m/d", "1900/3/1"),
        ("45657", "[$-804]d", "31"),
    ],
)
def test_days(value: str, code: str, shown: str) -> None:
    assert day(Decimal(value), code) == shown


def test_what_is_not_known() -> None:
    assert [day(Decimal(one), "yyyy/m/d") for one in ("-1", "60", "3000000")] == [None] * 3
    assert day(Decimal(1), "mmm d") is None and day(Decimal(1), "h:mm AM/PM") is None
    assert day(Decimal(0), "yyyy/m/d", from_1904=True) == "1904/1/1"


@given(st.dates(datetime.date(1900, 3, 1), datetime.date(2199, 1, 1)))
def test_all_days(date: datetime.date) -> None:
    number = (date - datetime.date(1899, 12, 30)).days
    assert day(Decimal(number), "yyyy-mm-dd") == date.isoformat()


def test_formats_of_numbers_are_none_of_days() -> None:
    assert not any(map(is_date, ("0.00", "[Red]0", '0"days"', "General", "\\d0", "@")))
