"""How shortfalls and results in words are scored, and whether lost points are explained."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import added, found, indicator, state


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
