"""add and mask."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from juesuan.cli import app
from tests.made import disclosure


def juesuan(root: Path, *words: str):
    return CliRunner().invoke(app, ["--root", str(root), *words])


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
