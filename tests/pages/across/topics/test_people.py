"""Cost a person: quotients only of what is printed."""

from __future__ import annotations

import re

import pytest

from juesuan.pages.across.topics import topics
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT


@pytest.mark.slow
def test_cost_a_person_only_of_what_is_printed() -> None:
    store = Store(ROOT, IDS)
    page = dict(topics.pages(store))["d/parts/people.html"]
    table = page[page.index('id="per-person"') :]
    rows = re.findall(r"<tr><th scope=.row.*?</tr>", table, re.DOTALL)
    assert len(rows) == len(IDS)
    office = next(row for row in rows if "urumqi-government-office-2024" in row)
    assert "推算：2,644.72 ÷ 140" in office and ">18.89<" in office
    for row in rows:
        assert "÷ 0" not in row
