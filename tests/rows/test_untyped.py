"""A cell of a row of which the resource is known only when the program runs."""

from __future__ import annotations

import pytest

from juesuan.rows import IndicatorsRow, MeasuresRow, cell, is_lost


def test_a_cell_of_any_row() -> None:
    typed: MeasuresRow = {"measure": "revenue.total", "actual": "0.00"}
    assert cell(typed, "actual") == "0.00"
    assert cell({"name": ""}, "name") == ""


def test_a_column_that_is_not_there_is_no_empty_cell() -> None:
    with pytest.raises(KeyError, match="actuall"):
        cell({"actual": "1"}, "actuall")


def test_a_number_is_lost_with_its_text_and_nothing_without_a_mark() -> None:
    row: IndicatorsRow = {
        "target": "",
        "target_value": "",
        "score": "",
        "unreadable": "target reason",
    }
    assert [is_lost(row, one) for one in ("target", "target_value", "reason")] == [True] * 3
    assert not is_lost(row, "score") and not is_lost(row, "actual_value")
    assert not is_lost({"actual": ""}, "actual"), "a resource without marks"
