"""Texts become what their fields say, exactly, and what is missing stays so."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.frames.typed import exact, frame_of


def test_each_kind_of_field() -> None:
    texts = pd.DataFrame(
        {
            "code": ["0107", None],
            "amount": ["1234.500000", None],
            "lines": ["12", None],
            "year": ["2019", None],
            "day": ["2020-02-29", None],
            "told": ["false", None],
        },
        dtype="string",
    )
    kinds = {
        "year": "year", "code": "string", "amount": "number", "lines": "integer", "day": "date",
        "told": "boolean", "later": "number",
    }  # fmt: skip
    found = frame_of(texts, kinds)
    assert [*found] == [*kinds], "in the order of the schema, with a column that is not there"
    first = found.iloc[0]
    assert (first["code"], first["lines"], first["year"]) == ("0107", 12, 2019)
    assert first["amount"] == Decimal("1234.50") and f"{first['amount']}" == "1234.50"
    assert first["day"] == date(2020, 2, 29) and not first["told"] and first["told"] is not None
    assert found.iloc[1].isna().all() and found["later"].isna().all()
    assert [str(one) for one in found.dtypes] == [
        "Int64", "string", "object", "Int64", "object", "boolean", "object",
    ]  # fmt: skip


def test_no_row_has_types_still() -> None:
    found = frame_of(pd.DataFrame(), {"a": "integer", "b": "string", "c": "number"})
    assert [str(one) for one in found.dtypes] == ["Int64", "string", "object"] and len(found) == 0


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12
    )
)
def test_a_number_is_never_another(number: Decimal) -> None:
    assert exact(f"{number:f}") == number


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("0.000000", "0.00"),
        ("-3.100000", "-3.10"),
        ("100", "100"),
        ("0.123400", "0.1234"),
        ("5.5", "5.5"),
    ],
)
def test_zeros_behind_the_second_decimal_go(text: str, shown: str) -> None:
    assert str(exact(text)) == shown
