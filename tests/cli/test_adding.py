"""add and mask."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from juesuan.cli import app
from tests.made import disclosure, of_year


def juesuan(root: Path, *words: str):
    return CliRunner().invoke(app, ["--root", str(root), *words])


@pytest.mark.slow
def test_a_disclosure_is_added_with_notes_of_today_and_a_name_is_masked(tmp_path: Path) -> None:
    file = tmp_path / "x-office-2024.txt"
    file.write_text(disclosure(), encoding="utf-8")
    added = json.loads(juesuan(tmp_path, "--json", "add", str(file)).stdout)
    assert (added["id"], added["state"]) == ("x-office-2024", "built")
    folder = tmp_path / "datapackages" / "x-office-2024"
    assert "\nadded = 20" in (folder / "disclosure.toml").read_text(encoding="utf-8")
    words = ("mask", "x-office-2024", "业务科", "--reason", "试")
    masked = juesuan(tmp_path, *words)
    assert masked.exit_code == 0 and "masked in 1 places of a name (lines " in masked.output
    assert "业务科" not in (folder / "source" / file.name).read_text(encoding="utf-8")
    again = juesuan(tmp_path, *words)
    assert again.exit_code == 2 and "found the text nowhere" in again.output


@pytest.mark.slow
def test_many_are_added_with_one_report_and_one_status(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.txt").write_text(disclosure(), encoding="utf-8")
    (inbox / "b.txt").write_text(of_year(2025), encoding="utf-8")
    lines = "file,url,published\na.txt,https://www.example.org/a,2025-09-01\nb.txt,,\n"
    (tmp_path / "inbox" / "list.csv").write_text(lines, encoding="utf-8")
    report = tmp_path / "report.md"
    words = ("add", "--manifest", str(inbox / "list.csv"), "-j", "1", "--report", str(report))
    found = juesuan(tmp_path, *words)
    assert found.exit_code == 0
    assert "2 disclosures: 2 added, 0 there already, 0 failed" in found.output
    assert "please write into disclosure.toml: url" in found.output
    assert "| moumoushishiliju-2024 | built |" in report.read_text(encoding="utf-8")
    again = juesuan(tmp_path, "--json", "add", "--each", str(inbox), "-j", "1")
    states = {one["id"]: one["state"] for one in json.loads(again.stdout)}
    assert again.exit_code == 1
    assert states == {
        "moumoushishiliju-2024": "unchanged",
        "moumoushishiliju-2025": "unchanged",
        "inbox/list.csv": "failed",
    }


def test_options_that_do_not_belong_together_are_refused(tmp_path: Path) -> None:
    for words in (
        ("add",),
        ("add", "a.txt", "--manifest", "b.csv"),
        ("add", "--each", "a", "--id", "b"),
    ):
        found = juesuan(tmp_path, *words)
        assert found.exit_code == 2 and "expected" in found.output


@pytest.mark.slow
def test_a_file_is_replaced_with_a_reason(converted: Path) -> None:
    path = converted / "new.txt"
    path.write_text(disclosure().replace("支出1.00万元", "支出1.20万元"), encoding="utf-8")
    assert juesuan(converted, "replace", "made-up-2024", str(path)).exit_code == 2
    found = juesuan(converted, "replace", "made-up-2024", str(path), "--reason", "更正接待费")
    assert found.exit_code == 0, found.output
    assert "changed value: measures three_public/three_public.reception: actual 1.00 → 1.20" in (
        found.output
    )
    assert "published values changed; the earlier version" in found.output
