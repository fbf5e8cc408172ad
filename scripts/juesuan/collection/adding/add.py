"""Adding new disclosures to a collection: one, or as many as there are.

What is known already is known by its hash and costs nothing. What is new is looked at, gets its
place, and is converted beside; nothing is written of what cannot be understood.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from juesuan import package
from juesuan.collection.adding.alike import Content, Samples, compared, content_of
from juesuan.collection.adding.by_hand import ByHand, begun
from juesuan.collection.adding.entering import Destination, Known
from juesuan.collection.adding.looked import (
    Entry,
    Looked,
    is_masked_copy,
    look,
    masked_length,
    received,
)
from juesuan.collection.adding.received import Received, key_of
from juesuan.collection.conversion.bounded import one_budget
from juesuan.collection.conversion.convert import convert, prepare
from juesuan.collection.conversion.sources import pages_of
from juesuan.collection.departments.held import held
from juesuan.collection.departments.registry import write_registry
from juesuan.collection.disk.guard import stage, told
from juesuan.collection.disk.lock import BEGUN
from juesuan.collection.reports.report import Report
from juesuan.collection.work.cache import Cache
from juesuan.collection.work.spread import ENDED, spread
from juesuan.errors import (
    ConflictingSourceError,
    JuesuanError,
    NoteError,
    PackageError,
    TermsError,
)
from juesuan.intake import Pages

_MANY = 3
"""Disclosures for which it is worth while to prepare."""


def add(
    root: Path,
    given: Path | Sequence[Path],
    disclosure_id: str = "",
    on: str = "",
    pages: str = "",
    by_hand: ByHand | None = None,
) -> Report:
    """Put a new disclosure into the collection; nothing is written unless it can be understood.

    Its department is found in the registry, and gets a line there where it is new.

    Args:
        root: the repository.
        given: the file as received; or the files of one disclosure, a folder or a ZIP archive of
            them.
        disclosure_id: the id to use; found from the registry, the file's name or its text where
            empty.
        on: the day (ISO), for the maintainer's notes, which are begun then; no notes where empty.
        pages: the first and the last page of a PDF that holds more than the disclosure, such as
            ``15-28``; all of it where empty.
        by_hand: what else a maintainer says of it.

    Returns:
        What became of it.

    Raises:
        SourceError: if the file cannot be used, is in the collection already, or its department
            has published this year already.
        TermsError: if the registry is wrong.
    """
    said = replace(by_hand or ByHand(), disclosure_id=disclosure_id, pages=pages)
    adding = Adding(root, on)
    files = (given,) if isinstance(given, Path) else tuple(given)
    entry = adding.resolved(Entry(files, said))
    with one_budget():
        looked = look(entry, keep=True)
        if known := adding.known_as(entry, looked):
            raise _same_content(entry.name, known)
        step = adding.step(entry, looked)
        report = _put(step, root=root, on=on)
    adding.keep(step)
    with stage(step.place.disclosure_id, "cache"):
        adding.write()
    return report


def add_all(root: Path, entries: Sequence[Entry], on: str = "", jobs: int = 0) -> Iterator[Report]:
    """Put many disclosures into the collection; what goes wrong with one never stops the others.

    Args:
        root: the repository.
        entries: a disclosure each.
        on: the day (ISO), for the maintainer's notes.
        jobs: processes; 0 for one a core.

    Yields:
        A report each, as they are done: ``built``, ``unchanged`` for what is there already, or
        ``failed``.

    Raises:
        TermsError: if the registry or another definition is wrong, which concerns them all.
    """
    adding = Adding(root, on)
    new = []
    for entry in entries:
        known = adding.received_as(entry)
        if known:
            yield _unchanged(entry, known)
        else:
            new.append(entry)
    if len(new) >= _MANY:
        prepare()
    try:
        yield from _add_new(adding, new, jobs)
    finally:
        adding.write()


def _add_new(adding: Adding, new: Sequence[Entry], jobs: int) -> Iterator[Report]:
    """Look at all, give each its place in the order in which they were given, convert them."""
    resolved = [adding.resolved(one) for one in new]
    seen = dict(enumerate(resolved))
    found = dict(spread(_looked, list(seen.items()), jobs, lambda job: (job[0], _lost(job[1]))))
    looks = dict(found.values())
    steps = []
    for number, entry in seen.items():
        outcome = _placed(adding, entry, looks[number])
        if isinstance(outcome, Report):
            yield outcome
        else:
            steps.append(outcome)
    work = partial(_safely, root=adding.root, on=adding.on)
    for step, report in spread(work, steps, jobs, lambda one: _lost(one.entry)):
        if report.state == "built":
            adding.keep(step)
        yield report


def _placed(adding: Adding, entry: Entry, looked: Looked | Report) -> _Step | Report:
    """What is to be done with an entry that was looked at, or what became of it."""
    if isinstance(looked, Report):
        return looked
    try:
        with stage(entry.name, "intake"):
            known = adding.known_as(entry, looked)
            return _unchanged(entry, known) if known else adding.step(entry, looked)
    except TermsError:
        raise
    except JuesuanError as error:
        return _failed(entry, error)


def _looked(job: tuple[int, Entry]) -> tuple[int, Looked | Report]:
    number, entry = job
    try:
        return number, look(entry)
    except TermsError:
        raise
    except JuesuanError as error:
        return number, _failed(entry, error)


def _safely(step: _Step, root: Path, on: str) -> Report:
    try:
        return _put(step, root, on)
    except TermsError:
        raise
    except JuesuanError as error:
        return _failed(step.entry, error)


def _failed(entry: Entry, error: JuesuanError) -> Report:
    return Report(entry.label, "failed", told(entry.label, error))


def _lost(entry: Entry) -> Report:
    return Report(entry.label, "failed", f"{entry.label}: process: {ENDED}")


def _unchanged(entry: Entry, known: str) -> Report:
    return Report(known, "unchanged", remarks=(f"{entry.label} is in the collection",))


def _same_content(name: str, known: str) -> ConflictingSourceError:
    return ConflictingSourceError(
        name,
        f"the same content as {known}",
        "a new disclosure",
        "nothing: it is in the collection",
    )


@dataclass(frozen=True)
class _Step:
    """An entry with the place that it gets."""

    entry: Entry
    looked: Looked
    place: Destination


class Adding:
    """What is known while disclosures are added.

    Args:
        root: the repository.
        on: the day (ISO).
    """

    def __init__(self, root: Path, on: str) -> None:
        self.root, self.on = root, on
        self._known = Known(root)
        self._received = Received(root)
        self._cache = Cache(root)
        self._departments: dict[Entry, str] = {}
        self._pages: dict[str, Pages | None] = {}
        self._contents: dict[str, Content] = {}

    @cached_property
    def _samples(self) -> Samples:
        return Samples(self.root, held(self.root))

    @cached_property
    def _masked(self) -> dict[int, list[Path]]:
        """Folders whose text is not published as received, by its length."""
        found: dict[int, list[Path]] = {}
        for name in held(self.root):
            folder = self.root / "datapackages" / name
            found.setdefault(masked_length(folder), []).append(folder)
        found.pop(-1, None)
        return found

    def resolved(self, entry: Entry) -> Entry:
        """An entry whose department is a name: an id of the registry says where it goes alone."""
        said = entry.by_hand
        if said.department not in self._known.departments.ids:
            return entry
        fresh = replace(entry, by_hand=replace(said, department=""))
        self._departments[fresh] = said.department
        return fresh

    def received_as(self, entry: Entry) -> str:
        """The disclosure that was made of the same files; empty if none is known."""
        with suppress(OSError):
            return self._received.has(_key(entry))
        return ""

    def known_as(self, entry: Entry, looked: Looked) -> str:
        """The disclosure with the same content, also where parts of it are masked."""
        for same in self._known.of_hashes(looked.hashes):
            if not self._is_of_other_pages(same, entry.by_hand.own_pages()):
                return same
        copies = self._masked.get(looked.length, ())
        return next((one.name for one in copies if is_masked_copy(entry, one)), "")

    def _is_of_other_pages(self, name: str, pages: Pages | None) -> bool:
        """Whether a disclosure has other pages of one file."""
        with suppress(NoteError, PackageError):
            own = pages_of(self.root / "datapackages" / name)
            known = self._pages.get(name, own)
            return bool(pages and known and not pages.meets(known))
        return False

    def step(self, entry: Entry, looked: Looked) -> _Step:
        """The place of an entry, kept for it.

        Raises:
            ConflictingSourceError: if there is none.
        """
        said, department = entry.by_hand, self._departments.get(entry, "")
        like, _ = self._samples.like(looked.sample)
        alike = compared(looked.content, like, self._content(like)) if like else ""
        try:
            place = self._known.place(entry.name, looked.identity, said.disclosure_id, department)
        except ConflictingSourceError as error:
            if like:
                error.found += f"; {alike}"
                raise ConflictingSourceError(
                    error.where, error.found, error.expected, error.advice
                ) from error
            raise
        if like:
            remark = f"{alike}: see whether both are one document in two forms"
            place = place._replace(remarks=(*place.remarks, remark))
        self._known.keep(place, looked.identity, looked.hashes)
        self._samples.add(place.disclosure_id, looked.sample)
        self._pages[place.disclosure_id] = said.own_pages()
        self._contents[place.disclosure_id] = looked.content
        return _Step(entry, looked, place)

    def _content(self, name: str) -> Content | None:
        """What a disclosure is compared by, be it held or to be put in."""
        return self._contents.get(name) or content_of(self.root / "datapackages" / name)

    def id_of(self, looked: Looked) -> str:
        """The id of the department's year, whether it is held or not; empty for an unknown one."""
        return self._known.id_of(looked.identity)

    def keep(self, step: _Step) -> None:
        """Know that a step was done."""
        name = step.place.disclosure_id
        self._cache.keep(self.root / "datapackages" / name)
        with suppress(OSError):
            self._received.keep(_key(step.entry), name)

    def write(self) -> None:
        """Write the registry and what makes the next run fast."""
        if self._known.has_new_rows:
            write_registry(self.root, self._known.rows())
        self._cache.write()
        self._received.write()
        if "_samples" in self.__dict__:
            self._samples.write()


def _key(entry: Entry) -> str:
    """What an entry is known by: its files, and which pages of them."""
    return f"{key_of(entry.files)} {entry.by_hand.pages}".strip()


def _put(step: _Step, root: Path, on: str) -> Report:
    """Convert an entry in a folder beside, which becomes the disclosure's when that went well."""
    folder = root / "datapackages" / step.place.disclosure_id
    with stage(folder.name, "package"):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=BEGUN) as name:
            fresh = Path(name) / folder.name
            report = made(step.entry, step.looked, fresh, root, on)
            fresh.rename(folder)
    return replace(report, remarks=(*step.place.remarks, *report.remarks))


def made(entry: Entry, looked: Looked, fresh: Path, root: Path, on: str) -> Report:
    """Make the folder of a disclosure and convert it; the files that were given are copied.

    Args:
        entry: what is given.
        looked: what was seen of it.
        fresh: the folder, which is not there; what is beside it belongs to nobody.
        root: the repository.
        on: the day (ISO), for the notes; none are begun where empty.
    """
    scratch = fresh.with_name("scratch")
    fresh.mkdir()
    scratch.mkdir()
    received(entry.files, scratch)
    (scratch / "named").rename(fresh / "source")
    said = entry.by_hand
    if on or list(said.recorded()):
        (fresh / package.NOTES).write_text(begun(root, on, said), encoding="utf-8")
    return convert(fresh, on=on, known=looked.documents)
