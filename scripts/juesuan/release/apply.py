"""The delta applied: the CSV of the earlier release become those of the later one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from juesuan.errors import PackageError
from juesuan.package import within
from juesuan.pages import CSV, DESCRIPTOR
from juesuan.release.issue import Cells, Issue
from juesuan.release.packed import AFTER, CHANGE, NUMBER, csv_line
from juesuan.release.packed import FILE as DELTA

_GOES = ("removed", "changed_from", "moved_from")
"""Rows of the earlier release that are not as they stand in the later one."""

_ADVICE = "What to do: take the release that the delta names as `before`."


class _Changes:
    """The rows of one resource that differ, by their numbers in their releases."""

    def __init__(self, delta: Issue, name: str) -> None:
        self.goes: dict[int, Mapping[str, str]] = {}
        self.comes: dict[int, Mapping[str, str]] = {}
        columns = delta.columns(name)
        for cells in delta.rows(name):
            row = dict(zip(columns, cells, strict=True))
            side = self.goes if row[CHANGE] in _GOES else self.comes
            side[int(row[NUMBER])] = row


def apply(before: Path, delta: Path, to: Path) -> str:
    """Write the later release as a folder: its descriptor and its CSV files.

    Args:
        before: the earlier release: its folder, or its CSV as ZIP.
        delta: the delta that starts from it: the folder of the later release, or the ZIP.
        to: the folder to write; it must not be there.

    Returns:
        The version of the later release.

    Raises:
        PackageError: if the delta starts from another release, or the folder is there.
    """
    old, changes = Issue(_within(before, CSV)), Issue(_within(delta, DELTA))
    _refuse_another(old, changes)
    fresh = to.with_name(f".{to.name}.new")
    if to.exists() or fresh.exists():
        raise PackageError(f"{to}: found it; expected nothing there. What to do: name another.")
    fresh.mkdir(parents=True)
    about = changes.beside(AFTER)
    (fresh / DESCRIPTOR).write_bytes(about)
    paths = {str(one["name"]): str(one["path"]) for one in json.loads(about)["resources"]}
    for name, columns in _columns(changes).items():
        path = within(fresh, paths[name])
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write(csv_line(columns))
            file.writelines(map(csv_line, _rows(old, changes, name, columns)))
    fresh.rename(to)
    return changes.version


def _within(place: Path, name: str) -> Path:
    """A file of a release: itself, or in the release's folder."""
    return place / name if place.is_dir() else place


def _refuse_another(old: Issue, changes: Issue) -> None:
    wanted = changes.about.get("before")
    wanted = wanted if isinstance(wanted, dict) else {}
    if wanted.get("hash") != f"sha256:{old.sha256}":
        raise PackageError(
            f"{old.path}: found the release {old.version or 'without a version'}; expected "
            f"{wanted.get('version')}, from which {changes.path} starts. {_ADVICE}"
        )


def _columns(changes: Issue) -> dict[str, Cells]:
    told = changes.about.get("columns")
    told = told if isinstance(told, dict) else {}
    return {str(name): tuple(map(str, columns)) for name, columns in told.items()}


def _rows(old: Issue, changes: Issue, name: str, columns: Cells) -> Iterator[Cells]:
    """The rows of a resource as the later release has them, in its order."""
    own = _Changes(changes, name)
    staying = _staying(old, own, name, columns)
    number = 1
    while True:
        row = own.comes.get(number)
        if row is None:
            cells = next(staying, None)
            if cells is None:
                return
            yield cells
        else:
            yield tuple(row[one] for one in columns)
        number += 1


def _staying(old: Issue, own: _Changes, name: str, columns: Cells) -> Iterator[Cells]:
    """The rows that are as they were, with a cell for each column of the later release."""
    known = old.columns(name)
    for number, cells in enumerate(old.rows(name), start=1):
        row = dict(zip(known, cells, strict=True))
        gone = own.goes.get(number)
        if gone is None:
            yield tuple(row.get(one, "") for one in columns)
        elif any(gone.get(one) != value for one, value in row.items()):
            raise PackageError(f"{old.path}: row {number} of {name} is another. {_ADVICE}")
