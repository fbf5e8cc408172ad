"""The names of lines in the prose against those in the statutory tables."""

from __future__ import annotations

from juesuan.model import Facts
from tests.check.conftest import Case, edited, gone, judges_tables, state

ITEM = "general_public_budget/item/1"


PRINTED: list[Case] = [
    ("T25", "general_public_budget", ("functions", ITEM, "item", "行政管理"), gone("table5")),
    ("T26", "public", ("table6", "14", "actual", "0.00"), gone("table6")),
    ("T30", "government_fund", ("functions", "government_fund/item/1", "item", "城市建设支出"), gone("table8")),
]  # fmt: skip
"""Cases of the disclosure with statutory tables."""

test_pass_fail_and_not_applicable_with_tables = judges_tables(PRINTED)


def test_a_list_need_not_be_whole(printed: Facts) -> None:
    """Abbreviations and omissions behind 主要包括, and items without spending, contradict nothing."""
    assert (
        state(edited(printed, ("economic", "public/1", "name", "办公用品")), "T26", "public")
        == "information"
    )
    assert (
        state(edited(printed, ("functions", ITEM, "initial_budget", "1.00")), "T27")
        == "information"
    )


def test_a_table_that_lists_items_alone_is_compared_by_their_names(printed: Facts) -> None:
    above = [row for row in printed.rows("table5") if len(row["code"]) in (3, 5)]
    items = edited(printed, *(("table5", row["position"], "-", "") for row in above))
    assert state(items, "T25", "general_public_budget") == "pass"
    assert state(items, "T23-f", ITEM) == "pass"
    other = edited(items, ("functions", ITEM, "item", "行政管理"))
    assert state(other, "T25", "general_public_budget") == "fail"
    moved = edited(items, ("functions", ITEM, "class", "外交支出"))
    assert state(moved, "T25", "general_public_budget") == "fail", "its class is another one"
