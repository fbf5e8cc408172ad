"""The process that reads pictures: what it prints, and that it bounds itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from juesuan.intake.scans import supervise


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    program = Path(supervise.__file__).with_name("worker.py")
    return subprocess.run(
        [sys.executable, "-I", str(program), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_a_file_that_is_none_ends_it_without_a_word_of_success(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 nothing")
    done = run(str(tmp_path / "a.pdf"), str(tmp_path / "b.pdf"), "20", "4000", "1")
    assert done.returncode and "done" not in done.stdout and not (tmp_path / "b.pdf").exists()


@pytest.mark.slow
def test_too_little_memory_ends_it(tmp_path: Path, scanned: Path) -> None:
    done = run(str(scanned), str(tmp_path / "b.pdf"), "20", "300", "1", "1")
    assert done.returncode and not (tmp_path / "b.pdf").exists()
