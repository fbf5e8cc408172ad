"""Converting all disclosures of a collection, spread over processes; what has not changed is left alone."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from juesuan.collection.cache import code_version, fingerprint, read_cache, write_cache
from juesuan.collection.convert import Report, convert
from juesuan.collection.folders import folder_of, ids
from juesuan.errors import JuesuanError


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
        compare: another checkout whose packages are "before" in the reports; the collection itself if None.

    Yields:
        A report each, as they are done.
    """
    known = read_cache(root)
    code = code_version()
    todo = []
    for one in wanted or ids(root):
        folder = folder_of(root, one)
        if not everything and known.get(one) == fingerprint(folder, code):
            yield Report(one, "unchanged")
        else:
            todo.append(folder)
    for report in _convert_all(todo, jobs, compare):
        if report.state == "built":
            known[report.disclosure_id] = fingerprint(
                root / "datapackages" / report.disclosure_id, code
            )
        else:
            known.pop(report.disclosure_id, None)
        yield report
    write_cache(root, known)


def _convert_all(folders: Sequence[Path], jobs: int, compare: Path | None) -> Iterator[Report]:
    workers = min(jobs or os.cpu_count() or 1, len(folders))
    if workers <= 1:
        yield from (_safely(folder, compare) for folder in folders)
        return
    with ProcessPoolExecutor(workers) as pool:
        for future in as_completed([pool.submit(_safely, folder, compare) for folder in folders]):
            yield future.result()


def _safely(folder: Path, compare: Path | None) -> Report:
    try:
        return convert(folder, compare)
    except JuesuanError as error:
        return Report(folder.name, "failed", str(error))
