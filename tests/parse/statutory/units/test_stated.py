"""Units that a table states in its own cells."""

from __future__ import annotations

import itertools

import pytest

from juesuan.parse.statutory.grid.cells import texts
from juesuan.parse.statutory.grid.sheet import Sheet
from juesuan.parse.statutory.units.stated import in_units, measured
from juesuan.parse.statutory.units.units import Elsewhere, Printed, Units, measure
from juesuan.parse.view import Reader
from tests.made_tables import document

ROWS = ["201|甲|31.25|7.50"]

TEXT = Elsewhere.of(Printed.of(one, "万元") for one in ("31.25", "7.50", "5,216.43"))
"""What the prose prints."""


def read(
    *rows: str, above: str = "", name: str = "", text: Elsewhere | None = None
) -> tuple[Units, Sheet]:
    made = document(above, [*rows])
    reader = Reader(made)
    sheet = Sheet(reader, made.tables)
    line = reader.view(0, len(above))
    one = measured(sheet, [line] if len(line) else [], name)
    measure([*one.parts.values()], text or Elsewhere())
    in_units(sheet, one)
    return one, sheet


def amounts(one: Units) -> dict[tuple[str, ...], list[str]]:
    return {stated: part.amounts for stated, part in one.parts.items() if part.amounts}


@pytest.mark.parametrize(
    "head",
    [
        ["编码|名称|支出（千元）|其中：基本（千元）"],
        ["编码|名称|2024年支出（千元）|2024年其中：基本（千元）"],
        ["编码|名称（千元）|支出|其中：基本"],
        ["编码|名称|支出（金额单位：千元）|<", "^|^|小计|其中：基本"],
        ["编码|名称|支出|其中：基本", "||千元|千元"],
        ["|||单位：千元", "编码|名称|支出|其中：基本"],
        ["（千元）|<|<|<", "编码|名称|支出|其中：基本"],
    ],
)
def test_the_unit_of_all_amounts(head: list[str]) -> None:
    one, sheet = read(*head, *ROWS)
    assert one.stated == ("千元",) and one.printed == "千元"
    assert {cell.unit for cell in sheet.rows[-1]} == {"千元"}
    assert not any("千元" in text for row in sheet.rows for text in texts(row))
    assert amounts(one) == {("千元",): ["31.25", "7.50"]} and len(one.said) == 1


@pytest.mark.parametrize("name", ["支出（千元）", "附表 3 (千元)", "单位：千元"])
def test_the_name_of_its_sheet_states_the_unit_of_a_table(name: str) -> None:
    one, sheet = read("编码|名称|支出|其中：基本", *ROWS, name=name)
    assert one.stated == ("千元",) and {cell.unit for cell in sheet.rows[-1]} == {"千元"}


def test_columns_in_units_of_their_own() -> None:
    one, sheet = read("编码|名称|支出（元）|其中：基本（百元）", *ROWS)
    assert [cell.unit for cell in sheet.rows[-1]] == ["", "", "元", "百元"]
    assert amounts(one) == {("元",): ["31.25"], ("百元",): ["7.50"]} and one.printed == ""


def test_a_column_without_a_unit_beside_one_with_it_has_none() -> None:
    one, sheet = read("编码|名称|支出（元）|其中：基本", *ROWS)
    assert amounts(one) == {("元",): ["31.25"], (): ["7.50"]}
    assert [cell.unit for cell in sheet.rows[-1]] == ["", "", "元", ""]


CONTRADICT = [
    ("单位：万元", "编码|名称|支出（元）|其中：基本（元）", "201|甲|31.25|7.50", "", ["", ""]),
    ("单位：万元", "编码|名称|支出（元）|其中：基本", "201|甲|31.25|7.50", "", ["", "万元"]),
    ("单位：万元", "编码|名称（元）|支出|其中：基本", "201|甲|31.25|7.50", "", ["", ""]),
    ("单位：万元", "编码|名称|支出|其中：基本", "201|甲|31.25元|7.50", "", ["", "万元"]),
    ("单位：万元", "编码|名称|支出|其中：基本", "201|甲|31.25千元|7.50亿元", "", ["", ""]),
    ("单位：万元", "编码|名称|支出|其中：基本", "201|甲（单位：元）|31.25|7.50", "", ["", ""]),
    ("单位：万元", "编码|名称|2024年支出（元）|其中：基本", "201|甲|31.25|7.50", "", ["", "万元"]),
    ("", "编码|名称|支出（元）|其中：基本", "201|甲|31.25万元|7.50万元", "", ["", "万元"]),
    ("单位：元", "编码|名称|支出|其中：基本", "201|甲|31.25|7.50", "支出（万元）", ["", ""]),
    ("单位：万元  金额单位：元", "编码|名称|支出|其中：基本", "201|甲|31.25|7.50", "", ["", ""]),
]
"""A line above, a head, a row, the name of the sheet, and the units in which its two amounts may be read."""


@pytest.mark.parametrize(("above", "head", "row", "name", "units"), CONTRADICT)
def test_where_two_units_are_stated_of_an_amount_neither_wins(
    above: str, head: str, row: str, name: str, units: list[str]
) -> None:
    one, sheet = read(head, row, above=above, name=name)
    assert [cell.unit for cell in sheet.rows[-1]][2:] == units
    told = one.remarks("table3")
    assert len(told) >= 1 and all(text.startswith("unit? ") for text in told)
    assert all("nothing proves which holds; they are not published" in text for text in told)


@pytest.mark.parametrize(("above", "head", "row", "name", "units"), CONTRADICT)
def test_of_two_units_the_one_that_is_proved_holds_and_that_is_told(
    above: str, head: str, row: str, name: str, units: list[str]
) -> None:
    wanted = ["千元", "亿元"] if "千元" in row else ["万元", "万元"]
    printed = zip(("31.25", "7.50"), wanted, strict=True)
    text = Elsewhere.of([*itertools.starmap(Printed.of, printed), Printed.of("7.5", wanted[1])])
    one, sheet = read(head, row, above=above, name=name, text=text)
    assert sheet.rows[-1][2].unit == wanted[0]
    assert any(f"{wanted[0]} is proved by 31.25" in told for told in one.remarks("table3"))


def test_two_heads_of_one_column_that_differ_contradict_one_another() -> None:
    one, sheet = read("编码|名称|支出（元）|<", "^|^|小计（万元）|其中：基本", *ROWS)
    assert [cell.unit for cell in sheet.rows[-1]] == ["", "", "", "元"]
    assert amounts(one) == {("元", "万元"): ["31.25"], ("元",): ["7.50"]}


def test_a_head_that_the_next_page_prints_in_another_unit_contradicts_the_table() -> None:
    one, sheet = read(
        "编码|名称|支出（元）|其中：基本（元）", *ROWS, "编码|名称|支出（万元）|其中：基本（万元）",
        "202|乙|4.00|7.50",
    )  # fmt: skip
    assert one.printed == "万元/元" and {cell.unit for cell in sheet.rows[-1]} == {""}


def test_the_label_of_a_row_states_a_unit_of_that_row_alone() -> None:
    one, sheet = read(
        "编码|名称|支出|其中：基本", *ROWS, "202|乙（元）|4.00|7.50", above="单位：万元"
    )
    assert [{cell.unit for cell in row} for row in sheet.rows[1:]] == [{"万元"}, {""}]
    assert one.printed == "万元/元"


def test_a_unit_by_another_name_is_the_same() -> None:
    one, _ = read(
        "编码|名称|支出|其中：基本（万元）", "201|甲|31.25万|7.50万元", above="单位：万元"
    )
    assert amounts(one) == {("万元",): ["31.25", "7.50"]} and one.remarks("table3") == []


def test_zeros_in_another_unit_contradict_nothing() -> None:
    one, _ = read("编码|名称|支出|其中：基本", "201|甲|0.00元|7.50", above="单位：万元")
    assert one.remarks("table3") == []


def test_amounts_are_told_from_codes() -> None:
    one, _ = read("编码|名称|支出|其中：基本", "2010601|甲|31|7.50万元", "202|乙|4,000|7.50")
    assert amounts(one) == {(): ["4,000", "7.50"], ("万元",): ["7.50"]}


def test_heads_that_a_next_page_repeats_contradict_nothing() -> None:
    head = "编码|名称|支出（元）|其中：基本（百元）"
    one, sheet = read(head, *ROWS, head, "202|乙|4.00|7.50")
    assert one.stated == () and one.printed == ""
    assert [cell.unit for cell in sheet.rows[-1]][2:] == ["元", "百元"]
    assert texts(sheet.rows[0]) == texts(sheet.rows[2])
