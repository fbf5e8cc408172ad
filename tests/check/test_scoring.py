"""Rules on how indicators are scored and told."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import added, edited, found, state


def indicator(facts: Facts, row: str, **cells: str) -> Facts:
    return edited(facts, *(("indicators", row, name, value) for name, value in cells.items()))


@pytest.mark.parametrize(
    ("target", "actual", "score", "expected"),
    [
        ("100", "95", "28.50", "pass"),
        ("100", "95", "28.51", "rounding"),
        ("100", "95", "26.25", "pass"),  # 30 × (95 − 60) ÷ 40
        ("36", "31", "25.80", "pass"),  # 86.1 % taken as 86 %
        ("100", "95", "20.00", "information"),  # nothing shows how this document scores
        ("100", "95", "30.00", "no subject"),  # full points: rule P08
    ],
)
def test_a_shortfall_is_scored_in_proportion(
    base: Facts, target: str, actual: str, score: str, expected: str
) -> None:
    facts = indicator(base, "p01/2", target_value=target, actual_value=actual, score=score)
    assert state(facts, "P09", "p01/2") == expected


def test_a_shortfall_against_the_ways_of_the_document(base: Facts) -> None:
    facts = indicator(base, "p01/2", score="20.00")
    for number in range(5):
        facts = added(facts, "indicators", "p01/2", position=str(10 + number), score="28.50")
    assert state(facts, "P09", "p01/2") == "information"
    assert "此项不合" in found(facts, "P09", "p01/2")["statement"]
    assert state(facts, "P09", "p01/10") == "pass"
    mixed = indicator(facts, "p01/10", score="21.00")
    assert "此项与之不符" not in found(mixed, "P09", "p01/2")["statement"], (
        "two of six follow no way"
    )


def test_a_shortfall_that_cannot_be_told(base: Facts) -> None:
    assert state(indicator(base, "p01/2", actual_value=""), "P09", "p01/2") == "no subject"
    assert (
        state(indicator(base, "p01/2", target_unit="月", actual_unit="月"), "P09", "p01/2")
        == "no subject"
    )
    assert (
        state(indicator(base, "p01/2", score="", unreadable="score"), "P09", "p01/2")
        == "no subject"
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


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("个", "个", "pass"),
        ("个", "个系列", "pass"),
        ("万", "万元", "pass"),
        ("万人次", "万人", "information"),
        ("", "个", "no subject"),
        ("月底", "月", "no subject"),
    ],
)
def test_units(base: Facts, target: str, actual: str, expected: str) -> None:
    assert (
        state(indicator(base, "p01/1", target_unit=target, actual_unit=actual), "P12", "p01/1")
        == expected
    )


def test_a_deviation_is_explained(base: Facts) -> None:
    assert state(base, "P14", "p01/2") == "information"
    assert state(indicator(base, "p01/2", reason="设备故障"), "P14", "p01/2") == "pass"
    assert state(indicator(base, "p01/2", unreadable="reason"), "P14", "p01/2") == "unreadable"
    assert state(base, "P14", "p01/1") == "no subject", "full points"
    assert state(indicator(base, "p01/1", reason=""), "P14", "p01/2") == "no subject", (
        "these forms have no such column"
    )


@pytest.mark.parametrize(
    ("actual", "score", "expected"),
    [
        ("完全达到预期", "50.00", "pass"),
        ("完全达到预期", "41.00", "pass"),
        ("完全达到预期", "39.00", "information"),
        ("部分达到预期", "40.00", "pass"),
        ("部分达到预期", "50.00", "information"),
        ("未达到预期", "10.00", "pass"),
        ("有所提升", "50.00", "no subject"),
        ("完全达到预期", "", "no subject"),
    ],
)
def test_words_and_points(base: Facts, actual: str, score: str, expected: str) -> None:
    assert (
        state(indicator(base, "p01/1", actual=actual, actual_value="", score=score), "P20", "p01/1")
        == expected
    )


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
