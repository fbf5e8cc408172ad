"""check, validate and show print what is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from juesuan import collection
from juesuan.cli import app
from juesuan.cli.looking import _not_read
from juesuan.model import Facts
from tests.made import disclosure


@pytest.fixture
def root(converted: Path) -> Path:
    return converted


def juesuan(root: Path, *words: str):
    return CliRunner().invoke(app, ["--root", str(root), *words])


def test_show_tells_resources_and_measures(root: Path) -> None:
    told = juesuan(root, "show", "made-up-2024").output
    assert told.startswith("made-up-2024  某某市示例局（部门） 2024")
    assert "  measures " in told and "收入总计" in told and "110.00" in told


@pytest.mark.slow
def test_show_tells_unread_figures_in_their_line(root: Path) -> None:
    folder = root / "datapackages" / "made-up-2024"
    head = "二、收入决算情况说明\n"
    text = disclosure().replace(f"{head}本年", f"{head}另有88.00万元见附表。本年")
    (folder / "source" / "made.txt").write_text(text, encoding="utf-8")
    collection.convert(folder)
    told = juesuan(root, "show", "made-up-2024").output
    line = text[: text.index("88.00")].count("\n") + 1
    assert f"  unread: line {line}: 另有⟦88.00⟧万元见附表。本年" in told
    (folder / "source" / "made.txt").unlink()
    assert f"  unread: line {line}: 88.00\n" in juesuan(root, "show", "made-up-2024").output


def test_show_prints_a_resource_in_full_and_without_empty_columns(root: Path) -> None:
    told = juesuan(root, "show", "made-up-2024", "-r", "organisation").output
    assert "办公室" in told and "某某市示例中心" in told
    assert "disclosure_id" not in told


@pytest.mark.slow
def test_a_broken_package_is_invalid(root: Path) -> None:
    assert juesuan(root, "validate").output == "1 packages, 0 problems\n"
    path = root / "datapackages" / "made-up-2024" / "data" / "measures.csv"
    path.write_bytes(path.read_bytes() + b"x\n")
    found = juesuan(root, "validate")
    assert found.exit_code == 1 and "made-up-2024/data/measures.csv: " in found.output


def test_check_ends_with_counts(root: Path) -> None:
    found = juesuan(root, "check")
    assert found.exit_code == 0
    assert found.output.splitlines()[-1].startswith("made-up-2024: ")


def test_show_tells_which_tables_were_not_read() -> None:
    title = {"section": "table2", "kind": "unread_title", "position": "1", "text": "收入决算表"}
    assert list(_not_read(Facts("made-up-2024", {"texts": (title,)}))) == [
        "  not read: 收入决算表 (只读到表名，没有读到表)"
    ]
    assert list(_not_read(Facts("made-up-2024", {}))) == []


@pytest.mark.slow
def test_a_registry_that_is_wrong_is_a_problem(converted: Path) -> None:
    (converted / "datapackages" / "departments.csv").write_text("nothing\n", encoding="utf-8")
    found = juesuan(converted, "validate")
    assert found.exit_code == 1 and "departments.csv:1: found the columns nothing" in found.output
