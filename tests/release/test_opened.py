"""Every file of a release opens in what people use, and says there what the packages say.

What is expected is read from the packages of the collection, never from the release.
"""

from __future__ import annotations

import csv
import hashlib
import html.parser
import io
import json
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest
from tests.conftest import ROOT, program
from tests.release.conftest import Two

import juesuan
from juesuan import terms

MEASURE = ("made-up-2024", "revenue", "revenue.other")
CELL = Decimal("9.50")
"""A cell that was corrected between the two releases, and what it is in the second one."""

QUESTION = (
    "SELECT actual FROM {} WHERE disclosure_id = 'made-up-2024' AND section = 'revenue' "
    "AND measure = 'revenue.other'"
)


@pytest.fixture(scope="module")
def opened(two: Two, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folders of the archives of the second release, and of the CSV of the first."""
    base = tmp_path_factory.mktemp("opened")
    places = {"before": two.first / "juesuan-csv.zip"}
    places |= {
        name: two.second / f"juesuan-{name}.zip" for name in ("csv", "parquet", "delta", "site")
    }
    found = {}
    for name, path in places.items():
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            archive.extractall(base / name)
        (found[name],) = (base / name).iterdir()
    return found


def published(two: Two, name: str) -> list[dict[str, str]]:
    """The rows of a table in all packages of the collection, in the order of their ids."""
    folders = sorted(path for path in (two.root / "datapackages").iterdir() if path.is_dir())
    found: list[dict[str, str]] = []
    for folder in folders:
        path = folder / "data" / f"{name}.csv"
        if path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                found += csv.DictReader(file)
    return found


def tables(two: Two) -> list[str]:
    return [name for name in terms.resource_schemas() if published(two, name)]


def test_pandas_reads_every_parquet_file_and_csv(two: Two, opened: dict[str, Path]) -> None:
    for name in tables(two):
        rows = published(two, name)
        frame = pd.read_parquet(opened["parquet"] / f"{name}.parquet")
        assert len(frame) == len(rows) and [*frame] == [*rows[0]], name
        texts = pd.read_csv(opened["csv"] / f"{name}.csv", dtype=str, keep_default_na=False)
        assert texts.to_dict("records") == rows, name
    measures = pd.read_parquet(opened["parquet"] / "measures.parquet")
    found = measures.set_index(["disclosure_id", "section", "measure"]).loc[MEASURE, "actual"]
    assert found == CELL and isinstance(found, Decimal)


def test_polars_reads_every_parquet_file_and_csv(two: Two, opened: dict[str, Path]) -> None:
    for name in tables(two):
        rows = published(two, name)
        frame = pl.read_parquet(opened["parquet"] / f"{name}.parquet")
        assert frame.height == len(rows) and frame.columns == [*rows[0]], name
        texts = pl.read_csv(opened["csv"] / f"{name}.csv", infer_schema=False)
        assert texts.with_columns(pl.all().fill_null("")).to_dicts() == rows, name
    measures = pl.read_parquet(opened["parquet"] / "measures.parquet")
    (row,) = measures.filter(
        *(
            pl.col(key) == value
            for key, value in zip(("disclosure_id", "section", "measure"), MEASURE, strict=True)
        )
    ).to_dicts()
    assert row["actual"] == CELL


def test_duckdb_asks_parquet_csv_and_archives_are_alike(two: Two, opened: dict[str, Path]) -> None:
    with duckdb.connect() as link:
        for path in (opened["parquet"] / "measures.parquet", opened["csv"] / "measures.csv"):
            ((found,),) = link.execute(QUESTION.format(f"'{path}'")).fetchall()
            assert Decimal(str(found)) == CELL
        for name in (*tables(two), "facts"):
            both = [
                link.execute(f"SELECT count(*) FROM '{path}'").fetchone()
                for path in (opened["parquet"] / f"{name}.parquet", opened["csv"] / f"{name}.csv")
            ]
            assert both[0] == both[1] != (0,), name


def test_our_own_frames_read_both_archives_from_a_release(two: Two) -> None:
    for name in ("juesuan-parquet.zip", "juesuan-csv.zip"):
        every = juesuan.read_collection(two.second / name)
        row = every["measures"].set_index(["disclosure_id", "section", "measure"]).loc[MEASURE]
        assert row["actual"] == CELL and len(every.evidence("facts")) > 100


def test_sqlite_opens_with_its_own_program_and_keys_hold(two: Two) -> None:
    path = two.second / "juesuan.sqlite"
    with closing(sqlite3.connect(path)) as link:
        assert link.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert link.execute("PRAGMA foreign_key_check").fetchall() == []
        for name in tables(two):
            assert link.execute(f"SELECT count(*) FROM {name}").fetchone() == (
                len(published(two, name)),
            )
    done = subprocess.run(
        [program("sqlite3"), path, QUESTION.format("measures")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert Decimal(done.stdout.strip()) == CELL


def test_openpyxl_reads_the_workbook(two: Two) -> None:
    book = openpyxl.load_workbook(two.second / "juesuan.xlsx", read_only=True)
    rows = [*book[terms.schema_of("measures").title].iter_rows(values_only=True)]
    (row,) = [row for row in rows if {"made-up-2024", "revenue.other"} <= {*row}]
    assert 9.5 in row and len(book.sheetnames) > 5


@pytest.mark.office
@pytest.mark.parametrize("name", ["juesuan.xlsx", "measures.csv"])
def test_libreoffice_opens_workbook_and_csv(
    two: Two, opened: dict[str, Path], tmp_path: Path, name: str
) -> None:
    source = two.second / name if name.endswith("xlsx") else opened["csv"] / name
    told = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    reads = [] if name.endswith("xlsx") else ["--infilter=CSV:44,34,76,1"]
    command = [
        program("soffice"), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
        *reads, "--convert-to", told, "--outdir", tmp_path / "out", source,
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()]
    rows = [row for text in texts for row in csv.reader(io.StringIO(text))]
    (row,) = [row for row in rows if {"made-up-2024", "revenue.other"} <= {*row}]
    assert any(cell in ("9.50", "9.5") for cell in row)
    if name.endswith("xlsx"):
        assert len(texts) > 5, "a sheet a table"


def test_r_reads_the_csv(opened: dict[str, Path]) -> None:
    path = opened["csv"] / "measures.csv"
    code = (
        f'm <- read.csv("{path}", colClasses = "character", na.strings = "", fileEncoding = "UTF-8");'
        'cat(m$actual[m$disclosure_id == "made-up-2024" & m$measure == "revenue.other"])'
    )
    done = subprocess.run(
        [program("Rscript"), "-e", code], capture_output=True, text=True, check=True
    )
    assert Decimal(done.stdout) == CELL


class _Links(html.parser.HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in ("href", "src")]


def test_pages_of_the_website_lead_to_files(opened: dict[str, Path]) -> None:
    page = opened["site"] / "index.html"
    links = _Links(page.read_text(encoding="utf-8")).found
    assert links
    for link in links:
        if "://" not in link:
            assert not link.partition("#")[0].endswith("/"), (
                f"{link}: a folder opens no page from disk"
            )


def test_checksums_hold_for_the_program_that_everyone_has(
    two: Two, opened: dict[str, Path]
) -> None:
    for folder in (two.second, opened["parquet"]):
        done = subprocess.run(
            ["sha256sum", "-c", "SHA256SUMS"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
    (two.root / "damaged").mkdir(exist_ok=True)
    for path in two.second.iterdir():
        shutil.copy(path, two.root / "damaged")
    (two.root / "damaged" / "CHANGES.md").write_text("other", encoding="utf-8")
    done = subprocess.run(
        ["sha256sum", "-c", "SHA256SUMS"],
        cwd=two.root / "damaged",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1 and "CHANGES.md: FAILED" in done.stdout


def test_the_delta_is_applied_with_nothing_but_pandas(opened: dict[str, Path]) -> None:
    """As its description says: rows that go are taken out, rows that come are put at their number."""
    about = json.loads((opened["delta"] / "datapackage.json").read_text(encoding="utf-8"))
    changed = {one["name"] for one in about["resources"]}
    for name, columns in about["columns"].items():
        paths = {
            one["name"]: one["path"]
            for one in json.loads((opened["csv"] / "datapackage.json").read_text("utf-8"))[
                "resources"
            ]
        }
        later = pd.read_csv(opened["csv"] / paths[name], dtype=str, keep_default_na=False)
        if not (opened["before"] / paths[name]).exists():
            old = pd.DataFrame(columns=columns)
        else:
            old = pd.read_csv(opened["before"] / paths[name], dtype=str, keep_default_na=False)
        rows: list[dict[str, str]] = old.to_dict("records")
        if name in changed:
            delta = pd.read_csv(opened["delta"] / f"{name}.csv", dtype=str, keep_default_na=False)
            leaves = delta["delta_change"].isin(["removed", "changed_from", "moved_from"])
            gone = {int(one) - 1 for one in delta[leaves]["delta_row"]}
            rows = [row for at, row in enumerate(rows) if at not in gone]
            comes = delta[~leaves].assign(at=lambda one: one["delta_row"].astype(int))
            for row in comes.sort_values("at").to_dict("records"):
                rows.insert(row["at"] - 1, {column: row[column] for column in columns})
        assert rows == later.to_dict("records"), name


@pytest.mark.slow
def test_the_bill_of_materials_is_one_of_cyclonedx(tmp_path: Path) -> None:
    """As `make sbom` writes it, which a release takes as it is."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    path = tmp_path / "sbom.json"
    command = [
        sys.executable, "-m", "cyclonedx_py", "requirements", "requirements/site.txt", "--pyproject",
        "pyproject.toml", "--output-reproducible", "--output-file", str(path),
    ]  # fmt: skip
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    text = path.read_text(encoding="utf-8")
    about = json.loads(text)
    version = SchemaVersion.from_version(about["specVersion"])
    assert JsonStrictValidator(version).validate_str(text) is None
    named = {one["name"].lower() for one in about["components"]}
    assert {"duckdb", "mkdocs-material", "pandas"} <= named
    assert all(one.get("hashes") or one.get("externalReferences") for one in about["components"])


def test_parquet_says_what_it_holds_without_reading_rows(opened: dict[str, Path]) -> None:
    schema = pq.read_schema(opened["parquet"] / "facts.parquet")
    assert str(schema.field("amount").type) == "decimal128(24, 6)"
    assert str(schema.field("code").type) == "string"
    digest = hashlib.sha256((opened["parquet"] / "facts.parquet").read_bytes()).hexdigest()
    assert digest in (opened["parquet"] / "SHA256SUMS").read_text(encoding="utf-8")
