"""Personal data in a source: what is masked without being asked, and what is told.

What is published of a disclosure is made from the file in ``source/``, and the repository publishes
that file itself. So the file is exchanged there, before anything is made from it, and
``disclosure.toml`` records how often which kind of number stood in which lines, never the number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from juesuan import intake, package
from juesuan.collection.conversion.offered import is_scan
from juesuan.collection.conversion.sources import copied, pages_of, put_together
from juesuan.collection.disk.exchange import copy_entries, entry, exchanged
from juesuan.collection.disk.folders import sources_of
from juesuan.errors import NoteError
from juesuan.model import Document, Facts
from juesuan.personal import LABELS, Found, detect, name_in_title

_PUBLISHED = {
    "received": "the scan is published with the text that another program recognised in it",
    "cleaned": "the PDF is published cleaned",
    "pictures": "the PDF is published as pictures",
    "recognised": "the scan is published as a PDF with the text that was recognised in it",
    "rewritten": "the file is published as a web page of the text and tables that were read",
}
"""How a file is published that is not published as received."""

_RECORDED = ("id", "card", "mobile")
"""Kinds that are masked without being asked, in the order of their records."""


@dataclass
class _Finder:
    """What must not be published of a file; keeps what each file held as received."""

    documents: dict[str, Document] = field(default_factory=dict)
    found: dict[str, tuple[Found, ...]] = field(default_factory=dict)

    def __call__(self, document: Document) -> set[int]:
        found = detect(document.clean)
        if document.name not in self.documents:
            self.documents[document.name], self.found[document.name] = document, found
        return {at for one in found if one.is_masked for at in one.offsets()}

    def in_all(self, document: Document) -> tuple[Found, ...]:
        """What was found, with its places in the document that was put together of all files."""
        return tuple(
            _moved(one, file.start) for file in document.files for one in self.found[file.name]
        )


def _moved(found: Found, start: int) -> Found:
    pieces = tuple((first + start, last + start) for first, last in found.pieces)
    return replace(found, pieces=pieces)


@dataclass(frozen=True)
class Protected:
    """A source that holds no number of a person any more.

    Attributes:
        document: what is read from it.
        told: what a maintainer must know of it, each with its line.
        names: names that the text gives as those of persons.
    """

    document: Document
    told: tuple[str, ...] = ()
    names: frozenset[str] = field(default=frozenset())


def protect(
    folder: Path, on: str = "", known: Mapping[str, Document] = MappingProxyType({})
) -> Protected:
    """Mask the numbers of persons in a disclosure's source, and take active content out of it.

    Args:
        folder: its folder. Source and notes are exchanged where something was found.
        on: the day (ISO) for the record; none is recorded where empty.
        known: what was read from its files already, by their names.

    Raises:
        SourceError: if the source cannot be read, or cannot be published safely.
        NoteError: if the name of the file itself holds such a number.
    """
    sources = sources_of(folder)
    _refuse_names(folder, sources)
    finder = _Finder()
    copies = copied(sources, finder, known, pages_of(folder))
    before = put_together([finder.documents[source.name] for source in sources])
    found = finder.in_all(before)
    is_known = is_scan(package.read_notes(folder))
    entries = [*copy_entries(copies.each, on, is_known)]
    if copies.changed or entries:
        told = [*_mask_entries(found, before, on), *entries] if copies.changed else entries
        with exchanged(folder, copies.changed, told, copies.renamed):
            pass
    names = frozenset(_plain(before, one) for one in found if one.kind == "name")
    lines = (*_lines(folder, before, found), *_copied(folder, bool(copies.changed)))
    remarks = tuple(map(without_persons, _remarks(before, copies.document)))
    return Protected(replace(copies.document, remarks=remarks), lines, names)


def _remarks(received: Document, copied: Document) -> tuple[str, ...]:
    """What is told of a source, also of what its copy holds no longer, as the files in it."""
    return tuple(dict.fromkeys((*copied.remarks, *received.remarks)))


def without_persons(remark: str) -> str:
    """A remark that quotes the source, as an attachment's name, with what is a person's as □."""
    found = detect(intake.clean(remark))
    hidden = {at for one in found for at in one.offsets()}
    return "".join("□" if i in hidden else char for i, char in enumerate(remark))


def titles(document: Document, facts: Facts, names: frozenset[str]) -> Iterator[str]:
    """The projects whose titles may hold a private person's name, each with its line.

    Args:
        document: the source.
        facts: what was understood of it.
        names: names that the text gives as those of persons.
    """
    for row in facts.rows("projects"):
        title = "".join(intake.clean(row["name"]).split())
        if row["kind"] != "overall" and name_in_title(title, names):
            at = document.text.find(row["name"])
            where = document.where(at) if at >= 0 else document.name
            yield (
                f"{where}: the title of project {row['project_id']} may hold a "
                f"private person's name; if so, `juesuan mask {facts.disclosure_id} NAME`"
            )


def _refuse_names(folder: Path, sources: Sequence[Path]) -> None:
    names = (intake.clean(source.stem) for source in sources)
    if any(one.is_masked for name in names for one in detect(name)):
        raise NoteError(
            f"{folder.name}/source: the name of the file holds a number of a person; expected one "
            "without. What to do: rename the file."
        )


def _mask_entries(found: tuple[Found, ...], document: Document, on: str) -> Iterator[str]:
    """What is recorded of each kind that was masked, by its length."""
    for kind in _RECORDED:
        places = [one for one in found if one.kind == kind]
        for characters in sorted({len([*one.offsets()]) for one in places}):
            lines = [
                document.line_of(one.start) for one in places if len([*one.offsets()]) == characters
            ]
            yield entry("mask", on, {
                "kind": kind, "characters": characters, "places": len(lines),
                "lines": [*dict.fromkeys(lines)], "reason": "自动隐去", "by": "juesuan",
            })  # fmt: skip


def _lines(folder: Path, document: Document, found: tuple[Found, ...]) -> Iterator[str]:
    """What was found, with its line and never with its characters."""
    for one in found:
        where = f"{document.where(one.start)}: {LABELS[one.kind]}"
        if one.is_masked:
            yield f"{where}, masked in everything published"
        else:
            yield (
                f"{where}, published as printed; if it is a private person's, "
                f"`juesuan mask {folder.name} TEXT` takes it out"
            )


def _copied(folder: Path, is_changed: bool) -> Iterator[str]:
    """What the notes record of this and of earlier times."""
    notes = package.read_notes(folder)
    if not is_changed:
        for row in notes.masks:
            yield f"{row['places']} places are masked ({row['kind']}, lines {row['lines'] or '?'})"
    for row in notes.copies:
        removed = f", without {row['removed']}" if row["removed"] else ""
        yield f"{_PUBLISHED[row['how']]}{removed}"
    if is_scan(notes):
        yield (
            "text of it was recognised in pictures: what fails of it is alleged only where a "
            "person compared it with the picture, and says so by a [[pin]]"
        )


def _plain(document: Document, found: Found) -> str:
    return "".join(document.clean[found.start : found.end].split())
