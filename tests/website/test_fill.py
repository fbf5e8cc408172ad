"""A body in its frame: the same as the theme itself gives, whatever the texts are."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from juesuan.website.body import Body, Picture
from juesuan.website.builder import built
from juesuan.website.fill import filled
from juesuan.website.frame import Shape
from juesuan.website.squeeze import squeezed
from tests.conftest import ROOT
from tests.website.made_frame import made_frame

FRAME = made_frame()


def test_a_page_has_its_title_twice_and_its_content_once() -> None:
    page = filled(FRAME, Body("甲", "", (), '<h1 id="top">甲</h1>\n<p>乙</p>\n'), "d/x/")
    assert page.count("甲") == 2 + 1 and "<title>甲 - 站</title>" in page  # the footer has one
    assert '<article><h1 id="top">甲</h1><p>乙</p></article>' in page
    assert 'content="全站"' in page and "juesuan-frame" not in page
    assert '<nav class="md-nav md-nav--secondary" aria-label="目录"></nav>' in page


def test_contents_are_nested_and_can_be_hidden() -> None:
    html = "".join(
        f'<h{n} id="{i}">{i}题</h{n}>' for n, i in [(3, "a"), (2, "b"), (3, "c"), (2, "d")]
    )
    page = filled(FRAME, Body("甲", "", (), html), "d/x/")
    inside = page.partition("目录</label>")[2].partition("<article")[0]
    outline = re.sub(r"<(?!/?(?:ul|li)\b)[^>]*>|\s", "", re.sub(r' [a-z-]+="[^"]*"', "", inside))
    assert outline == "<ul><li>a题</li><li>b题<ul><li>c题</li></ul></li><li>d题</li></ul>"
    hidden = filled(FRAME, Body("甲", "", ("toc",), html), "d/x/")
    assert "<label" not in hidden


@given(st.text(alphabet="甲<>&\"'-id juesuan-frame-leaf", max_size=30))
def test_any_title_and_any_heading_is_text(text: str) -> None:
    html = f'<h2 id="a">{escape(text)}</h2>'
    page = filled(FRAME, Body(text, text, (), html), "d/x/")
    assert unescape(re.findall("<title>(.*) - 站</title>", page, re.DOTALL)[0]) == text
    assert unescape(re.findall('name="description" content="([^"]*)"', page)[0]) == (text or "全站")
    (item,) = re.findall(r'<span class="md-ellipsis">\n([^<]*)\n</span>\n</a>', page)
    assert unescape(item) == text.strip()
    assert page.count("<") == filled(FRAME, Body("甲", "", (), '<h2 id="a">甲</h2>'), "d/x/").count(
        "<"
    )


def test_the_whole_address_is_told_where_the_site_has_one() -> None:
    frame = made_frame("https://a.example/d/juesuan-frame/")
    page = filled(frame, Body("甲", "", (), "<p>乙</p>"), "d/示/")
    assert '<link rel="canonical" href="https://a.example/d/%E7%A4%BA/">' in page


def test_what_is_shared_has_its_picture() -> None:
    """Only where the site has an address, for a picture needs a whole one."""
    body = Body("甲 & 乙", '说"明"', (), "<p>乙</p>", Picture("d/示/share.png", "2024：<3>"))
    page = filled(made_frame("https://a.example/d/juesuan-frame/"), body, "d/示/")
    told = dict(re.findall(r'<meta property="og:([a-z:_]+)" content="([^"]*)">', page))
    assert told == {
        "site_name": "站",
        "title": "甲 &amp; 乙",
        "description": "说&#34;明&#34;",
        "image": "https://a.example/d/%E7%A4%BA/share.png",
        "image:alt": "2024：&lt;3&gt;",
    }
    assert page.count("summary_large_image") == 1
    assert "og:" not in filled(FRAME, body, "d/示/")
    plain = filled(made_frame("https://a.example/d/juesuan-frame/"), Body("甲", "", (), ""), "d/x/")
    assert plain.count("og:") == 1


TITLE = "甲 & 乙 “丙”"
HEADINGS = [("## 一 & 二 {#one}", '<h2 id="one">一 &amp; 二</h2>'), ("### 三 {#two}", '<h3 id="two">三</h3>'),
            ("## 四 {#three}", '<h2 id="three">四</h2>')]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("address", ["https://a.example/b/", ""])
def test_a_filled_page_is_what_mkdocs_gives(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For each depth and each part of the theme that a page can hide."""
    monkeypatch.setenv("JUESUAN_SITE_URL", address)
    shutil.copytree(ROOT / "docs" / "overrides", tmp_path / "docs" / "overrides")
    shutil.copytree(ROOT / "docs" / "assets", tmp_path / "docs" / "assets")
    for name in re.findall(r": (\S+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE):
        (tmp_path / "docs" / name).write_text("# 页\n", encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shapes = [
        Shape(depth, hide)
        for depth in (2, 3, 4)
        for hide in ((), ("navigation",), ("toc",), ("navigation", "toc"))
    ]
    shapes.append(Shape(3, ("navigation",), "en"))
    bodies = {}
    for shape in shapes:
        headings = [] if "toc" in shape.hide else HEADINGS
        place = shape.address.replace("juesuan-frame", "made")
        page = tmp_path / "docs" / place / "index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        hide = "".join(f"\n  - {one}" for one in shape.hide)
        hide += f"\nlang: {shape.lang}" if shape.lang else ""
        page.write_text(
            f'---\ntitle: "{TITLE}"\n{"hide:" if hide else ""}{hide}\n---\n\n# 题 {{#top}}\n\n'
            + "".join(f"{one}\n\n<div>\n<p>文</p>\n</div>\n\n" for one, _ in headings),
            encoding="utf-8",
        )
        html = '<h1 id="top">题</h1>\n' + "".join(
            f"{one}\n<div>\n<p>文</p>\n</div>\n" for _, one in headings
        )
        bodies[place] = (shape, Body(TITLE, "", shape.hide, html))
    made = built(tmp_path, shapes)
    for place, (shape, body) in bodies.items():
        theirs = (made.folder / place / "index.html").read_text(encoding="utf-8")
        assert filled(made.frames[shape], body, place) == squeezed(theirs), place
