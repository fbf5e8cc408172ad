"""Rendering everything: a folder a disclosure, spread over processes, then what is over all.

Here alone the wings meet: what the pages of a disclosure offer to take along comes from what is
for machines, and so do the lists of files and of news on pages over all disclosures.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from juesuan import package
from juesuan.collection import (
    code_version,
    folder_of,
    ids,
    is_outdated,
    known_text,
    notes_of,
    source_of,
    stage,
    standing,
    text_of,
    told,
)
from juesuan.errors import JuesuanError, PackageError
from juesuan.model import Facts
from juesuan.pages import across, addresses, disclosure, machines
from juesuan.pages.addresses import DOCS, Address
from juesuan.pages.machines.api import of_disclosure as api_files
from juesuan.pages.machines.catalogue import file_list, json_ld
from juesuan.pages.machines.citations import citations
from juesuan.pages.machines.downloads import archives_over_all
from juesuan.pages.machines.feed import events
from juesuan.pages.markup import head
from juesuan.pages.store import Store
from juesuan.pages.writer import Content, Writer

_DONE = ".fingerprint"

NOTICE = (
    '<p class="note">这份决算的原文或维护记录有改动，本站未能重新读取。'
    "本页显示的是上一次成功读取的数据，可能与现在的原文不一致。</p>\n"
)
"""What each page of a disclosure says whose conversion failed."""


@dataclass(frozen=True)
class _Job:
    """One disclosure to render."""

    root: Path
    name: str
    code: str
    address: Address
    failed: bool = False

    @property
    def package(self) -> Path:
        """The folder of its package."""
        return folder_of(self.root, self.name)

    @property
    def places(self) -> tuple[Path, ...]:
        """All folders that are made of it alone."""
        return (self.place, *_api_folders(self.root / DOCS, self.name))

    @property
    def place(self) -> Path:
        """Where its pages and files go."""
        return self.root / DOCS / addresses.disclosure(self.name)


@dataclass(frozen=True)
class _Drawn:
    """What became of one: files written, or why it could not be drawn."""

    name: str
    files: int
    fault: str = ""


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
        failed: called at the end with each disclosure that could not be drawn, in one line; all
            others are drawn then.
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
    drawn: list[_Drawn] = []
    progress(len(names) - len(todo), len(names))
    for one in _each(todo, jobs):
        drawn.append(one)
        progress(len(names) - len(todo) + len(drawn), len(names))
    faults = {one.name: one.fault for one in drawn if one.fault}
    whole = [name for name in names if name not in faults]
    written = sum(one.files for one in drawn) + _over_all(root, whole, where)
    _tell(faults, failed)
    return written


def _tell(faults: Mapping[str, str], failed: Callable[[str], object] | None) -> None:
    """Tell of what could not be drawn, in the order of the ids."""
    lines = [faults[name] for name in sorted(faults)]
    if lines and failed is None:
        raise PackageError("\n".join(lines))
    for line in lines:
        if failed:
            failed(line)


def _each(todo: list[_Job], jobs: int) -> Iterable[_Drawn]:
    workers = min(jobs or os.cpu_count() or 1, len(todo))
    if workers <= 1:
        return map(_one, todo)
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        futures = [pool.submit(_one, job) for job in todo]
        return [future.result() for future in as_completed(futures)]


def _print_of(job: _Job) -> str:
    """What all that is made of a disclosure depends on, as one hash."""
    about = (job.package / addresses.DESCRIPTOR).read_text(encoding="utf-8")
    notes = job.package / package.NOTES
    told = notes.read_text(encoding="utf-8") if notes.exists() else ""
    state = f"{job.failed} {is_outdated(job.package, package.load(job.package))}"
    return hashlib.sha256((job.code + about + told + state).encode()).hexdigest()


def _done(job: _Job) -> bool:
    stamp = job.place / _DONE
    try:
        return stamp.exists() and stamp.read_text(encoding="utf-8") == _print_of(job)
    except (JuesuanError, OSError, ValueError):
        return False


def _one(job: _Job) -> _Drawn:
    """Draw one disclosure; a fault is told, and nothing half drawn is left."""
    try:
        with stage(job.name, "draw"):
            return _Drawn(job.name, _draw(job))
    except JuesuanError as error:
        for folder in job.places:
            shutil.rmtree(folder, ignore_errors=True)
        return _Drawn(job.name, 0, told(job.name, error))


def _draw(job: _Job) -> int:
    """Write everything of one disclosure; returns how many files."""
    docs, writer, facts = job.root / DOCS, Writer(), package.load(job.package)
    for folder in job.places:
        shutil.rmtree(folder, ignore_errors=True)
    stale = job.failed or is_outdated(job.package, facts)
    with standing(job.package, facts) as folder:
        text = _text(folder, facts)
        for address, content in _of_disclosure(job, folder, facts, text):
            writer.write(job.place / address, _noticed(content) if stale else content)
        for address, content in _pictures(folder, facts):
            writer.write(job.place / address, content)
    for address, content in api_files(facts, text):
        writer.write(docs / address, content)
    writer.write(job.place / _DONE, _print_of(job))
    return writer.written


def _text(folder: Path, facts: Facts) -> str:
    """The text of a package; what its ledger tells of it where the source is lost or another."""
    lost = package.extracted_text(folder) is None and not any((folder / "source").iterdir())
    return known_text(facts.rows("figures")) if lost else text_of(folder)


def _pictures(folder: Path, facts: Facts) -> Iterable[tuple[str, bytes]]:
    """The pictures of the source's pages; none where the source is lost or another."""
    if not any((folder / "source").iterdir()):
        return ()
    return disclosure.picture_files(facts, source_of(folder))


def _noticed(content: Content) -> Content:
    """A page that says below its title that it shows the last good package; other files as is."""
    if not isinstance(content, str) or not content.startswith("---\n"):
        return content
    head, mark, rest = content.partition("\n# ")
    title, _, body = rest.partition("\n")
    return f"{head}{mark}{title}\n\n{NOTICE}\n{body}" if mark else content


def _of_disclosure(
    job: _Job, folder: Path, facts: Facts, text: str
) -> Iterator[tuple[str, Content]]:
    """Pages and files of one disclosure: address below it, and content."""
    offer = disclosure.Offer(
        file_list(facts),
        citations(facts.disclosure, job.address),
        json_ld(facts, job.address),
    )
    yield from disclosure.pages_of(facts, folder, text, offer)
    yield from disclosure.embed_files(facts, job.address)
    yield from disclosure.evidence_files(facts, text)
    yield from machines.of_disclosure(facts, folder, job.address)


def _over_all(root: Path, names: list[str], address: Address) -> int:
    """Write what is over all disclosures, and remove what is not any more; returns how many."""
    docs, writer, store = root / DOCS, Writer(), Store(root, names)
    notes = [
        (about, notes_of(folder_of(root, about["disclosure_id"]))) for about in store.disclosures()
    ]
    happened = events(notes)
    archives = archives_over_all(store)
    for path, page in across.pages(store, docs, archives, happened):
        writer.write(docs / path, page)
    for path, content in machines.over_all(store, happened, address):
        writer.write(docs / path, content)
    writer.write(docs / addresses.HEAD, head())
    for old in _shared_files(docs):
        if old not in writer.paths:
            old.unlink()
    return writer.written


def _shared_files(docs: Path) -> list[Path]:
    """Files that belong to no disclosure, as they are now."""
    folders = [docs / addresses.folder(name) for name in addresses.SHARED]
    found = [path for folder in folders for path in folder.rglob("*")]
    api_folder = docs / addresses.API
    found += [*api_folder.glob("*"), *api_folder.glob("*/*")]  # below are those of disclosures
    return [path for path in found if path.is_file()]


def _api_folders(docs: Path, name: str) -> tuple[Path, ...]:
    """Where the API of one disclosure is."""
    return tuple(docs / addresses.API / kind / name for kind in addresses.API_OF_DISCLOSURE)


def _remove_old(root: Path, names: list[str]) -> None:
    """Remove what was made of disclosures that are not there any more."""
    docs = root / DOCS
    for base, kept in (
        (docs / addresses.GENERATED, {*names, *addresses.SHARED}),
        *((docs / addresses.API / kind, {*names}) for kind in addresses.API_OF_DISCLOSURE),
    ):
        for old in base.iterdir() if base.is_dir() else ():
            if old.is_dir() and old.name not in kept:
                shutil.rmtree(old)


__all__ = ["render"]
