"""release and apply: the day is said, never read from the clock; what was made is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from juesuan.cli import app
from tests.release.conftest import sited


def juesuan(root: Path, *words: object):
    return CliRunner().invoke(app, ["--root", str(root), *map(str, words)])


@pytest.fixture
def root(converted: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    sited(converted)
    return converted


@pytest.mark.slow
def test_releases_follow_one_another(root: Path) -> None:
    site = ("--site", root / "site")
    first = juesuan(root, "release", *site, "--to", root / "1", "--created", "2026-11-30")
    assert first.exit_code == 0 and f"{root / '1'}: 2026.11, 11 files" in first.stdout
    words = (
        "--json",
        "release",
        *site,
        "--to",
        root / "2",
        "--before",
        root / "1",
        "--created",
        "2026-11-30",
    )
    told = json.loads(juesuan(root, *words).stdout)
    assert told["version"] == "2026.11.1" and told["differences"] == {} and told["left_out"] == []
    found = juesuan(
        root,
        "apply",
        root / "2" / "juesuan-delta.zip",
        root / "1" / "juesuan-csv.zip",
        "--to",
        root / "3",
    )
    assert found.exit_code == 0 and f"{root / '3'}: 2026.11.1" in found.stdout
    assert (root / "3" / "measures.csv").is_file()


@pytest.mark.slow
def test_the_day_comes_from_the_environment_or_is_asked_for(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("release", "--site", root / "site", "--to", root / "1")
    found = juesuan(root, *words)
    assert found.exit_code == 2 and "found no day of the release" in found.stderr
    for wrong in ("yesterday", "2026-13-01"):
        assert juesuan(root, *words, "--created", wrong).exit_code == 2
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert "2026.01" in juesuan(root, *words).stdout


def test_what_cannot_be_made_or_used_is_told(root: Path) -> None:
    found = juesuan(root, "apply", root / "no.zip", root / "no.zip", "--to", root / "3")
    assert found.exit_code == 2 and "no release that can be read" in found.stderr
    words = ("release", "--site", root / "site", "--to", root / "1", "--created", "2026-11-30")
    found = juesuan(root, *words, "--number", "v1")
    assert found.exit_code == 2 and "expected year and month" in found.stderr
    found = juesuan(root, *words, "--before", root / "no")
    assert found.exit_code == 2 and "no release that can be read" in found.stderr
