"""Ruled tables as one sheet."""

from __future__ import annotations

import pytest

from juesuan.parse.statutory.grid.cells import texts
from juesuan.parse.statutory.grid.sheet import Sheet
from juesuan.parse.view import Reader
from tests.made_tables import document


def sheet(*parts: str | list[str]) -> Sheet:
    made = document(*parts)
    return Sheet(Reader(made), made.tables)


def test_a_path_counts_a_heading_over_rows_once() -> None:
    made = sheet(["项目|<|合计", "编码|名称|^", "201|甲|1.00"])
    assert made.paths(made.rows[:2]) == ["项目/编码", "项目/名称", "合计"]


def test_rows_left_out_move_the_breaks() -> None:
    made = sheet(["甲|乙|丙", "1|2|3"], "---", ["4|5|6"])
    assert made.breaks == {2}
    made.drop({0})
    assert made.breaks == {1} and [texts(row) for row in made.rows] == [
        ["1", "2", "3"],
        ["4", "5", "6"],
    ]


@pytest.mark.parametrize(
    ("rest", "count"), [("|的名称|", 1), ("|的名称|2.00", 2), ("合计||", 2), ("||", 2)]
)
def test_the_rest_of_a_row_begins_nothing_and_stands_on_no_amount(rest: str, count: int) -> None:
    made = sheet(["201|很长|1.00"], "---", [rest])
    made.mend(lambda text: text == "合计")
    assert len(made.rows) == count
