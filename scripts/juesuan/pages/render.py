"""Rendering everything: a folder a disclosure, spread over processes, then what is over all.

Here alone the wings meet: what the pages of a disclosure offer to take along comes from what is
for machines, and so do the lists of files and of news on pages over all disclosures.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from juesuan import package
from juesuan.collection import (
    ENDED,
    REGISTRY,
    code_version,
    folder_of,
    hash_of,
    ids,
    is_outdated,
    known_text,
    notes_of,
    remade,
    sources_of,
    spread,
    stage,
    standing,
    text_of,
    told,
)
from juesuan.errors import JuesuanError, PackageError
from juesuan.model import Facts
from juesuan.pages import across, addresses, digest, disclosure, machines
from juesuan.pages.addresses import BODY, DRAWN, Address
from juesuan.pages.machines.catalogue import json_ld
from juesuan.pages.machines.citations import citations
from juesuan.pages.machines.downloads import file_list
from juesuan.pages.machines.feed import events
from juesuan.pages.machines.whole import offered
from juesuan.pages.shared import keep, print_of, remove_but, stand
from juesuan.pages.store import Store
from juesuan.pages.writer import Content, Writer

_DONE = ".fingerprint"

_DATABASE = Path(".cache") / "packages.duckdb"
"""The packages as tables, kept between builds."""

_OUTDATED = (
    "its source or its notes are lost or have changed since its package was made; its pages show "
    "the last good package. What to do: run `juesuan build`, which tells why it cannot be made."
)

NOTICE = (
    '<p class="note">这份决算的原文或维护记录有改动，本站未能重新读取。'
    "本页显示的是上一次成功读取的数据，可能与现在的原文不一致。</p>\n"
)
"""What each page of a disclosure says whose conversion failed."""

REMADE = (
    '<p class="note">这份决算已生成的数据文件有损坏，本站由原文重新读取。'
    "本页显示的是重新读取的数据。</p>\n"
)
"""What each page of a disclosure says whose package is damaged."""


@dataclass(frozen=True)
class _Job:
    """One disclosure to render."""

    root: Path
    name: str
    code: str
    address: Address
    failed: bool = False
    remade: Path | None = None

    @property
    def package(self) -> Path:
        """The folder of its package: its own, or that of one made anew beside the collection."""
        return self.remade or folder_of(self.root, self.name)

    @property
    def digest(self) -> Path:
        """What is kept of it for the pages over all."""
        return digest.path_of(self.root, self.name)

    @property
    def place(self) -> Path:
        """Where its pages and files go."""
        return self.root / DRAWN / addresses.disclosure(self.name)


@dataclass(frozen=True)
class _Drawn:
    """What became of one: files written, why it could not be drawn, or what its pages tell."""

    name: str
    files: int
    fault: str = ""
    notice: str = ""


def render(
    root: Path,
    progress: Callable[[int, int], object] = lambda done, total: None,
    jobs: int = 0,
    address: str = "",
    failed: Callable[[str], object] | None = None,
    outdated: Collection[str] = (),
) -> int:
    """Generate pages and downloads of all packages; what has not changed is left alone.

    Args:
        root: the repository.
        progress: called with disclosures done and their number.
        jobs: processes; 0 for one a core.
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
    code = code_version((".py", ".j2", ".toml")) + where.site
    every = [_Job(root, name, code, where, name in outdated) for name in names]
    todo = [job for job in every if not _done(job)]
    progress(len(names) - len(todo), len(names))
    drawn = {}
    for job, one in spread(_one, todo, jobs, _lost, "spawn"):
        drawn[job.name] = one
        progress(len(names) - len(todo) + len(drawn), len(names))
    written = _after_all(root, names, code, where, todo, drawn)
    _tell(drawn, failed)
    return written + sum(one.files for one in drawn.values())


def _after_all(
    root: Path,
    names: Sequence[str],
    code: str,
    where: Address,
    todo: Sequence[_Job],
    drawn: dict[str, _Drawn],
) -> int:
    """Draw again what is damaged, from a package made anew, then the pages over all.

    Args:
        root: the repository.
        names: ids of all disclosures.
        code: a hash over the program and the site's address.
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
        told = _drawn_from(root, whole, code)
        if stand(root / DRAWN, told):
            return 0
        with stage("pages over all", "draw"):
            written = _over_all(root, whole, where, elsewhere)
        keep(root / DRAWN, told)
        return written


def _drawn_from(root: Path, names: Sequence[str], code: str) -> str:
    """What the pages over all are drawn from, as one hash; empty where a package is damaged."""
    prints = [root / DRAWN / addresses.disclosure(name, _DONE) for name in names]
    registry = root / "datapackages" / REGISTRY
    return print_of(code, [*prints, registry] if registry.exists() else prints)


def _tell(drawn: Mapping[str, _Drawn], failed: Callable[[str], object] | None) -> None:
    """Tell of what could not be drawn as it is, in the order of the ids."""
    lines = [line for _, one in sorted(drawn.items()) for line in (one.fault, one.notice) if line]
    if lines and failed is None:
        raise PackageError("\n".join(lines))
    for line in lines:
        if failed:
            failed(line)


def _lost(job: _Job) -> _Drawn:
    """What became of one that was drawn in a process that was ended."""
    _clear(job)
    return _Drawn(job.name, 0, f"{job.name}: draw: {ENDED}")


def _again(job: _Job, folder: Path, fault: str) -> _Drawn:
    """Draw one from the package that its source gives; its own cannot be drawn."""
    one = _one(replace(job, remade=folder))
    notice = f"{fault} Its pages show what its source gives."
    return one if one.fault else replace(one, notice=notice)


def _print_of(job: _Job) -> str:
    """What all that is made of a disclosure depends on, as one hash over its folder's bytes."""
    return hash_of(job.package, sorted(job.package.rglob("*")), f"{job.code}{job.failed}")


def _done(job: _Job) -> bool:
    stamp = job.place / _DONE
    try:
        return job.digest.exists() and stamp.read_text(encoding="utf-8") == _print_of(job)
    except (JuesuanError, OSError, ValueError):
        return False


def _one(job: _Job) -> _Drawn:
    """Draw one disclosure; a fault is told, and nothing half drawn is left."""
    try:
        with stage(job.name, "draw"):
            return _draw(job)
    except JuesuanError as error:
        _clear(job)
        return _Drawn(job.name, 0, told(job.name, error))


def _clear(job: _Job) -> None:
    shutil.rmtree(job.place, ignore_errors=True)
    job.digest.unlink(missing_ok=True)


def _draw(job: _Job) -> _Drawn:
    """Write everything of one disclosure."""
    writer, facts = Writer(), package.load(job.package)
    _clear(job)
    outdated = is_outdated(job.package, facts)
    notice = NOTICE if job.failed or outdated else REMADE if job.remade else ""
    with standing(job.package, facts) as folder:
        text = _text(folder, facts)
        for address, content in _of_disclosure(job, folder, facts, text):
            writer.write(job.place / address, _noticed(address, content, notice))
        for address, content in _pictures(folder, facts):
            writer.write(job.place / address, content)
    writer.write(job.digest, digest.text_of(facts, text, job.place))
    if outdated and not job.failed:
        return _Drawn(job.name, writer.written, notice=f"{job.name}: draw: {_OUTDATED}")
    if not job.remade:
        writer.write(job.place / _DONE, _print_of(job))
    return _Drawn(job.name, writer.written)


def _text(folder: Path, facts: Facts) -> str:
    """The text of a package; what its ledger tells of it where the source is lost or another."""
    lost = package.extracted_text(folder) is None and not any((folder / "source").iterdir())
    return known_text(facts.rows("figures")) if lost else text_of(folder)


def _pictures(folder: Path, facts: Facts) -> Iterable[tuple[str, bytes]]:
    """The pictures of the source's pages; none where the source is lost or another."""
    if not any((folder / "source").iterdir()):
        return ()
    return disclosure.picture_files(facts, sources_of(folder))


def _noticed(address: str, content: Content, notice: str) -> Content:
    """A page with a notice below its title, where there is one; other files as they are."""
    if not notice or not isinstance(content, str) or not address.endswith(BODY):
        return content
    return content.replace("</h1>\n", f"</h1>\n{notice}", 1)


def _of_disclosure(
    job: _Job, folder: Path, facts: Facts, text: str
) -> Iterator[tuple[str, Content]]:
    """Pages and files of one disclosure: address below it, and content."""
    offer = disclosure.Offer(
        file_list(facts.disclosure_id),
        citations(facts.disclosure, job.address),
        json_ld(facts, job.address),
    )
    yield from disclosure.pages_of(facts, folder, text, offer)
    yield from machines.of_disclosure(facts, folder, job.address)


def _over_all(root: Path, names: list[str], address: Address, elsewhere: Mapping[str, Path]) -> int:
    """Write what is over all disclosures, and remove what is not any more; returns how many."""
    drawn, writer = root / DRAWN, Writer()
    with closing(Store(root, names, elsewhere, root / _DATABASE)) as store:
        abouts = store.disclosures()
        notes = [(about, notes_of(folder_of(root, about["disclosure_id"]))) for about in abouts]
        happened = events(notes)
        for path, page in across.pages(store, offered(store), happened):
            writer.write(drawn / path, page)
        for path, content in machines.over_all(store, happened, address):
            writer.write(drawn / path, content)
    remove_but(drawn, writer.paths)
    return writer.written


def _remove_old(root: Path, names: list[str]) -> None:
    """Remove what was made of disclosures that are not there any more."""
    kept = {*names, *addresses.SHARED}
    base = root / DRAWN / addresses.GENERATED
    for old in base.iterdir() if base.is_dir() else ():
        if old.is_dir() and old.name not in kept:
            shutil.rmtree(old)
    digest.remove_old(root, names)


__all__ = ["render"]
