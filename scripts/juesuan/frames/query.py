"""Rows of files as texts: what is not wanted is left in the files."""

from __future__ import annotations

import glob
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import pandas as pd

from juesuan.errors import PackageError
from juesuan.frames.described import FIRST

_READ = {
    ".parquet": (
        'SELECT * RENAME (file_row_number AS "juesuan row") FROM read_parquet($files, '
        "filename = 'juesuan file', file_row_number = true, hive_partitioning = false, "
        "union_by_name = true)"
    ),
    ".csv": (
        'SELECT *, row_number() OVER () AS "juesuan row" FROM read_csv($files, '
        "filename = 'juesuan file', all_varchar = true, header = true, delim = ',', quote = '\"', "
        "escape = '\"', nullstr = '', strict_mode = true, max_line_size = 50000000, "
        "union_by_name = true, hive_partitioning = false)"
    ),
}
"""How files of each kind are read, with columns that say which row of which file each row is."""


def texts(
    files: Sequence[Path], ids: Sequence[str] | None = None, holds: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """The rows of files of one table, in the order of the files.

    Args:
        files: Parquet or CSV, all of one kind; one or more.
        ids: of the disclosures whose rows are wanted; None for all rows.
        holds: columns with the value that a row must have there.

    Returns:
        Every cell as text; what is not printed is missing.

    Raises:
        PackageError: if one of them is damaged.
    """
    named = [glob.escape(str(path)) for path in files]
    values: dict[str, object] = {"files": named, "order": [str(path) for path in files]}
    wanted = []
    for number, (name, value) in enumerate((holds or {}).items()):
        wanted.append(f'"{name}" = $held{number}')
        values[f"held{number}"] = value
    if ids is not None:
        wanted.append(f"{FIRST} IN (SELECT unnest($ids::VARCHAR[]))")
        values["ids"] = list(ids)
    where = f" WHERE {' AND '.join(wanted)}" if wanted else ""
    select = (
        'SELECT COLUMNS(* EXCLUDE ("juesuan file", "juesuan row"))::VARCHAR '  # noqa: S608 - our own names  # nosec B608
        f"FROM ({_READ[files[0].suffix]}){where} "
        'ORDER BY list_position($order::VARCHAR[], "juesuan file"), "juesuan row"'
    )
    try:
        with duckdb.connect(config={"autoinstall_known_extensions": False}) as link:
            return link.execute(select, values).df()
    except duckdb.Error as error:
        raise PackageError(
            f"{files[0].name}: found a table that cannot be read ({error}); expected one as the "
            "package describes it. What to do: download it again."
        ) from error


__all__ = ["texts"]
