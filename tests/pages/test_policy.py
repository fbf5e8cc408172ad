"""The content security policy stands first on every page, and no page needs what it forbids."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT

_HEAD = re.compile(
    r'<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">(?:(?!</head>).)*?<meta charset="utf-8">', re.S
)  # fmt: skip
_INLINE = re.compile(r"<script(?![^>]*\s(?:src=|type=\"application/(?:ld\+)?json\"))[^>]*>")
_SITE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; object-src 'none'"
)  # fmt: skip


def policy(html: str) -> str:
    """The policy of a page; it and the encoding stand in the first kilobyte, where browsers look."""
    found = _HEAD.search(html[:1024])
    assert found, html[:300]
    return unescape(found[1])


def test_every_page_begins_with_the_policy(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert (
        len(pages) > 200 and site / "embed" / "index.html" in pages and site / "404.html" in pages
    )
    for path in pages:
        html = path.read_text(encoding="utf-8")
        assert html.count("http-equiv") == 1, path
        assert policy(html) == _SITE, path
        assert not _INLINE.search(html), path
        assert not re.search(r"<[^>]*\s(?:style|on[a-z]+)=", html), path


def test_a_page_of_the_theme_has_no_style_of_its_own(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 200
    for path in pages:
        assert "<style" not in path.read_text(encoding="utf-8"), path


def test_no_part_of_the_theme_that_pages_take_has_an_inline_script() -> None:
    """The frame is ours; what it still takes of the theme may change with a release: look at it then."""
    import material

    theme = Path(material.__file__).parent / "templates"
    places, wanted = (ROOT / "docs" / "overrides", theme), ["main.html", "404.html"]
    taken: dict[str, str] = {}
    while wanted:
        name = wanted.pop()
        place = next(one / name for one in places if (one / name).is_file())
        taken[name] = place.read_text(encoding="utf-8")
        asked = re.findall(r'\{%-? *(?:include|extends|import) "([^"~]+)" (?!~)', taken[name])
        wanted += set(asked) - taken.keys()
    assert {"partials/toc.html", "partials/header.html", "partials/language.html"} <= taken.keys()
    assert "base.html" not in taken, "the theme's page"
    for name, text in taken.items():
        assert not re.search(r"<script>|<style|\son[a-z]+=", text), name


def test_no_page_names_translations_that_are_not_there(site: Path) -> None:
    """The theme would ask for a sitemap for each of them."""
    link = re.compile(r"<link\b[^>]*\bhreflang")
    named = [path for path in sorted(site.rglob("*.html")) if link.search(path.read_text("utf-8"))]
    assert named == []


def test_ids_are_unique_on_each_page(site: Path) -> None:
    twice: list[str] = []
    for path in sorted(site.rglob("*.html")):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        counts = Counter(node.attributes["id"] for node in tree.css("[id]"))
        twice += [f"{path.relative_to(site)}#{name}" for name, n in counts.items() if n > 1]
    assert twice == []


def test_pages_are_told_apart_where_they_are_listed(site: Path) -> None:
    """By search engines and in a list of tabs: each page has a title of its own, and says what it holds."""
    titles: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for path in sorted(site.rglob("index.html")):
        if "findings" in path.parts:
            continue  # two contradictions of one kind may be titled alike
        tree = LexborHTMLParser(path.read_text("utf-8"))
        head, says = tree.css_first("title"), tree.css_first("meta[name=description]")
        titles[head.text() if head else ""] += 1
        told[says.attributes["content"] or "" if says else ""] += 1
    assert [one for one, n in titles.items() if n > 1] == []
    assert sum(n for n in told.values() if n > 1) <= 3, told.most_common(3)
