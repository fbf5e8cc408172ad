"""A cell of a row of which the resource is known only when the program runs."""

from __future__ import annotations

import pytest

from juesuan.rows import MeasuresRow, cell


def test_a_cell_of_any_row() -> None:
    typed: MeasuresRow = {"measure": "revenue.total", "actual": "0.00"}
    assert cell(typed, "actual") == "0.00"
    assert cell({"name": ""}, "name") == ""


def test_a_column_that_is_not_there_is_no_empty_cell() -> None:
    with pytest.raises(KeyError, match="actuall"):
        cell({"actual": "1"}, "actuall")
