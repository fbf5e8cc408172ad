"""The entry point: what is wrong in a definition is a message, wherever it is read first."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["words/forms.toml", "measures.toml", "words/clauses.toml"])
def test_a_wrong_definition_ends_a_command_with_its_message(tmp_path: Path, name: str) -> None:
    shutil.copytree(SCRIPTS, tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    path = tmp_path / "scripts" / "juesuan" / "terms" / "data" / name
    path.write_text(path.read_text(encoding="utf-8") + "\n[odd]\nodd = 1\n", encoding="utf-8")
    source = tmp_path / "datapackages" / "made-up-2024" / "source"
    source.mkdir(parents=True)
    source.joinpath("made.txt").write_text(
        "某某市示例局2024年度部门决算公开说明\n一、收入支出决算总体情况说明\n"
        "2024年度收入总计1.00万元。\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "juesuan", "build", "--only", "packages"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "scripts")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert f"{name}:" in done.stderr and "found" in done.stderr and "What to do" in done.stderr
