"""The packages in a columnar database that is kept between builds.

Each table has two columns more than its resource: ``_key``, a number for the disclosure, by which
the rows of one are found without looking at those of all others (rows of one are put in together,
and each block knows the least and the greatest key in it), and ``_row``, the row's place in its
file. What has changed is taken out and put in again; the order in which rows lie says nothing, so
whoever asks must say in which order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import duckdb

from juesuan import terms
from juesuan.beside import beside
from juesuan.collection import hash_of
from juesuan.reach import version

DATABASE = Path(".cache") / "packages.duckdb"
"""Where it is kept, below the repository's root."""

MEMORY = "512MB"
"""What the database may hold in memory; the rest stays on disk."""

_READ = (
    "read_csv({files}, all_varchar = true, header = true, delim = ',', quote = '\"', "
    "escape = '\"', nullstr = '', strict_mode = true, max_line_size = 50000000, "
    "union_by_name = true{more})"
)
_AT_ONCE = 500
"""Disclosures whose files are read by one statement."""

Keys = dict[str, int]
"""Id of a disclosure to its key."""


def quoted(text: str) -> str:
    """A text as an SQL literal.

    >>> quoted("it's")
    "'it''s'"
    """
    return "'" + text.replace("'", "''") + "'"


def source_of(files: Sequence[Path], more: str = "") -> str:
    """SQL that reads CSV files of one resource, every cell as text.

    Args:
        files: the files.
        more: further arguments of ``read_csv``.
    """
    listed = "[" + ", ".join(quoted(str(path)) for path in files) + "]"
    return _READ.format(files=listed, more=more)


def columns_of(resource: str) -> str:
    """The columns of a resource, in SQL."""
    fields = terms.resource_schemas()[resource].fields
    return ", ".join(f'"{field.name}"' for field in fields)


def texts_of(resource: str) -> str:
    """The columns of a resource as texts, in SQL: what is not printed is an empty one."""
    fields = terms.resource_schemas()[resource].fields
    return ", ".join(f"coalesce(\"{field.name}\", '')" for field in fields)


def opened(
    folders: Mapping[str, Path], kept: Path | None = None
) -> tuple[duckdb.DuckDBPyConnection, Keys]:
    """The database of some packages, and their keys.

    Args:
        folders: id to the folder of its package.
        kept: the file in which it is kept between builds; in memory if None.
    """
    if kept is None:
        link = _connected(":memory:")
    else:
        kept.parent.mkdir(parents=True, exist_ok=True)
        link = _reopened(kept)
    return link, _filled(link, folders)


def _connected(name: str) -> duckdb.DuckDBPyConnection:
    config: dict[str, str | bool | int | float | list[str]] = {
        "threads": 2,
        "memory_limit": MEMORY,
        "preserve_insertion_order": True,
    }
    return duckdb.connect(name, config=config)


def _reopened(kept: Path) -> duckdb.DuckDBPyConnection:
    """The kept database; a new one where there is none, or one that this code did not make."""
    code = version("pages.store.database") + duckdb.__version__
    with suppress(duckdb.Error):
        link = _connected(str(kept))
        with suppress(duckdb.Error):
            found = link.execute("SELECT version FROM _made_by").fetchone()
            if found == (code,):
                return link
        link.close()
    for path in (kept, kept.with_name(kept.name + ".wal")):
        path.unlink(missing_ok=True)
    link = _connected(str(kept))
    link.execute("CREATE TABLE _made_by AS SELECT ? AS version", [code])
    return link


def _filled(link: duckdb.DuckDBPyConnection, folders: Mapping[str, Path]) -> Keys:
    """Take out what has changed or is gone, and put in what is new."""
    _make_tables(link)
    prints = {one: hash_of(folder, _files(folder)) for one, folder in folders.items()}
    held = link.execute("SELECT _key, id, print FROM _held").fetchall()
    keys = {one: key for key, one, found in held if prints.get(one) == found}
    fresh = [one for one in folders if one not in keys]
    link.begin()
    _take_out(link, [key for key, one, _ in held if one not in keys])
    last = max((key for key, _, _ in held), default=0)
    keys |= {one: key for key, one in enumerate(fresh, start=last + 1)}
    _put_all_in(link, {one: folders[one] for one in fresh}, keys)
    rows = [[keys[one], one, prints[one]] for one in fresh]
    if rows:
        link.executemany("INSERT INTO _held VALUES (?, ?, ?)", rows)
    link.commit()
    return keys


def _make_tables(link: duckdb.DuckDBPyConnection) -> None:
    """The tables, where they are not there yet."""
    link.execute("CREATE TABLE IF NOT EXISTS _held (_key BIGINT, id VARCHAR, print VARCHAR)")
    link.execute("CREATE TABLE IF NOT EXISTS _judged (_key BIGINT, print VARCHAR)")
    for name in terms.resource_schemas():
        texts = columns_of(name).replace(", ", " VARCHAR, ")
        link.execute(
            f'CREATE TABLE IF NOT EXISTS "{name}" (_key BIGINT, _row BIGINT, {texts} VARCHAR)'
        )


def _put_all_in(
    link: duckdb.DuckDBPyConnection, folders: Mapping[str, Path], keys: Mapping[str, int]
) -> None:
    names = list(folders)
    for first in range(0, len(names), _AT_ONCE):
        _put_in(link, {one: folders[one] for one in names[first : first + _AT_ONCE]}, keys)


def _files(folder: Path) -> Iterable[Path]:
    return sorted((folder / "data").glob("*.csv"))


def _take_out(link: duckdb.DuckDBPyConnection, keys: Sequence[int]) -> None:
    if not keys:
        return
    every = ", ".join(map(str, keys))
    for name in ("_held", "_judged", *terms.resource_schemas()):
        link.execute(f'DELETE FROM "{name}" WHERE _key IN ({every})')  # noqa: S608 - our own  # nosec B608


def _put_in(
    link: duckdb.DuckDBPyConnection, folders: Mapping[str, Path], keys: Mapping[str, int]
) -> None:
    """Put in the rows of some packages, those of each together."""
    for name in terms.resource_schemas():
        files = {
            str(path): keys[one]
            for one, folder in folders.items()
            if (path := folder / "data" / f"{name}.csv").exists()
        }
        if not files:
            continue
        link.execute("CREATE OR REPLACE TEMP TABLE _of_file (_file VARCHAR, _key BIGINT)")
        link.executemany("INSERT INTO _of_file VALUES (?, ?)", [list(one) for one in files.items()])
        columns = columns_of(name)
        source = source_of([Path(one) for one in files], ", filename = '_file'")
        link.execute(
            f'INSERT INTO "{name}" SELECT _key, _row, {columns} FROM '  # noqa: S608 - our own names  # nosec B608
            f"(SELECT row_number() OVER () AS _row, * FROM {source}) JOIN _of_file USING (_file) "
            "ORDER BY _key, _row"
        )


def prints(link: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """A hash over the package of each disclosure, by its id."""
    return dict(link.execute("SELECT id, print FROM _held").fetchall())


def judged(link: duckdb.DuckDBPyConnection) -> dict[int, str]:
    """From what the findings between disclosures that are kept were judged, by key."""
    return dict(link.execute("SELECT _key, print FROM _judged").fetchall())


def keep_judged(
    link: duckdb.DuckDBPyConnection, resource: str, fresh: Mapping[int, str], file: Path
) -> None:
    """Put findings in the place of earlier ones.

    Args:
        link: the database.
        resource: whose rows they are.
        fresh: of each disclosure that was judged, from what; its earlier findings go.
        file: the findings as CSV, with ``_key`` and ``_row``; empty where there is none.
    """
    if not fresh:
        return
    keys = ", ".join(map(str, fresh))
    link.begin()
    for name in ("_judged", resource):
        link.execute(f'DELETE FROM "{name}" WHERE _key IN ({keys})')  # noqa: S608 - our own  # nosec B608
    link.executemany("INSERT INTO _judged VALUES (?, ?)", [list(one) for one in fresh.items()])
    if file.stat().st_size:
        names = f"_key, _row, {columns_of(resource)}"
        link.execute(f'INSERT INTO "{resource}" SELECT {names} FROM {source_of([file])}')  # noqa: S608 - our own  # nosec B608
    link.commit()


def write_csv(
    link: duckdb.DuckDBPyConnection, resource: str, keys: Sequence[int], path: Path
) -> bool:
    """Write the rows of some disclosures as CSV, as packages have it.

    Args:
        link: the database.
        resource: whose rows.
        keys: of the disclosures.
        path: of the file; it is written beside and renamed.

    Returns:
        Whether there are any; else there is no file.
    """
    those = f'FROM "{resource}" WHERE _key IN ({", ".join(map(str, keys))})'
    found = link.execute(f"SELECT count(*) {those}").fetchone()  # nosec B608
    if not found or not found[0]:
        path.unlink(missing_ok=True)
        return False
    select = f"SELECT {columns_of(resource)} {those} ORDER BY disclosure_id, _row"  # nosec B608
    with beside(path) as fresh:
        link.execute(f"COPY ({select}) TO {quoted(str(fresh))} (FORMAT csv, HEADER)")
    return True
