"""The website: whole or not there, the same bytes each time, and only what changed is written."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from juesuan.errors import WebsiteError
from juesuan.website import builder, laid, sitemap
from juesuan.website.site import Built, website
from juesuan.website.units import KEPT
from tests.website.made_site import ONE, PARTS, TWO, content, disclosure, drawn_page, put, write

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose website is built."""
    root = write(tmp_path_factory.mktemp("made"))
    website(root)
    return root


@pytest.fixture
def root(whole: Path, tmp_path: Path) -> Path:
    """One of its own for each test."""
    return shutil.copytree(whole, tmp_path / "repo")


def test_everything_is_there_and_nothing_else(root: Path) -> None:
    found = set(content(root / "site"))
    ours = {one for one in found if not one.startswith("assets/")}
    for name in (ONE, TWO):
        assert {f"d/{name}/{one}" for one in ("index.html", "checks/index.html", "x.csv")} <= ours
    assert {
        "index.html",
        "about/index.html",
        "404.html",
        "d/all/feed.xml",
        "d/rules/N01/index.html",
    } <= ours
    assert not [one for one in found if "parts" in one or "frame" in one or "sitemap" in one]
    assert not [one for one in found if one.rpartition("/")[2].startswith(".")]
    assert not [one for one in found if one.endswith((".body", ".md"))]
    assert "<p>部分</p>" in (root / "site" / "index.html").read_text(encoding="utf-8")


def test_it_says_how_large_it_is(root: Path) -> None:
    made = website(root)
    files = content(root / "site")
    assert made.files == len(files) and made.size == sum(map(len, files.values()))
    assert made.pages == sum(name.endswith("index.html") for name in files)
    assert made.kinds["csv"] == 16 and sum(made.kinds.values()) == made.size
    assert not made.is_nearly_full and Built(size=800_000_000).is_nearly_full


def test_two_builds_give_the_same_bytes(root: Path) -> None:
    before = content(root / "site")
    website(root)
    assert content(root / "site") == before
    shutil.rmtree(root / ".cache" / "website")
    shutil.rmtree(root / "site")
    website(root)
    assert content(root / "site") == before


def test_only_what_changed_is_written(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "_run", lambda *_: pytest.fail("nothing in docs/ has changed"))
    website(root)  # the copied repository has its record
    before = {path: path.stat().st_mtime_ns for path in (root / KEPT).rglob("index.html")}
    disclosure(root, TWO, "改了")
    website(root)
    after = {path: path.stat().st_mtime_ns for path in (root / KEPT).rglob("index.html")}
    changed = {path.parent for path in before if before[path] != after[path]}
    assert {path.relative_to(root / KEPT).parts[1] for path in changed} == {TWO}
    assert "改了" in (root / "site" / "d" / TWO / "index.html").read_text(encoding="utf-8")
    os.utime(root / "docs" / "about.md")
    website(root)


def test_a_page_over_all_is_filled_by_itself(root: Path) -> None:
    put(root, "d/rules/N02/index.body", drawn_page("N02", '<a href="../N01/">x</a>', "toc"))
    put(root, "d/rules/index.body", drawn_page("规则", '<a href="N02/">x</a>', "toc"))
    website(root)
    before = {path: path.stat().st_mtime_ns for path in (root / KEPT).rglob("index.html")}
    put(root, "d/rules/N02/index.body", drawn_page("N02", '<b id="b">又</b>', "toc"))
    website(root)
    after = {path: path.stat().st_mtime_ns for path in (root / KEPT).rglob("index.html")}
    changed = [path for path in before if before[path] != after[path]]
    assert changed == [root / KEPT / "d" / "rules" / "N02" / "index.html"]
    (root / ".cache" / "drawn" / "d" / "rules" / "N02" / "index.body").unlink()
    put(root, "d/rules/list.json", "[]")
    with pytest.raises(WebsiteError, match=r"d/rules: found a link to d/rules/N02/"):
        website(root)
    put(root, "d/rules/index.body", drawn_page("规则", '<a href="list.json">x</a>', "toc"))
    website(root)
    assert not (root / KEPT / "d" / "rules" / "N02").exists()
    assert (root / KEPT / "d" / "rules" / "N01" / "index.html").is_file()


def test_a_word_in_a_page_fills_no_other_page(root: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (root / KEPT).rglob("index.html")}
    (root / "docs" / "about.md").write_text("# 关于\n\n另一句话。\n", encoding="utf-8")
    website(root)
    assert "另一句话" in (root / "site" / "about" / "index.html").read_text(encoding="utf-8")
    assert {path: path.stat().st_mtime_ns for path in (root / KEPT).rglob("index.html")} == before


def test_what_is_gone_goes(root: Path) -> None:
    shutil.rmtree(root / ".cache" / "drawn" / "d" / TWO)
    website(root)
    assert not (root / "site" / "d" / TWO).exists() and not (root / KEPT / "d" / TWO).exists()
    assert (root / "site" / "d" / ONE / "index.html").is_file()


@pytest.mark.parametrize("broken", ["docs", "part", "body", "across", "stale"])
def test_a_link_that_leads_nowhere_stops_it_and_the_old_website_stays(
    root: Path, broken: str
) -> None:
    before = content(root / "site")
    if broken == "docs":
        (root / "docs" / "about.md").write_text('# 关于\n\n<a href="../nowhere/">x</a>\n', "utf-8")
    if broken == "part":
        put(root, f"d/parts/{PARTS}.html", f'<a href="d/{ONE}/#nowhere">x</a>')
    if broken == "body":
        put(root, "d/rules/N01/index.body", drawn_page("N01", '<a href="#nowhere">x</a>'))
    if broken == "across":
        put(
            root,
            "d/rules/N01/index.body",
            drawn_page("N01", f'<a href="../../{ONE}/checks/#nowhere">x</a>'),
        )
    if broken == "stale":  # the page that is linked to has changed, the one with the link has not
        put(root, f"d/{ONE}/checks/index.body", drawn_page("核对", '<h2 id="nowhere">x</h2>'))
        put(root, f"d/{ONE}/.fingerprint", "new")
    with pytest.raises(
        WebsiteError, match=r"found a link to .*not there\n(.*\n)*The old website stays"
    ):
        website(root)
    assert content(root / "site") == before


def test_a_link_of_one_disclosure_that_leads_nowhere_is_told_and_stops_no_other(root: Path) -> None:
    put(
        root,
        f"d/{ONE}/checks/index.body",
        drawn_page("核对", '<h2 id="c">x</h2><a href="../files/lost.txt">x</a>'),
    )
    put(root, f"d/{ONE}/.fingerprint", "new")
    found = website(root)
    (line,) = (one for one in found.lost if "lost.txt" in one)
    assert (
        line
        == f"d/{ONE}/checks/index.html: found a link to d/{ONE}/files/lost.txt, which is not there"
    )
    page = (root / "site" / "d" / ONE / "checks" / "index.html").read_text(encoding="utf-8")
    assert "lost.txt" in page


def test_an_interrupted_build_leaves_the_old_website(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(root / "site")
    disclosure(root, TWO, "改了")
    with monkeypatch.context() as patch:
        patch.setattr(sitemap, "files", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            website(root)
    assert content(root / "site") == before
    website(root)
    assert content(root / "site") != before


def test_an_exchange_that_is_stopped_leaves_whole_files_and_goes_on(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(root / "site")
    disclosure(root, TWO, "改了")
    disclosure(root, ONE, "也改了")
    placed = laid._place

    def stopped(source: Path, target: Path) -> None:
        placed(source, target)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(laid, "_place", stopped)
        with pytest.raises(KeyboardInterrupt):
            website(root)
    between = content(root / "site")
    website(root)
    after = content(root / "site")
    changed = {one for one in after if after[one] != before[one]}
    assert (
        changed == {f"d/{ONE}/index.html", f"d/{TWO}/index.html"}
        and before.keys() == between.keys()
    )
    assert all(between[one] in (before[one], after[one]) for one in before)


def test_what_stands_is_not_exchanged(root: Path) -> None:
    website(root)
    before = {path: path.stat().st_ino for path in (root / "site").rglob("*") if path.is_file()}
    put(root, f"d/parts/{PARTS}.html", "<p>另一部分</p>")
    website(root)
    after = {path: path.stat().st_ino for path in (root / "site").rglob("*") if path.is_file()}
    changed = {path for path in after if after[path] != before[path]}
    assert changed == {root / "site" / "index.html"}


def test_links_of_what_stands_are_held_again_after_a_fault(root: Path) -> None:
    website(root)
    link = f'<a href="d/{ONE}/#nowhere">x</a>'
    put(root, f"d/parts/{PARTS}.html", link)
    for _ in range(2):  # the second time the page is kept as it was filled
        with pytest.raises(WebsiteError, match="nowhere"):
            website(root)
    put(root, f"d/{ONE}/index.body", drawn_page("决算", '<p id="nowhere">x</p><i id="p">x</i>'))
    put(root, f"d/{ONE}/.fingerprint", "new")
    website(root)
    disclosure(root, ONE)  # the page that is linked to has changed, the one with the link has not
    with pytest.raises(WebsiteError, match="nowhere"):
        website(root)


def test_a_page_in_a_generated_place_is_refused(root: Path) -> None:
    (root / "docs" / "d" / "rules" / "N01").mkdir(parents=True)
    (root / "docs" / "d" / "rules" / "N01" / "index.md").write_text("# 假\n", encoding="utf-8")
    before = content(root / "site")
    with pytest.raises(WebsiteError, match=r"N01/index.html: found a generated file"):
        website(root)
    assert content(root / "site") == before
    assert b"<p>\xe8" in content(root / KEPT)["d/rules/N01/index.html"], "the kept page is ours"


def test_pages_are_listed_where_the_site_has_an_address(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUESUAN_SITE_URL", "https://a.example/b/")
    made = website(root, "https://a.example/b/")
    told = (root / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert told.count("<loc>") == made.pages
    assert f"<loc>https://a.example/b/d/{ONE}/checks/</loc>" in told
    page = (root / "site" / "d" / ONE / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="https://a.example/b/d/{ONE}/">' in page
