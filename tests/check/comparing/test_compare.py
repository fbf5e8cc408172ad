"""Comparisons, as rules state them: exact, within the envelope, of percentages, with their arithmetic."""

from __future__ import annotations

from decimal import Decimal

import pytest

from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import adds_up, minus, plus
from juesuan.model import Facts
from tests.check.conftest import edited, found, m, state


def test_computed_figures_show_their_arithmetic(base: Facts) -> None:
    facts = edited(
        base,
        ("project_funds", "p01/3", "executed", "5.00"),
        m("expenditure/expenditure.project", "actual", "34.50"),
    )
    assert found(facts, "X11")["statement"] == (
        "各项目其他资金执行数之和 5.00 万元 ＞ 非财政拨款项目支出：项目支出 34.50 −（一般公共预算财政拨款支出 92.00 "
        "− 一般公共预算财政拨款基本支出 60.00）＝ 2.50 万元，相差 2.50 万元，按通常口径部分不应超过全部"
    )
    costs = [plus_cell("10.00"), plus_cell("0.00"), plus_cell("5.50")]
    assert adds_up(plus_cell("15.00"), [plus(costs, "各项之和")]).statement == (
        "示例 15.00 万元 ≠ 各项之和 10.00 + 5.50（另 1 个为 0）＝ 15.50 万元，相差 0.50 万元，两处数字不能同时成立"
    )


def test_a_sum_of_unlike_things_names_its_terms() -> None:
    rest = minus(plus_cell("15.00"), plus_cell("-2.00"), "其余")
    both = plus([rest, plus_cell("5.50")], "两者", named=True)
    assert adds_up(plus_cell("1.00"), [both]).statement == (
        "示例 1.00 万元 ≠ 两者：示例 15.00 −（示例 -2.00） + 示例 5.50 ＝ 22.50 万元，相差 21.50 万元，两处数字不能同时成立"
    )


def test_arithmetic_with_two_sums_is_written_out(base: Facts) -> None:
    assert found(base, "N04")["statement"] == (
        "年末结转和结余 5.00 万元 ＝ 年初结转和结余 10.00 万元 + 本年收入合计 100.00 万元 + 使用非财政拨款结余 0.00 万元"
        " −（本年支出合计 105.00 万元 + 结余分配 0.00 万元）＝ 5.00 万元"
    )


@pytest.mark.parametrize(
    ("value", "expected"), [("60.00", "pass"), ("60.01", "rounding"), ("60.02", "fail")]
)
def test_the_envelope_comes_from_the_written_digits(base: Facts, value: str, expected: str) -> None:
    """Two addends and a total with two decimals: 0.005 for each of the three figures."""
    assert state(edited(base, m("basic/basic.total", "actual", value)), "N35") == expected


def test_a_percentage_may_differ_inside_the_interval_of_its_operands(base: Facts) -> None:
    small = edited(
        base,
        m("operating/operating.agency", "actual", "0.02"),
        m("operating/operating.agency", "change", "-0.01"),
    )
    for rate, expected in (
        ("-33.33", "pass"),
        ("-30.00", "rounding"),
        ("-90.00", "fail"),
        ("33.33", "fail"),
    ):
        assert (
            state(
                edited(small, m("operating/operating.agency", "change_pct", rate)),
                "N24",
                "operating/operating.agency",
            )
            == expected
        )


def plus_cell(value: str) -> Cell:
    return Cell(Decimal(value), Decimal("0.005"), "示例", f"{value} 万元", (), "万元")
