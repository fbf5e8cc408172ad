"""All data as one workbook, as far as a spreadsheet can hold them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from juesuan.errors import PackageError
from juesuan.pages.machines.files.workbook import LEDGER, LISTED, MOST_ROWS, workbook
from juesuan.pages.store.store import Store

_LISTED = {"checks": f" WHERE state = '{LISTED}'"}
"""Of which rows of a resource a workbook tells one by one; all of the others."""


def book_file(path: Path, names: Sequence[str], store: Store) -> None:
    """Write the workbook.

    Args:
        path: the file to write.
        names: its resources.
        store: all packages.

    Raises:
        PackageError: if a resource has more rows than a sheet can hold.
    """
    for name in names:
        if name not in LEDGER:
            _refuse_too_many(name, store)
    workbook(path, "juesuan", names, store.rows)


def _refuse_too_many(name: str, store: Store) -> None:
    rows = store.one(f"SELECT count(*) FROM {name}{_LISTED.get(name, '')}")  # noqa: S608 - our own names  # nosec B608
    if rows > MOST_ROWS:
        raise PackageError(
            f"{name} has {rows:,} rows; a sheet of a workbook holds {MOST_ROWS:,}. What to do: "
            "take the Parquet files or `juesuan export sqlite`."
        )
