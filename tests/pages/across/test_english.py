"""The English list of disclosures."""

from __future__ import annotations

import pytest

from juesuan.pages.across import english
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT


@pytest.mark.slow
def test_each_disclosure_has_a_row_with_its_english_page(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(ROOT, IDS)
    ((path, whole),) = english.pages(store)
    assert path == "d/parts/english.html"
    for name in IDS:
        assert f'href="../d/{name}/en/"' in whole
    assert "more are in the" not in whole
    (row,) = (one for one in whole.splitlines() if "figures not read" in one)
    assert "urumqi-government-services-2023" in row and "Damaged text</b>: 90 figures" in row
    assert "0<small>13 could not be checked</small>" in row
    monkeypatch.setattr(english, "LISTED", 2)
    ((_, part),) = english.pages(store)
    assert part.count('<tr><th scope="row">') == 2 and "3 more are in the" in part
