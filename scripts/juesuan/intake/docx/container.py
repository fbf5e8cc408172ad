"""The archive of a document, opened within bounds: its parts, and how they are related."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, fromstring  # nosec B405

from juesuan.errors import UnreadableSourceError
from juesuan.intake.file import File
from juesuan.intake.zipped import ZIP_DAMAGE

MOST_PARTS = 5_000
"""Files in an archive; a real document has some hundred."""

LARGEST_PART = 60_000_000
"""Bytes of a part when it is unpacked; that of a real document is far smaller."""

_HEAD = 4096


def is_package(data: bytes, kind: str) -> bool:
    """Whether some bytes are an archive of this kind: "word" or "xl"."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    return f"{kind}/".encode() in data


def _ascii(data: bytes) -> bytes:
    """The bytes of a text in UTF-16 as they would be in UTF-8, as far as they are ASCII."""
    return data.replace(b"\0", b"") if b"\0" in data else data


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part is related to.

    Attributes:
        kind: the last word of its type: "numbering", "hyperlink".
        target: the name of a part, or an address outside.
        is_outside: whether it is an address outside.
    """

    kind: str
    target: str
    is_outside: bool


class Container:
    """The parts of a document.

    Raises:
        UnreadableSourceError: if it is damaged, or larger than any document.
    """

    def __init__(self, file: File, data: bytes) -> None:
        self._file = file
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (*ZIP_DAMAGE, OSError) as error:
            raise self._damaged() from error
        self.names = frozenset(self._archive.namelist())
        if len(self.names) > MOST_PARTS:
            found, expected = f"an archive of {len(self.names):,} parts", f"at most {MOST_PARTS:,}"
            raise UnreadableSourceError(file.name, found, expected, "save the document again")

    def xml(self, name: str) -> Element | None:
        """The tree of a part; None where there is no such part."""
        data = self._bytes(name)
        if data is None:
            return None
        if b"<!DOCTYPE" in _ascii(data[:_HEAD]) or b"<!ENTITY" in _ascii(data):
            found = f"declarations of entities in {name}"
            advice = "save the document again with a word processor"
            raise UnreadableSourceError(self._file.name, found, "none", advice)
        try:
            # Without declarations there are no entities that could be expanded.
            return fromstring(data)  # noqa: S314 # nosec B314
        except (ParseError, ValueError) as error:
            raise self._damaged() from error

    def relations(self, part: str) -> Iterator[Relation]:
        """What a part is related to; "" for the whole document."""
        folder, name = posixpath.split(part)
        tree = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for one in tree if tree is not None else ():
            target, outside = one.get("Target", ""), one.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield Relation(one.get("Type", "").rpartition("/")[2], target, outside)

    def _bytes(self, name: str) -> bytes | None:
        if name not in self.names:
            return None
        try:
            with self._archive.open(name) as stream:
                data = stream.read(LARGEST_PART + 1)
        except (*ZIP_DAMAGE, OSError) as why:
            raise self._damaged() from why
        if len(data) > LARGEST_PART:
            found, expected = f"a part of more than {LARGEST_PART:,} bytes", "at most as many"
            advice = "check that this is one disclosure"
            raise UnreadableSourceError(self._file.name, found, expected, advice)
        return data

    def _damaged(self) -> UnreadableSourceError:
        return UnreadableSourceError(
            self._file.name,
            "a document that is damaged",
            "a whole one",
            "open it with a word processor and save it again; it may have been cut off",
        )
