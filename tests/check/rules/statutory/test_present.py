"""Whether all nine statutory tables are there, each with its title and its unit."""

from __future__ import annotations

from juesuan.model import Facts
from tests.check.conftest import edited, gone, state


def test_a_missing_table_and_other_units_are_told(printed: Facts) -> None:
    missing = edited(
        printed,
        gone("table9"),
        ("texts", "table9/title/1", "-", ""),
        ("texts", "table9/empty/1", "-", ""),
    )
    assert state(printed, "T28") == "pass" and state(missing, "T28") == "fail"
    assert state(printed, "T29") == "pass"
    assert state(edited(printed, ("texts", "table3/unit/1", "-", "")), "T29") == "fail"
    assert (
        state(edited(printed, ("texts", "table3/unit/1", "text", "单位：元")), "T29")
        == "information"
    )
    assert (
        state(edited(printed, ("texts", "table3/title/1", "text", "2023年度支出决算表")), "T29")
        == "fail"
    )
    none = edited(printed, *(gone(f"table{i}") for i in range(1, 10)), gone("texts"))
    assert state(none, "T28") == state(none, "T29") == "not_applicable"
