"""Rows of the functional classification, a cell a line."""

from __future__ import annotations

from tests.intake.singly.made import cells, singly, typed

TITLE = "一般公共预算财政拨款支出决算表"


def test_codes_in_parts_and_headings_of_two_levels() -> None:
    rows = [
        ["项目", "", "", "", "本年支出", "", ""],
        ["功能分类科目编码", "", "", "科目名称", "小计", "基本支出", "项目支出"],
        ["类", "款", "项"],
        ["栏次", "1", "2", "3"],
        ["合计", "8.40", "3.10", "5.30"],
        ["204", "公共安全支出", "8.40", "3.10", "5.30"],
        ["204", "02", "公安", "8.40", "3.10", "5.30"],
        ["204", "02", "19", "信息化建设", "8.40", "3.10", "5.30"],
    ]
    whole = [
        ["科目编码", "科目名称", "小计", "基本支出", "项目支出"],
        ["", "合计", "8.40", "3.10", "5.30"],
        *([code, name, "8.40", "3.10", "5.30"] for code, name in (("204", "公共安全支出"), ("20402", "公安"), ("2040219", "信息化建设"))),
    ]  # fmt: skip
    assert cells(singly(TITLE, rows)) == cells(typed(TITLE, whole)) != set()


def test_a_row_with_more_amounts_than_columns_ends_the_table() -> None:
    head = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
    rows = [head, ["", "合计", "8.40", "3.10", "5.30"], ["204", "公共安全支出", "8.40", "3.10", "5.30", "1.10"]]  # fmt: skip
    assert {one[5] for one in cells(singly(TITLE, rows))} <= {"合计"}


def test_prose_behind_the_table_is_none_of_it() -> None:
    head = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
    rows = [head, ["", "合计", "8.40", "3.10", "5.30"], ["204", "公共安全支出", "8.40", "3.10", "5.30"]]  # fmt: skip
    prose = [["第三部分 决算情况说明"], ["本年支出8.40万元。"]]
    assert cells(singly(TITLE, [*rows, *prose])) == cells(singly(TITLE, rows)) != set()
