"""Which files are web pages."""

from __future__ import annotations

import pytest

from juesuan.intake.read import reader_of
from juesuan.intake.readers.html import READER
from tests.intake.made import file

PAGE = "<!DOCTYPE html><html><body><p>甲</p></body></html>"
MIME = "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", PAGE), ("a.HTM", PAGE), ("a.shtml", "甲"), ("a.txt", PAGE), ("a.md", f"<!-- x -->\n{PAGE}"), ("a.doc", PAGE), ("a.xls", PAGE),
        ("a.txt", "网址：http://x\n<HTML xmlns='x'>甲"), ("a.mht", MIME), ("a.txt", MIME), ("a.txt", "<div class=x>" + "<p>甲</p>" * 20),
        ("a.html", '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>'),
    ],
)  # fmt: skip
def test_pages_by_their_content(name: str, content: str) -> None:
    for data in (
        content.encode(),
        content.encode("utf-16") if content is PAGE else b"\n" + content.encode(),
    ):
        assert READER.recognises(file(name, data))
        assert not name.endswith((".txt", ".html", ".doc")) or reader_of(file(name, data)) is READER


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "某局决算\n<p>甲</p>"), ("a.md", "# 题\n\n<table><tr><td>甲</td></tr></table>"), ("a.txt", "<div>甲</div>"),
        ("a.txt", "From: 甲\n决算"), ("a.docx", PAGE), ("a.pdf", PAGE), ("a.html", "%PDF-1.7"), ("a.html", "PK\x03\x04"),
    ],
)  # fmt: skip
def test_what_is_none(name: str, content: str) -> None:
    assert not READER.recognises(file(name, content))
