"""Whether published packages are valid and what their sources give: made anew and compared."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from juesuan import package
from juesuan.collection.conversion.convert import convert
from juesuan.collection.disk.folders import folder_of, ids, inputs
from juesuan.collection.disk.guard import stage, told
from juesuan.collection.reports.differences import differences
from juesuan.collection.work.cache import Cache
from juesuan.collection.work.spread import ENDED, spread
from juesuan.errors import JuesuanError, TermsError

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
        A proof each, as they are done.

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
    yield from ((one, Proof(one.name)) for one in folders if one not in todo)
    yield from spread(_proof, list(todo), jobs, _lost)


def _lost(folder: Path) -> Proof:
    return Proof(folder.name, (f"{folder.name}: process: {ENDED}",))


def _proof(folder: Path) -> Proof:
    """The proof of one package; what is wrong with it never stops the others."""
    try:
        with stage(folder.name, "validate"):
            return _compared(folder)
    except TermsError:
        raise
    except JuesuanError as error:
        return Proof(folder.name, (told(folder.name, error),))


def _compared(folder: Path) -> Proof:
    problems = package.validate(folder_of(folder.parent.parent, folder.name))
    with tempfile.TemporaryDirectory() as scratch:
        fresh = inputs(folder, Path(scratch))
        refusal = _refusal(fresh)
        lines = [] if refusal else [f"{one}. {_ADVICE}" for one in differences(folder, fresh)]
    more = [f"{folder.name}: and {len(lines) - MOST} more differences"]
    shown = (*lines[:MOST], *(more if len(lines) > MOST else ()))
    return Proof(folder.name, (*problems, *shown), refusal)


def _refusal(fresh: Path) -> str:
    """Why a folder cannot be converted; empty once it is."""
    try:
        convert(fresh)
    except TermsError:
        raise
    except JuesuanError as error:
        return f"{fresh.name}: cannot be compared with its source: {error}"
    return ""
