"""Cost indicators: how undercut limits are scored, and what whole costs add up to."""

from __future__ import annotations

from juesuan.model import Facts
from tests.check.conftest import edited, found, indicator, state


def test_cost_items_against_what_was_executed(base: Facts) -> None:
    cost = [
        ("indicators", "p01/1", name, value)
        for name, value in (
            ("level1", "成本指标"),
            ("target_value", "50"),
            ("target_unit", "万元"),
            ("actual_value", "45"),
            ("actual_unit", "万元"),
        )
    ]
    assert state(base, "P11", "p01") == "not_applicable"
    assert (
        state(
            edited(base, *cost, ("indicators", "p01/1", "level3", "单个工作室专项经费")),
            "P11",
            "p01",
        )
        == "not_applicable"
    )
    yuan = [("indicators", "p01/1", name, value) for name, value in (("target_value", "500000"), ("target_unit", "元"),
            ("actual_value", "450000"), ("actual_unit", "元"))]  # fmt: skip
    assert state(edited(base, *cost, *yuan), "P11", "p01") == "pass"
    assert (
        state(
            edited(base, *cost, *yuan, ("indicators", "p01/1", "actual_value", "449900")),
            "P11",
            "p01",
        )
        == "fail"
    )
    assert (
        state(edited(base, *cost, ("indicators", "p01/2", "level1", "")), "P11", "p01")
        == "unreadable"
    )
    assert state(edited(base, *cost), "P11", "p01") == "pass"
    assert (
        state(edited(base, *cost, ("indicators", "p01/1", "actual_value", "44")), "P11", "p01")
        == "fail"
    )
    partly = [*cost, ("indicators", "p01/1", "target_value", "30")]
    assert (
        state(edited(base, *partly, ("indicators", "p01/1", "actual_value", "20")), "P11", "p01")
        == "pass"
    )
    assert (
        state(edited(base, *partly, ("indicators", "p01/1", "actual_value", "46")), "P11", "p01")
        == "fail"
    )


def test_cost_targets_against_the_budget(base: Facts) -> None:
    def cost(first: tuple[str, str], second: tuple[str, str]) -> str:
        cells = [
            ("indicators", f"p01/{number}", name, value)
            for number, values in ((1, first), (2, second))
            for name, value in (("level1", "成本指标"), ("target_value", values[0]), ("actual_value", values[1]),
                                ("target_unit", "万元"), ("actual_unit", "万元"))
        ]  # fmt: skip
        return state(edited(base, *cells), "P25", "p01")

    assert cost(("30", "25"), ("20", "20")) == "pass"
    assert cost(("30.70", "25"), ("20", "20")) == "fail"
    assert cost(("30.70", "25"), ("20", "10")) == "not_applicable", (
        "the items do not cover what was executed"
    )


def test_costs_under_their_limit(base: Facts) -> None:
    cost = {
        "level1": "成本指标",
        "target_operator": "≤",
        "target_value": "10",
        "actual_value": "8",
        "target_unit": "万元",
        "actual_unit": "万元",
    }
    assert state(base, "P10") == "not_applicable"
    one = indicator(base, "p01/1", **cost)
    assert state(one, "P10") == "pass"
    both = indicator(one, "p01/2", **cost)
    row = found(both, "P10")
    assert (row["state"], "得满分 1 项，扣分 1 项" in row["statement"]) == ("information", True)


def test_a_cost_is_known_by_its_unit_too(base: Facts) -> None:
    """An upper limit in money is a cost, whatever its class is called; less money than planned is no shortfall."""
    cells = {
        "target_operator": "≤",
        "target_value": "10",
        "target_unit": "万元",
        "actual_value": "8",
        "actual_unit": "万元",
    }
    low = edited(
        base,
        *(
            ("indicators", "p01/1", name, value)
            for name, value in {**cells, "level1": "管理效率"}.items()
        ),
    )
    assert state(low, "P10") == "pass"
    equal = edited(
        low,
        ("indicators", "p01/1", "target_operator", "="),
        ("indicators", "p01/1", "score", "40.00"),
    )
    assert state(equal, "P09", "p01/1") == "no subject"
