"""make: a Python that is too old is told at once, and leaves nothing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

OLD = '#!/bin/sh\ncase "$1" in --version) echo Python 3.9.2;; *) exit 1;; esac\n'


def made(tmp_path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    shutil.copy(ROOT / "Makefile", tmp_path)
    return subprocess.run(
        ["make", *words], cwd=tmp_path, capture_output=True, text=True, check=False
    )


def script(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize("target", ["site", "serve", ".venv/site"])
def test_an_old_python_is_told_and_makes_nothing(tmp_path: Path, target: str) -> None:
    (tmp_path / "requirements").mkdir()
    for name in ("pip.txt", "site.txt"):
        (tmp_path / "requirements" / name).touch()
    done = made(tmp_path, target, f"PYTHON={script(tmp_path / 'old', OLD)}")
    assert done.returncode == 2
    assert "found Python 3.9.2; expected Python 3.11 or newer. What to do:" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_a_python_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = made(tmp_path, "site", "PYTHON=no-such-python")
    assert done.returncode == 2 and "expected Python 3.11 or newer" in done.stderr


@pytest.mark.slow
def test_an_environment_of_an_older_python_is_removed(tmp_path: Path) -> None:
    script(tmp_path / ".venv" / "bin" / "python", OLD)
    done = made(tmp_path, "python")
    assert done.returncode == 0 and "made anew" in done.stderr
    assert not (tmp_path / ".venv").exists()
