"""Rendering everything: a folder a disclosure, spread over processes, then what is over all.

Here alone the wings meet: what the pages of a disclosure offer to take along comes from what is
for machines, and so do the lists of files and of news on pages over all disclosures.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from juesuan import package
from juesuan.collection import code_version, folder_of, ids, source_of, text_of
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


@dataclass(frozen=True)
class _Job:
    """One disclosure to render."""

    root: Path
    name: str
    code: str
    address: Address

    @property
    def package(self) -> Path:
        """The folder of its package."""
        return folder_of(self.root, self.name)

    @property
    def place(self) -> Path:
        """Where its pages and files go."""
        return self.root / DOCS / addresses.disclosure(self.name)


def render(
    root: Path,
    progress: Callable[[int, int], object] = lambda done, total: None,
    jobs: int = 0,
    address: str = "",
) -> int:
    """Generate pages and downloads of all packages; what has not changed is left alone.

    Args:
        root: the repository.
        progress: called with disclosures done and their number.
        jobs: processes; 0 for one a core.
        address: where the site will be published, for feeds and catalogues, which need whole
            addresses; empty if unknown.

    Returns:
        How many files were written.
    """
    names, where = ids(root), Address(address)
    _remove_old(root, names)
    code = code_version((".py", ".j2", ".toml")) + where.site
    todo = [job for name in names if not _done(job := _Job(root, name, code, where))]
    written, done = 0, len(names) - len(todo)
    progress(done, len(names))
    for number in _each(todo, jobs):
        written, done = written + number, done + 1
        progress(done, len(names))
    return written + _over_all(root, names, where)


def _each(todo: list[_Job], jobs: int) -> Iterable[int]:
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
    return hashlib.sha256((job.code + about + told).encode()).hexdigest()


def _done(job: _Job) -> bool:
    stamp = job.place / _DONE
    return stamp.exists() and stamp.read_text(encoding="utf-8") == _print_of(job)


def _one(job: _Job) -> int:
    """Write everything of one disclosure; returns how many files."""
    docs, writer, facts = job.root / DOCS, Writer(), package.load(job.package)
    for folder in (job.place, *_api_folders(docs, job.name)):
        shutil.rmtree(folder, ignore_errors=True)
    text = text_of(job.package)
    for address, content in _of_disclosure(job, facts, text):
        writer.write(job.place / address, content)
    for address, picture in disclosure.picture_files(facts, source_of(job.package)):
        writer.write(job.place / address, picture)
    for address, content in api_files(facts, text):
        writer.write(docs / address, content)
    writer.write(job.place / _DONE, _print_of(job))
    return writer.written


def _of_disclosure(job: _Job, facts: Facts, text: str) -> Iterator[tuple[str, Content]]:
    """Pages and files of one disclosure: address below it, and content."""
    offer = disclosure.Offer(
        file_list(facts),
        citations(facts.disclosure, job.address),
        json_ld(facts, job.address),
    )
    yield from disclosure.pages_of(facts, job.package, text, offer)
    yield from disclosure.embed_files(facts, job.address)
    yield from disclosure.evidence_files(facts, text)
    yield from machines.of_disclosure(facts, job.package, job.address)


def _over_all(root: Path, names: list[str], address: Address) -> int:
    """Write what is over all disclosures, and remove what is not any more; returns how many."""
    docs, writer, store = root / DOCS, Writer(), Store(root, names)
    notes = [
        (about, package.read_notes(folder_of(root, about["disclosure_id"])))
        for about in store.disclosures()
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
