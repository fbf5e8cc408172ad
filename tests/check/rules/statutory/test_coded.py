"""What must add up inside a table by function: columns of a row, levels of a column."""

from __future__ import annotations

import pytest

from tests.check.conftest import Case, gone, judges_tables

PRINTED: list[Case] = [
    ("T04", "table2/2", ("table2", "2", "other", "2.29"), ("table2", "2", "-", "")),
    ("T05", "table2/2", ("table2", "3", "appropriation", "1413.15"), gone("table2")),
    ("T06", "table3/1", ("table3", "1", "basic", "1.00"), ("table3", "1", "-", "")),
    ("T06-5", "table5/4", ("table5", "4", "project", "1.00"), ("table5", "4", "-", "")),
    ("T06-8", "table8/2", ("table8", "2", "revenue", "43.94"), ("table8", "2", "-", "")),
    ("T07", "table3/1", ("table3", "2", "total", "1.00"), gone("table3")),
    ("T16", "table5/1", ("table5", "2", "total", "1413.50"), gone("table5")),
    ("T16-8", "table8/1", ("table8", "2", "expenditure", "43.94"), gone("table8")),
]  # fmt: skip
"""Cases of the disclosure with statutory tables."""

test_pass_fail_and_not_applicable_with_tables = pytest.mark.slow(judges_tables(PRINTED))
