"""The program that builds the theme's pages: run only when something changed, and never half."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
from pathlib import Path

import pytest

from juesuan.errors import WebsiteError
from juesuan.website import builder
from juesuan.website.builder import BUILDERS, built
from juesuan.website.frame import Shape
from tests.conftest import ROOT
from tests.website.made_site import content, write

pytestmark = pytest.mark.slow

SHAPES = [Shape(2), Shape(3, ("navigation",))]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path)


def runs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where the builder is run from now on."""
    found: list[Path] = []
    run = builder._run
    monkeypatch.setattr(
        builder, "_run", lambda place, name: (found.append(place), run(place, name))
    )
    return found


def test_it_runs_once_for_the_same_pages(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = runs(monkeypatch)
    first = built(root, SHAPES)
    assert built(root, SHAPES) == first and len(ran) == 1
    assert set(first.frames) == set(SHAPES)
    assert (first.folder / "about" / "index.html").is_file()
    assert not (first.folder / "d").exists() and not (first.folder / "sitemap.xml").exists()
    (root / "docs" / "about.md").write_text("# 关于\n\n别的话。\n", encoding="utf-8")
    second = built(root, SHAPES)
    assert len(ran) == 2 and not first.folder.exists()
    assert "别的话" in (second.folder / "about" / "index.html").read_text(encoding="utf-8")


def test_what_no_page_asks_for_is_left_out(root: Path) -> None:
    folder = built(root, SHAPES).folder / "assets"
    kept = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert not [one for one in kept if one.endswith(".map") or "lunr" in one or "worker" in one]
    (bundle,) = (folder / "javascripts").glob("bundle.*.min.js")
    text = bundle.read_text(encoding="utf-8")
    assert len(text) > 50_000 and "sourceMappingURL" not in text and text.endswith("})();\n")
    assert list((folder / "stylesheets").glob("main.*.min.css"))


def test_a_page_that_cannot_be_built_is_named_and_the_last_build_stays(root: Path) -> None:
    kept = built(root, SHAPES)
    (root / "docs" / "about.md").write_text("# 关于\n\n[x](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(
        WebsiteError, match=r"(?s)docs/: mkdocs .*about\.md.*nowhere\.md.*What to do"
    ):
        built(root, SHAPES)
    assert (kept.folder / "about" / "index.html").is_file()


def test_the_successor_of_mkdocs_gives_the_same_bytes(tmp_path: Path) -> None:
    """Of the pages that people write and of frames; but for the name of the program that built them."""
    if importlib.util.find_spec("properdocs") is None:
        assert os.environ.get("CI") != "true", "requirements/dev.txt installs it"
        pytest.skip("properdocs is not installed")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shapes = [Shape(depth, hide) for depth in (2, 3) for hide in ((), ("navigation", "toc"))]
    found = []
    for program in BUILDERS:
        made = built(tmp_path, shapes, program)
        pages = content(made.folder.parent)
        assert len([name for name in pages if name.endswith(".html")]) > 20 + len(shapes)
        found.append(
            {
                name: re.sub(rb'<meta name="generator" [^>]*>', b"", text)
                for name, text in pages.items()
            }
        )
    assert found[0] == found[1]
