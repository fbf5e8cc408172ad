"""The delta as files: a CSV a resource with the rows that differ, described, in one ZIP.

Each file has two columns in front of those of its resource: ``delta_change`` says what became of
the row, ``delta_row`` its number among the rows of its table, from 1: in the earlier release where
the change ends with ``_from`` or is ``removed``, else in the later one. A row that changed or moved
stands as it was and, behind it, as it is.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from juesuan.package import LICENSED, PROFILE, SCHEMA_PROFILE
from juesuan.pages import DESCRIPTOR, NAME, Edition, Entry, entry, zip_file
from juesuan.release.delta import Delta, Difference
from juesuan.release.groups import Row
from juesuan.release.issue import Cells
from juesuan.release.layout import Layout

FILE = f"{NAME}-delta.zip"
"""The name of the delta among the files of a release."""

FOLDER = f"{NAME}-delta"
CHANGE, NUMBER = "delta_change", "delta_row"
WORDS = ("added", "removed", "changed_from", "changed_to", "moved_from", "moved_to")
"""What ``delta_change`` may say."""

AFTER = "after.json"
"""The descriptor of the later release, beside the delta's own."""

_PART = 1 << 20


class _File(NamedTuple):
    """A CSV file of the delta, written beside: where, the resource's name and columns, its rows."""

    path: Path
    name: str
    layout: Layout
    rows: int


def write(path: Path, delta: Delta, edition: Edition) -> None:
    """Write the delta of two releases; the same releases give the same bytes.

    Args:
        path: the file to write.
        delta: of the two.
        edition: the later release.
    """
    with tempfile.TemporaryDirectory() as place:
        made = [_write(Path(place), name, delta) for name in delta.layouts]
        files = [one for one in made if one.rows] or made[:1]
        about = json.dumps(_about(delta, edition, files), ensure_ascii=False, indent=1) + "\n"
        zip_file(path, _entries(about, delta, files))


def _write(place: Path, name: str, delta: Delta) -> _File:
    own = delta.layouts[name]
    path, rows = place / f"{name}.csv", 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow((CHANGE, NUMBER, *own.columns))
        for one in delta.of(name):
            for line in _lines(one):
                writer.writerow(line)
                rows += 1
    return _File(path, name, own, rows)


def _lines(one: Difference) -> Iterator[Cells]:
    both = one.before is not None and one.now is not None
    sides: Iterable[tuple[Row | None, str]] = ((one.before, "_from"), (one.now, "_to"))
    for row, end in sides:
        if row:
            yield f"{one.kind}{end if both else ''}", str(row.number), *row.cells


def _entries(about: str, delta: Delta, files: Iterable[_File]) -> Iterator[Entry]:
    yield entry(f"{FOLDER}/{DESCRIPTOR}", about.encode())
    yield entry(f"{FOLDER}/{AFTER}", delta.now.descriptor)
    for one in files:
        yield Entry(f"{FOLDER}/{one.path.name}", one.path.stat().st_size, _parts(one.path))


def _parts(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while part := file.read(_PART):
            yield part


def _about(delta: Delta, edition: Edition, files: Iterable[_File]) -> dict[str, Any]:
    """The descriptor: what the delta starts from, where it leads, and its tables."""
    return {
        "$schema": PROFILE,
        "name": f"{NAME}-delta",
        "title": "与上一版的差别",
        "description": "Rows added, removed, changed or moved between two releases of the data, by "
        "resource. Applied to the CSV of the earlier release (`juesuan apply`) they give the later "
        "one, byte for byte.",
        "version": edition.version,
        "created": edition.created,
        "licenses": [LICENSED],
        "contributors": [{"title": "juesuan", "roles": ["wrangler"]}],
        "before": {"version": delta.before.version, "hash": f"sha256:{delta.before.sha256}"},
        "after": {"version": delta.now.version, "hash": f"sha256:{delta.now.sha256}"},
        "columns": {name: list(delta.now.columns(name)) for name in delta.now.names},
        "resources": [_resource(one) for one in files],
    }


def _resource(one: _File) -> dict[str, Any]:
    fields: list[Mapping[str, object]] = [
        {"name": CHANGE, "type": "string", "constraints": {"required": True, "enum": list(WORDS)}},
        {"name": NUMBER, "type": "integer", "constraints": {"required": True, "minimum": 1}},
        *({"name": name, "type": "string"} for name in one.layout.columns),
    ]
    return {
        "name": one.name,
        "type": "table",
        "path": one.path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": one.path.stat().st_size,
        "schema": {
            "$schema": SCHEMA_PROFILE,
            "fields": fields,
            "primaryKey": [CHANGE, NUMBER],
            "missingValues": [""],
        },
    }


def csv_line(cells: Iterable[str]) -> str:
    """A row as a line of CSV, as all files of the data have it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
