"""Topics: every printed number is a link."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan.pages import addresses
from juesuan.pages.across.topics import topics
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT
from tests.pages.made_facts import measure
from tests.pages.made_store import disclosure_of, store_of


@pytest.mark.slow
def test_topics_link_every_printed_number() -> None:
    pages = dict(topics.pages(Store(ROOT, IDS)))
    for name in ("three-public", "procurement", "assets"):
        cells = re.findall(r'<td class="num">(.*?)</td>', pages[f"d/parts/{name}.html"], re.DOTALL)
        assert len(cells) >= 5 * 5
        assert all("#f0" in cell or cell == "—" for cell in cells), name


@pytest.mark.parametrize(
    ("retired", "said"),
    [("3", "含离退休"), ("0", "离退休印作 0"), ("", "")],
)
def test_a_number_of_persons_says_whether_it_holds_the_retired(
    tmp_path: Path, retired: str, said: str
) -> None:
    total = "9" if retired == "3" else "6"
    given = [measure("headcount.total", total), measure("headcount.serving", "6")]
    given += [measure("headcount.retired", retired)] if retired else []
    pages = dict(topics.pages(store_of(tmp_path, disclosure_of("a-2031", measures=given))))
    people = pages[addresses.part("people")]
    assert ("<small>含离退休</small>" in people) == (said == "含离退休")
    assert ("<small>离退休印作 0</small>" in people) == (said == "离退休印作 0")
