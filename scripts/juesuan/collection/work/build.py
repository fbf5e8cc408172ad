"""Converting all disclosures, spread over processes; what has not changed is left alone."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from juesuan.collection.conversion.convert import convert, prepare
from juesuan.collection.disk.folders import check_id, folder_of, ids
from juesuan.collection.disk.guard import stage, told
from juesuan.collection.reports.report import Report
from juesuan.collection.work.cache import Cache
from juesuan.collection.work.carried import Task
from juesuan.collection.work.spread import ENDED, Workers, spread
from juesuan.errors import JuesuanError, TermsError

_MANY = 3
"""Conversions for which it is worth while to prepare."""

_SECONDS = 10
"""Seconds between two times that what was done is noted, for a run that is stopped."""

_COMPARED = "compared"
"""The other checkout, in the repository of a worker elsewhere."""


@dataclass(frozen=True)
class _Conversion(Task):
    """One disclosure to convert, and where the package lies with which it is compared."""

    root: Path
    name: str
    compare: Path | None = None

    @property
    def place(self) -> str:
        return f"datapackages/{self.name}"

    def takes(self) -> Mapping[str, Path]:
        own = {self.place: self.root / self.place}
        if self.compare is None:
            return own
        return {**own, f"{_COMPARED}/{self.place}": self.compare / self.place}

    def makes(self) -> Sequence[str]:
        return (self.place,)

    def at(self, root: Path) -> _Conversion:
        return replace(self, root=root, compare=self.compare and root / _COMPARED)


def build(
    root: Path,
    wanted: Sequence[str] = (),
    everything: bool = False,
    jobs: Workers = 0,
    compare: Path | None = None,
) -> Iterator[Report]:
    """Convert disclosures; those whose source, notes and code are unchanged are left alone.

    Args:
        root: the repository.
        wanted: ids; all if empty.
        everything: convert also what is unchanged.
        jobs: who works: so many processes, 0 for one a core; or a cluster.
        compare: another checkout whose packages are "before" in the reports; the collection itself
            if None.

    Yields:
        A report each, as they are done.
    """
    cache = Cache(root)
    todo = []
    for one in wanted:
        folder_of(root, one)
    for folder in [root / "datapackages" / one for one in wanted or ids(root)]:
        if not everything and (folder / "source").is_dir() and cache.is_current(folder):
            yield Report(folder.name, "unchanged")
        else:
            todo.append(_Conversion(root, folder.name, compare))
    if len(todo) >= _MANY and isinstance(jobs, int):
        prepare()
    yield from _converted(root, todo, jobs, cache)


def _converted(
    root: Path, todo: Sequence[_Conversion], jobs: Workers, cache: Cache
) -> Iterator[Report]:
    """Convert what is to be done; the cache is told, and written now and then."""
    written = time.monotonic()
    try:
        for job, report in spread(_safely, todo, jobs, _lost):
            if report.state == "built":
                cache.keep(root / job.place)
            else:
                cache.forget(root / job.place)
            if time.monotonic() - written > _SECONDS:
                cache.write()
                written = time.monotonic()
            yield report
    finally:
        cache.write()


def _lost(job: _Conversion) -> Report:
    return Report(job.name, "failed", f"{job.name}: process: {ENDED}")


def _safely(job: _Conversion) -> Report:
    """The report of a conversion, also of one that fails: it never stops the others.

    Raises:
        TermsError: if a definition is wrong, which concerns them all.
    """
    try:
        with stage(job.name, "folder"):
            check_id(job.name)
            return convert(job.root / job.place, job.compare)
    except TermsError:
        raise
    except JuesuanError as error:
        return Report(job.name, "failed", told(job.name, error))
