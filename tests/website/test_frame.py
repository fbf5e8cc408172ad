"""The gaps of the theme's frame; a theme that writes otherwise is told loudly."""

from __future__ import annotations

import pytest

from juesuan.errors import WebsiteError
from juesuan.website.frame import BRANCH, LEAF, TITLE, Shape, framed, texts_of
from tests.website.made_frame import made_frame, made_html


def test_every_gap_is_found_in_its_order() -> None:
    frame = made_frame()
    assert frame.gaps == ("description", "title", "contents", "content")
    assert len(frame.pieces) == 5 and frame.description == "全站" and frame.canonical == ""
    assert frame.pieces[2].startswith(" - 站</title>")
    assert frame.pieces[3].endswith("</nav><article>") and frame.pieces[4].startswith("</article>")
    assert "juesuan-frame" not in "".join(frame.pieces)


def test_items_of_the_contents_are_templates() -> None:
    contents = made_frame().contents
    assert contents.begin.startswith("<label") and contents.begin.endswith('list">')
    assert contents.leaf.count(LEAF) == 2 and contents.leaf.endswith("</li>")
    assert contents.branch.count(BRANCH) == 3 and contents.branch.endswith("<ul>")
    assert (contents.branch_end, contents.end) == ("</ul></nav></li>", "</ul>")


def test_the_address_of_the_site_is_what_stands_before_the_frame() -> None:
    frame = made_frame("https://a.example/b/d/juesuan-frame/")
    assert frame.gaps[1] == "canonical" and frame.canonical == "https://a.example/b/"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('<meta name="description" content="全站">', "", "description"),
        ("md-nav--secondary", "md-toc", "contents"),
        (f"<title>{TITLE}", "<title>x", "title"),
        ("<p>juesuan-frame-content</p>", "", "content"),
        ("<footer>", f"<footer>{TITLE}", "only where pages differ"),
        ("<body>", "<body><title>juesuan-frame-title</title>", "once"),
        ("juesuan-frame-twig\n", "<b>juesuan-frame-twig</b>\n", "alike"),
    ],
)
def test_markup_that_is_not_as_expected_is_told(old: str, new: str, told: str) -> None:
    html = made_html()
    assert old in html
    with pytest.raises(WebsiteError, match=f"expected .*{told}.*What to do"):
        framed(html.replace(old, new), Shape(2))


def test_a_page_that_hides_its_contents_may_have_no_place_for_them() -> None:
    html = made_html()
    start, end = html.index('<nav class="md-nav md-nav--secondary"'), html.index("<article>")
    bare = html[:start] + html[end:]
    frame = framed(bare, Shape(2, ("navigation", "toc")))
    assert frame.gaps == ("description", "title", "content")
    with pytest.raises(WebsiteError, match="expected contents"):
        framed(bare, Shape(2, ("navigation",)))


def test_a_shape_is_a_page_that_no_other_is() -> None:
    path, text = texts_of(Shape(3, ("navigation", "toc")))
    assert path == "d/d/juesuan-frame-navigation-toc/index.md"
    assert text.startswith("---\ntitle: juesuan-frame-title\nhide:\n  - navigation\n  - toc\n---\n")
    assert "hide" not in Shape(2).source() and "lang" not in Shape(2).source()
    path, text = texts_of(Shape(3, ("navigation",), "en"))
    assert path == "d/d/juesuan-frame-navigation-en/index.md"
    assert "hide:\n  - navigation\nlang: en\n---\n" in text
