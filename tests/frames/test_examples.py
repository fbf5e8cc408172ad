"""The examples of the pages run as they stand, beside the files that they name."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import juesuan
from tests.conftest import ROOT, program

PAGES = [ROOT / "README.md", ROOT / "docs" / "data.md", ROOT / "docs" / "developers.md"]
WEBSITE = "https://example.org/juesuan/"


def examples(language: str) -> list[pytest.param]:
    """The examples of a language, with their page and number."""
    return [
        pytest.param(code, id=f"{page.stem}-{number}")
        for page in PAGES
        for number, code in enumerate(
            re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
        )
    ]


def of(language: str, word: str, is_there: bool = True) -> list[pytest.param]:
    """Those in which a word stands, or does not."""
    return [one for one in examples(language) if (word in one.values[0]) == is_there]


@pytest.fixture
def beside(five: Path, whole_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the examples name: the files of the package over all, the packages."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "datapackages").symlink_to(five / "datapackages")
    shutil.copy(whole_folder / "measures.parquet", tmp_path)
    with zipfile.ZipFile(whole_folder / "juesuan-csv.zip") as archive:
        (tmp_path / "measures.csv").write_bytes(archive.read("juesuan/measures.csv"))
    package = five / "datapackages" / "urumqi-government-office-2024"
    for name in ("a.zip", "b.zip"):
        shutil.make_archive(str(tmp_path / name.removesuffix(".zip")), "zip", package)
    return tmp_path


def run(code: str) -> dict[str, object]:
    found: dict[str, object] = {}
    exec(code, found)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("code", of("python", WEBSITE, is_there=False))
def test_python_beside_the_files(
    code: str, beside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(code)
    assert "102.36" in capsys.readouterr().out or "read_collection" not in code


@pytest.mark.slow
@pytest.mark.parametrize("code", of("python", WEBSITE))
def test_python_from_the_website(
    code: str, beside: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = run(code.replace(WEBSITE, address))
    said = capsys.readouterr().out
    assert said or found["total"] == Decimal("102.36")
    if "both" in found:
        alone = juesuan.read(beside / "a.zip")["measures"]
        assert len(found["both"]["measures"]) == 2 * len(alone)
    if "lines" in found:
        assert isinstance(found["lines"], pd.DataFrame) and len(found["lines"]) > 0


@pytest.mark.parametrize("code", of("sql", "contradictions", is_there=False))
def test_sql_of_duckdb(code: str, beside: Path) -> None:
    with duckdb.connect() as link:
        assert len(link.execute(code).fetchall()) > 0


@pytest.mark.slow
@pytest.mark.parametrize("code", examples("r"))
def test_r(code: str, beside: Path) -> None:
    done = subprocess.run(
        [program("Rscript"), "-e", code], capture_output=True, text=True, check=True
    )
    assert "actual" in done.stdout
