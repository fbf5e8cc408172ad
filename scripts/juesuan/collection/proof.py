"""Whether published packages are valid and what their sources give: made anew and compared."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from juesuan import package
from juesuan.collection.cache import Cache
from juesuan.collection.convert import convert
from juesuan.collection.differences import differences
from juesuan.collection.folders import folder_of, ids, source_of
from juesuan.errors import JuesuanError, PackageError, TermsError

MOST = 20
"""Differences of one package that are told."""

_ADVICE = (
    "What to do: run `juesuan build`; to change a value, correct the source, the notes or the code."
)


@dataclass(frozen=True)
class Proof:
    """What became of the comparison of a package with its source.

    Attributes:
        disclosure_id: its id.
        problems: what is wrong with it; nothing if it is valid and what its source gives.
        refusal: why its source could not be converted; empty if it could.
    """

    disclosure_id: str
    problems: tuple[str, ...] = ()
    refusal: str = ""


def prove(
    root: Path, wanted: Sequence[str] = (), new: bool = False, jobs: int = 0
) -> Iterator[Proof]:
    """Validate packages and compare them with what their sources give.

    Nothing but the cache is written: it then knows which packages are proved.

    Args:
        root: the repository.
        wanted: ids; all if empty.
        new: leave alone what is as the cache knows it, and let the last package that was proved
            pass where its source cannot be converted any more.
        jobs: processes; 0 for one a core.

    Yields:
        A proof each, in the order of their ids.

    Raises:
        TermsError: if a definition is wrong, which concerns them all.
    """
    cache = Cache(root)
    for folder, proof in _each(root, wanted or ids(root), cache if new else None, jobs):
        if proof.refusal and not (new and cache.is_last_good(folder)):
            yield replace(proof, problems=(*proof.problems, proof.refusal))
            continue
        if not proof.problems and not proof.refusal:
            cache.keep(folder)
        yield proof
    cache.write()


def _each(
    root: Path, names: Sequence[str], known: Cache | None, jobs: int
) -> Iterator[tuple[Path, Proof]]:
    folders = [root / "datapackages" / name for name in names]
    todo = dict.fromkeys(one for one in folders if not (known and known.is_current(one)))
    proofs = _spread(list(todo), jobs)
    for one in folders:
        yield one, next(proofs) if one in todo else Proof(one.name)


def _spread(folders: Sequence[Path], jobs: int) -> Iterator[Proof]:
    """The proof of each folder, made in processes."""
    workers = min(jobs or os.cpu_count() or 1, len(folders))
    if workers <= 1:
        yield from map(_proof, folders)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_proof, folders)


def _proof(folder: Path) -> Proof:
    """The proof of one package; what is wrong with it never stops the others."""
    try:
        problems = package.validate(folder_of(folder.parent.parent, folder.name))
        with tempfile.TemporaryDirectory() as scratch:
            fresh = _inputs(folder, Path(scratch))
            refusal = _refusal(fresh)
            told = [] if refusal else [f"{one}. {_ADVICE}" for one in differences(folder, fresh)]
    except (PackageError, OSError) as error:
        return Proof(folder.name, (str(error),))
    more = [f"{folder.name}: and {len(told) - MOST} more differences"] if len(told) > MOST else []
    return Proof(folder.name, (*problems, *told[:MOST], *more), refusal)


def _refusal(fresh: Path) -> str:
    """Why a folder cannot be converted; empty once it is."""
    try:
        convert(fresh)
    except TermsError:
        raise
    except JuesuanError as error:
        return f"{fresh.name}: cannot be compared with its source: {error}"
    return ""


def _inputs(folder: Path, scratch: Path) -> Path:
    """A folder with nothing but what goes into a conversion."""
    fresh = scratch / folder.name
    (fresh / "source").mkdir(parents=True)
    source = source_of(folder)
    shutil.copyfile(source, fresh / "source" / source.name)
    notes = package.within(folder, package.NOTES)
    if notes.exists():
        shutil.copyfile(notes, fresh / package.NOTES)
    return fresh
