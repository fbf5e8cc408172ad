"""Items of spending as questions are answered from them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from juesuan.pages.machines.search.items import ANSWERED, spent_on
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT


@pytest.mark.slow
def test_the_largest_items_come_first_each_with_its_figure() -> None:
    store = Store(ROOT, IDS)
    for about in store.disclosures():
        figures = {
            row["figure_id"]: row for row in store.of(about["disclosure_id"]).rows("figures")
        }
        found = spent_on(store, about)
        values = [Decimal(value) for _, _, (value, _) in found]
        assert 0 < len(values) <= ANSWERED
        assert values == sorted(values, reverse=True)
        for _, fund, (value, where) in found:
            assert Decimal(figures[where.rpartition("#")[2]]["value"]) == Decimal(value)
            assert fund
