"""Projects with what they had, spent, scored and missed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from juesuan.pages.store.portfolio import lost_of, projects
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT


def test_weight_that_was_not_scored() -> None:
    assert lost_of({"weight": "10", "score": "7.5"}) == Decimal("2.5")
    assert lost_of({"weight": "10", "score": "11"}) == 0
    assert lost_of({"weight": "10", "score": ""}) is None


@pytest.mark.slow
@pytest.mark.parametrize("one", IDS)
def test_what_was_missed_is_what_a_full_form_lacks(one: str) -> None:
    """Weights are 100 in all: what was missed and the total score add up, where all is printed."""
    own = Store(ROOT, [one]).of(one)
    found = list(projects(own))
    assert len(found) == sum(1 for row in own.rows("projects") if row["kind"] == "project")
    told = [each for each in found if each.score is not None and each.missed is not None]
    fitting = [each for each in told if (each.score or 0) + (each.missed or 0) == 100]
    assert len(fitting) >= len(told) / 2


@pytest.mark.slow
def test_the_worst_indicator_stands_first() -> None:
    own = Store(ROOT, IDS).of(IDS[-1])
    for one in projects(own):
        lost = [lost_of(row) or Decimal(0) for row in one.worst]
        assert lost == sorted(lost, reverse=True)
        assert all(lost)
