"""Downloads in the hands of those who use them: pandas, polars, DuckDB, SQLite, Frictionless, LibreOffice."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
from decimal import Decimal
from pathlib import Path

import duckdb
import frictionless
import openpyxl
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from juesuan import package, terms
from tests.conftest import IDS, ROOT, program

ONE = "urumqi-human-resources-2023"


@pytest.fixture(scope="module")
def everything(site: Path) -> Path:
    return site / "d" / "all"


@pytest.fixture(scope="module")
def published() -> dict[str, list[dict[str, str]]]:
    """All rows of all packages, read by our own reader."""
    found: dict[str, list[dict[str, str]]] = {name: [] for name in terms.resource_schemas()}
    for one in sorted(IDS):
        for name, rows in package.load(ROOT / "datapackages" / one).tables.items():
            found[name] += [dict(row) for row in rows]
    return found


def test_pandas_reads_every_csv_as_it_is_printed(everything: Path, published) -> None:
    for name, rows in published.items():
        frame = pd.read_csv(everything / f"{name}.csv", dtype=str, keep_default_na=False)
        assert frame.to_dict("records") == rows, name


def test_polars_sees_the_types_of_parquet(everything: Path, published) -> None:
    measures = pl.read_parquet(everything / "measures.parquet")
    assert measures.height == len(published["measures"])
    assert (
        measures.schema["actual"] == pl.Decimal(24, 6) and measures.schema["measure"] == pl.String
    )
    row = measures.filter(
        (pl.col("disclosure_id") == ONE) & (pl.col("measure") == "three_public.total")
    )
    assert row["actual"][0] == Decimal("77.78")


def test_parquet_loses_no_digit(everything: Path, published) -> None:
    for name, rows in published.items():
        table = pq.read_table(everything / f"{name}.parquet").to_pylist()
        assert len(table) == len(rows), name
        numbers = [
            field.name for field in terms.resource_schemas()[name].fields if field.type == "number"
        ]
        for ours, theirs in zip(rows, table, strict=True):
            for field in numbers:
                assert (Decimal(ours[field]) if ours[field] else None) == theirs[field], (
                    name,
                    ours,
                )


def test_duckdb_asks_csv_and_parquet_alike(everything: Path) -> None:
    question = "SELECT count(*), sum(CAST(actual AS DECIMAL(24, 6))) FROM {} WHERE unit = '万元'"
    link = duckdb.connect()
    csv = link.execute(
        question.format(f"read_csv('{everything}/measures.csv', all_varchar = true)")
    ).fetchone()
    assert csv == link.execute(question.format(f"'{everything}/measures.parquet'")).fetchone()


def test_sqlite_has_keys_indexes_and_views(everything: Path, published) -> None:
    link = sqlite3.connect(f"file:{everything / 'juesuan.sqlite'}?mode=ro", uri=True)
    assert link.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert link.execute("PRAGMA foreign_key_check").fetchall() == []
    for name, rows in published.items():
        if rows:
            assert link.execute(f"SELECT count(*) FROM {name}").fetchone() == (len(rows),), name
    assert (
        link.execute(
            "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchone()[0]
        >= 6
    )
    fails = link.execute("SELECT count(*) FROM contradictions").fetchone()[0]
    assert fails == sum(row["state"] == "fail" for row in published["checks"]) > 0
    total = link.execute(
        "SELECT actual FROM three_public WHERE department LIKE '%昌吉%' AND measure = 'three_public.total'"
    ).fetchone()
    assert total == (107.51,)
    forms = sum(row["kind"] == "project" for row in published["projects"])
    assert link.execute("SELECT count(*) FROM project_scores").fetchone()[0] == forms
    plan = link.execute("EXPLAIN QUERY PLAN SELECT * FROM measures WHERE measure = 'x'").fetchone()
    assert "USING INDEX" in plan[3]
    link.close()


def test_frictionless_validates_the_package_from_its_zip(site: Path, tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(site / "d" / ONE / f"{ONE}.zip") as archive:
        archive.extractall(tmp_path)
    report = frictionless.Package(str(tmp_path / ONE / "datapackage.json")).validate()
    assert report.valid, report.to_summary()


@pytest.mark.office
def test_libreoffice_shows_chinese_and_runs_no_formula(site: Path, tmp_path: Path) -> None:
    office = program("libreoffice")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for kind, source in (
        ("xlsx", site / "d" / ONE / f"{ONE}.xlsx"),
        ("csv", site / "d" / ONE / "data" / "indicators.csv"),
    ):
        target = tmp_path / kind
        command = [office, profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
                   "--outdir", str(target), str(source)]  # fmt: skip
        if kind == "csv":
            command.insert(
                3, "--infilter=CSV:44,34,76,1,,0,false,false,false,false,false,0,false"
            )  # as its dialog has it: no formulas
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        texts = [path.read_text(encoding="utf-8") for path in sorted(target.glob("*.csv"))]
        found = next(text for text in texts if "=51人" in text)  # the sheet of indicators
        assert "#NAME" not in found and "Err:" not in found
        assert "社会公众满意度" in found or "补贴发放人数" in found


def test_the_sums_are_those_of_the_files(site: Path) -> None:
    for base in (site / "d" / "all", site / "d" / ONE):
        lines = (base / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        assert len(lines) > 20
        for line in lines:
            wanted, name = line.split("  ", 1)
            assert hashlib.sha256((base / name).read_bytes()).hexdigest() == wanted, name


def test_the_workbook_over_all_has_types(everything: Path) -> None:
    book = openpyxl.load_workbook(everything / "juesuan.xlsx", read_only=True)
    rows = list(book["functions"].iter_rows(values_only=True))
    code, actual = rows[0].index("科目编码"), rows[0].index("决算数")
    assert isinstance(rows[1][code], str) and isinstance(rows[1][actual], (int, float))


def test_json_holds_what_the_tables_hold(everything: Path, published) -> None:
    found = json.loads((everything / "juesuan.json").read_text(encoding="utf-8"))
    assert found == {name: rows for name, rows in published.items() if name != "figures" and rows}
