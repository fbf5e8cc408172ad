"""What was drawn of a page, read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from juesuan.errors import WebsiteError
from juesuan.pages.markup import front
from juesuan.website.body import Body, Heading, Picture, read


def test_what_is_drawn_is_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "index.body"
    told = front(title="甲<b>", hide=["toc", "navigation"], description="乙")
    path.write_text(f"{told}\n<h1>甲</h1>\n<p>丙</p>\n", encoding="utf-8")
    wanted = Body("甲<b>", "乙", ("navigation", "toc"), "<h1>甲</h1>\n<p>丙</p>\n")
    assert read(path) == wanted
    told = front(title="甲", picture={"address": "d/x/share.png", "words": "一\n 二\u202e"})
    path.write_text(f"{told}\n", encoding="utf-8")
    assert read(path).picture == Picture("d/x/share.png", "一 二")
    assert read(path).lang == ""
    path.write_text(f"{front(title='A', lang='en')}\n", encoding="utf-8")
    assert read(path).lang == "en"


@pytest.mark.parametrize(
    "first",
    [
        "",
        "---",
        "[]",
        "{}",
        '{"title": "x", "hide": 3}',
        '{"title": "x", "picture": 1}',
        "<h1>x</h1>",
    ],
)
def test_what_begins_otherwise_is_refused(tmp_path: Path, first: str) -> None:
    path = tmp_path / "index.body"
    path.write_text(f"{first}\n<p>x</p>\n", encoding="utf-8")
    with pytest.raises(WebsiteError, match=r"line 1: found .*What to do"):
        read(path)


@given(st.text(alphabet="甲<>&\"' \n;#x1", min_size=1))
def test_a_heading_is_the_text_that_was_escaped(text: str) -> None:
    html = f'<h1 id="top">题</h1><h2 id="a">{escape(text)}</h2><p>丁</p><h3 id="b">乙<span>丙</span></h3>'
    assert list(Body("", "", (), html).headings()) == [
        Heading(2, "a", text.strip()),
        Heading(3, "b", "乙丙"),
    ]


def test_a_heading_may_have_more_attributes() -> None:
    html = '<h2 class="x" id="a" data-of="y">甲</h2><h3 id="b" hidden>乙</h3><h2>丙</h2>'
    assert [one.id for one in Body("", "", (), html).headings()] == ["a", "b"]
