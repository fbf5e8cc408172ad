"""Addresses: all of the site come from one place, lead somewhere, and stay."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser

from juesuan import terms
from juesuan.pages import addresses
from juesuan.pages.markup import head, script
from tests.conftest import IDS, ROOT

PAGES = ROOT / "scripts" / "juesuan" / "pages"
ASSETS = ROOT / "docs" / "assets"
ASKING = tuple(f"ask/{path.name}" for path in sorted((ASSETS / "ask").glob("*.js")))
SCRIPTS = (
    "board.js",
    "cards.js",
    "chapters.js",
    "embed.js",
    "evidence.js",
    "letters.js",
    "offer.js",
    "package.js",
    "page.js",
    "search.js",
    "tables.js",
    "terms.js",
)
OWN = re.compile(
    r"""["'/](?:d/|api/v1|d/(?:all|parts|rules|search|departments|regions)\b|evidence/|embed/"""
    r"""|files/|data/|parquet/|source(?:-|/)|projects-|\.\./)"""
)
"""What only the modules of addresses say, in code, templates and scripts."""


def strings(path: Path) -> Iterator[str]:
    """The texts in a module's code, without its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield f'"{node.value}"'


@pytest.mark.slow
def test_no_other_module_says_where_things_are() -> None:
    folder_of_packages = {"machines/zipped.py"}  # data/ of a package
    modules = sorted(PAGES.rglob("*.py"))
    assert len(modules) > 80
    assert any(OWN.match(text) for path in modules for text in strings(path)), "those of addresses"
    for path in modules:
        name = path.relative_to(PAGES).as_posix()
        if name.startswith("addresses/") or name in folder_of_packages:
            continue
        assert [text for text in strings(path) if OWN.match(text)] == [], name


def test_no_template_says_where_things_are() -> None:
    texts = [(one, one.read_text(encoding="utf-8")) for one in (PAGES / "templates").iterdir()]
    links = {path: re.findall(r'(?:href|src)="([^"]*)"', text) for path, text in texts}
    assert len(links) > 30 and sum(map(len, links.values())) > 100
    for path, found in links.items():
        for link in found:
            fixed = re.sub(r"\{\{.*?\}\}", "", link)
            assert fixed in ("", "#") or fixed.startswith("#"), (path.name, link)


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_script_says_where_things_are(name: str) -> None:
    text = (ROOT / "docs" / "assets" / name).read_text(encoding="utf-8")
    code = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    said = [one for one in re.findall(r'"[^"\n]*"', code) if OWN.match(one)]
    assert said == []
    assert not {str(addresses.LINES_A_PAGE), str(addresses.SCALE)} & set(
        re.findall(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.])", code)
    ) - {"500"}


def test_every_part_that_understands_questions_is_loaded() -> None:
    text = (ASSETS / "search.js").read_text(encoding="utf-8")
    edge = re.findall(r"\w+", text.partition("var EDGE = [")[2].partition("]")[0])
    parts = edge + re.findall(r"\w+", text.partition(" PARTS = [")[2].partition("]")[0])
    assert sorted(f"ask/{name}.js" for name in parts) == [*ASKING]
    assert addresses.ASKING.format(name="words") == "assets/ask/words.js"


@pytest.mark.parametrize("name", SCRIPTS)
def test_what_a_script_asks_for_is_told(name: str) -> None:
    text = (ROOT / "docs" / "assets" / name).read_text(encoding="utf-8")
    asked = set(re.findall(r"\bat\.([a-zA-Z]+)", text))
    told = {
        re.sub(r"-(\w)", lambda match: match[1].upper(), one) for one in addresses.for_scripts()
    }
    assert asked <= told | {"root"}


def test_what_is_told_is_asked_for() -> None:
    texts = [(ROOT / "docs" / "assets" / name).read_text(encoding="utf-8") for name in SCRIPTS]
    asked = {one for text in texts for one in re.findall(r"\bat\.([a-zA-Z]+)", text)}
    assert asked == {*addresses.for_scripts(), "root"}


def test_every_page_tells_its_scripts_where_things_are(site: Path) -> None:
    pages = sorted(site.rglob("index.html"))
    assert len(pages) > 200
    assert script() in (site / "assets" / "site.js").read_text(encoding="utf-8")
    for path in pages:
        html = path.read_text(encoding="utf-8")
        root = re.search(r'<meta name="juesuan-addresses" data-root="([^"]*)"', html)
        assert root and (path.parent / root[1]).resolve() == site.resolve(), path
        last = re.search(r'<script src="([^"]*)"></script>\s*</body>', html)
        shared = last and (path.parent / last[1]).resolve() == site / "assets" / "site.js"
        assert shared or head(root[1]) in html, path


def attributes(html: str, *names: str) -> set[str]:
    """The values of attributes of a page's elements."""
    tree = LexborHTMLParser(html)
    nodes = [(name, node) for name in names for node in tree.css(f"[{name}]")]
    return {node.attributes[name] or "" for name, node in nodes}


def links(html: str) -> Iterator[str]:
    """The links of a page to what is on the site."""
    for target in attributes(html, "href", "src", "action"):
        link = unquote(target)
        if not re.match(r"[a-z]+:|//", link):
            yield link


def test_every_link_of_every_page_leads_somewhere(site: Path) -> None:
    seen: set[Path] = set()
    for path in site.rglob("*.html"):
        for link in set(links(path.read_text(encoding="utf-8"))):
            place = re.split("[?#]", link)[0]
            base = site if place.startswith("/") else path.parent
            found = (base / place.lstrip("/")).resolve() if place else path
            seen.add(found)
            found = found / "index.html" if found.is_dir() else found
            assert found.is_file(), (path, link)
    assert len(seen) > 500


def test_every_link_within_a_disclosure_has_its_target(site: Path) -> None:
    for one in IDS:
        for path in (site / "d" / one).rglob("index.html"):
            html = path.read_text(encoding="utf-8")
            ids = attributes(html, "id")
            for link in links(html):
                if link.startswith("#") and link != "#" and not link.startswith("#__"):
                    assert link[1:] in ids, (path, link)


def test_what_search_finds_is_there(site: Path) -> None:
    urls = {page["url"] for page in terms.found_pages()}
    for path in (site / "d" / "search").glob("r[0-9]*.js"):
        text = path.read_text(encoding="utf-8").partition(",")[2].rstrip().removesuffix(");")
        urls |= {record[2] for record in json.loads(text)}
    assert len(urls) > 300
    for url in urls:
        place, _, anchor = url.partition("#")
        page = site / place / "index.html"
        assert page.is_file(), url
        if anchor:
            assert anchor in attributes(page.read_text(encoding="utf-8"), "id"), url


def test_published_addresses_stay(site: Path) -> None:
    """Addresses that were published once; a line is never taken out."""
    kept = (ROOT / "tests" / "pages" / "addresses.txt").read_text(encoding="utf-8").splitlines()
    for line in kept:
        if line and not line.startswith("#"):
            path = site / line
            assert (path / "index.html" if line.endswith("/") else path).is_file(), line


def test_published_addresses_are_those_of_the_modules() -> None:
    kept = set(
        (ROOT / "tests" / "pages" / "addresses.txt").read_text(encoding="utf-8").splitlines()
    )
    one = "urumqi-government-office-2024"
    made = {
        addresses.BOARD, addresses.DISCLOSURES, addresses.whole("measures.parquet"),
        addresses.whole(addresses.DESCRIPTOR), addresses.whole(addresses.SUMS),
        addresses.disclosure(one), addresses.disclosure(one, addresses.CHECKS),
        addresses.disclosure(one, addresses.source(1)),
        addresses.EMBED,
        addresses.disclosure(one, addresses.archive(one, "xlsx")),
        addresses.disclosure("urumqi-human-resources-2023", addresses.forms(21)),
        addresses.department("urumqi-government-office"), addresses.region("650100"),
        addresses.rule("N03"), addresses.FEED, addresses.CATALOGUE, addresses.OPENAPI,
        addresses.api("index"), *map(addresses.api, addresses.API_LISTS),
    }  # fmt: skip
    assert made <= kept
