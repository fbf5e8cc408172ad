"""Units that a table states in its own cells."""

from __future__ import annotations

import pytest

from juesuan.parse.statutory.cells import texts
from juesuan.parse.statutory.sheet import Sheet
from juesuan.parse.statutory.stated import in_units, measured
from juesuan.parse.statutory.units import Measured
from juesuan.parse.view import Reader
from tests.made_tables import document

ROWS = ["201|甲|31.25|7.50"]


def read(*rows: str, above: str = "") -> tuple[Measured, Sheet]:
    made = document(above, [*rows])
    reader = Reader(made)
    sheet = Sheet(reader, made.tables)
    line = reader.view(0, len(above))
    one = measured(sheet, [line] if len(line) else [])
    in_units(sheet, one)
    return one, sheet


@pytest.mark.parametrize(
    "head",
    [
        ["编码|名称|支出（千元）|其中：基本（千元）"],
        ["编码|名称（千元）|支出|其中：基本"],
        ["编码|名称|支出（金额单位：千元）|<", "^|^|小计|其中：基本"],
        ["编码|名称|支出|其中：基本", "||千元|千元"],
        ["|||单位：千元", "编码|名称|支出|其中：基本"],
        ["（千元）|<|<|<", "编码|名称|支出|其中：基本"],
    ],
)
def test_the_unit_of_all_amounts(head: list[str]) -> None:
    one, sheet = read(*head, *ROWS)
    assert (one.stated, one.columns, one.unit) == (["千元"], {}, "千元")
    assert {cell.unit for cell in sheet.rows[-1]} == {"千元"}
    assert not any("千元" in text for row in sheet.rows for text in texts(row))
    assert one.amounts == ["31.25", "7.50"] and len(one.said) == 1


def test_columns_in_units_of_their_own() -> None:
    one, sheet = read("编码|名称|支出（元）|其中：基本（百元）", *ROWS, above="单位：万元")
    assert (one.stated, one.columns) == (["万元"], {2: "元", 3: "百元"})
    assert [cell.unit for cell in sheet.rows[-1]] == ["万元", "万元", "元", "百元"]
    assert one.amounts == []


def test_a_column_without_a_unit_beside_one_with_it_has_none() -> None:
    one, sheet = read("编码|名称|支出（元）|其中：基本", *ROWS)
    assert (one.stated, one.unit, one.amounts) == ([], "", ["7.50"])
    assert [cell.unit for cell in sheet.rows[-1]] == ["", "", "元", ""]


def test_a_label_that_states_another_unit_contradicts_the_table() -> None:
    one, _ = read("编码|名称|支出|其中：基本", "201|甲（单位：元）|31.25|7.50", above="单位：万元")
    assert (one.stated, one.unit) == (["万元", "元"], "")


def test_amounts_are_told_from_codes_and_from_amounts_with_a_unit_of_their_own() -> None:
    one, _ = read("编码|名称|支出|其中：基本", "2010601|甲|31|7.50万元", "202|乙|4,000|7.50")
    assert one.amounts == ["4,000", "7.50"]


def test_heads_that_a_next_page_repeats_contradict_nothing() -> None:
    head = "编码|名称|支出（元）|其中：基本（百元）"
    one, sheet = read(head, *ROWS, head, "202|乙|4.00|7.50")
    assert (one.stated, one.columns) == ([], {2: "元", 3: "百元"})
    assert texts(sheet.rows[0]) == texts(sheet.rows[2])
