"""Converting all disclosures, spread over processes; what has not changed is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from juesuan.collection.cache import Cache
from juesuan.collection.convert import convert, prepare
from juesuan.collection.folders import check_id, folder_of, ids
from juesuan.collection.guard import stage, told
from juesuan.collection.report import Report
from juesuan.collection.spread import ENDED, spread
from juesuan.errors import JuesuanError, TermsError

_MANY = 3
"""Conversions for which it is worth while to prepare."""


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
        if not everything and (folder / "source").is_dir() and cache.is_current(folder):
            yield Report(folder.name, "unchanged")
        else:
            todo.append(folder)
    if len(todo) >= _MANY:
        prepare()
    work = partial(_safely, compare=compare)
    for folder, report in spread(work, todo, jobs, _lost):
        if report.state == "built":
            cache.keep(folder)
        else:
            cache.forget(folder)
        yield report
    cache.write()


def _lost(folder: Path) -> Report:
    return Report(folder.name, "failed", f"{folder.name}: process: {ENDED}")


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
