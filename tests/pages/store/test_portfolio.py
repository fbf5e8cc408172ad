"""Projects with what they had, spent, scored and missed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from juesuan.pages.store.portfolio import Hidden, hidden, lost_of, projects
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT
from tests.pages.made_facts import facts_with


def test_weight_that_was_not_scored() -> None:
    assert lost_of({"weight": "10", "score": "7.5"}) == Decimal("2.5")
    assert lost_of({"weight": "10", "score": "11"}) == 0
    assert lost_of({"weight": "10", "score": ""}) is None


@pytest.mark.slow
@pytest.mark.parametrize("one", IDS)
def test_what_was_missed_is_what_a_full_form_lacks(one: str) -> None:
    """What was missed and the total score add up, also where a score was not read."""
    own = Store(ROOT, [one]).of(one)
    found = list(projects(own))
    assert len(found) == sum(1 for row in own.rows("projects") if row["kind"] == "project")
    told = [each for each in found if each.score is not None and each.missed is not None]
    assert [each.name for each in told if (each.score or 0) + (each.missed or 0) != 100] == []


def of_scores(total: str, *indicators: tuple[str, str]) -> Hidden | None:
    """What a form of these weights and scores hides; ? for one that was not read."""
    rows = [
        {"weight": weight, "score": got.strip("?"), "unreadable": "score" if got == "?" else ""}
        for weight, got in indicators
    ]
    facts = facts_with(
        projects=[{"project_id": "p1", "kind": "project", "total_score": total}],
        indicators=[
            {"project_id": "p1", "position": str(at), **one} for at, one in enumerate(rows)
        ],
    )
    (form,) = facts.rows("projects")
    return hidden(form, facts.rows("project_funds"), facts.rows("indicators"))


def test_one_score_that_was_not_read_is_left_by_the_total() -> None:
    found = of_scores("91.5", ("60", "58"), ("40", "?"))
    assert found
    assert (found.row["position"], found.points) == ("1", Decimal("6.5"))


@pytest.mark.parametrize(
    ("total", "indicators"),
    [
        ("98", [("60", "58"), ("40", "?")]),  # it lost nothing
        ("50", [("60", "58"), ("40", "?")]),  # more than its weight
        ("99", [("60", "58"), ("40", "?")]),  # less than nothing
        ("90", [("60", "?"), ("40", "?")]),  # either of two
        ("90", [("60", "58"), ("40", "32")]),
        ("90", [("60", "58"), ("", "?")]),
        ("", [("60", "58"), ("40", "?")]),
    ],
)
def test_what_the_total_does_not_leave_to_one_score_is_not_told(
    total: str, indicators: list[tuple[str, str]]
) -> None:
    assert of_scores(total, *indicators) is None


@pytest.mark.slow
def test_the_worst_indicator_stands_first() -> None:
    own = Store(ROOT, IDS).of(IDS[-1])
    for one in projects(own):
        lost = [lost_of(row) or Decimal(0) for row in one.worst]
        assert lost == sorted(lost, reverse=True)
        assert all(lost)
