"""What a contradiction says without its arithmetic."""

from __future__ import annotations

from decimal import Decimal

import pytest

from juesuan.check.answered import brief_of
from juesuan.check.comparing.brief import both_sides, name_of_difference, name_of_sum
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import adds_up, at_most, is_percent, minus, plus


def cell(label: str, value: str, unit: str = "万元") -> Cell:
    return Cell(Decimal(value), Decimal("0.005"), label, f"{value} {unit}", unit=unit)


def test_the_sum_of_parts_has_the_names_of_all_of_them() -> None:
    found = adds_up(cell("支出", "10.00"), [cell("基本支出", "5.00"), cell("项目支出", "4.00")])
    assert found.brief == "支出是 10.00 万元，基本支出、项目支出之和是 9.00 万元"


def test_of_many_parts_three_are_named_and_all_are_counted() -> None:
    parts = [cell(name, "1.00") for name in "甲乙丙丁戊"]
    assert name_of_sum(parts) == "甲、乙、丙等 5 项之和"
    assert name_of_sum(parts[:1]) == "甲之和"


def test_a_difference_names_both() -> None:
    rest = minus(cell("支出合计", "9.00"), cell("财政拨款支出", "7.00"))
    found = adds_up(cell("整体自评表其他资金全年执行数", "1.00"), [rest])
    assert found.brief == "自评表说其他资金花了 1.00 万元，支出合计减财政拨款支出是 2.00 万元"


def test_a_computed_figure_with_a_name_is_called_by_it() -> None:
    total = plus([cell("甲", "4.00"), cell("乙", "3.00")], "各项目之和")
    found = at_most(total, cell("项目支出", "6.00"))
    assert found.brief == "各项目之和 7.00 万元，多于项目支出 6.00 万元"


def test_a_rate_and_what_it_is_computed_from() -> None:
    rate = Cell(Decimal(100), Decimal("0.005"), "执行率", "100.00%", unit="%")
    found = is_percent(rate, cell("执行数", "8.00"), cell("预算数", "10.00"), "执行数 ÷ 预算数")
    assert found.brief == "执行率是 100.00%，执行数 ÷ 预算数是 80.00%"


def test_what_is_said_twice_is_called_once() -> None:
    found = adds_up(cell("本年支出合计", "9.00"), [cell("本年支出合计", "9.30")])
    assert found.brief == "本年支出合计一处是 9.00 万元，另一处是 9.30 万元"


def test_what_has_no_name_is_not_told_briefly() -> None:
    bare = cell("3.00 万元", "3.00")
    assert both_sides("≠", bare, cell("甲", "4.00")) == ""
    assert name_of_sum([bare, cell("甲", "4.00")]) == ""
    assert name_of_difference(cell("甲", "4.00"), bare) == ""


@pytest.mark.parametrize(
    ("left", "brief"), [("9.00", ""), ("8.00", "项目“甲”：支出是 8.00 万元，收入是 9.00 万元")]
)
def test_only_a_contradiction_is_told_and_names_its_subject(left: str, brief: str) -> None:
    found = adds_up(cell("支出", left), [cell("收入", "9.00")])
    assert brief_of(found, "项目“甲”") == brief
