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
    ".parquet": "read_parquet(?, hive_partitioning = false, union_by_name = true)",
    ".csv": (
        "read_csv(?, all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"', "
        "nullstr = '', strict_mode = true, max_line_size = 50000000, union_by_name = true, "
        "hive_partitioning = false)"
    ),
}


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
    wanted = [f'"{name}" = ?' for name in holds or ()]
    values: list[object] = [*(holds or {}).values()]
    if ids is not None:
        wanted.append(f"{FIRST} IN (SELECT unnest(?::VARCHAR[]))")
        values.append(list(ids))
    where = f" WHERE {' AND '.join(wanted)}" if wanted else ""
    select = f"SELECT COLUMNS(*)::VARCHAR FROM {_READ[files[0].suffix]}{where}"  # noqa: S608 - our own names  # nosec B608
    named = [glob.escape(str(path)) for path in files]
    try:
        with duckdb.connect(config={"autoinstall_known_extensions": False}) as link:
            return link.execute(select, [named, *values]).df()
    except duckdb.Error as error:
        raise PackageError(
            f"{files[0].name}: found a table that cannot be read ({error}); expected one as the "
            "package describes it. What to do: download it again."
        ) from error


__all__ = ["texts"]
