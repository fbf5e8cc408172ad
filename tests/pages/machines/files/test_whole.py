"""The package over all: in the hands of those who use it, and the same in both of its forms."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from juesuan import package, terms
from juesuan.model import Facts
from juesuan.pages.machines.files import parquet, whole
from juesuan.pages.writer import Writer
from tests.conftest import IDS
from tests.pages.conftest import write_all
from tests.pages.made_facts import measure
from tests.pages.made_store import disclosure_of, store_of

ONE = "urumqi-human-resources-2023"
Published = dict[str, list[dict[str, str]]]


@pytest.fixture(scope="module")
def everything(given: Path) -> Path:
    return given / "d" / "all"


@pytest.fixture(scope="module")
def rows(five_facts: dict[str, Facts]) -> Published:
    """All rows of all packages, by region, department and year."""
    found: Published = {name: [] for name in terms.resource_schemas()}
    about = {one: facts.disclosure for one, facts in five_facts.items()}
    for one in sorted(IDS, key=lambda one: (about[one]["region_code"], one)):
        for name, every in five_facts[one].tables.items():
            found[name] += [dict(row) for row in every]
    return {name: every for name, every in found.items() if every}


def test_it_is_valid_for_frictionless_and_by_the_profile(everything: Path) -> None:
    assert package.validate(everything) == []


def test_its_csv_is_a_valid_package_too(everything: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(everything / whole.CSV) as archive:
        assert len(archive.namelist()) == len(set(archive.namelist()))
        archive.extractall(tmp_path)
    assert package.validate(tmp_path / whole.NAME) == []


def test_parquet_loses_no_digit_and_no_row(everything: Path, rows: Published) -> None:
    for name, every in rows.items():
        table = pq.read_table(everything / f"{name}.parquet").to_pylist()
        assert len(table) == len(every), name
        kinds = {one.name: one.type for one in terms.resource_schemas()[name].fields}
        for ours, theirs in zip(every, table, strict=True):
            for field, value in ours.items():
                found = theirs[field]
                if kinds[field] == "number":
                    assert found == (Decimal(value) if value else None), (name, ours)
                elif kinds[field] == "string":
                    assert (found or "") == value, (name, ours)


def test_csv_holds_what_is_published(everything: Path, rows: Published) -> None:
    with zipfile.ZipFile(everything / whole.CSV) as archive:
        for name, every in rows.items():
            text = archive.read(f"juesuan/{name}.csv").decode()
            assert list(csv.DictReader(io.StringIO(text))) == every, name
            frame = pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
            assert frame.to_dict("records") == every, name
        listed = [name for name in archive.namelist() if name.endswith(".csv")]
        assert (
            "juesuan/codes/taxonomy.csv" in listed
            and "juesuan/datapackage.json" in archive.namelist()
        )


def test_polars_and_duckdb_see_one_number(everything: Path) -> None:
    measures = pl.read_parquet(everything / "measures.parquet")
    row = measures.filter(
        (pl.col("disclosure_id") == ONE) & (pl.col("measure") == "three_public.total")
    )
    assert row["actual"][0] == Decimal("77.78")
    asked = (
        f"SELECT actual FROM '{everything}/measures.parquet' "
        f"WHERE disclosure_id = '{ONE}' AND measure = 'three_public.total'"
    )
    assert duckdb.connect().execute(asked).fetchone() == (Decimal("77.78"),)


def test_its_sums_are_those_of_its_files(everything: Path) -> None:
    lines = (everything / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    told = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    apart = {"SHA256SUMS", "catalog.jsonld", "feed.xml"}
    there = {
        path.relative_to(everything).as_posix() for path in everything.rglob("*") if path.is_file()
    }
    assert set(told) == there - apart
    for name, digest in told.items():
        assert hashlib.sha256((everything / name).read_bytes()).hexdigest() == digest
    checked = subprocess.run(
        ["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=everything, check=False
    )
    assert checked.returncode == 0


@pytest.mark.slow
def test_each_part_of_a_parted_table_is_a_resource(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "WHOLE", 10)
    places = {"region_code": "650100"}, {"region_code": "652300"}
    store = store_of(
        tmp_path,
        disclosure_of("jia-ju-2024", places[0], measures=[measure("overall", "1.00")]),
        disclosure_of("yi-ju-2024", places[1], measures=[measure("overall", "2.00")]),
    )
    for address, content in whole.files(store):
        path = tmp_path / "site" / address
        Writer().write(path, content)
    base = tmp_path / "site" / "d" / "all"
    assert package.validate(base) == []
    about = json.loads((base / "datapackage.json").read_text(encoding="utf-8"))
    told = {one["name"]: one["path"] for one in about["resources"]}
    for code in ("650100", "652300"):
        path = f"measures/region={code}/year=2024/measures.parquet"
        assert told[f"measures.{code}.2024"] == path
    read = duckdb.connect().execute(f"SELECT region, actual FROM read_parquet('{base}/measures/**/*.parquet', "
                      "hive_partitioning = true) ORDER BY 1").fetchall()  # fmt: skip
    assert [int(actual) for _, actual in read] == [1, 2]
    assert whole.offered(store).keys() == {*whole.DESCRIBED}


@pytest.mark.slow
def test_two_builds_give_the_same_bytes(collected: Path, given: Path, tmp_path: Path) -> None:
    write_all(collected, tmp_path)
    for path in given.rglob("*"):
        if path.is_file():
            other = tmp_path / path.relative_to(given)
            assert other.read_bytes() == path.read_bytes(), other
