"""The folders of a collection."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import collection
from juesuan.errors import PackageError
from tests.made import disclosure


@pytest.mark.slow
def test_ids_that_lead_elsewhere_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="not a disclosure id"):
        collection.folder_of(tmp_path, "../../etc-2024")
    file = tmp_path / "a.txt"
    file.write_text(disclosure(), encoding="utf-8")
    with pytest.raises(PackageError, match="not a disclosure id"):
        collection.add(tmp_path, file, "../evil-2024")


def test_the_files_of_a_source(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    with pytest.raises(PackageError, match="found 0 files; expected one"):
        collection.sources_of(tmp_path)
    (tmp_path / "source" / ".hidden").write_text("x", encoding="utf-8")
    (tmp_path / "source" / "a.txt").write_text("x", encoding="utf-8")
    assert [one.name for one in collection.sources_of(tmp_path)] == ["a.txt"]
    (tmp_path / "source" / "b.txt").write_text("x", encoding="utf-8")
    assert [one.name for one in collection.sources_of(tmp_path)] == ["a.txt", "b.txt"]
    (tmp_path / "source" / "folder").mkdir()
    with pytest.raises(PackageError, match="found 3 files; expected one"):
        collection.sources_of(tmp_path)


@pytest.mark.slow
def test_packages_are_loaded_by_id_or_all(repository) -> None:
    root = repository(disclosure())
    collection.convert(root / "datapackages" / "made-up-2024")
    assert [facts.disclosure_id for facts in collection.load_all(root)] == ["made-up-2024"]
    with pytest.raises(PackageError, match="no such disclosure"):
        collection.load_all(root, ["other-2024"])
