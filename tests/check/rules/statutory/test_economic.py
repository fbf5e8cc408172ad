"""What must add up inside the tables by economic kind: basic expenditure, “三公”经费."""

from __future__ import annotations

from tests.check.conftest import Case, gone, judges_tables

PRINTED: list[Case] = [
    ("T17", "table6/301", ("table6", "2", "actual", "3379.75"), gone("table6")),
    ("T18", "table6/public", ("table6", "13", "actual", "1.00"), gone("table6")),
    ("T19", "all", ("table5", "1", "basic", "1.00"), ("table5", "1", "-", "")),
    ("T20", "table7/actual", ("table7", "three_public.reception", "actual", "0.63"), gone("table7")),
    ("T21", "table6/30217", ("table7", "three_public.reception", "actual", "0.30"), gone("table7")),
]  # fmt: skip
"""Cases of the disclosure with statutory tables."""

WITHOUT_CODE: list[Case] = [
    ("T18", "table6/public", ("table6", "13", "actual", "1.00"), ("table6", "1", "group", "")),
]
"""A row of which it is not known to which group it belongs."""

test_pass_fail_and_not_applicable_with_tables = judges_tables(PRINTED)
test_a_row_of_no_known_group_keeps_the_sum_from_an_alarm = judges_tables(WITHOUT_CODE)
