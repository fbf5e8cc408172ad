"""What must never be committed is refused."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tools.tracked import entries, faults, main

from tests.conftest import ROOT


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "README.md").write_text("x", encoding="utf-8")
    git(tmp_path, "add", ".")
    return tmp_path


def test_nothing_is_wrong_here() -> None:
    assert list(faults(entries(ROOT))) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "path",
    [
        ".cache/build.json",
        ".Cache/build.json",
        ".cache",
        "site/index.html",
        "docs/d/x/index.md",
        "docs/api/index.json",
        "build/x",
        ".venv/bin/python",
        "datapackages/.new-x/source/a.txt",
        "datapackages/x-2024/.data.old/a.csv",
        "datapackages/x-2024/.datapackage.new",
    ],
)
def test_a_file_in_a_generated_place_is_refused(
    checkout: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(checkout) == 0
    (checkout / path).parent.mkdir(parents=True, exist_ok=True)
    (checkout / path).write_text("{}", encoding="utf-8")
    git(checkout, "add", "--force", path)
    assert main(checkout) == 1
    told = capsys.readouterr().err
    assert told == (
        f"{path}: found a file in a place that is generated; expected none. "
        "What to do: git rm --cached, and commit that.\n"
    )


@pytest.mark.parametrize(
    "path", ["website/x", "docs/data.md", "docs/developers.md", "sites/x", ".cached/x"]
)
def test_near_names_are_none(path: str) -> None:
    assert list(faults([("100644", path)])) == []


def test_links_and_repositories_are_refused(checkout: Path, tmp_path: Path) -> None:
    (checkout / "datapackages").mkdir()
    (checkout / "datapackages" / "x-2024").symlink_to("/etc")
    git(checkout, "add", ".")
    assert list(faults(entries(checkout))) == [
        "datapackages/x-2024: found a symbolic link; expected the file itself"
    ]
    assert list(faults([("160000", "scripts/other")])) == [
        "scripts/other: found another repository; expected the file itself"
    ]


def test_a_name_with_line_breaks_is_one_name(checkout: Path) -> None:
    (checkout / "docs").mkdir()
    (checkout / "docs" / "a\n100644 0 0\tsite").write_text("x", encoding="utf-8")
    git(checkout, "add", ".")
    assert main(checkout) == 0


def test_without_a_checkout_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert main(tmp_path) == 0


def test_a_file_left_at_the_root_is_refused(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout / "now.json").write_text("{}", encoding="utf-8")
    git(checkout, "add", "now.json")
    assert main(checkout) == 1
    assert capsys.readouterr().err == (
        "now.json: found a file at the root that is not one of its own; expected none. "
        "What to do: git rm --cached, and commit that.\n"
    )
