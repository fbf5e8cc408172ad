"""Tables over all disclosures as Parquet, typed: exact decimals, days, codes as text.

Each file is one ``COPY`` of a database that reads the CSV files one after the other, in bounded
memory; what a resource holds never is in memory as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import duckdb

from juesuan import terms
from juesuan.pages.machines.files.joined import bodies, head
from juesuan.pages.store.database import quoted, source_of

WHOLE = 64 << 20
"""Bytes of CSV up to which a resource is one file; beyond, it is parted by region and year."""

_MEMORY = "512MB"
_TYPES = {
    "number": "DECIMAL(24, 6)",
    "integer": "DECIMAL(18, 0)",
    "year": "SMALLINT",
    "boolean": "BOOLEAN",
    "date": "DATE",
}
"""Counts are decimals too: readers make floats of whole numbers where some cells are empty."""


class Part(NamedTuple):
    """A Parquet file: its name, the CSV files whose rows it holds, what its resource is called."""

    name: str
    files: Sequence[Path]
    resource: str


def parts(resource: str, files: Mapping[tuple[str, str], Sequence[Path]]) -> Iterator[Part]:
    """The files of a resource.

    Args:
        resource: its name.
        files: its CSV files, by region and year of their disclosures.
    """
    every = [path for own in files.values() for path in own]
    if sum(path.stat().st_size for path in every) <= WHOLE:
        yield Part(f"{resource}.parquet", every, resource)
        return
    for (region, year), own in sorted(files.items()):
        where = region or "none"
        path = f"{resource}/region={where}/year={year}/{resource}.parquet"
        yield Part(path, own, f"{resource}.{where}.{year}")


class Columnar:
    """One database that writes all files."""

    def __init__(self, link: duckdb.DuckDBPyConnection) -> None:
        self._link = link

    def write(self, path: Path, resource: str, files: Sequence[Path]) -> None:
        """Write the rows of CSV files of one resource as one Parquet file.

        They are put together first: a file costs the database more to open than to read.
        """
        columns = ", ".join(map(_column, terms.schema_of(resource).fields))
        together = path.with_name(f"{path.name}.csv")
        try:
            with together.open("wb") as file:
                file.writelines(chain([head(resource)], bodies(resource, files)))
            source = source_of([together], ", hive_partitioning = false")
            self._link.execute(
                f"COPY (SELECT {columns} FROM {source}) "  # noqa: S608 - our own names  # nosec B608
                f"TO {quoted(str(path))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 100000)"
            )
        finally:
            together.unlink(missing_ok=True)


@contextmanager
def columnar() -> Iterator[Columnar]:
    """A database that writes Parquet files in bounded memory, in the order of what it reads."""
    with duckdb.connect(
        ":memory:",
        config={"threads": 1, "preserve_insertion_order": True, "memory_limit": _MEMORY},
    ) as link:
        yield Columnar(link)


def _column(field: terms.Field) -> str:
    kind = _TYPES.get(field.type)
    return f'CAST("{field.name}" AS {kind}) AS "{field.name}"' if kind else f'"{field.name}"'
