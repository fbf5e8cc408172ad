"""Indicators as rules see them."""

from __future__ import annotations

import pytest

from juesuan.check.book.book import Book
from juesuan.check.views.indicators import (
    counts_time,
    has_numbers,
    is_money,
    lost_points,
    scored,
    target_and_actual,
)
from juesuan.model import Facts
from juesuan.rows import IndicatorsRow
from tests.check.conftest import indicator


@pytest.mark.parametrize(
    ("unit", "money", "time"),
    [("元", True, False), ("万元/年", True, False), ("月底", False, True), ("个", False, False)],
)
def test_units_of_money_and_of_time(unit: str, money: bool, time: bool) -> None:
    row: IndicatorsRow = {"target_unit": unit}
    assert (is_money(row), counts_time(row)) == (money, time)


def test_numbers_of_one_unit() -> None:
    row: IndicatorsRow = {
        "target_value": "3",
        "actual_value": "4",
        "target_unit": "个",
        "actual_unit": "个",
    }
    assert has_numbers(row)
    assert not has_numbers({**row, "actual_unit": "次"})
    assert not has_numbers({**row, "actual_value": ""})


def test_points_and_words() -> None:
    assert lost_points({"score": "9.5", "weight": "10"})
    assert not lost_points({"score": "10.00", "weight": "10"})
    assert target_and_actual({"target": "≥3个", "actual": "=4个"}) == "指标值 ≥3个，完成值 4个"


def test_only_quantities_with_points_are_scored(base: Facts) -> None:
    known = [(row["project_id"], row["position"]) for row in scored(Book(base))]
    assert ("p01", "1") in known
    for cells in (
        {"weight": ""},
        {"target_value": "0"},
        {"target_unit": "年", "actual_unit": "年"},
    ):
        rows = scored(Book(indicator(base, "p01/1", **cells)))
        assert ("p01", "1") not in [(row["project_id"], row["position"]) for row in rows], cells
