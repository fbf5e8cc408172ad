"""What must add up inside the two summary tables: lines, columns, roll-forward."""

from __future__ import annotations

from tests.check.conftest import Case, gone, judges_tables

PRINTED: list[Case] = [
    ("T01", "revenue", ("table1", "revenue/8", "actual", "1.92"), ("table1", "revenue/9", "-", "")),
    ("T02", "all", ("table1", "revenue/12", "actual", "4490.79"), ("table1", "revenue/12", "-", "")),
    ("T03", "expenditure", ("table1", "expenditure/29", "actual", "40.00"), ("table1", "expenditure/30", "-", "")),
    ("T10", "table4/1", ("table4", "expenditure/1/all", "actual", "1413.50"), gone("table4")),
    ("T11", "table4/general_public_budget", ("table4", "expenditure/27/general_public_budget", "actual", "4282.58"), gone("table4")),
    ("T11-r", "all", ("table4", "revenue/5/all", "actual", "21.36"), ("table4", "revenue/4/all", "-", "")),
    ("T12", "table4/all", ("table4", "expenditure/29/all", "actual", "4461.89"), ("table4", "expenditure/29/all", "-", "")),
]  # fmt: skip
"""Cases of the disclosure with statutory tables."""

test_pass_fail_and_not_applicable_with_tables = judges_tables(PRINTED)
