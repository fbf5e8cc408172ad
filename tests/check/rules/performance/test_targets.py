"""What an indicator aims at and what was reached: points, units, sense of scale."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import Case, edited, indicator, judges, state

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
