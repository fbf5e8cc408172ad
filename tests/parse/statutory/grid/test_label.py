"""Codes and labels parted; kinds of row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.parse.statutory.grid.cells import BLANK, SheetCell
from juesuan.parse.statutory.grid.label import group_of, joined, kind_of_label, level, named, parted
from tests.made_cells import view


def cell(text: str, start: int = 0) -> SheetCell:
    return SheetCell(view(text, start), True, 1)


@pytest.mark.parametrize(
    ("text", "coded", "parts"),
    [
        ("行政运行", False, ("", "行政运行", "")),
        ("2010601行政运行", False, ("2010601", "行政运行", "")),
        ("2010601行政运行", True, ("", "2010601行政运行", "")),
        ("一般公共服务3.00支出", False, ("", "一般公共服务支出", "3.00")),
        ("201一般公共服务支出1,003.00", False, ("201", "一般公共服务支出", "1,003.00")),
        ("支出2项", False, ("", "支出2项", "")),
    ],
)
def test_parted(text: str, coded: bool, parts: tuple[str, str, str]) -> None:
    found = parted(cell(text), coded=coded)
    code, amount = (one.text if one else "" for one in (found.code, found.amount))
    assert (code, found.text, amount) == parts


def test_the_name_may_stand_in_a_column_of_the_code() -> None:
    row = (cell("合计"), BLANK, cell("", 50), cell("3.00", 90))
    assert (named(row, [0, 1], 2).label.text, named(row, [0, 1], 2).code) == ("合计", "")
    row = (cell("201"), cell("06", 20), cell("财政事务", 50))
    assert (named(row, [0, 1], 2).label.text, named(row, [0, 1], 2).code) == ("财政事务", "20106")
    assert named((BLANK, BLANK, BLANK), [0, 1], 2).is_nothing
    assert named((cell("类"), cell("款", 20), BLANK), [0, 1], 2).is_nothing


@given(st.integers(201, 235), st.integers(1, 99), st.integers(1, 99))
def test_codes_in_parts_and_summed_up_are_one(first: int, second: int, third: int) -> None:
    whole = f"{first}{second:02d}{third:02d}"
    if not f"{second:02d}{third:02d}".startswith(str(first)):
        assert joined([whole[:3], whole[3:5], whole[5:]]) == whole
    assert joined([whole[:3], whole[:5], whole]) == whole
    assert [level(whole[:n]) for n in (3, 5, 7, 0)] == ["class", "subclass", "item", "line"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("本年收入合计", "current"),
        ("使用非财政拨款结余（含专用结余）", "surplus_used"),
        ("结余分配", "surplus_distributed"),
        ("年初财政拨款结转和结余", "opening"),
        ("年末结转和结余", "closing"),
        ("支出总计", "total"),
        ("一、一般公共服务支出", "line"),
    ],
)
def test_kinds_of_labels(label: str, kind: str) -> None:
    assert kind_of_label(label) == kind


def test_groups_by_code_and_by_the_label_of_a_total() -> None:
    assert [group_of(code, "") for code in ("30101", "302", "310", "201")] == [
        "personnel", "public", "public", "",
    ]  # fmt: skip
    assert [group_of("", label) for label in ("人员经费合计", "公用经费合计", "合计")] == [
        "personnel", "public", "",
    ]  # fmt: skip
