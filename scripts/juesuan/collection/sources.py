"""The files of one disclosure, read and put together, and what may be published of each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from juesuan import intake
from juesuan.model import Document
from juesuan.parse import lead_first

Find = Callable[[Document], Collection[int]]
"""The offsets of the characters of one file that must not be published."""


def read(paths: Iterable[Path]) -> Document:
    """The document of all files of a disclosure, the leading one first.

    Raises:
        SourceError: if one of them cannot be read, or they are files of two disclosures.
    """
    return put_together([intake.read(path) for path in paths])


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


def copied(paths: Sequence[Path], find: Find) -> Copies:
    """What may be published of the files of a disclosure.

    Args:
        paths: the files.
        find: the offsets of the characters of one file that must not be published.

    Raises:
        SourceError: if one of them cannot be read or published.
    """
    return Copies(tuple(paths), tuple(_copies(paths, find)))


def _copies(paths: Iterable[Path], find: Find) -> Iterator[intake.Copy]:
    for path in paths:
        yield intake.copy(path, find)
