"""Topics: every printed number is a link."""

from __future__ import annotations

import re

import pytest

from juesuan.pages.across import topics
from juesuan.pages.store import Store
from tests.conftest import IDS, ROOT


@pytest.mark.slow
def test_topics_link_every_printed_number() -> None:
    pages = dict(topics.pages(Store(ROOT, IDS)))
    for name in ("three-public", "procurement", "assets"):
        cells = re.findall(r'<td class="num">(.*?)</td>', pages[f"d/parts/{name}.html"], re.DOTALL)
        assert len(cells) >= 5 * 5
        assert all("#f0" in cell or cell == "—" for cell in cells), name
