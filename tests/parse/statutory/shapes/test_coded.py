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


PARTS = ["项目|<|<|<|本年支出合计|基本支出", "类|款|项|科目名称|^|^"]


def test_parts_of_a_code_that_are_printed_once_are_those_of_the_row_above() -> None:
    rows = ["合计|<|<|<|7.80|7.80", "207|||甲|7.80|7.80", "|03||乙|4.50|4.50", "||07|丙|4.50|4.50"]
    draft = read("支出决算表", "单位：万元", [*PARTS, *rows, "|08||丁|3.30|3.30"])
    codes = ["", "207", "20703", "2070307", "20708"]
    assert [row["code"] for row in draft.rows("table3")] == codes


def test_a_part_of_a_code_with_none_above_stays_as_it_is() -> None:
    rows = ["207|||甲|7.80|7.80", "合计|<|<|<|7.80|7.80", "|03||乙|4.50|4.50"]
    draft = read("支出决算表", "单位：万元", [*PARTS, *rows])
    assert [row["code"] for row in draft.rows("table3")] == ["207", "", "03"]


def test_a_footer_in_the_last_row_is_told_and_no_row_of_the_table() -> None:
    head = "科目编码|科目名称|本年支出合计|基本支出"
    rows = ["207|甲|1.00|1.00", "208|乙||", "第4页共9页|||", "19|||", "合计|<|||"]
    draft = read("支出决算表", "单位：万元", [head, *rows])
    assert [row["code"] for row in draft.rows("table3")] == ["207", "208", ""]
    told = [one for one in draft.remarks if "a row that is none of the table" in one]
    assert [one.partition("(")[2] for one in told] == ["第4页共9页) is left", "19) is left"]


def test_a_part_of_a_code_that_a_spreadsheet_shows_as_one_digit() -> None:
    rows = ["201|6||甲|7.80|7.80", "201|6|1|乙|4.50|4.50", "||50|丙|3.30|3.30", "|8||丁|1.00|1.00"]
    draft = read("支出决算表", "单位：万元", [*PARTS, *rows])
    codes = ["20106", "2010601", "2010650", "20108"]
    assert [row["code"] for row in draft.rows("table3")] == codes


def test_amounts_without_decimals_in_the_row_of_a_total_are_no_headings() -> None:
    head = "科目编码|科目名称|本年支出合计|基本支出"
    draft = read("支出决算表", "单位：元", [head, "合计|<|12,000|12,000", "207|甲|12,000|12,000"])
    assert [row["total"] for row in draft.rows("table3")] == ["1.2000", "1.2000"]
