"""The numbers of versions are of three parts, and the program hands them on."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

import juesuan
from juesuan import version
from juesuan.intake import pdf


def test_the_program_hands_its_numbers_on() -> None:
    for name in ("__version__", "DATA_MODEL", "API"):
        assert re.fullmatch(r"\d+\.\d+\.\d+", getattr(version, name))
        assert getattr(juesuan, name) is getattr(version, name)


@pytest.mark.parametrize("folder", [Path(juesuan.__file__).parent, Path(pdf.__file__).parent])
def test_no_module_of_a_folder_that_may_come_first_on_the_path_is_one_of_python(
    folder: Path,
) -> None:
    names = {path.stem for path in folder.iterdir() if path.suffix in ("", ".py")}
    assert "__init__" in names and len(names) > 5
    assert names & sys.stdlib_module_names == set()
