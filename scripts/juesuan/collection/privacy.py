"""Personal data in a source: what is masked without being asked, and what is told.

What is published of a disclosure is made from the file in ``source/``, and the repository publishes
that file itself. So the file is exchanged there, before anything is made from it, and
``disclosure.toml`` records how often which kind of number stood in which lines, never the number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from juesuan import intake, package
from juesuan.collection.exchange import copy_entries, entry, exchanged
from juesuan.collection.folders import source_of
from juesuan.errors import NoteError
from juesuan.model import Document, Facts
from juesuan.personal import LABELS, Found, detect, name_in_title

_RECORDED = ("id", "card", "mobile")
"""Kinds that are masked without being asked, in the order of their records."""


@dataclass
class _Finder:
    """What must not be published of a document; keeps what the first one held."""

    document: Document | None = None
    found: tuple[Found, ...] = ()

    def __call__(self, document: Document) -> set[int]:
        found = detect(document.clean)
        if self.document is None:
            self.document, self.found = document, found
        return {at for one in found if one.is_masked for at in one.offsets()}


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


def protect(folder: Path, on: str = "") -> Protected:
    """Mask the numbers of persons in a disclosure's source, and take active content out of it.

    Args:
        folder: its folder. Source and notes are exchanged where something was found.
        on: the day (ISO) for the record; none is recorded where empty.

    Raises:
        SourceError: if the source cannot be read, or cannot be published safely.
        NoteError: if the name of the file itself holds such a number.
    """
    source = source_of(folder)
    _refuse_name(folder, source)
    finder = _Finder()
    copy = intake.copy(source, finder)
    before = finder.document or copy.document
    if copy.how != "received":
        told = [*_mask_entries(finder.found, before, on), *copy_entries(copy, on)]
        with exchanged(folder, source, copy.data, told):
            pass
    names = frozenset(_plain(before, one) for one in finder.found if one.kind == "name")
    lines = (*_lines(folder, before, finder.found), *_copied(folder, copy))
    return Protected(copy.document, lines, names)


def titles(document: Document, facts: Facts, names: frozenset[str]) -> Iterator[str]:
    """The projects whose titles may hold a private person's name, each with its line.

    Args:
        document: the source.
        facts: what was understood of it.
        names: names that the text gives as those of persons.
    """
    for row in facts.rows("projects"):
        title = "".join(intake.clean(row["name"]).split())
        if row["kind"] == "project" and name_in_title(title, names):
            at = document.text.find(row["name"])
            line = f":{document.line_of(at)}" if at >= 0 else ""
            yield (
                f"{document.name}{line}: the title of project {row['project_id']} may hold a "
                f"private person's name; if so, `juesuan mask {facts.disclosure_id} NAME`"
            )


def _refuse_name(folder: Path, source: Path) -> None:
    if any(one.is_masked for one in detect(intake.clean(source.stem))):
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
        where = f"{document.name}:{document.line_of(one.start)}: {LABELS[one.kind]}"
        if one.is_masked:
            yield f"{where}, masked in everything published"
        else:
            yield (
                f"{where}, published as printed; if it is a private person's, "
                f"`juesuan mask {folder.name} TEXT` takes it out"
            )


def _copied(folder: Path, copy: intake.Copy) -> Iterator[str]:
    """What the notes record of this and of earlier times."""
    notes = package.read_notes(folder)
    if copy.how == "received":
        for row in notes.masks:
            yield f"{row['places']} places are masked ({row['kind']}, lines {row['lines'] or '?'})"
    for row in notes.copies:
        removed = f", without {row['removed']}" if row["removed"] else ""
        yield f"the PDF is published {'as pictures' if row['how'] == 'pictures' else 'cleaned'}" + (
            removed
        )


def _plain(document: Document, found: Found) -> str:
    return "".join(document.clean[found.start : found.end].split())
