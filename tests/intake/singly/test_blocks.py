"""Basic expenditure, a cell a line."""

from __future__ import annotations

from tests.intake.singly.made import cells, singly

TITLE = "一般公共预算财政拨款基本支出决算表"
HEAD = ["科目编码", "科目名称", "决算数"]


def test_codes_in_parts_and_names_without_amounts() -> None:
    rows = [HEAD, ["301", "工资福利支出", "4.40"], ["301", "01", "基本工资"], ["301", "02", "津贴补贴", "4.40"]]  # fmt: skip
    assert {(one[4], one[-1]) for one in cells(singly(TITLE, rows))} == {("301", "4.40"), ("30102", "4.40")}  # fmt: skip


def test_what_is_no_heading_of_the_form_is_no_table() -> None:
    rows = [[*HEAD, "预算数"], ["301", "工资福利支出", "4.40", "4.50"], ["301", "02", "津贴补贴", "4.40", "4.50"]]  # fmt: skip
    assert not cells(singly(TITLE, rows))
