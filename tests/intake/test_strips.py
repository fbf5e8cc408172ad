"""Tables that stand side by side."""

from __future__ import annotations

import pytest

from juesuan.intake.composer import Placed
from juesuan.intake.html import read_html
from juesuan.intake.strips import strips
from tests.intake.made import cells, file

LEFT = ["收入决算表", "项目", "甲", "乙"], ["", "金额", "8.51", "2.17"]
RIGHT = ["支出决算表", "支出", "丙"], ["", "数", "3.40"]


def grid(columns: list[list[str]], across: int = 1) -> list[Placed]:
    """Cells column by column; the titles in the first row may cover several."""
    height = max(map(len, columns))
    return [
        Placed(row, at, column[row] if row < len(column) else "", 1, across if not row and column[0] else 1)
        for row in range(height)
        for at, column in enumerate(columns)
    ]  # fmt: skip


def test_each_title_begins_a_table() -> None:
    left, right = strips(grid([*LEFT, [""], *RIGHT]))
    shown = [
        [(one.row, one.column, one.text) for one in part if one.text] for part in (left, right)
    ]
    assert shown == [
        [(0, 0, "收入决算表"), (1, 0, "项目"), (1, 1, "金额"), (2, 0, "甲"), (2, 1, "8.51"), (3, 0, "乙"), (3, 1, "2.17")],
        [(0, 0, "支出决算表"), (1, 0, "支出"), (1, 1, "数"), (2, 0, "丙"), (2, 1, "3.40")],
    ]  # fmt: skip
    assert max(one.row for one in right) == 2 and max(one.column for one in left) == 1


@pytest.mark.parametrize(
    "columns",
    [
        [*LEFT, [""], ["", *RIGHT[0][1:]], RIGHT[1]],  # one title
        [*LEFT, [""], ["支出决算表", "支出", "丙"], ["", "数", "无"]],  # no amounts
        [*LEFT, [""], ["支出情况", "支出", "丙"], RIGHT[1]],  # another text in the row
    ],
)
def test_other_grids_stay_one(columns: list[list[str]]) -> None:
    made = grid(columns)
    assert strips(made) == [made]


def test_a_cell_that_reaches_over_keeps_them_together() -> None:
    made = [*grid([*LEFT, *RIGHT]), Placed(4, 1, "合计", 1, 2)]
    assert strips(made) == [made]


def test_in_a_page() -> None:
    rows = [
        ["收入决算表", "", "", "支出决算表", ""],
        ["项目", "金额", "", "支出", "数"],
        ["甲", "8.51", "", "丙", "3.40"],
        ["乙", "2.17", "", "", ""],
    ]
    page = "".join("<tr>" + "".join(f"<td>{one}</td>" for one in row) + "</tr>" for row in rows)
    found = cells(read_html(file("a.html", f"<table>{page}</table>")))
    assert [len(one) for one in found] == [8, 6]
