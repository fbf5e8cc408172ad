"""A difference at a seam is no contradiction."""

from __future__ import annotations

from decimal import Decimal

from juesuan.check.between.seams import unless_seam
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import adds_up


def of(amount: str) -> Cell:
    return Cell(Decimal(amount), Decimal("0.005"), "车辆", f"{amount} 辆", ("a/f1",))


def test_without_a_seam_it_is_told_neutrally() -> None:
    found = unless_seam(adds_up(of("5.00"), [of("7.00")]), (), "应当相同")
    assert found.state == "fail"
    assert found.statement == "车辆 5.00 辆 ≠ 车辆 7.00 辆，相差 2.00，按通常口径应当相同"


def test_at_a_seam_it_is_not_compared_and_both_figures_are_still_told() -> None:
    found = unless_seam(adds_up(of("5.00"), [of("7.00")]), ("甲", "乙"), "应当相同")
    assert found.state == "not_applicable"
    assert found.statement == "甲；乙，不作比较（车辆 5.00 辆 ≠ 车辆 7.00 辆，相差 2.00）"
    assert found.figures == ("a/f1", "a/f1")


def test_what_agrees_at_a_seam_agrees() -> None:
    assert unless_seam(adds_up(of("5.00"), [of("5.00")]), ("甲",), "应当相同").state == "pass"
