"""Reports for maintainers: where a person looks for what a check speaks of."""

from __future__ import annotations

import pytest

from juesuan.collection.report import place

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
