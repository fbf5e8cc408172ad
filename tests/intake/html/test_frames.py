"""Pages inside of a page, and fields of forms."""

from __future__ import annotations

import html
import time

from juesuan.intake.html import read_html
from juesuan.intake.html.frames import with_frames
from juesuan.model import Document
from tests.intake.made import cells, file

TABLE = "<p>甲县乙局支出决算表</p><table><tr><th>科目</th><th>合计</th></tr><tr><td>教育支出</td><td>3.70</td></tr></table>"


def read(page: str) -> Document:
    return read_html(file("a.html", f"<html><body><h1>决算公开</h1>{page}</body></html>"))


def test_a_page_that_stands_in_the_page_is_read_with_it() -> None:
    document = read(f'<iframe class="x" srcdoc="{html.escape(TABLE)}" width=9></iframe>')
    assert cells(document)[0][-1] == (1, 1, 1, 1, "3.70") and not document.remarks
    twice = html.escape(f"<div><iframe srcdoc='{html.escape(TABLE)}'></iframe></div>")
    assert "3.70" in read(f'<p>前</p><iframe srcdoc="{twice}"></iframe><p>后</p>').text
    hidden = read(
        f'<p>正文如下。</p><iframe style="display:none" srcdoc="{html.escape(TABLE)}"></iframe>'
    )
    assert "3.70" not in hidden.text and "1 amounts among them" in hidden.remarks[0]


def test_other_pages_and_fields_of_forms_are_told() -> None:
    document = read(
        "<p>支出说明。</p><iframe src='/tables.htm'></iframe><object data='b.pdf'></object>"
        "<input value='1,204.50'><textarea>3.70万元</textarea><input value='搜索'>"
    )
    assert "2 frames show other pages, which are not read: /tables.htm, b.pdf" in document.remarks
    assert any("hold 2 amounts" in one for one in document.remarks)
    assert "1,204.50" not in document.text


def test_frames_without_end_take_no_time() -> None:
    start = time.process_time()
    with_frames("<iframe " + "a " * 200_000)
    with_frames("<iframe srcdoc='" * 20_000)
    assert time.process_time() - start < 2
