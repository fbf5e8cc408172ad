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
def test_forms_that_are_confidential_are_not_said_to_be_there() -> None:
    """Three of the five say that some projects are confidential, among them 51 beside 33 forms."""
    page = dict(matrix.pages(Store(ROOT, IDS)))["d/parts/coverage.html"]
    assert page.count('class="mark secret"') == 3
    assert "已收录 33 张，另有 51 个，原文说明不公开" in page


@pytest.mark.slow
def test_what_is_expected_and_not_there_is_told() -> None:
    page = dict(matrix.pages(Store(ROOT, IDS)))["d/parts/expected.html"]
    assert "&lt;" not in page and "应有 9 份，已收录 5 份，未收录 4 份。" in page
    assert '<a href="../d/departments/urumqi-government-office/">' in page
