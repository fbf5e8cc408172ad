"""Lists of disclosures and their limits."""

from __future__ import annotations

import pytest

from juesuan.pages.across import lists
from juesuan.pages.store import Store
from tests.conftest import IDS, ROOT
from tests.pages.made_store import drawn


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
