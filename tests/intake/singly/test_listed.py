"""The three public expenditures with a row each, a cell a line or between blanks."""

from __future__ import annotations

import pytest

from tests.intake.singly.made import Rows, cells, singly, spaced

TITLE = "一般公共预算财政拨款“三公”经费支出决算表"
HEAD = ["项目", "预算数", "决算数"]
ROWS = [
    ["合计", "9.40", "7.12"],
    ["1.因公出国（境）费", "0.00", "0.00"],
    ["2.公务用车购置及运行维护费小计", "6.10", "5.02"],
    ["（1）公务用车购置费", "0.00", "—"],
    ["（2）公务用车运行维护费", "6.10", "5.02"],
    ["3.公务接待费", "3.30", "2.10"],
]
RIGHT = {
    ("total", "budget", "9.40"), ("total", "actual", "7.12"),
    ("abroad", "budget", "0.00"), ("abroad", "actual", "0.00"),
    ("vehicles", "budget", "6.10"), ("vehicles", "actual", "5.02"),
    ("vehicle_purchase", "budget", "0.00"),
    ("vehicle_running", "budget", "6.10"), ("vehicle_running", "actual", "5.02"),
    ("reception", "budget", "3.30"), ("reception", "actual", "2.10"),
}  # fmt: skip


def found(rows: Rows, lines: bool) -> set[tuple[str, str, str]]:
    read = cells((singly if lines else spaced)(TITLE, rows))
    return {(one[3].removeprefix("three_public."), one[6], one[7]) for one in read}


@pytest.mark.parametrize("lines", [True, False])
@pytest.mark.parametrize("head", [HEAD, HEAD[1:], ["项目", "全年预算数", "本年决算数"]])
def test_a_row_each(lines: bool, head: list[str]) -> None:
    assert found([head, *ROWS], lines) == RIGHT


@pytest.mark.parametrize("lines", [True, False])
def test_both_expenditures_for_vehicles_without_their_sum(lines: bool) -> None:
    rows = [row for row in ROWS if "小计" not in row[0]]
    assert found([HEAD, *rows], lines) == {one for one in RIGHT if one[0] != "vehicles"}
    other = [["合计", "9.40", "7.20"], *rows[1:]]
    assert not found([HEAD, *other], lines), "its sums do not hold"


@pytest.mark.parametrize("lines", [True, False])
def test_a_row_that_lacks_an_amount_is_no_proof(lines: bool) -> None:
    rows = [*ROWS[:3], ["（1）公务用车购置费", "0.00"], *ROWS[4:]]
    assert not found([HEAD, *rows], lines)
    assert not found([["项目", "上年数", "决算数"], *ROWS], lines), "a heading is not known"


def test_without_headings_or_rows_it_is_none() -> None:
    assert not found(ROWS, True) and not found([HEAD, ["合计"]], True)
