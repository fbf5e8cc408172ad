"""What is there and why not, over all disclosures."""

from __future__ import annotations

from juesuan.pages.across import matrix
from juesuan.pages.store import Store
from tests.conftest import IDS, ROOT


def test_what_is_there_and_why_not() -> None:
    (page,) = dict(matrix.pages(Store(ROOT, IDS))).values()
    assert page.count('<tr><th scope="row">') == len(IDS)
    assert "已收录" in page and "未收录" in page and "mark out" in page
