"""The years that the prose prints: the fiscal year, the year before, and no other."""

from __future__ import annotations

from dataclasses import replace

from juesuan.model import Facts
from tests.check.conftest import Case, edited, found, gone, judges_tables, state

PRINTED: list[Case] = [
    ("N53", "all", ("figures", "f00001", "text", "2022"), gone("figures")),
]  # fmt: skip
"""Cases of the disclosure with statutory tables."""

test_pass_fail_and_not_applicable_with_tables = judges_tables(PRINTED)


def test_assets_are_counted_at_the_end_of_the_year(base: Facts) -> None:
    rows = base.rows("figures")
    texts = [row["text"] for row in rows]
    at = next(i for i in range(len(rows)) if texts[i : i + 3] == ["2024", "12", "31"])
    other = edited(base, ("figures", rows[at]["figure_id"], "text", "2023"))
    assert [state(one, "N53") for one in (base, other)] == ["pass", "fail"]
    assert "写作 2023 年 12 月 31 日" in found(other, "N53")["statement"]


def test_a_prior_year_in_place_of_this_year_is_told(printed: Facts) -> None:
    key = "revenue/revenue.current"
    value = next(
        row["actual"] for row in printed.rows("measures") if row["measure"] == "revenue.current"
    )
    swapped = edited(
        printed, ("measures", key, "actual", ""), ("measures", key, "prior_year", value)
    )
    assert state(swapped, "N53") == "fail"


def test_a_heading_of_another_year_is_told(base: Facts) -> None:
    title = "某某市示例局（部门）2024年度部门决算公开说明\n"
    wrong = "第三部分 某某市示例局2023年度部门决算情况说明\n"
    same, other = (replace(base, printed=title + line) for line in ("", wrong))
    assert [state(one, "N53") for one in (same, other)] == ["pass", "fail"]
    assert "第 2 行的标题写作 2023 年度" in found(other, "N53")["statement"]
