"""A release as it is kept: its tables, and what is none refused."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from tests.release.made_release import issue, terms

from juesuan.errors import PackageError
from juesuan.release.issue import Issue


def test_it_gives_columns_key_and_rows(tmp_path: Path) -> None:
    found = issue(tmp_path / "a.zip", "2026.03", {"glossary": terms(("a-2024", "甲", "一\n二"))})
    assert found.version == "2026.03" and found.created.startswith("2026-03-01")
    assert found.names == ("glossary",) and found.key("glossary") == ("disclosure_id", "term")
    assert found.columns("glossary") == ("disclosure_id", "term", "definition")
    assert list(found.rows("glossary")) == [("a-2024", "甲", "一\n二")]
    assert found.columns("other") == () and list(found.rows("other")) == []
    assert json.loads(found.descriptor)["version"] == "2026.03" and len(found.sha256) == 64


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ({}, "no release that can be read"),
        ({"juesuan/datapackage.json": "[]"}, "no release that can be read"),
        ({"juesuan/datapackage.json": "{"}, "no release that can be read"),
    ],
)
def test_what_is_no_release_is_refused(tmp_path: Path, names: dict[str, str], told: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name, text in names.items():
            archive.writestr(name, text)
    with pytest.raises(PackageError, match=f"{told}.*juesuan-csv.zip"):
        Issue(tmp_path / "a.zip")
    with pytest.raises(PackageError, match="no release that can be read"):
        Issue(tmp_path / "nothing.zip")
    (tmp_path / "text.zip").write_text("no archive", encoding="utf-8")
    with pytest.raises(PackageError, match="no release that can be read"):
        Issue(tmp_path / "text.zip")


def test_a_damaged_table_is_told_with_its_line(tmp_path: Path) -> None:
    found = issue(tmp_path / "a.zip", "2026.03", {"glossary": terms(("a-2024", "甲"))})
    with pytest.raises(PackageError, match=r"2 cells in line 2 of glossary.csv"):
        list(found.rows("glossary"))
    with pytest.raises(PackageError, match=r"no nothing.json"):
        found.beside("nothing.json")
