"""Generated pages and downloads: harmless, complete, the same every time."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from juesuan import collection, pages
from juesuan.pages.addresses import DRAWN
from tests.conftest import IDS, ROOT, build_site, program
from tests.made import PROJECT, disclosure

HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(2)>**粗**[链](javascript:alert(3))`码`{{ 7*7 }}--8<-- "mkdocs.yml"'


def attributes(path: Path, *names: str) -> Iterator[tuple[LexborNode, str]]:
    """Elements of a page with the values of some attributes, as a browser reads them."""
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    for name in names:
        for node in tree.css(f"[{name}]"):
            yield node, node.attributes[name] or ""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A website of one disclosure that is full of HTML, Markdown, templates and formulas."""
    root = tmp_path_factory.mktemp("hostile")
    text = disclosure(
        project=PROJECT.replace("示例项目", f"=1+1{HOSTILE}")
        .replace("做好示例。", f"@SUM(A1){HOSTILE}")
        .replace("超额", f"+cmd|' /C calc'!A0 {HOSTILE}")
        .replace("≥10个", "=10个"),
    ).replace("1.负责示例工作。", f"1.负责{HOSTILE}工作。")
    folder = root / "datapackages" / "made-up-2024"
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "made.txt").write_text(text, encoding="utf-8")
    collection.convert(folder)
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copy(ROOT / "mkdocs.yml", root)
    build_site(root, root / "site")
    return root


def test_hostile_text_appears_as_text(hostile: Path) -> None:
    for path in (hostile / "site" / "d" / "made-up-2024").rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert "<script>alert" not in html
        assert not re.search(r"<img[^>]*onerror", html)
        assert not any(link.startswith("javascript") for _, link in attributes(path, "href"))
        assert "site_name" not in html, "a snippet was included"
    source = (hostile / "site" / "d" / "made-up-2024" / "source" / "index.html").read_text(
        encoding="utf-8"
    )
    assert HOSTILE in unescape(re.sub(r"<b id=f\d+>|</b>", "", source))
    main = (hostile / "site" / "d" / "made-up-2024" / "index.html").read_text(encoding="utf-8")
    assert "alert（1）" in main
    assert "{{7*7}}" in unescape(main)
    assert "**" not in re.sub(r"<script.*?</script>", "", main, flags=re.DOTALL)
    assert "[链]" in unescape(main)


def test_formulas_are_text_in_the_workbook(hostile: Path) -> None:
    book = openpyxl.load_workbook(hostile / "site" / "d" / "made-up-2024" / "made-up-2024.xlsx")
    assert [cell.value for cell in book["绩效自评表"]["D"]][2].startswith("=1+1")
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    assert book["绩效指标"].freeze_panes == "A2"
    target = [cell.value for cell in book["绩效指标"]["G"]]
    assert "=10个" in target


@pytest.mark.office
def test_libreoffice_opens_the_workbook(hostile: Path, tmp_path: Path) -> None:
    path = program("libreoffice")
    source = hostile / "site" / "d" / "made-up-2024" / "made-up-2024.xlsx"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        path,
        profile,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
        "--outdir",
        str(tmp_path),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    text = next(tmp_path.glob("*-绩效指标.csv")).read_text(encoding="utf-8")
    assert "=10个" in text
    assert "三级指标" in text
    assert "#NAME" not in text


def test_every_file_is_listed_and_every_link_leads_somewhere(site: Path) -> None:
    for path in [
        *site.glob("*.html"),
        *site.glob("*/index.html"),
        *site.glob("d/*/index.html"),
        *site.glob("d/*/*/index.html"),
    ]:
        for _, target in attributes(path, "href", "src"):
            link = unquote(target)
            if re.match(r"(?:https?:|mailto:|data:|#)", link) or link in (".", ".."):
                continue
            place, _, anchor = link.partition("#")
            place = place.partition("?")[0]
            found = (
                (path.parent / place).resolve() if not place.startswith("/") else site / place[1:]
            )
            found = found / "index.html" if found.is_dir() else found
            assert found.is_file() or path.name == "404.html", (path, link)
            if re.fullmatch(r"L\d+", anchor):
                assert int(anchor[1:]) > 0


def test_line_anchors_exist(site: Path) -> None:
    used = [
        found
        for path in site.rglob("*.html")
        for _, link in attributes(path, "href")
        if (found := re.search(r"([\w-]+-\d{4})/(source[-\d]*)/#(L\d+)$", link))
    ]
    assert used
    for one, page, line in {found.groups() for found in used}:
        anchors = {name for _, name in attributes(site / "d" / one / page / "index.html", "id")}
        assert line in anchors, (one, page, line)


def test_no_page_asks_another_host(site: Path) -> None:
    for path in site.rglob("*.html"):
        for node, link in attributes(path, "href", "src"):
            if node.tag != "a" and node.attributes.get("rel") != "canonical":
                assert not re.match("(?:https?:)?//", link), (path, node.html)
    for path in site.glob("assets/*.css"):
        assert "url(http" not in path.read_text(encoding="utf-8")


def test_every_number_of_a_table_is_a_link_to_its_line(site: Path, published) -> None:
    for one, facts in published.items():
        links = (link for _, link in attributes(site / "d" / one / "index.html", "href"))
        ids = {link.partition("#")[2] for link in links if re.match(r"source[-\d]*/#f\d+$", link)}
        rows = facts.rows("figures")
        wanted = {
            f["figure_id"]
            for f in rows
            if f["status"] == "bound" and f["resource"] in ("measures", "functions")
        }
        firsts: dict[tuple, str] = {}
        for f in rows:
            if f["figure_id"] in wanted:
                firsts.setdefault((f["resource"], f["row"], f["field"]), f["figure_id"])
        assert set(firsts.values()) <= ids


def test_every_figure_has_its_anchor_in_the_source(site: Path, published) -> None:
    for one, facts in published.items():
        found: dict[str, str] = {}
        for path in (site / "d" / one).glob("source*/index.html"):
            tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
            found |= {node.id: node.text() for node in tree.css(".source b[id]")}
        ledger = {
            row["figure_id"]: row["text"]
            for row in facts.rows("figures")
            if row["status"] != "reference"
        }
        assert {name: text.split() for name, text in found.items()} == {
            name: text.split() for name, text in ledger.items()
        }


def test_two_runs_give_the_same_bytes(hostile: Path, tmp_path: Path) -> None:
    again = tmp_path / "else"
    shutil.copytree(hostile, again, ignore=shutil.ignore_patterns("site", ".cache"))
    build_site(again, again / "site", TZ="Asia/Urumqi", LC_ALL="C", PYTHONHASHSEED="7")

    def content(folder: Path) -> dict[str, bytes]:
        return {
            p.relative_to(folder).as_posix(): p.read_bytes()
            for p in folder.rglob("*")
            if p.is_file()
        }

    assert content(again / "site") == content(hostile / "site")


def test_unchanged_pages_are_not_written_again(hostile: Path) -> None:
    assert pages.render(hostile) == 0


def test_what_is_not_generated_any_more_goes(hostile: Path) -> None:
    stale = [
        hostile / DRAWN / "d" / name
        for name in ("all/old.csv", "parts/.home.html.new", "gone-2020/index.body")
    ]
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    assert pages.render(hostile) == 0
    assert not any(path.exists() for path in stale)


def test_the_navigation_does_not_grow() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert len(re.findall(r"^  - \S+: \S+\.md$", text, re.MULTILINE)) == 7
    assert not any(one in text for one in IDS)


def test_the_script_of_the_evidence_is_small() -> None:
    assert len((ROOT / "docs" / "assets" / "evidence.js").read_bytes()) < 20_000
