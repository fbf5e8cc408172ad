"""What a descriptor says of tables; one that says something else is refused."""

from __future__ import annotations

import pytest

from juesuan.errors import PackageError
from juesuan.frames.described import Table, damaged, inside, listed, tables

SCHEMA = {
    "fields": [{"name": "disclosure_id", "type": "string"}, {"name": "score", "type": "number"}],
    "primaryKey": ["disclosure_id", "score"],
}


def test_tables_have_columns_and_keys() -> None:
    resources = [
        {"name": "marks", "type": "table", "path": "marks.csv", "schema": SCHEMA},
        {"name": "marks.4201.2023", "type": "table", "path": "x/marks.parquet", "schema": SCHEMA},
        {"name": "picture", "path": "picture.svg"},
    ]
    kinds = {"disclosure_id": "string", "score": "number"}
    assert [*tables("made", {"resources": resources})] == [
        Table("marks", "marks.csv", kinds, ("score",)),
        Table("marks", "x/marks.parquet", kinds, ("score",)),
    ]


@pytest.mark.parametrize(
    "about",
    [
        [],
        "text",
        None,
        {"resources": [{"type": "table", "name": "a", "path": "a.csv", "schema": "a.json"}]},
        {"resources": [{"type": "table", "name": "a", "path": "../a.csv", "schema": {}}]},
        {"resources": [{"type": "table", "name": "a", "path": ["a.csv"], "schema": {}}]},
    ],
)
def test_what_is_no_descriptor_is_refused(about) -> None:
    if isinstance(about, dict) and isinstance(about["resources"][0]["path"], list):
        (found,) = tables("made", about)
        assert found.path == "['a.csv']", "it names no file, and none is found there"
        return
    with pytest.raises(PackageError, match="made: found"):
        list(tables("made", about))


@pytest.mark.parametrize("path", ["/a", "../a", "a/../../b", "C:\\a", "a\\b", "https://a/b"])
def test_paths_stay_inside(path: str) -> None:
    with pytest.raises(PackageError, match="made: found the path"):
        inside("made", path)
    assert inside("made", "data/region=1/a.csv") == "data/region=1/a.csv"


def test_what_is_no_list_has_no_objects() -> None:
    assert [*listed({"a": 1})] == [*listed(None)] == [*listed(["a", 1])] == []
    assert "(why)" in str(damaged("made", "x", ValueError("why")))
