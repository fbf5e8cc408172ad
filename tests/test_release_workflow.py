"""The workflow of releases works in a clean clone: the first release, and one after it."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
import yaml

from juesuan.pages import Edition
from juesuan.release.citation import citation
from tests.conftest import ROOT
from tests.test_workflows import Run, clone, drawn, few, named, program, run, steps  # noqa: F401 - fixtures

GH = """#!/bin/sh
# What `gh` does of releases, with those that lie in a folder beside HOME's.
case "$2" in
  list) ls "$HOME/releases" 2>/dev/null | sort -r | head -1 ;;
  download) for name in juesuan-csv.zip CHANGELOG-data.md SHA256SUMS; do cp "$HOME/releases/$3/$name" .cache/before/; done ;;
esac
"""


def made(run: Run, clone: Path, tmp_path: Path, event: str) -> dict[str, str]:  # noqa: F811
    """Run what fetches and makes a release; returns what it hands to the next job."""
    output = tmp_path / "output"
    output.write_text("", encoding="utf-8")
    shutil.rmtree(clone / "release", ignore_errors=True)
    shutil.rmtree(clone / ".cache" / "before", ignore_errors=True)
    said = f"export EVENT={event} GITHUB_OUTPUT={output} PATH={tmp_path}/bin:$PATH\n"
    for begins in ("Fetch", "Make the release"):
        step = named("release", "build", begins)
        done = run({"run": said + step["run"]})
        assert done.returncode == 0, (begins, done.stdout, done.stderr)
    return dict(line.split("=") for line in output.read_text(encoding="utf-8").splitlines())


@pytest.mark.slow
@pytest.mark.usefixtures("drawn", "few")
def test_releases_are_made_in_a_clean_clone(clone: Path, run: Run, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(GH, encoding="utf-8")
    (tmp_path / "bin" / "gh").chmod(0o755)
    for begins in ("Refuse", "Compare", "Build"):
        done = run(named("release", "build", begins))
        assert done.returncode == 0, (begins, done.stdout, done.stderr)
    first = made(run, clone, tmp_path, "schedule")
    assert first["wanted"] == "true" and re.fullmatch(r"20\d\d\.\d\d", first["version"])
    assert (clone / "release" / "juesuan.cdx.json").is_file()
    assert not (clone / "release" / "juesuan-delta.zip").exists()
    shutil.copytree(clone / "release", tmp_path / "releases" / f"data-{first['version']}")
    again = made(run, clone, tmp_path, "schedule")
    assert again == {"version": f"{first['version']}.1", "wanted": "false"}, "nothing changed"
    assert made(run, clone, tmp_path, "workflow_dispatch")["wanted"] == "true"
    with zipfile.ZipFile(clone / "release" / "juesuan-delta.zip") as archive:
        about = json.loads(archive.read("juesuan-delta/datapackage.json"))
    assert about["before"]["version"] == first["version"]
    (tmp_path / "releases" / f"data-{first['version']}" / "juesuan-csv.zip").write_bytes(
        b"PK other"
    )
    with pytest.raises(AssertionError, match="FAILED"):
        made(run, clone, tmp_path, "schedule")


def test_what_writes_runs_nothing_of_the_repository() -> None:
    names = [step.get("uses", "") + step.get("run", "") for step in steps("release", "attach")]
    assert not any("checkout" in one or "make " in one or ".venv" in one for one in names)
    assert any("sha256sum --strict -c SHA256SUMS" in one for one in names)


def test_how_to_cite_says_the_last_release_of_the_program() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version, day = re.findall(r"^## (\d\S*) — (\S+)$", text, re.MULTILINE)[0]
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (cited["version"], cited["date-released"]) == (version, day)
    kept = json.loads((ROOT / ".zenodo.json").read_text(encoding="utf-8"))
    assert kept["version"] == version and kept["license"] == cited["license"].lower()
    assert kept["title"] == cited["title"] and kept["keywords"] == cited["keywords"]
    assert [one["name"] for one in kept["creators"]] == [one["name"] for one in cited["authors"]]


@pytest.mark.slow
def test_how_to_cite_a_release_is_what_its_schema_says(tmp_path: Path) -> None:
    path = tmp_path / "CITATION.cff"
    path.write_text(
        citation(Edition("2026.04", "2026-04-30T00:00:00Z"), "https://a.example/"), "utf-8"
    )
    found = program("check-jsonschema", "--builtin-schema", "vendor.citation-file-format", path)
    assert found.returncode == 0, found.stdout
