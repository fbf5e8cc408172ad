"""The summary tables: parts, and amounts without a label."""

from __future__ import annotations

from tests.parse.statutory.test_read import read

SIDES = ["收入|<|支出|<", "项目|金额|项目|金额"]


def lines(*body: str) -> tuple[list[tuple[str, str, str]], list[str]]:
    draft = read("收入支出决算总表", "单位：万元", [*SIDES, *body])
    found = [(row["kind"], row["label"], row["actual"]) for row in draft.rows("table1")]
    return found, draft.remarks


def test_parts_stand_below_a_carryover() -> None:
    found, _ = lines(
        "一、某收入|1.00||",
        "年初结转和结余|3.00||",
        "其中：项目结转|2.00||",
        "总计|4.00||",
        "其中：某|1.00||",
    )
    assert [kind for kind, _, _ in found] == ["line", "opening", "part", "total", "line"]


def test_an_amount_without_a_label_is_told() -> None:
    found, remarks = lines("一、某收入|1.00||", "|2.00||")
    assert len(found) == 1 and "an amount of revenue stands without a label" in remarks[-1]


def test_a_side_without_labels_is_told() -> None:
    draft = read(
        "收入支出决算总表", "单位：万元", ["收入|<|支出", "项目|金额|金额", "一、某收入|1.00|1.00"]
    )
    assert "no column of labels below 支出" in draft.remarks[-1]
    assert len(draft.rows("table1")) == 1


def test_an_amount_in_the_label_of_a_summary_is_lost() -> None:
    head = ["收入|<|支出|<|<", "项目|金额|项目|合计|一般公共预算财政拨款"]
    body = ["一、某收入|1.00|一、某支出3.00|<|2.00"]
    draft = read("财政拨款收入支出决算总表", "单位：万元", [*head, *body])
    found = {(row["side"], row["fund"]): row["unreadable"] for row in draft.rows("table4")}
    assert found[("expenditure", "all")] == "actual"
    assert found[("expenditure", "general_public_budget")] == "" and found[("revenue", "all")] == ""
