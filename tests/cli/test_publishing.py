"""site and serve: the website from the command line."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from juesuan import website
from juesuan.cli import app, publishing
from juesuan.website import Built
from tests.conftest import ROOT


def juesuan(root: Path, *words: str):
    return CliRunner().invoke(app, ["--root", str(root), *words])


@pytest.fixture
def root(converted: Path) -> Path:
    shutil.copytree(ROOT / "docs", converted / "docs")
    shutil.copy(ROOT / "mkdocs.yml", converted)
    return converted


@pytest.mark.slow
def test_the_website_is_built_in_one_step(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUESUAN_SITE_URL", "https://a.example/b/")
    (root / "datapackages" / "broken-2024" / "source").mkdir(parents=True)
    (root / "datapackages" / "broken-2024" / "source" / "a.txt").write_text("没有内容", "utf-8")
    found = juesuan(root, "--json", "site", "-j", "1", "--report", str(root / "report.md"))
    assert found.exit_code == 1, "one disclosure could not be converted, and the others are shown"
    told = json.loads(found.stdout)
    assert (root / "site" / "d" / "made-up-2024" / "index.html").is_file()
    assert not (root / "site" / "d" / "broken-2024").exists()
    assert told["bytes"] == sum(p.stat().st_size for p in (root / "site").rglob("*") if p.is_file())
    assert told["pages"] == len(list((root / "site").rglob("index.html"))) < told["files"]
    assert "https://a.example/b/d/made-up-2024/" in (root / "site" / "sitemap.xml").read_text()
    report = (root / "report.md").read_text(encoding="utf-8")
    assert "broken-2024" in report and "made-up-2024" in report
    shutil.rmtree(root / "datapackages" / "broken-2024")
    assert juesuan(root, "site", "--no-convert").exit_code == 0


def test_another_builder_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "converted_and_drawn", lambda *_: [])
    found = juesuan(root, "site", "--builder", "hugo")
    assert found.exit_code == 2 and "found --builder hugo; expected one of mkdocs" in found.stderr


@pytest.mark.parametrize(("size", "warned"), [(799_000_000, False), (812_300_000, True)])
def test_a_website_that_is_nearly_full_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, size: int, warned: bool
) -> None:
    monkeypatch.setattr(publishing, "converted_and_drawn", lambda *_: [])
    monkeypatch.setattr(website, "website", lambda *_: Built(3, 9, size, Counter(html=size)))
    found = juesuan(root, "site")
    assert found.exit_code == 0 and f"3 pages, 9 files, {size / 1e6:.1f} MB" in found.stdout
    assert ("GitHub Pages takes 1,000 MB" in found.stderr) == warned


def test_serve_builds_shows_and_tells_what_is_wrong(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[bool] = []

    def build(convert: bool, *_: object) -> list:
        built.append(convert)
        return []

    def shown(where: Path, port: int, again, begun) -> None:
        assert (where, port) == (root, 8123)
        begun("http://x/")
        again(["docs/a.md"])
        monkeypatch.setattr(website, "website", broken)
        again([f"docs/{n}.md" for n in range(9)])

    def broken(*_: object) -> Built:
        raise website.site.WebsiteError("docs/: it is wrong. What to do: mend it.")

    monkeypatch.setattr(publishing, "converted_and_drawn", build)
    monkeypatch.setattr(website, "website", lambda *_: Built())
    monkeypatch.setattr(website, "serve", shown)
    found = juesuan(root, "serve", "--port", "8123")
    assert found.exit_code == 0 and built == [True, True, True]
    assert "changed: docs/a.md\n" in found.stdout and "docs/4.md and more" in found.stdout
    assert "juesuan: docs/: it is wrong" in found.stderr
