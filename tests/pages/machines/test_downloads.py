"""What is to download of one disclosure: three kinds of files, each with what it must hold."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from juesuan import package
from juesuan.pages.machines.downloads import file_list
from tests.conftest import IDS, ROOT
from tests.pages.conftest import SITE


@pytest.mark.parametrize("one", IDS)
def test_a_disclosure_is_a_package_a_workbook_and_its_source(given: Path, one: str) -> None:
    base, source = given / "d" / one, ROOT / "datapackages" / one / "source"
    there = {path.relative_to(base).as_posix() for path in base.rglob("*") if path.is_file()}
    originals = {path.name for path in source.iterdir()}
    assert there == {*(f"files/{name}" for name in originals), f"{one}.zip", f"{one}.xlsx"}
    assert {file.path for file in file_list(one)} == {f"{one}.zip", f"{one}.xlsx"}
    for name in originals:
        assert (base / "files" / name).read_bytes() == (source / name).read_bytes()


def test_the_package_from_its_archive_is_valid_and_says_how_to_cite(
    given: Path, tmp_path: Path
) -> None:
    one = "urumqi-human-resources-2023"
    with zipfile.ZipFile(given / "d" / one / f"{one}.zip") as archive:
        archive.extractall(tmp_path)
    assert package.validate(tmp_path / one) == []
    assert package.load(tmp_path / one) == package.load(ROOT / "datapackages" / one)
    assert f"{SITE}d/{one}/" in (tmp_path / one / "citation.bib").read_text(encoding="utf-8")


def test_what_a_citizen_takes_along_is_small(given: Path) -> None:
    """A package and its workbook stay far below what a disclosure's pages may weigh (450 KB)."""
    sizes = [
        sum((given / "d" / one / f"{one}.{kind}").stat().st_size for kind in ("zip", "xlsx"))
        for one in IDS
    ]
    assert sum(sizes) / len(sizes) < 180_000
