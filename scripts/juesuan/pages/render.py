"""Rendering everything: a folder a disclosure, spread over processes, then what is over all."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from juesuan.collection import LOG, REGISTRY, Workers, gone, ids, remade, spread, stage
from juesuan.errors import PackageError
from juesuan.pages import addresses, digest
from juesuan.pages.addresses import DRAWN, Address
from juesuan.pages.draw import Drawn, Job, draw, drawn_from, is_drawn, lost
from juesuan.pages.over import draw_gone, over_all
from juesuan.pages.shared import keep, stand
from juesuan.pages.store.store import english_names, log_of
from juesuan.reach import version


def render(
    root: Path,
    progress: Callable[[int, int], object] = lambda done, total: None,
    jobs: Workers = 0,
    address: str = "",
    failed: Callable[[str], object] | None = None,
    outdated: Collection[str] = (),
) -> int:
    """Generate pages and downloads of all packages; what has not changed is left alone.

    Args:
        root: the repository.
        progress: called with disclosures done and their number.
        jobs: who draws: so many processes, 0 for one a core; or a cluster.
        address: where the site will be published, for feeds and catalogues, which need whole
            addresses; empty if unknown.
        failed: called at the end with each disclosure that could not be drawn, or whose pages are
            not of its own package as it is now, in one line; all others are drawn then.
        outdated: ids that could not be converted: their pages say so.

    Returns:
        How many files were written.

    Raises:
        PackageError: if one could not be drawn and nobody is called; all others are drawn then.
    """
    names, where = ids(root), Address(address)
    _remove_old(root, names)
    code = version("pages.draw") + where.site
    called = english_names(root, names)
    every = [
        Job(root, name, code, where, name in outdated, english=called.get(name, ""))
        for name in names
    ]
    todo = [job for job in every if not is_drawn(job)]
    progress(len(names) - len(todo), len(names))
    drawn = {}
    for job, one in spread(draw, todo, jobs, lost, "spawn"):
        drawn[job.name] = one
        progress(len(names) - len(todo) + len(drawn), len(names))
    written = _after_all(root, names, where, todo, drawn)
    _tell(drawn, failed)
    return written + sum(one.files for one in drawn.values())


def _after_all(
    root: Path,
    names: Sequence[str],
    where: Address,
    todo: Sequence[Job],
    drawn: dict[str, Drawn],
) -> int:
    """Draw again what is damaged, from a package made anew, then the pages over all.

    Args:
        root: the repository.
        names: ids of all disclosures.
        where: the site's address.
        todo: what was drawn.
        drawn: what became of each; what is drawn again is exchanged.

    Returns:
        How many files of the pages over all were written.
    """
    damaged = [job for job in todo if drawn[job.name].fault and not job.failed]
    with remade(root / "datapackages" / job.name for job in damaged) as elsewhere:
        for job in damaged:
            if job.name in elsewhere:
                drawn[job.name] = _again(job, elsewhere[job.name], drawn[job.name].fault)
        whole = [name for name in names if name not in drawn or not drawn[name].fault]
        told = _over_from(root, whole, where)
        led = draw_gone(root, whole, where)
        if stand(root / DRAWN, told):
            return led
        with stage("pages over all", "draw"):
            written = over_all(root, whole, where, elsewhere)
        keep(root / DRAWN, told)
        return written + led


def _over_from(root: Path, names: Sequence[str], where: Address) -> str:
    """What the pages over all are drawn from, as one hash; empty where a package is damaged."""
    written = [root / "datapackages" / name for name in (REGISTRY, LOG)]
    told = hashlib.sha256((version("pages.over") + where.site).encode())
    try:
        for path in written:
            told.update(path.read_bytes() if path.exists() else b"\0")
        for name in names:
            made_of, kept = drawn_from(root, name)
            sizes = " ".join(str(path.stat().st_size) for path in _archives(root, name))
            told.update(f"\0{name}\0{made_of}\0{sizes}\0".encode() + kept)
    except OSError:
        return ""
    return told.hexdigest()


def _archives(root: Path, name: str) -> list[Path]:
    """What is there to download of a disclosure, of which the page of data tells the sizes."""
    place = root / DRAWN / addresses.disclosure(name)
    return [place / addresses.archive(name, kind) for kind in addresses.ARCHIVES]


def _tell(drawn: Mapping[str, Drawn], failed: Callable[[str], object] | None) -> None:
    """Tell of what could not be drawn as it is, in the order of the ids."""
    lines = [line for _, one in sorted(drawn.items()) for line in (one.fault, one.notice) if line]
    if lines and failed is None:
        raise PackageError("\n".join(lines))
    for line in lines:
        if failed:
            failed(line)


def _again(job: Job, folder: Path, fault: str) -> Drawn:
    """Draw one from the package that its source gives; its own cannot be drawn."""
    one = draw(replace(job, remade=folder))
    notice = f"{fault} Its pages show what its source gives."
    return one if one.fault else replace(one, notice=notice)


def _remove_old(root: Path, names: list[str]) -> None:
    """Remove what was made of disclosures that are not there any more."""
    kept = {*names, *addresses.SHARED, *gone(log_of(root))}
    base = root / DRAWN / addresses.GENERATED
    for old in base.iterdir() if base.is_dir() else ():
        if old.is_dir() and old.name not in kept:
            shutil.rmtree(old)
    digest.remove_old(root, names)


__all__ = ["render"]
