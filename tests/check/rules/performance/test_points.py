"""The points of a performance form: weights, scores, their sums, and their headings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juesuan import check
from juesuan.model import Facts
from tests.check.conftest import Case, edited, judges, minds_lost_cells, state

CASES: list[Case] = [
    ("P05", "p01", ("indicators", "p01/1", "weight", "40"), ("indicators", "p01/1", "weight", "")),
    ("P06", "p01", ("indicators", "p01/1", "score", "40.00"), ("projects", "p01", "total_score", "")),
    ("P07", "p01", ("indicators", "p01/1", "score", "50.10"), ("indicators", "p01/1", "score", "")),
]  # fmt: skip

test_pass_fail_and_not_applicable = judges(CASES)

test_unreadable = minds_lost_cells(
    ("P05", "p01", "indicators", "p01/1", "weight"),
    ("P06", "p01", "indicators", "p01/1", "score"),
)


def test_two_projects_of_one_name(base: Facts) -> None:
    assert state(base, "P16", "p01") == "pass"
    twin = edited(base, ("projects", "overall", "kind", "project"), ("projects", "overall", "name", "示例项目"), ("projects", "overall", "implementer", "某某市示例中心"))  # fmt: skip
    assert state(twin, "P16", "p01") == "information"
    assert state(edited(base, ("projects", "p01", "name", "")), "P16", "p01") == "unreadable"


def test_points_are_doubted_where_the_scores_do_not_add_up_either(base: Facts) -> None:
    """A row that was not read takes its weight and its score along; one weight alone is what the form prints."""
    weight, score = (
        ("indicators", "p01/2", "weight", "20"),
        ("indicators", "p01/2", "score", "20.00"),
    )
    assert [state(edited(base, weight, score), rule, "p01") for rule in ("P05", "P06")] == [
        "unreadable",
        "unreadable",
    ]
    assert [state(edited(base, weight), rule, "p01") for rule in ("P05", "P06")] == ["fail", "pass"]
    assert [state(edited(base, score), rule, "p01") for rule in ("P05", "P06")] == ["pass", "fail"]


def test_a_lost_score_is_reported_with_what_the_total_implies(base: Facts) -> None:
    lost = edited(
        base, ("indicators", "p01/2", "score", ""), ("indicators", "p01/2", "unreadable", "score")
    )
    row = next(one for one in check.run(lost) if one["rule"] == "P06" and one["subject"] == "p01")
    assert "第 2 项得分无法辨认；总分 97.50 隐含 28.50" in row["statement"]


@pytest.mark.parametrize(
    ("scores", "total", "expected"),
    [
        (("50", "28.50", "9.00"), "97.50", "pass"),
        (("50", "28.50", "9.01"), "97.50", "rounding"),  # two scores that may have been rounded
        (("50", "30", "7.50"), "97.51", "fail"),  # only one: it rounds like the total
    ],
)
def test_full_scores_were_not_rounded(
    base: Facts, scores: tuple[str, str, str], total: str, expected: str
) -> None:
    first, second, rated = scores
    facts = edited(
        base,
        ("indicators", "p01/1", "score", first), ("indicators", "p01/2", "score", second), ("project_funds", "p01/1", "score", rated),
        ("projects", "p01", "total_score", total),
    )  # fmt: skip
    assert state(facts, "P06", "p01") == expected


@pytest.mark.parametrize(
    ("realigned", "weight", "expected"),
    [
        ("", "f90001", "pass"),
        ("columns shifted", "f90001", "information"),
        ("columns shifted", "f99999", "pass"),
    ],
)
def test_weights_under_their_headings(
    base: Facts, realigned: str, weight: str, expected: str
) -> None:
    facts = edited(base, ("indicators", "p01/1", "realigned", realigned))
    figures = [
        {**row, "figure_id": weight if row["field"] == "weight" else "f90002"}
        if row["row"] == "p01/1" and row["field"] in ("weight", "actual_value")
        else row
        for row in facts.rows("figures")
    ]
    facts = replace(facts, tables={**facts.tables, "figures": tuple(figures)})
    assert state(facts, "P15", "p01") == expected
    assert (
        state(
            edited(base, *(("indicators", f"p01/{n}", "actual_value", "") for n in "123")),
            "P15",
            "p01",
        )
        == "no subject"
    )
