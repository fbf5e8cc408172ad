"""Giving a disclosure, or all years of a department, another id, and keeping the registry true."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from juesuan.collection.changing.remove import about, drop
from juesuan.collection.conversion.convert import convert
from juesuan.collection.departments.held import held_one, meant
from juesuan.collection.departments.registry import Department, read_registry, write_registry
from juesuan.collection.departments.whose import Directory
from juesuan.collection.disk.folders import ID, check_id, ids, inputs
from juesuan.collection.disk.lock import BEGUN
from juesuan.collection.disk.log import (
    Logged,
    disclosure_of,
    gone,
    logged_as,
    note,
    read_log,
    refuse_gone,
)
from juesuan.collection.disk.versions import VERSIONS
from juesuan.collection.reports.report import Report
from juesuan.collection.work.cache import Cache
from juesuan.errors import PackageError


@dataclass(frozen=True)
class Renamed:
    """What became of a renaming.

    Attributes:
        rows: of the log, one a disclosure.
        reports: of the conversions; none of what was converted by a command that was killed.
    """

    rows: tuple[Logged, ...]
    reports: tuple[Report, ...]


def rename(root: Path, old: str, new: str, reason: str, by: str, on: str) -> Renamed:
    """Give a disclosure another id, or a department with all of its years.

    The package is made anew under the new id beside; the log and the registry are written before
    it is put in place. A command that was killed is run again.

    Args:
        root: the repository.
        old: the id of a disclosure, or of a department (without a year).
        new: likewise.
        reason: why, in Chinese; it is published.
        by: who says so; it is published.
        on: the day (ISO).

    Raises:
        JuesuanError: if the new id is taken or was used before, is of another department than the
            registry says, or the source cannot be converted any more.
    """
    pairs = _pairs(root, old, new)
    for one, other in pairs:
        _refuse(root, one, other)
    rows = _registry(read_registry(root), pairs, ids(root))
    said = {"on": on, "action": "renamed", "reason": reason.strip(), "by": by.strip()}
    with tempfile.TemporaryDirectory(dir=root / "datapackages", prefix=BEGUN) as name:
        moves = [_Move(root, one, other, Path(name)) for one, other in pairs]
        reports = [report for move in moves if (report := move.make(on))]
        _refuse_misplaced(moves, rows)
        logged = tuple(move.noted(said) for move in moves)
        if rows != read_registry(root):
            write_registry(root, rows)
        for move in moves:
            move.put()
    cache = Cache(root)
    for move in moves:
        cache.keep(move.target)
    cache.write()
    return Renamed(logged, tuple(reports))


def _pairs(root: Path, old: str, new: str) -> list[tuple[str, str]]:
    """The old and the new id of each disclosure that is meant."""
    if ID.fullmatch(old):
        return [(check_id(old), check_id(new))]
    years = [one for one in ids(root) if one[:-5] == old]
    if not years or ID.fullmatch(new):
        raise PackageError(
            f"found {old} and {new}; expected the ids of a disclosure, or of a department that has "
            "any, both with a year or both without. What to do: see `juesuan show`."
        )
    return [(one, check_id(f"{new}{one[-5:]}")) for one in years]


def _refuse(root: Path, old: str, new: str) -> None:
    """Refuse an id that is taken or was used before; not what a killed command has begun."""
    disclosure_of(root, old)
    refuse_gone(root, new)
    row = gone(read_log(root)).get(old)
    if row and row.new_id != new:
        raise PackageError(
            f"{old}: the log says that it became {row.new_id}; found {new}. What to do: finish "
            f"`juesuan rename {old} {row.new_id}` first."
        )
    if not row and (root / "datapackages" / new).exists():
        raise PackageError(
            f"{new}: found a disclosure with this id; expected a free one. What to do: choose "
            f"another id; where {old} is a newer version of it, `juesuan replace {new} FILE`."
        )


def _registry(
    rows: Sequence[Department], pairs: Sequence[tuple[str, str]], every: Iterable[str]
) -> tuple[Department, ...]:
    """The rows of the registry when that is done: a department that is left by all gets its new id.

    Raises:
        PackageError: if the new department is not there, and the old one keeps other years.
    """
    old, new = pairs[0][0][:-5], pairs[0][1][:-5]
    known = {row.department_id for row in rows}
    if old == new or new in known or old not in known:
        return tuple(rows)
    left = sorted({one for one in every if one[:-5] == old} - {one for one, _ in pairs})
    if left:
        raise PackageError(
            f"datapackages/departments.csv: found no department {new}, and {old} keeps "
            f"{', '.join(left)}; expected the department of the new id. What to do: write its "
            f"line; where the whole department gets another id, `juesuan rename {old} {new}`."
        )
    return tuple(_with_id(row, old, new) for row in rows)


def _with_id(row: Department, old: str, new: str) -> Department:
    """A row in which a department has its new id."""
    columns = ("department_id", "parent", "successor")
    return row.model_copy(update={name: new for name in columns if getattr(row, name) == old})


@dataclass
class _Move:
    """A disclosure on its way to its new id."""

    root: Path
    old: str
    new: str
    scratch: Path

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self.root / "datapackages" / self.old

    @property
    def target(self) -> Path:
        """Where it goes."""
        return self.root / "datapackages" / self.new

    @property
    def made(self) -> Path:
        """Its package under its new id."""
        return self.target if self.target.is_dir() else self.scratch / self.new

    def make(self, on: str) -> Report | None:
        """Make the package under the new id beside; None where a killed command has put it."""
        if self.target.is_dir():
            return None
        inputs(self.folder, self.scratch / "given").rename(self.scratch / self.new)
        if (self.folder / VERSIONS).is_dir():
            shutil.copytree(self.folder / VERSIONS, self.made / VERSIONS)
        return replace(convert(self.made, on=on), lacking=())

    def noted(self, said: dict[str, str]) -> Logged:
        """Its row of the log, which is written."""
        row = gone(read_log(self.root)).get(self.old)
        if row is None:
            told = said | {"disclosure_id": self.old, "new_id": self.new}
            row = logged_as(about(self.folder), told)
            note(self.root, row)
        return row

    def put(self) -> None:
        """Put it in its place, and drop what is under the old id."""
        if not self.target.is_dir():
            self.made.rename(self.target)
        drop(self.folder)


def _refuse_misplaced(moves: Sequence[_Move], rows: Sequence[Department]) -> None:
    """Refuse an id of another department than the title's, as the registry knows it."""
    found = Directory(rows)
    for move in moves:
        one = held_one(move.made)
        right = meant(found, one).department_id if one else ""
        if one and right not in ("", move.new[:-5]):
            raise PackageError(
                f"{move.new}: found the department {move.new[:-5]}; expected {right}, which the "
                f"registry knows as {one.title}. What to do: correct the name's line in "
                "datapackages/departments.csv, or say `department` in disclosure.toml first."
            )
