"""Tables by function: rows and columns that are not as they should be."""

from __future__ import annotations

from tests.parse.statutory.test_read import read


def test_a_coded_row_without_code_and_name_is_told_and_kept() -> None:
    head = ["科目编码|科目名称|本年支出合计|基本支出"]
    draft = read("支出决算表", "单位：万元", [*head, "201|甲|1.00|1.00", "||2.00|2.00", "|||"])
    assert [row["kind"] for row in draft.rows("table3")] == ["class", "line"]
    assert "a row without a code and a name (2.00 2.00)" in draft.remarks[-1]


def test_a_coded_table_without_a_known_column_is_told() -> None:
    draft = read(
        "支出决算表", "单位：万元", ["科目编码|科目名称|甲栏", "201|一般公共服务支出|1.00"]
    )
    assert any("no column was found for" in one for one in draft.remarks)


def test_a_row_whose_name_is_a_number_is_unread_and_told() -> None:
    head = ["科目编码|科目名称|本年支出合计|基本支出"]
    draft = read("支出决算表", "单位：万元", [*head, "201|甲|9.00|1.00", "417|.86|2.00|2.00"])
    assert [row["code"] for row in draft.rows("table3")] == ["201"]
    assert "a row whose name is a number (417 .86 2.00 2.00) is unread" in draft.remarks[0]
