"""What a descriptor says of the tables of a package: where they lie, their columns and keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from juesuan.errors import PackageError

DESCRIPTOR = "datapackage.json"

FIRST = "disclosure_id"
"""The first column of every key, which says whose row it is."""


class Table(NamedTuple):
    """A table of a package.

    Attributes:
        name: of its resource; of a part as well, which is a resource of its own in a descriptor.
        path: of its file in the package.
        kinds: its columns in their order, with the type of each.
        key: its primary key behind the id of the disclosure.
        of: the id of the one disclosure whose rows it holds; empty where they are of several.
    """

    name: str
    path: str
    kinds: Mapping[str, str]
    key: tuple[str, ...]
    of: str = ""


def tables(where: str, descriptor: object) -> Iterator[Table]:
    """The tables of a package.

    Args:
        where: the package, for messages.
        descriptor: what its ``datapackage.json`` holds.

    Raises:
        PackageError: if it is no descriptor of a package.
    """
    for one in listed(_mapping(where, descriptor).get("resources")):
        if one.get("type") == "table":
            yield _table(where, one)


def listed(value: object) -> Iterator[Mapping[str, object]]:
    """The objects of a list; nothing of what is none."""
    for one in value if isinstance(value, list) else ():
        if isinstance(one, dict):
            yield one


def inside(where: str, path: str) -> str:
    """A path that stays in its package.

    Raises:
        PackageError: if it leads out.
    """
    if "\\" in path or ":" in path or path.startswith("/") or ".." in PurePosixPath(path).parts:
        raise damaged(where, f"the path {path[:80]}")
    return path


def damaged(where: str, found: str, error: Exception | None = None) -> PackageError:
    """What to raise where a package is none, or lacks something.

    Args:
        where: the package.
        found: what was found in it.
        error: why.
    """
    why = f" ({error})" if error else ""
    return PackageError(
        f"{where}: found {found}{why}; expected a package of data. What to do: download it again."
    )


def _mapping(where: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise damaged(where, f"{str(value)[:40]!r} for an object")
    return value


def _table(where: str, one: Mapping[str, object]) -> Table:
    schema = _mapping(where, one.get("schema"))
    fields = listed(schema.get("fields"))
    key = schema.get("primaryKey")
    names = tuple(map(str, key)) if isinstance(key, list) else ()
    return Table(
        str(one.get("name", "")).partition(".")[0],
        inside(where, str(one.get("path", ""))),
        {str(field.get("name")): str(field.get("type")) for field in fields},
        tuple(name for name in names if name != FIRST),
    )


__all__ = ["DESCRIPTOR", "FIRST", "Table", "damaged", "inside", "listed", "tables"]
