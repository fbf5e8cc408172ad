"""The files of one disclosure, read and put together, and what may be published of each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from juesuan import intake, package
from juesuan.errors import UnreadableSourceError
from juesuan.intake import Pages
from juesuan.model import Document
from juesuan.parse import lead_first

Find = Callable[[Document], Collection[int]]
"""The offsets of the characters of one file that must not be published."""


def pages_of(folder: Path) -> Pages | None:
    """The pages of its file that are a disclosure's own, as its notes say; None for all.

    Raises:
        NoteError: if the notes are not as they must be.
    """
    pages = package.read_notes(folder).pages
    return Pages(*pages) if pages else None


def read(paths: Sequence[Path], pages: Pages | None = None) -> Document:
    """The document of all files of a disclosure, the leading one first.

    Args:
        paths: the files.
        pages: those of its only file that are read; all where None.

    Raises:
        SourceError: if one of them cannot be read, or they are files of two disclosures.
    """
    _one_for_pages(paths, pages)
    return put_together([intake.read(path, pages) for path in paths])


def _one_for_pages(paths: Sequence[Path], pages: Pages | None) -> None:
    """Refuse pages of several files.

    Raises:
        UnreadableSourceError: if there are several.
    """
    if pages and len(paths) > 1:
        raise UnreadableSourceError(
            paths[0].name,
            f"pages {pages} of {len(paths)} files",
            "pages of one file",
            "give the one file that holds them",
        )


def put_together(documents: Sequence[Document]) -> Document:
    """The document of files that were read.

    Raises:
        SourceError: if they are files of two disclosures.
    """
    return intake.joined(lead_first(documents))


@dataclass(frozen=True)
class Copies:
    """What may be published of each file of a disclosure.

    Attributes:
        paths: the files.
        each: of each file what may be published.
    """

    paths: tuple[Path, ...]
    each: tuple[intake.Copy, ...]

    @property
    def changed(self) -> dict[Path, bytes]:
        """The files that are published otherwise than received, and the bytes of each."""
        both = zip(self.paths, self.each, strict=True)
        return {path: copy.data for path, copy in both if copy.how != "received"}

    @property
    def renamed(self) -> dict[Path, Path]:
        """The files that bear another name then, because their format changes."""
        both = (
            (path, path.with_name(copy.name or path.name))
            for path, copy in zip(self.paths, self.each, strict=True)
        )
        return {path: fresh for path, fresh in both if fresh != path}

    @cached_property
    def document(self) -> Document:
        """What is read from what may be published."""
        return put_together([copy.document for copy in self.each])


def copied(
    paths: Sequence[Path],
    find: Find,
    known: Mapping[str, Document] = MappingProxyType({}),
    pages: Pages | None = None,
) -> Copies:
    """What may be published of the files of a disclosure.

    Args:
        paths: the files.
        find: the offsets of the characters of one file that must not be published.
        known: what was read from whole files already, by their names.
        pages: those of its only file that are the disclosure's own; all where None.

    Raises:
        SourceError: if one of them cannot be read or published.
    """
    _one_for_pages(paths, pages)
    each = (intake.copy(path, find, known.get(path.name), pages) for path in paths)
    return Copies(tuple(paths), tuple(each))
