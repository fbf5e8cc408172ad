"""Converting all disclosures, spread over processes; what has not changed is left alone."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from juesuan.collection.cache import Cache
from juesuan.collection.convert import convert
from juesuan.collection.folders import check_id, folder_of, ids
from juesuan.collection.guard import stage, told
from juesuan.collection.report import Report
from juesuan.errors import JuesuanError, TermsError


def build(
    root: Path,
    wanted: Sequence[str] = (),
    everything: bool = False,
    jobs: int = 0,
    compare: Path | None = None,
) -> Iterator[Report]:
    """Convert disclosures; those whose source, notes and code are unchanged are left alone.

    Args:
        root: the repository.
        wanted: ids; all if empty.
        everything: convert also what is unchanged.
        jobs: processes; 0 for one a core.
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
        if not everything and _is_current(cache, folder):
            yield Report(folder.name, "unchanged")
        else:
            todo.append(folder)
    for folder, report in _convert_all(todo, jobs, compare):
        if report.state == "built":
            cache.keep(folder)
        else:
            cache.forget(folder)
        yield report
    cache.write()


def _is_current(cache: Cache, folder: Path) -> bool:
    """Whether nothing changed; what cannot be read is converted, which tells why it fails."""
    try:
        return cache.is_current(folder) and (folder / "source").is_dir()
    except OSError:
        return False


def _convert_all(
    folders: Sequence[Path], jobs: int, compare: Path | None
) -> Iterator[tuple[Path, Report]]:
    """Each folder and its report, as they are done."""
    workers = min(jobs or os.cpu_count() or 1, len(folders))
    if workers <= 1:
        yield from ((folder, _safely(folder, compare)) for folder in folders)
        return
    with ProcessPoolExecutor(workers) as pool:
        futures = {pool.submit(_safely, folder, compare): folder for folder in folders}
        for future in as_completed(futures):
            try:
                report = future.result()
            except BrokenProcessPool:
                report = _apart(futures[future], compare)
            yield futures[future], report


def _apart(folder: Path, compare: Path | None) -> Report:
    """The report of a conversion in a process of its own, after a process of the pool was ended."""
    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(_safely, folder, compare).result()
        except BrokenProcessPool:
            message = (
                f"{folder.name}: process: it was ended from outside. What to do: see whether the "
                "machine has enough memory for the source."
            )
            return Report(folder.name, "failed", message)


def _safely(folder: Path, compare: Path | None) -> Report:
    """The report of a conversion, also of one that fails: it never stops the others.

    Raises:
        TermsError: if a definition is wrong, which concerns them all.
    """
    try:
        with stage(folder.name, "folder"):
            check_id(folder.name)
            return convert(folder, compare)
    except TermsError:
        raise
    except JuesuanError as error:
        return Report(folder.name, "failed", told(folder.name, error))
