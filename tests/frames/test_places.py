"""Places of collections: what is brought is removed again, what is damaged is told."""

from __future__ import annotations

import gc
import json
import shutil
import tempfile
import zipfile
from pathlib import Path

import pytest

from juesuan.errors import PackageError
from juesuan.frames import places
from juesuan.frames.places import place_of


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where what is brought is put, for this test."""
    (tmp_path / "own").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "own"))
    return tmp_path / "own"


def archive(path: Path, *names: str) -> Path:
    """A ZIP of a package of which some files are there."""
    table = {"name": "a", "type": "table", "path": "a.csv", "schema": {"fields": [{"name": "a"}]}}
    with zipfile.ZipFile(path, "w") as made:
        for name in names:
            about = json.dumps({"resources": [table]})
            made.writestr(f"x/{name}", about if name == "datapackage.json" else "a\n1\n")
    return path


@pytest.mark.slow
def test_what_was_brought_goes_with_the_collection(own: Path, tmp_path: Path) -> None:
    there = place_of(archive(tmp_path / "all.zip", "datapackage.json", "a.csv"))
    (table,) = there.tables
    assert there.file(table).read_text() == "a\n1\n" == there.file(table).read_text()
    assert len(list(own.iterdir())) == 1
    del there
    gc.collect()
    assert list(own.iterdir()) == []


def test_a_damaged_archive_is_told_and_leaves_nothing(own: Path, tmp_path: Path) -> None:
    (tmp_path / "text.zip").write_text("no archive", encoding="utf-8")
    for path in (tmp_path / "text.zip", archive(tmp_path / "empty.zip")):
        with pytest.raises(PackageError, match=r"found no ZIP with a datapackage.json"):
            place_of(path)
    assert list(own.iterdir()) == []
    there = place_of(archive(tmp_path / "part.zip", "datapackage.json"))
    with pytest.raises(PackageError, match=r"found no a.csv that can be read"):
        there.file(there.tables[0])


def test_a_file_that_is_too_large_is_refused(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = place_of(archive(tmp_path / "all.zip", "datapackage.json", "a.csv"))
    monkeypatch.setattr(places, "MOST", 1)
    with pytest.raises(PackageError, match="more than"):
        there.file(there.tables[0])


def test_a_folder_that_lacks_a_file_is_told(whole_folder: Path, tmp_path: Path) -> None:
    shutil.copy(whole_folder / "datapackage.json", tmp_path)
    there = place_of(tmp_path)
    with pytest.raises(PackageError, match=r"found no disclosure.parquet; expected"):
        there.file(there.tables[0])
    (tmp_path / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(PackageError, match=r"found no datapackage.json that can be read"):
        place_of(tmp_path)


def test_disclosures_beside_each_other_are_parts_of_tables(five: Path) -> None:
    for place in (five, five / "datapackages"):
        found = place_of(place)
        measures = [one for one in found.tables if one.name == "measures"]
        assert [one.of for one in measures] == sorted(
            path.name for path in (five / "datapackages").iterdir() if path.is_dir()
        )
        assert all(found.file(one).is_file() for one in measures)
