"""Drawing one disclosure: its pages, its files for download, what is kept for pages over all.

Wings meet here: what its pages offer to take along comes from what is for machines.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from juesuan import package
from juesuan.collection import (
    ENDED,
    Task,
    folder_of,
    hash_of,
    is_outdated,
    known_text,
    notes_of,
    sources_of,
    stage,
    standing,
    text_of,
    told,
)
from juesuan.errors import JuesuanError
from juesuan.model import Facts
from juesuan.pages import addresses, digest, disclosure
from juesuan.pages.addresses import BODY, DRAWN, Address
from juesuan.pages.evidence.works import printed_work
from juesuan.pages.machines.citations import citations
from juesuan.pages.machines.described.schema_org import json_ld
from juesuan.pages.machines.downloads import file_list, of_disclosure
from juesuan.pages.machines.files import facts as amounts
from juesuan.pages.writer import Content, Writer

PRINT = ".fingerprint"
"""A drawn disclosure's file that says what it was drawn from: its package, then the program."""

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
class Job(Task):
    """One disclosure to render."""

    root: Path
    name: str
    code: str
    address: Address
    failed: bool = False
    remade: Path | None = None
    english: str = ""

    @property
    def package(self) -> Path:
        """The folder of its package: its own, or that of one made anew beside the collection."""
        return self.remade or folder_of(self.root, self.name)

    @property
    def digest(self) -> Path:
        """What is kept of it for the pages over all."""
        return digest.path_of(self.root, self.name)

    @property
    def amounts(self) -> Path:
        """What is kept of it for the table of all amounts."""
        return amounts.path_of(self.root, self.name)

    @property
    def place(self) -> Path:
        """Where its pages and files go."""
        return self.root / DRAWN / addresses.disclosure(self.name)

    def takes(self) -> Mapping[str, Path]:
        """Its folder."""
        return {f"datapackages/{self.name}": self.package}

    def makes(self) -> Sequence[str]:
        """Its pages and files, and what is kept of it."""
        every = (self.place, self.digest, self.amounts)
        return [path.relative_to(self.root).as_posix() for path in every]

    def at(self, root: Path) -> Job:
        """The same in another repository."""
        return replace(self, root=root, remade=None)


@dataclass(frozen=True)
class Drawn:
    """What became of one: files written, why it could not be drawn, or what its pages tell."""

    name: str
    files: int
    fault: str = ""
    notice: str = ""


def draw(job: Job) -> Drawn:
    """Draw one disclosure; a fault is told, and nothing half drawn is left."""
    try:
        with stage(job.name, "draw"):
            return _whole(job)
    except JuesuanError as error:
        _clear(job)
        return Drawn(job.name, 0, told(job.name, error))


def lost(job: Job) -> Drawn:
    """What became of one that was drawn in a process that was ended."""
    _clear(job)
    return Drawn(job.name, 0, f"{job.name}: draw: {ENDED}")


def _clear(job: Job) -> None:
    shutil.rmtree(job.place, ignore_errors=True)
    job.digest.unlink(missing_ok=True)
    job.amounts.unlink(missing_ok=True)


def _whole(job: Job) -> Drawn:
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
        notes = notes_of(folder)
    shown = disclosure.picture(disclosure.seen(facts))
    writer.write(job.place / addresses.SHARE, shown)
    writer.write(job.digest, digest.text_of(facts, text, job.place, notes))
    writer.write(job.amounts, amounts.text_of(facts.disclosure, facts))
    if outdated and not job.failed:
        return Drawn(job.name, writer.written, notice=f"{job.name}: draw: {_OUTDATED}")
    if not job.remade:
        writer.write(job.place / PRINT, _print_of(job))
    return Drawn(job.name, writer.written)


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
    job: Job, folder: Path, facts: Facts, text: str
) -> Iterator[tuple[str, Content]]:
    """Pages and files of one disclosure: address below it, and content."""
    offer = disclosure.Offer(
        file_list(facts.disclosure_id),
        citations(facts.disclosure, job.address, printed_work(text, facts.disclosure)),
        json_ld(facts, job.address),
    )
    yield from disclosure.pages_of(facts, folder, text, offer, job.english)
    yield from of_disclosure(facts, folder, job.address)


def _print_of(job: Job) -> str:
    """What all that is made of a disclosure depends on: its folder's bytes as a hash, the rest."""
    own = hash_of(job.package, sorted(job.package.rglob("*")))
    return f"{own}\n{job.code}{job.failed} {job.english}\n"


def drawn_from(root: Path, name: str) -> tuple[str, bytes]:
    """What pages over all use of a disclosure: a hash over its package, and its digest.

    Args:
        root: the repository.
        name: its id.

    Raises:
        OSError: if it is not drawn, or of a package that is not its own.
    """
    stamp = root / DRAWN / addresses.disclosure(name, PRINT)
    return stamp.read_text("utf-8").partition("\n")[0], digest.path_of(root, name).read_bytes()


def is_drawn(job: Job) -> bool:
    """Whether everything of a disclosure is as it was drawn, from what it has now."""
    stamp = job.place / PRINT
    try:
        return job.digest.exists() and stamp.read_text(encoding="utf-8") == _print_of(job)
    except (JuesuanError, OSError, ValueError):
        return False
