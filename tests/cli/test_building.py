"""build: stages, reports, exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from juesuan.cli import app
from tests.made import disclosure


def juesuan(root: Path, *words: str):
    return CliRunner().invoke(app, ["--root", str(root), *words])


@pytest.mark.slow
def test_a_report_is_written_also_where_one_failed(repository, tmp_path: Path) -> None:
    root = repository(disclosure())
    broken = root / "datapackages" / "broken-2024" / "source"
    broken.mkdir(parents=True)
    (broken / "a.txt").write_text("没有内容", encoding="utf-8")
    path = tmp_path / "report.md"
    words = ("build", "--only", "packages", "--jobs", "1", "--report", str(path))
    found = juesuan(root, "--json", *words)
    assert found.exit_code == 1
    states = [(one["disclosure_id"], one["state"]) for one in json.loads(found.stdout)]
    assert states == [("broken-2024", "failed"), ("made-up-2024", "built")]
    text = path.read_text(encoding="utf-8")
    assert "| made-up-2024 | built |" in text and "## Could not be converted" in text


@pytest.mark.slow
def test_another_checkout_is_before(repository, tmp_path: Path) -> None:
    root = repository(disclosure())
    first = juesuan(root, "build", "--only", "packages")
    assert "contradiction" not in first.output
    source = root / "datapackages" / "made-up-2024" / "source" / "made.txt"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("收入总计110.00", "收入总计111.00", 1), encoding="utf-8")
    juesuan(root, "build", "--only", "packages")
    words = ("build", "--all", "--only", "packages")
    assert "new contradiction" not in juesuan(root, *words).output
    compared = juesuan(root, *words, "--compare", str(tmp_path / "nothing"))
    assert "  new contradiction: N03 " in compared.output


@pytest.mark.slow
def test_a_year_that_is_published_twice_is_told_in_the_report(repository, tmp_path: Path) -> None:
    """Also where both folders were put in by hand."""
    root = repository(disclosure())
    again = root / "datapackages" / "second-2024" / "source"
    again.mkdir(parents=True)
    (again / "a.txt").write_text(disclosure() + "\n", encoding="utf-8")
    path = tmp_path / "report.md"
    found = juesuan(root, "build", "--only", "packages", "--report", str(path))
    assert "second-2024: one department's year is published twice" in found.output
    text = path.read_text(encoding="utf-8")
    assert "## Departments and years" in text and "is in the collection as made-up-2024 too" in text
