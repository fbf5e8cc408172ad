"""Where two packages of one disclosure differ, in words for who must correct one of them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from juesuan import package, terms
from juesuan.terms.problems import shown

_DESCRIPTOR = "datapackage.json"
_NOTHING = "nothing"


def differences(found: Path, given: Path) -> Iterator[str]:
    """How a package on disk differs from what its source gives.

    Args:
        found: folder of the package on disk.
        given: folder of the package as it was made anew.

    Yields:
        A line each: file, line, row and column, what was found there, what the source gives.

    Raises:
        PackageError: if a file of the package on disk lies elsewhere.
    """
    for name in sorted(_files(found) | _files(given)):
        here, there = package.within(found, name), given / name
        where = f"{found.name}/{name}"
        if not here.is_file():
            yield f"{where}: found no such file; the source gives one"
        elif not there.is_file():
            yield f"{where}: found this file; the source gives none"
        elif here.read_bytes() != there.read_bytes():
            yield from _of_file(where, here.read_bytes(), there.read_bytes())


def _files(folder: Path) -> set[str]:
    """What a package consists of, below its folder."""
    paths = [folder / _DESCRIPTOR, *(folder / "data").rglob("*")]
    return {path.relative_to(folder).as_posix() for path in paths if not path.is_dir()}


def _of_file(where: str, found: bytes, given: bytes) -> Iterator[str]:
    """The differences of two files that are not the same; never none."""
    try:
        here, there = found.decode("utf-8"), given.decode("utf-8")
        told = list(_of_texts(where, here, there))
    except (ValueError, RecursionError, csv.Error) as error:
        told = [f"{where}: cannot be read ({error}); the source gives {len(given)} other bytes"]
    told = told or [
        f"{where}: the same content, written in other bytes (order, ends of lines, quotes)"
    ]
    yield from map(_in_one_line, told)


def _in_one_line(text: str) -> str:
    """The text with what is no printable character written as its escape."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def _of_texts(where: str, found: str, given: str) -> Iterator[str]:
    if where.endswith(".csv"):
        yield from _of_tables(where, _Table.of(found), _Table.of(given))
    elif where.endswith(".json"):
        yield from _of_values(where, json.loads(found), json.loads(given))
    else:
        yield from _of_lines(where, found.splitlines(), given.splitlines())


class _Table:
    """A table of CSV: its columns, its rows by their key, and the line of each."""

    def __init__(self, columns: Sequence[str], rows: Mapping[str, tuple[int, list[str]]]) -> None:
        self.columns, self.rows = columns, rows

    @classmethod
    def of(cls, text: str) -> _Table:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        columns = next(reader, [])
        rows: dict[str, tuple[int, list[str]]] = {}
        for cells in reader:
            key = _key(columns, cells)
            while key in rows:
                key += " again"
            rows[key] = (reader.line_num, cells)
        return cls(columns, rows)


def _key(columns: Sequence[str], cells: Sequence[str]) -> str:
    """The key of a row as the ledger names it, of whichever resource has these columns."""
    row = dict(zip(columns, cells, strict=False))
    for resource in terms.resource_schemas().values():
        if [field.name for field in resource.fields] == list(columns):
            return "/".join(row.get(name, "") for name in resource.key)
    return "/".join(cells)


def _of_tables(where: str, found: _Table, given: _Table) -> Iterator[str]:
    if found.columns != given.columns:
        columns = ", ".join(given.columns)
        yield f"{where}:1: found the columns {', '.join(found.columns)}; the source gives {columns}"
        return
    for key in given.rows:
        if key not in found.rows:
            yield f"{where}: row {key}: found no such row; the source gives one"
    for key, (line, cells) in found.rows.items():
        place = f"{where}:{line}: row {key}"
        if key in given.rows:
            yield from _of_rows(place, found.columns, cells, given.rows[key][1])
        else:
            yield f"{place}: found this row; the source gives none"


def _of_rows(
    place: str, columns: Sequence[str], found: Sequence[str], given: Sequence[str]
) -> Iterator[str]:
    if len(found) != len(given):
        yield f"{place}: found {len(found)} cells; the source gives {len(given)}"
        return
    for column, here, there in zip(columns, found, given, strict=True):
        if here != there:
            yield f"{place}, column {column}: {_found_and_given(here, there)}"


def _of_lines(where: str, found: Sequence[str], given: Sequence[str]) -> Iterator[str]:
    for line, (here, there) in enumerate(zip_longest(found, given), start=1):
        if here != there:
            yield f"{where}:{line}: {_found_and_given(here, there)}"


def _of_values(where: str, found: object, given: object) -> Iterator[str]:
    """The differences of two values of JSON, each with its place."""
    if isinstance(found, dict) and isinstance(given, dict):
        steps = [(key, found.get(key), given.get(key)) for key in dict.fromkeys([*found, *given])]
    elif isinstance(found, list) and isinstance(given, list):
        steps = [
            (str(number), *pair) for number, pair in enumerate(zip_longest(found, given), start=1)
        ]
    else:
        if found != given:
            yield f"{where}: {_found_and_given(found, given)}"
        return
    for key, here, there in steps:
        yield from _of_values(f"{where} {key}", here, there)


def _found_and_given(found: object, given: object) -> str:
    here, there = (_NOTHING if one is None else shown(one) for one in (found, given))
    return f"found {here}; the source gives {there}"
