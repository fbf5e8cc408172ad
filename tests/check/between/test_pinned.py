"""Pins of rules between disclosures match what fails with these figures, and nothing else."""

from __future__ import annotations

import pytest

from juesuan.check.between import Years, judged
from juesuan.check.between.pinned import pinned, unmatched
from juesuan.rows import ChecksBetweenRow
from tests.check.between.conftest import of_year
from tests.pages.made_facts import measure

PIN = {
    "rule": "B03", "subject": "revenue/revenue.other", "left": "7.00", "right": "6.50",
    "note": "两份都看过", "by": "甲", "on": "2031-02-03",
}  # fmt: skip


@pytest.fixture
def rows() -> list[ChecksBetweenRow]:
    """Two years of which one amount differs: 8.00 less 1.00, and 6.50."""
    later = of_year(2030, measures=[measure("revenue.other", "8.00", change="1.00")])
    earlier = of_year(2029, measures=[measure("revenue.other", "6.50")])
    return list(judged(Years(later, earlier)))


def test_what_a_person_compared_is_pinned(rows: list[ChecksBetweenRow]) -> None:
    (row,) = [row for row in pinned(rows, [PIN]) if row["pinned"]]
    assert (row["rule"], row["state"], row["pinned"]) == (
        "B03",
        "fail",
        "两份都看过（甲，2031-02-03）",
    )
    assert list(unmatched("made-up-2030", rows, [PIN])) == []


@pytest.mark.parametrize(
    "other",
    [
        {"left": "7.01"},
        {"right": "6"},
        {"subject": "all"},
        {"rule": "B02"},
        {"rule": "B01", "subject": "all", "left": "", "right": ""},
    ],
)
def test_a_pin_of_something_else_pins_nothing_and_is_told(rows, other) -> None:
    pin = PIN | other
    assert not any(row["pinned"] for row in pinned(rows, [pin]))
    (line,) = unmatched("made-up-2030", rows, [pin])
    assert line.startswith(f"made-up-2030: pin {pin['rule']} {pin['subject']}: found no such")


def test_pins_of_a_package_itself_are_not_asked_here(rows: list[ChecksBetweenRow]) -> None:
    pin = PIN | {"rule": "N06"}
    assert list(pinned(rows, [pin])) == rows and list(unmatched("x", rows, [pin])) == []
