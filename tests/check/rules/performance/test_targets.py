"""What an indicator aims at and what was reached: points, units, sense of scale."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import Case, added, edited, found, indicator, judges, state

CASES: list[Case] = [
    ("P27", "p01/2", ("indicators", "p01/2", "actual_value", "100.5"), ("indicators", "p01/2", "actual_value", "")),
    ("P08", "p01/1", ("indicators", "p01/1", "score", "40.00"), ("indicators", "p01/1", "actual_value", "")),
]  # fmt: skip

test_pass_fail_and_not_applicable = judges(CASES)


def test_a_target_that_was_met_or_missed(base: Facts) -> None:
    def row(operator: str, target: str, actual: str, score: str) -> str:
        values = {
            "target_operator": operator,
            "target_value": target,
            "actual_value": actual,
            "score": score,
        }
        return state(
            edited(base, *(("indicators", "p01/1", name, value) for name, value in values.items())),
            "P08",
            "p01/1",
        )

    assert row("≥", "10", "9", "50.00") == "fail"
    assert row("≥", "10", "9", "45.00") == "pass"
    assert row("≤", "10", "11", "50.00") == "fail"
    assert row("≤", "10", "8", "40.00") == "pass", "an undercut limit is scored by convention"
    assert row("=", "10", "12", "50.00") == "pass"
    assert row("=", "10", "10", "49.00") == "fail"
    assert row("≥", "10", "31", "50.00") == "pass"


def test_a_value_far_beyond_its_target_is_information(base: Facts) -> None:
    assert state(base, "P13", "p01/1") == "pass"
    assert (
        state(edited(base, ("indicators", "p01/1", "actual_value", "31")), "P13", "p01/1")
        == "information"
    )


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


def short(base: Facts, **cells: str) -> Facts:
    """An indicator that stays below a target of exactly 100."""
    told = {
        "level3": "培训人数",
        "target_operator": "=",
        "target_value": "100",
        "actual_value": "90",
    }
    return indicator(base, "p01/2", **told | cells)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"score": "30.00"}, "information"),
        ({"score": "27.00"}, "pass"),
        ({"score": "30.00", "actual_value": "99.6"}, "pass"),
        ({"score": "30.00", "actual_value": "110"}, "no subject"),
        ({"score": "30.00", "target_operator": "≥"}, "no subject"),
        ({"score": "30.00", "level3": "服务投诉率"}, "no subject"),
        ({"score": "30.00", "target_unit": "万元", "actual_unit": "万元"}, "no subject"),
        ({"score": ""}, "no subject"),
    ],
)
def test_full_points_below_a_target_of_exactly_so_much(
    base: Facts, cells: dict[str, str], expected: str
) -> None:
    assert state(short(base, **cells), "P28", "p01/2") == expected


def test_full_points_contradict_where_the_document_gives_none_for_such(base: Facts) -> None:
    facts = short(base, score="27.00")
    for number in range(3):
        facts = added(facts, "indicators", "p01/2", position=str(10 + number))
    facts = indicator(facts, "p01/2", score="30.00")
    assert state(facts, "P28", "p01/2") == "fail"
    assert "另 3 项" in found(facts, "P28", "p01/2")["statement"]
    assert state(indicator(facts, "p01/10", score="30.00"), "P28", "p01/2") == "information"


def test_a_target_of_a_share_is_not_above_its_whole(base: Facts) -> None:
    facts = indicator(base, "p01/2", target_value="101", target_unit="%")
    assert state(facts, "P27", "p01/2") == "fail"
    assert "：指标值 100%，不可能超过 100%" in found(facts, "P27", "p01/2")["statement"]
    assert state(indicator(facts, "p01/2", target_unit="人"), "P27", "p01/2") == "pass"
