"""The prose against the statutory tables: the same amounts, shares recomputed from them."""

from __future__ import annotations

from tests.check.conftest import Case, gone, judges_tables

ITEM = "general_public_budget/item/1"


PRINTED: list[Case] = [
    ("T23", "overview/overall/actual", ("measures", "overview/overall", "actual", "4490.87"), ("table1", "revenue/12", "-", "")),
    ("T23-f", ITEM, ("functions", ITEM, "actual", "445.98"), gone("table5")),
    ("T24", "revenue/revenue.other", ("measures", "revenue/revenue.other", "share_pct", "0.30"), gone("table2")),
    ("T24-7", "three_public/three_public.reception", ("measures", "three_public/three_public.reception", "completion_pct", "63.00"), gone("table7")),
]  # fmt: skip
"""Cases of the disclosure with statutory tables."""

test_pass_fail_and_not_applicable_with_tables = judges_tables(PRINTED)
