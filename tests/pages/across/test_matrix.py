"""What is there and why not, over all disclosures."""

from __future__ import annotations

import pytest

from juesuan.pages.across import matrix
from juesuan.pages.store import Store
from tests.conftest import IDS, ROOT


@pytest.mark.slow
def test_what_is_there_and_why_not() -> None:
    page = dict(matrix.pages(Store(ROOT, IDS)))["d/parts/coverage.html"]
    assert page.count('<tr><th scope="row">') == len(IDS)
    assert "已收录" in page and "未收录" in page and "mark out" in page


@pytest.mark.slow
def test_what_is_expected_and_not_there_is_told() -> None:
    page = dict(matrix.pages(Store(ROOT, IDS)))["d/parts/expected.html"]
    assert "&lt;" not in page and "应有 9 份，已收录 5 份，未收录 4 份。" in page
    assert '<a href="../d/departments/urumqi-government-office/">' in page
