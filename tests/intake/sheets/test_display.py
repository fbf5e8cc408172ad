"""Numbers as formats show them; the expected texts are what spreadsheet programs show."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.intake.sheets.display import BUILT_IN, UnknownFormatError, displayed

ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("0.30000000000000004", "General", "0.3"),
        ("12345.678912345", "General", "12345.67891"),
        ("-7", "General", "-7"),
        ("1.0049999999999999", "0.00", "1.01"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("12", "#,##0.##", "12"),
        ("12.5", "0.0#", "12.5"),
        ("0.5", "#.00", ".50"),
        ("-12.5", "0.00_);(0.00)", "-12.50"),
        ("-12.5", "0.00_);[Red]\\(0.00\\)", "-12.50"),
        ("-12.5", "0.00;[Red]0.00", "-12.50"),
        ("-0.001", "0.00", "0.00"),
        ("0.1234", "0.00%", "12.34%"),
        ("123456", "0!.0,", "12.3"),
        ("123456", "0!.0000", "12.3456"),
        ("12345.6", "0.00,", "12.35"),
        ("0", ACCOUNTING, "-"),
        ("-1234.5", ACCOUNTING, "-1,234.50"),
        ("1234.5", '#,##0.00_ ;[Red]\\-#,##0.00\\ ', "1,234.50"),
        ("0", "0.00;-0.00;", ""),
        ("5", "000", "005"),
        ("2010601", "@", "2010601"),
        ("50", '[<100]0.0;0', "50.0"),
        ("500", '[<100]0.0;0', "500"),
        ("12.5", '0.00"元"', "12.50元"),
        ("12.5", "[$¥-804]#,##0.00", "¥12.50"),
        ("45657", 'yyyy"年"m"月"d"日"', "2024年12月31日"),
    ],
)  # fmt: skip
def test_what_is_shown(value: str, code: str, shown: str) -> None:
    assert displayed(Decimal(value), code) == shown


@pytest.mark.parametrize(
    ("value", "code"),
    [("5", "[DBNum1]0"), ("-5", "0;0"), ("5", "# ?/?"), ("5", "0.0E+0"), ("5", "mmm"), ("5", "0x")],
)
def test_what_is_not_known_is_no_number(value: str, code: str) -> None:
    with pytest.raises(UnknownFormatError):
        displayed(Decimal(value), code)


@given(st.integers(-(10**12), 10**12))
def test_hundredths_are_shown_to_the_last(hundredths: int) -> None:
    value = Decimal(hundredths) / 100
    assert displayed(value, "#,##0.00") == f"{value:,.2f}".replace("-0.00", "0.00")


@given(st.floats(-1e9, 1e9), st.integers(0, 4))
def test_rounding_is_half_up_of_fifteen_digits(value: float, places: int) -> None:
    short = Decimal(f"{value:.15g}")
    wanted = short.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    shown = displayed(Decimal(repr(value)), "0." + "0" * places if places else "0")
    assert Decimal(shown) == wanted


def test_formats_known_by_number_are_understood() -> None:
    for number, code in BUILT_IN.items():
        assert displayed(Decimal("1234.5"), code), number
