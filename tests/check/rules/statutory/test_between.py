"""The statutory tables among one another: the same amounts, the same lines, the same emptiness."""

from __future__ import annotations

from tests.check.conftest import Case, gone, judges_tables

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
