"""Lists of disclosures and their limits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan.pages.across import lists
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT
from tests.pages.made_facts import measure
from tests.pages.made_store import disclosure_of, drawn, store_of


@pytest.mark.slow
def test_lists_have_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "CARDS", 2)
    monkeypatch.setattr(lists, "LISTED", 3)
    pages = drawn(lists.pages(Store(ROOT, IDS)))
    assert (
        pages["d/parts/home.html"].count("<article>") == 2
        and "另有 3 份" in pages["d/parts/home.html"]
    )
    assert (
        pages["d/parts/list.html"].count('<tr><th scope="row">') == 3
        and "另有 2 份" in pages["d/parts/list.html"]
    )
    assert {name for name in pages if "regions" in name} == {
        "d/regions/650100/index.body",
        "d/regions/652300/index.body",
        "d/regions/index.body",
    }


def test_bars_of_the_first_page_are_as_long_as_what_was_spent(tmp_path: Path) -> None:
    about = {"scope": "部门", "region_code": "100000", "fiscal_year": "2031"}
    store = store_of(
        tmp_path,
        disclosure_of("a-2031", about, measures=[measure("expenditure.current", "8.00")]),
        disclosure_of("b-2031", about, measures=[measure("expenditure.current", "2.00")]),
        disclosure_of("c-2031", about, measures=[measure("revenue.total", "5.00")]),
    )
    home = drawn(lists.pages(store))["d/parts/home.html"]
    assert re.findall(r'<rect width="([\d.]+)"', home) == ["100.00", "25.00"]
    assert re.search(r"收入总计 <b>.*?5\.00", home)
