"""replace, remove and rename, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from juesuan.cli import app
from juesuan.collection import ids, read_log
from tests.made import disclosure

NEW = disclosure().replace("公务接待费支出1.00万元", "公务接待费支出1.20万元")


def juesuan(root: Path, *words: str):
    return CliRunner().invoke(app, ["--root", str(root), *words])


@pytest.mark.slow
def test_a_life_is_in_the_log(converted: Path) -> None:
    newer = converted / "newer.txt"
    newer.write_text(NEW, encoding="utf-8")
    told = juesuan(converted, "replace", "made-up-2024", str(newer), "--reason", "更正接待费")
    assert told.exit_code == 0 and "published values changed" in told.output
    assert "please write into disclosure.toml: url (" in told.output
    told = juesuan(converted, "rename", "made-up", "other", "--reason", "部门认错", "--by", "甲")
    assert told.exit_code == 0 and "renamed made-up-2024 to other-2024" in told.output
    told = juesuan(converted, "--json", "remove", "other-2024", "--reason", "误收")
    assert json.loads(told.stdout)["department"] == "某某市示例局"
    assert [(row.action, row.by) for row in read_log(converted)] == [
        ("replaced", "maintainers"),
        ("renamed", "甲"),
        ("removed", "maintainers"),
    ]
    assert ids(converted) == []


@pytest.mark.parametrize(
    "words",
    [("remove", "made-up-2024"), ("rename", "made-up", "x"), ("replace", "made-up-2024", "x")],
)
def test_why_must_be_said(converted: Path, words: tuple[str, ...]) -> None:
    told = juesuan(converted, *words)
    assert told.exit_code == 2 and "found no --reason" in told.output
    assert ids(converted) == ["made-up-2024"] and not read_log(converted)


@pytest.mark.slow
def test_a_newer_file_is_said_where_it_comes_from(converted: Path) -> None:
    newer, url = converted / "newer.txt", "https://www.example.org/new"
    newer.write_text(NEW, encoding="utf-8")
    words = ("made-up-2024", str(newer), "--reason", "更正接待费", "--url", url)
    days = ("--published", "2026-11-01", "--obtained", "2026-11-02")
    told = juesuan(converted, "replace", *words, *days)
    assert told.exit_code == 0 and "please write" not in told.output
    notes = (converted / "datapackages/made-up-2024/disclosure.toml").read_text(encoding="utf-8")
    assert f'url = "{url}"\npublished = 2026-11-01\nobtained = 2026-11-02\n' in notes
