"""The workflows: valid, pinned, least permission, and their commands work in a clean clone."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
BIN = Path(sys.executable).parent


def steps(path: Path) -> list[dict]:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [step for job in data["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize(
    "command",
    [
        ("zizmor", "--offline", "--no-progress"),
        ("check-jsonschema", "--builtin-schema", "vendor.github-workflows"),
    ],
    ids=lambda command: command[0],
)
def test_nothing_is_found_in_any_workflow(command: tuple[str, ...]) -> None:
    """All of them at once: each program takes seconds to start."""
    asked = [BIN / command[0], *command[1:], *map(str, WORKFLOWS)]
    found = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert WORKFLOWS and found.returncode == 0, found.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_and_permissions_are_least(path: Path) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert data["permissions"] == {}
    for step in steps(path):
        assert "uses" not in step or re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]), (
            step
        )
    allowed = {"contents": {"read"}, "pages": {"read", "write"}, "id-token": {"write"}}
    for name, job in data["jobs"].items():
        for scope, level in job["permissions"].items():
            assert level in allowed[scope]
            assert level != "write" or name == "deploy"


@pytest.mark.slow
def test_the_commands_work_in_a_clean_clone(tmp_path: Path) -> None:
    """Every ``run:`` step but the one that runs these tests, in a fresh clone (with the environment already set up)."""
    if not (ROOT / ".git").exists():
        pytest.skip("no git checkout")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    (clone / ".venv").symlink_to(ROOT / ".venv")
    summary = tmp_path / "summary.md"
    base = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=clone, check=True, capture_output=True, text=True
    ).stdout.strip()
    environment = {
        "PATH": f"{BIN}:/usr/bin:/bin",
        "HOME": str(tmp_path),
        "BASE": base,
        "GITHUB_STEP_SUMMARY": str(summary),
    }
    for path in WORKFLOWS:
        for step in steps(path):
            if "run" in step and ".ci/run" not in step["run"]:
                shell = [shutil.which("bash") or "bash", "-e", "-o", "pipefail", "-c", step["run"]]
                done = subprocess.run(
                    shell, cwd=clone, env=environment, capture_output=True, text=True, check=False
                )
                assert done.returncode == 0, (step["name"], done.stdout, done.stderr)
    assert (clone / "site" / "index.html").is_file()
    assert "| urumqi-government-office-2024 | built | 539 | 122 | 62 |" in summary.read_text(
        encoding="utf-8"
    )


def test_requirements_name_no_index_and_agree() -> None:
    pins: dict[str, str] = {}
    for name in ("site", "dev"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index" not in text
        for package, version in re.findall(r"^([a-z0-9-]+)==([^ \\]+)", text, re.MULTILINE):
            assert pins.setdefault(package, version) == version
        lines = [line for line in text.splitlines() if re.match(r"[a-z0-9]", line)]
        assert all(line.endswith("\\") for line in lines), "a pin without hashes"


def test_the_repository_speaks_of_the_project_alone() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    for name in listed:
        path = ROOT / name
        if (
            path.suffix in (".py", ".md", ".toml", ".yml", ".js", ".css", ".j2")
            and path.is_file()
            and "datapackages" not in name
        ):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"/(?:root|home|work)/[a-z.]", text), name
