"""Two tables that are printed as one are two."""

from __future__ import annotations

import pytest

from juesuan.parse.claims import Draft
from juesuan.parse.statutory import read_statutory
from juesuan.parse.statutory.finding.parted import with_parts
from juesuan.parse.view import Reader
from tests.made_tables import document

HEAD = "科目编码|科目名称|本年支出合计|基本支出|项目支出"
FIRST = ["合计|<|9.10|6.00|3.10", "201|甲|4.10|1.00|3.10", "205|乙|5.00|5.00|"]
TITLE = "一般公共预算财政拨款支出决算表|<|<|<|<"
SECOND = [HEAD.replace("本年支出", ""), "合计|<|7.25|5.00|2.25", "201|甲|2.25||2.25"]


def totals(*rows: str) -> dict[str, list[str]]:
    made = document("支出决算表", "单位：万元", [HEAD, *rows])
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    return {name: [row["total"] for row in draft.rows(name)] for name in ("table3", "table5")}


@pytest.mark.parametrize(
    "title", [[TITLE, "单位：万元|<|<|<|<"], [TITLE.replace("表|", "表（单位：万元）|", 1)]]
)
def test_a_title_inside_of_a_table_begins_another_one(title: list[str]) -> None:
    assert totals(*FIRST, *title, *SECOND, "205|乙|5.00|5.00|") == {
        "table3": ["9.10", "4.10", "5.00"],
        "table5": ["7.25", "2.25", "5.00"],
    }


def test_a_table_of_another_kind_is_not_merged_into_the_one_before() -> None:
    rows = ["项目支出决算表|<|<|<|<", "科目编码|科目名称|项目|金额|备注", "201|甲|某项目|3.10|"]
    assert totals(*FIRST, *rows)["table3"] == ["9.10", "4.10", "5.00"]


def test_a_list_of_titles_is_one_table() -> None:
    made = document(["目录|<|<", "收入决算表|<|<", "支出决算表|<|<", "其他|5.20|"])
    assert with_parts(made, Reader(made)).tables == made.tables


def test_the_parts_of_a_table_are_all_of_it() -> None:
    made = document("支出决算表", [HEAD, *FIRST, TITLE, *SECOND])
    (whole,), parts = made.tables, with_parts(made, Reader(made)).tables
    assert [(one.start, one.end) for one in parts] == [
        (whole.start, parts[1].start),
        (parts[1].start, whole.end),
    ]
    assert sum(len(one.cells) for one in parts) == len(whole.cells)
    assert (
        "".join(made.text[one.start : one.end] for one in parts)
        == made.text[whole.start : whole.end]
    )


@pytest.mark.parametrize("beside", ["公开05表", "单位：万元", "编制单位：某局"])
def test_what_belongs_to_a_title_may_stand_beside_it(beside: str) -> None:
    title = [f"一般公共预算财政拨款支出决算表|<|<|{beside}|<", "部门：某局|<|<|单位：万元|<"]
    assert totals(*FIRST, *title, *SECOND, "205|乙|5.00|5.00|")["table5"] == [
        "7.25",
        "2.25",
        "5.00",
    ]
