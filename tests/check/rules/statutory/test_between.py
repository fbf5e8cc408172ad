"""The statutory tables among one another: the same amounts, the same lines, the same emptiness."""

from __future__ import annotations

from juesuan import check
from juesuan.model import Facts
from tests.check.conftest import Case, Edit, edited, gone, judges_tables, state

PRINTED: list[Case] = [
    ("T08", "expenditure", ("table3", "1", "total", "4442.58"), ("table3", "1", "-", "")),
    ("T09", "table1/201", ("table1", "expenditure/1", "actual", "1415.65"), gone("table3")),
    ("T09-4", "table4/201", ("table4", "expenditure/1/general_public_budget", "actual", "1413.50"), gone("table5")),
    ("T13", "table8", ("table8", "1", "expenditure", "157.05"), ("table8", "1", "-", "")),
    ("T14", "all", ("table2", "1", "appropriation", "4440.53"), ("table2", "1", "-", "")),
    ("T15", "table5/4", ("table5", "4", "total", "600.00"), gone("table3")),
    ("T22", "state_capital", ("table9", "1", "expenditure", "1.00"), ("table9", "1", "-", "")),
]  # fmt: skip
"""Cases of the disclosure with statutory tables."""

test_pass_fail_and_not_applicable_with_tables = judges_tables(PRINTED)


def only(facts: Facts, table: str, *lengths: int) -> list[Edit]:
    """The edits that leave the rows of a table whose codes have so many digits."""
    rows = facts.rows(table)
    return [(table, row["position"], "-", "") for row in rows if len(row["code"]) not in lengths]


def test_a_table_that_lists_no_line_of_a_level_contradicts_none_of_it(printed: Facts) -> None:
    total = edited(printed, *only(printed, "table3", 0))
    assert state(total, "T09", "table1/201") == state(total, "T15", "table5/4") == "not_applicable"
    items = edited(printed, *only(printed, "table3", 0, 7))
    assert state(items, "T09", "table1/201") == "not_applicable"
    assert {one["state"] for one in check.run(items) if one["rule"] == "T15"} >= {
        "pass",
        "not_applicable",
    }
    without = [row["position"] for row in printed.rows("table3") if row["code"].startswith("201")]
    lost = edited(printed, *(("table3", one, "-", "") for one in without))
    assert state(lost, "T09", "table1/201") == "fail", "other classes are listed"
