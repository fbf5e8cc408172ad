"""Croissant of a release: every table, every column, and files that are there."""

from __future__ import annotations

import hashlib
import json
import zipfile

import pyarrow.parquet as pq
from tests.release.conftest import Two

from juesuan.pages import Edition
from juesuan.release.card import Table
from juesuan.release.croissant import croissant
from juesuan.terms import schema_of

EDITION = Edition("2031.02", "2031-02-28T00:00:00Z")
TABLES = [
    Table("measures", "指标", 3, "measures.parquet"),
    Table("facts", "金额长表", 9, "facts/**/*.parquet"),
]


def test_tables_and_columns_are_told_with_their_types() -> None:
    about = json.loads(croissant(EDITION, TABLES, "0" * 64, "https://a.example/"))
    assert (about["version"], about["datePublished"], about["url"]) == (
        "2031.02", "2031-02-28", "https://a.example/",
    )  # fmt: skip
    assert "url" not in json.loads(croissant(EDITION, TABLES, "0" * 64))
    measures, facts = about["recordSet"]
    assert [one["name"] for one in measures["field"]] == [
        one.name for one in schema_of("measures").fields
    ]
    kinds = {one["name"]: one["dataType"] for one in facts["field"]}
    assert kinds["amount"] == "sc:Float" and kinds["code"] == "sc:Text"
    assert kinds["fiscal_year"] == "sc:Integer"


def test_every_reference_leads_somewhere() -> None:
    about = json.loads(croissant(EDITION, TABLES, "0" * 64))
    files = {one["@id"]: one for one in about["distribution"]}
    assert files["facts/**/*.parquet"]["@type"] == "cr:FileSet"
    assert files["facts/**/*.parquet"]["includes"] == "juesuan/facts/**/*.parquet"
    ids = [*files]
    for records in about["recordSet"]:
        own = {one["@id"] for one in records["field"]}
        ids += [records["@id"], *own]
        assert {one["@id"] for one in records["key"]} <= own
        for field in records["field"]:
            ((kind, place),) = [(k, v) for k, v in field["source"].items() if k != "extract"]
            assert files[place["@id"]]["@type"] == f"cr:{kind[0].upper()}{kind[1:]}"
    assert len(ids) == len(set(ids)), "no id twice"
    assert all(one.get("containedIn", {"@id": ids[0]})["@id"] in files for one in files.values())


def test_that_of_a_release_is_of_its_files(two: Two) -> None:
    about = json.loads((two.second / "croissant.json").read_text(encoding="utf-8"))
    archive, *tables = about["distribution"]
    path = two.second / archive["contentUrl"]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == archive["sha256"]
    with zipfile.ZipFile(path) as opened:
        for records, file in zip(about["recordSet"], tables, strict=True):
            with opened.open(file["contentUrl"]) as found:
                columns = pq.read_schema(found).names
            assert columns == [one["source"]["extract"]["column"] for one in records["field"]]
        held = {one for one in opened.namelist() if one.endswith(".parquet")}
        assert held == {one["contentUrl"] for one in tables}
