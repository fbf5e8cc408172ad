"""Findings: where a person looks for what a check speaks of, and what to compare first."""

from __future__ import annotations

import pytest

from juesuan import collection
from juesuan.collection.work.findings import doubt, place

FIGURES = (
    {"figure_id": "f1", "resource": "measures", "row": "income.total", "field": "actual"},
    {"figure_id": "f2", "resource": "project_funds", "row": "p01/1", "field": "executed"},
    {"figure_id": "f3", "resource": "indicators", "row": "p01/1", "field": "score"},
    {"figure_id": "f4", "resource": "projects", "row": "p02", "field": "expected_goal"},
    {"figure_id": "f5", "resource": "projects", "row": "p02", "field": "actual_goal"},
)
LINES = {"f1": ":3", "f2": ":7", "f3": ":9", "f4": ":12", "f5": ":14 (page 2)"}


@pytest.mark.parametrize(
    ("subject", "figures", "expected"),
    [
        ("all", "f3 f1", ":9"),
        ("p01", "", ":7 (near)"),
        ("p01/1", "", ":9 (near)"),
        ("projects/p02/actual_goal", "", ":14 (page 2) (near)"),
        ("projects/p02/name", "", ":12 (near)"),
        ("p0", "", ""),
        ("all", "", ""),
    ],
)
def test_a_check_of_words_points_near_its_subject(
    subject: str, figures: str, expected: str
) -> None:
    assert place({"subject": subject, "figures": figures}, FIGURES, LINES) == expected


def test_a_failed_check_says_what_to_look_at() -> None:
    row = {"state": "fail", "pinned": "", "figures": "f1 f2"}
    assert "contradicts itself" in doubt((), row, {})
    assert "compare first" in doubt(("f2",), row, {"f2": ":14"}) and "line 14" in doubt(
        ("f2",), row, {"f2": ":14"}
    )
    assert doubt((), {**row, "pinned": "x"}, {}) == doubt((), {**row, "figures": ""}, {}) == ""


@pytest.mark.slow
def test_contradictions_come_before_what_cannot_be_read_and_counts() -> None:
    from juesuan.model import Facts
    from tests.conftest import ROOT

    (found,) = collection.checked(ROOT, ["urumqi-party-committee-2023"])
    assert isinstance(found.facts, Facts) and found.name == "urumqi-party-committee-2023"
    *told, counts = collection.finding_lines(found)
    states = {
        (row["rule"], row["statement"]): row["state"] for row in found.checks if row["statement"]
    }
    order = [
        next(state for (rule, says), state in states.items() if f": {rule}: {says}" in line)
        for line in told
    ]
    assert order == sorted(order) and set(order) == {"fail", "unreadable"}
    assert counts.startswith("urumqi-party-committee-2023: ")
    assert f"{order.count('fail')} fail" in counts
