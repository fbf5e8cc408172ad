"""Parquet: every digit, the types, and parts by region and year above a size."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq
import pytest

from juesuan import terms
from juesuan.package.tables import csv_text
from juesuan.pages.machines.files import parquet
from juesuan.pages.machines.files.parquet import columnar, parts
from tests.pages.made_facts import measure
from tests.pages.made_store import disclosure_of


def csv_of(folder: Path, name: str, actual: str, **about: str) -> Path:
    facts = disclosure_of(name, measures=[measure("overall", actual)], about=about)
    folder.mkdir(exist_ok=True)
    for resource in ("measures", "disclosure"):
        path = folder / f"{name}-{resource}.csv"
        path.write_text(csv_text(resource, facts.table(resource)), encoding="utf-8")
    return folder / f"{name}-measures.csv"


@pytest.mark.slow
def test_types_are_exact(tmp_path: Path) -> None:
    measures = csv_of(tmp_path, "jia-ju-2024", "-12345678901.20", published="2025-03-01")
    about = tmp_path / "jia-ju-2024-disclosure.csv"
    with columnar() as link:
        link.write(tmp_path / "m.parquet", "measures", [measures, measures])
        link.write(tmp_path / "d.parquet", "disclosure", [about])
    read = pl.read_parquet(tmp_path / "m.parquet")
    assert read.schema["actual"] == pl.Decimal(24, 6) and read.schema["measure"] == pl.String
    assert read["actual"].to_list() == [Decimal("-12345678901.20")] * 2
    assert read["change"].to_list() == [None, None]
    (row,) = pq.read_table(tmp_path / "d.parquet").to_pylist()
    assert row["fiscal_year"] == 2024 and row["published"] == datetime.date(2025, 3, 1)
    assert list(row) == [one.name for one in terms.resource_schemas()["disclosure"].fields]


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    file = csv_of(tmp_path, "jia-ju-2024", "1.00")
    for name in ("a", "b"):
        with columnar() as link:
            link.write(tmp_path / name, "measures", [file])
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize(
    ("most", "names"),
    [
        (10**9, ["measures.parquet"]),
        (
            100,
            [
                "measures/region=none/year=2024/measures.parquet",
                "measures/region=650100/year=2023/measures.parquet",
                "measures/region=650100/year=2024/measures.parquet",
            ],
        ),
    ],
)
def test_a_large_table_is_parted_by_region_and_year(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, names: list[str]
) -> None:
    monkeypatch.setattr(parquet, "WHOLE", most)
    files = {
        ("650100", "2024"): [csv_of(tmp_path, "jia-ju-2024", "1.00")],
        ("650100", "2023"): [csv_of(tmp_path, "jia-ju-2023", "2.00")],
        ("", "2024"): [csv_of(tmp_path, "yi-ju-2024", "3.00")],
    }
    found = list(parts("measures", files))
    assert [part.name for part in found] == names
    assert sum(len(part.files) for part in found) == 3
