"""Kinds of value, and values taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.parse.forms.values import Kind, Measured, is_damaged, is_value, kind_of, take_apart


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", Kind.BLANK),
        ("——", Kind.DASH),
        ("1,234.50", Kind.NUMBER),
        ("8分", Kind.NUMBER),
        ("95.45%", Kind.PERCENT),
        ("≥95%", Kind.MEASURED),
        ("不少于50人次", Kind.MEASURED),
        ("12个", Kind.MEASURED),
        ("12个月内完成全部工作任务", Kind.TEXT),
        ("持续改善", Kind.TEXT),
    ],
)
def test_kinds(text: str, kind: Kind) -> None:
    assert kind_of(text) is kind


@pytest.mark.parametrize("text", ["%", "分", "8.00.7", "1O.00", "■"])
def test_what_is_left_of_a_number_is_damaged(text: str) -> None:
    assert is_damaged(text) and is_value(text)


@pytest.mark.parametrize("text", ["2023.5", "2023.5.31", "8.00", "95%", "Oil", "持续改善"])
def test_whole_values_dates_and_words_are_not_damaged(text: str) -> None:
    assert not is_damaged(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("两次", Measured("", "2", "次", 0, 1)),
        ("不低于95%", Measured("≥", "95", "%", 3, 5)),
        ("小于等于3个", Measured("≤", "3", "个", 4, 5)),
        ("=1,200元", Measured("=", "1200", "元", 1, 6)),
        ("≥持续改善", Measured("≥")),
        ("=2024年5月31日前", Measured("=")),
        ("2024年", Measured("")),
        ("10-20个", Measured("")),
        ("1O个", Measured("")),
        ("持续改善", Measured("")),
    ],
)
def test_values_taken_apart(text: str, parts: Measured) -> None:
    assert take_apart(text) == parts


@given(
    st.sampled_from(["", "≥", "≤", "=", "<", ">"]),
    st.decimals(0, 99999, places=2),
    st.sampled_from(["个", "元/人", "%", "万人次"]),
)
def test_what_is_put_together_comes_apart(operator: str, number, unit: str) -> None:
    text = f"{operator}{number}{unit}"
    found = take_apart(text)
    assert (found.operator, found.value, found.unit) == (operator, str(number), unit)
    assert text[found.start : found.end] == str(number)
