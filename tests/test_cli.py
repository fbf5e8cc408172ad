"""The command line: help, output for people and scripts, exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from juesuan.cli import app
from tests.conftest import IDS
from tests.made import disclosure


def juesuan(*words: str):
    return CliRunner().invoke(app, list(words))


@pytest.mark.parametrize("command", ["add", "build", "check", "validate", "site", "show"])
def test_help_has_an_example(command: str) -> None:
    found = juesuan(command, "--help")
    assert found.exit_code == 0
    assert "juesuan" in found.output.split("Options")[0].split("Usage")[1].split("\n", 1)[1]


def test_help_tells_the_exit_statuses() -> None:
    assert (
        "Exit status: 0 done; 1 something must be looked at; 2 a command or file could not be used; 130 interrupted."
        in " ".join(juesuan("--help").output.split())
    )


@pytest.mark.slow
def test_show_lists_and_tells(five: Path) -> None:
    listed = juesuan("--root", str(five), "show")
    assert all(one in listed.output for one in IDS)
    told = juesuan("--root", str(five), "show", IDS[0])
    assert "昌吉回族自治州人民政府办公室（单位） 2023" in told.output
    assert "1978.38" in told.output
    rows = json.loads(juesuan("--root", str(five), "--json", "show", IDS[0]).output)
    assert rows[IDS[0]]["disclosure"][0]["region_code"] == "652300"


@pytest.mark.slow
def test_check_prints_file_line_rule_message(five: Path) -> None:
    found = juesuan("--root", str(five), "check", "urumqi-party-committee-2023")
    assert found.exit_code == 0
    assert (
        "datapackages/urumqi-party-committee-2023/source/urumqi-party-committee-2023.txt:274: P01: "
        in found.output
    )
    assert found.output.index("P01") < found.output.index("P06") < found.output.index("pass")
    rows = json.loads(
        juesuan("--root", str(five), "--json", "check", "urumqi-party-committee-2023").output
    )
    assert {row["state"] for row in rows} >= {"pass", "fail", "unreadable"}


def test_rules_are_listed() -> None:
    assert "N03: 收入总计 ＝ 支出总计" in juesuan("check", "--rules").output


@pytest.mark.slow
def test_validate_says_what_is_wrong(five: Path, tmp_path: Path) -> None:
    assert (
        juesuan("--root", str(five), "validate").output.strip()
        == f"{len(IDS)} packages, 0 problems"
    )
    (tmp_path / "datapackages" / "x-2024" / "source").mkdir(parents=True)
    assert juesuan("--root", str(tmp_path), "validate").exit_code == 1


@pytest.mark.slow
def test_add_build_and_errors(tmp_path: Path) -> None:
    file = tmp_path / "x-office-2024.txt"
    file.write_text(disclosure(), encoding="utf-8")
    root = ("--root", str(tmp_path))
    told = juesuan(*root, "add", str(file)).output
    assert told.startswith("x-office-2024: figures: ")
    assert "\nadded x-office-2024; see it with" in told
    built = juesuan(*root, "build", "--all", "--only", "packages")
    assert (built.exit_code, "0 unread" in built.output) == (0, True)
    assert juesuan(*root, "-q", "build", "--only", "packages").output == ""
    assert (
        json.loads(juesuan(*root, "--json", "build", "--only", "packages").output)[0]["state"]
        == "unchanged"
    )
    for words in (
        ["add", str(file)],
        ["add", str(tmp_path / "no.txt")],
        ["show", "../x-2024"],
        ["build", "none-2024"],
        ["build", "--only", "x"],
    ):
        found = juesuan(*root, *words)
        assert found.exit_code == 2, words
        assert "Traceback" not in found.output
        assert "juesuan: " in found.output


@pytest.mark.slow
def test_a_failed_conversion_exits_with_one(tmp_path: Path) -> None:
    folder = tmp_path / "datapackages" / "x-2024" / "source"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("没有内容", encoding="utf-8")
    found = juesuan("--root", str(tmp_path), "build")
    assert found.exit_code == 1
    assert "a.txt:1: found" in found.output


@pytest.mark.parametrize(
    "command", [["build"], ["check"], ["show"], ["validate"], ["site"], ["add", "x.txt"]]
)
def test_a_folder_that_is_no_repository_is_refused(tmp_path: Path, command: list[str]) -> None:
    found = juesuan("--root", str(tmp_path / "nowhere"), *command)
    assert found.exit_code == 2
    assert "found no folder datapackages/; expected the repository" in found.output
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    "words", [["build", "--only", "x"], ["show", IDS[0], "-r", "nope"], ["show", "nope-2024"]]
)
def test_errors_are_json_too(five: Path, words: list[str]) -> None:
    found = juesuan("--root", str(five), "--json", *words)
    assert found.exit_code == 2
    assert json.loads(found.stdout)["error"]


def test_one_resource_and_the_rules_as_json(five: Path) -> None:
    (tables,) = json.loads(
        juesuan("--root", str(five), "--json", "show", IDS[0], "-r", "projects").stdout
    ).values()
    assert list(tables) == ["projects"]
    rules = json.loads(juesuan("--json", "check", "--rules").stdout)
    assert {"id": "P03", "title": "年度资金总额 ＝ 各资金来源之和（每一栏）"} in rules


@pytest.mark.slow
def test_a_report_that_cannot_be_written(repository, tmp_path: Path) -> None:
    root = repository(disclosure())
    found = juesuan(
        "--root",
        str(root),
        "build",
        "--only",
        "packages",
        "--report",
        str(tmp_path / "no" / "x.md"),
    )
    assert found.exit_code == 2
    assert "the report cannot be written" in found.output
