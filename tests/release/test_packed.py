"""The delta as files: valid, the same bytes each time, each row as it was and as it is."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from tests.release.made_release import issue, items, terms

from juesuan import package
from juesuan.pages import Edition
from juesuan.release import packed
from juesuan.release.delta import Delta

EDITION = Edition("2026.04", "2026-04-01T00:00:00Z")
OLD = {
    "functions": items(("a-2024", "1", "甲项", "1.00")),
    "glossary": terms(("a-2024", "甲", "一")),
}
NEW = {
    "functions": items(("a-2024", "1", "乙项", "1.00")),
    "glossary": terms(("a-2024", "甲", "壹")),
}


def written(tmp_path: Path, name: str, new: dict = NEW) -> Path:
    delta = Delta(
        issue(tmp_path / "a.zip", "2026.03", OLD), issue(tmp_path / "b.zip", "2026.04", new)
    )
    packed.write(tmp_path / name, delta, EDITION)
    return tmp_path / name


def test_it_is_a_valid_package_of_the_rows_that_differ(tmp_path: Path) -> None:
    with zipfile.ZipFile(written(tmp_path, "delta.zip")) as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / packed.FOLDER
    assert package.validate(folder) == []
    about = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert (about["version"], about["created"]) == EDITION
    assert about["before"]["version"] == "2026.03" and about["after"]["version"] == "2026.04"
    assert (folder / "glossary.csv").read_text(encoding="utf-8").splitlines() == [
        "delta_change,delta_row,disclosure_id,term,definition",
        "changed_from,1,a-2024,甲,一",
        "changed_to,1,a-2024,甲,壹",
    ]
    words = [
        line.split(",")[0] for line in (folder / "functions.csv").read_text("utf-8").splitlines()
    ]
    assert words == ["delta_change", "added", "removed"]


def test_the_same_releases_give_the_same_bytes(tmp_path: Path) -> None:
    assert written(tmp_path, "one.zip").read_bytes() == written(tmp_path, "two.zip").read_bytes()


def test_nothing_that_differs_is_a_valid_package_too(tmp_path: Path) -> None:
    with zipfile.ZipFile(written(tmp_path, "delta.zip", OLD)) as archive:
        archive.extractall(tmp_path)
        assert [name.endswith(".csv") for name in archive.namelist()].count(True) == 1
    assert package.validate(tmp_path / packed.FOLDER) == []
