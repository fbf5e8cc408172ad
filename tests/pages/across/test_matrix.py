"""What is there and why not, over all disclosures."""

from __future__ import annotations

import pytest

from juesuan.pages.across import matrix
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT


@pytest.mark.slow
def test_what_is_there_and_why_not() -> None:
    page = dict(matrix.pages(Store(ROOT, IDS)))["d/parts/coverage.html"]
    assert page.count('<tr><th scope="row">') == len(IDS)
    assert "已收录" in page and "未收录" in page and "mark out" in page


@pytest.mark.slow
def test_confidential_projects_stand_beside_the_forms_that_are_there() -> None:
    """Three of the five say that some projects are confidential, among them 51 beside 33 forms.

    They are seen without a pointer, and the forms are there all the same.
    """
    page = dict(matrix.pages(Store(ROOT, IDS)))["d/parts/coverage.html"]
    cell = (
        '<span class="mark in" title="{} 张">●<span class="hidden">已收录</span></span>'
        ' <span class="beside">另 {} 个涉密</span>'
    )
    for forms, confidential in ((60, 1), (33, 51), (8, 4)):
        assert cell.format(forms, confidential) in page
    assert page.count('class="beside"') == 3 and "▲" not in page
    assert "不公开" not in page


def test_on_a_narrow_screen_a_cell_with_more_beside_its_mark_is_shown() -> None:
    """Cards hide what is there, and say that what they do not list is there."""
    style = (ROOT / "docs" / "assets" / "juesuan.css").read_text(encoding="utf-8")
    assert "td:has(.mark.in):not(:has(.beside)) { display: none" in style


@pytest.mark.slow
def test_what_is_expected_and_not_there_is_told() -> None:
    page = dict(matrix.pages(Store(ROOT, IDS)))["d/parts/expected.html"]
    assert "&lt;" not in page and "应有 9 份，已收录 5 份，未收录 4 份。" in page
    assert '<a href="../d/departments/urumqi-government-office/">' in page
