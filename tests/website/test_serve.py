"""The website on this machine, built again when something is changed."""

from __future__ import annotations

import urllib.request
from pathlib import Path

import pytest

from juesuan.errors import WebsiteError
from juesuan.website.serve import changed, seen, serve, served


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("site", "docs", "datapackages/a/data", "datapackages/a/source"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_text("甲", encoding="utf-8")
    return tmp_path


def asked(port: int) -> tuple[str, str]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
        return answer.read().decode(), answer.headers["Cache-Control"]


@pytest.mark.slow
def test_the_exchanged_website_is_shown(root: Path) -> None:
    with served(root, 0) as port:
        assert asked(port) == ("甲", "no-cache")
        (root / "site").rename(root / "old")
        (root / "site").mkdir()
        (root / "site" / "index.html").write_text("乙", encoding="utf-8")
        assert asked(port) == ("乙", "no-cache")
        with pytest.raises(WebsiteError, match=f"port {port}: .*--port"), served(root, port):
            pass


def test_what_people_write_is_seen_and_what_builds_write_is_not(root: Path) -> None:
    before = seen(root)
    for name in (
        "docs/a.md",
        "mkdocs.yml",
        "datapackages/a/source/x.txt",
        "datapackages/a/disclosure.toml",
    ):
        (root / name).write_text("x", encoding="utf-8")
    for name in ("site/x.html", "datapackages/a/data/x.csv", "datapackages/a/datapackage.json"):
        (root / name).write_text("x", encoding="utf-8")
    assert changed(before, seen(root)) == [
        "datapackages/a/disclosure.toml", "datapackages/a/source/x.txt", "docs/a.md", "mkdocs.yml"
    ]  # fmt: skip


@pytest.mark.slow
def test_a_change_is_built_again_and_nothing_is_not(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = iter([lambda: None, lambda: (root / "docs" / "a.md").write_text("x"), lambda: None])
    monkeypatch.setattr("time.sleep", lambda _: next(turns)())
    told: list[object] = []
    serve(root, 0, told.append, told.append, rounds=3)
    assert str(told[0]).startswith("http://127.0.0.1:") and told[1:] == [["docs/a.md"]]
