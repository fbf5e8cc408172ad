"""Numbers of lists."""

from __future__ import annotations

import pytest

from juesuan.intake.html import read_html
from tests.intake.made import file


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<ol><li>甲<li>乙<ol type=a><li>丙</ol><li>丁</ol>", "1. 甲\n2. 乙\na. 丙\n3. 丁\n"),
        ("<ol start=3><li>甲<li value=9>乙<li>丙</ol>", "3. 甲\n9. 乙\n10. 丙\n"),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", "一、甲\n二、乙\n"),
        (
            "<ol type=I><li>甲</ol><ul><li>乙</ul><ol style='list-style:none'><li>丙</ol>",
            "I. 甲\n乙\n丙\n",
        ),
        ("<li>甲</li><ol start=x><li><p>乙</p></ol>", "甲\n1.\n乙\n"),
    ],
)
def test_numbers_become_text(page: str, text: str) -> None:
    assert read_html(file("a.html", page)).text == text
