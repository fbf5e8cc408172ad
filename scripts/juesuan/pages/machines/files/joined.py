"""The CSV files of one resource as one: one head, and the columns that its schema has now."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from juesuan import terms
from juesuan.package import csv_text


def head(resource: str) -> bytes:
    r"""The first line of the CSV of a resource.

    >>> head("organisation").decode().split()
    ['disclosure_id,kind,position,name']
    """
    return csv_text(resource, ()).encode()


def bodies(resource: str, files: Iterable[Path]) -> Iterator[bytes]:
    """The rows of each file, as CSV without head.

    Args:
        resource: its name.
        files: its CSV files; one that was made by an earlier program may have other columns.
    """
    expected = head(resource)
    for path in files:
        content = path.read_bytes()
        if content.startswith(expected):
            yield content[len(expected) :]
        else:
            yield _aligned(resource, content.decode("utf-8"))[len(expected) :]


def size(resource: str, files: Iterable[Path]) -> int:
    """Bytes of all rows of some files, as :func:`bodies` gives them, and of one head."""
    expected = head(resource)
    return len(expected) + sum(_size(resource, path, expected) for path in files)


def _size(resource: str, path: Path, expected: bytes) -> int:
    with path.open("rb") as file:
        has_head = file.read(len(expected)) == expected
    return path.stat().st_size - len(expected) if has_head else len(next(bodies(resource, [path])))


def _aligned(resource: str, text: str) -> bytes:
    """A file with the columns that the resource has now."""
    columns = [field.name for field in terms.schema_of(resource).fields]
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return csv_text(resource, ({one: row.get(one, "") for one in columns} for row in rows)).encode()
