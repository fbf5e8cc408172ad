"""The frozen objects in which the stages meet. They only look things up."""

from __future__ import annotations

import bisect
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the source: its 1-based number and its characters ``start`` to ``end`` of the text."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table that the format itself knows (PDF, HTML, spreadsheet): its place and its characters."""

    row: int
    column: int
    start: int
    end: int
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table of the source, with its cells in reading order."""

    page: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Document:
    """A source file as text.

    Attributes:
        name: file name, without folder.
        sha256: hash of the file as received.
        size: bytes of the file as received.
        encoding: how the bytes were read.
        text: the characters, without byte order mark; all offsets of the project count in it.
        clean: the same length, with one normalised character for each one of ``text``.
        pages, tables: what the format knows of its layout; empty for plain text.
    """

    name: str
    sha256: str
    size: int
    encoding: str
    text: str
    clean: str
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first character of every line."""
        return [0, *(i + 1 for i, char in enumerate(self.text) if char == "\n")]

    def line_of(self, offset: int) -> int:
        """The 1-based line in which a character stands."""
        return bisect.bisect_right(self.line_starts, offset)

    def page_of(self, offset: int) -> int | None:
        """The 1-based page in which a character stands, where the format has pages."""
        for page in self.pages:
            if page.start <= offset < page.end:
                return page.number
        return None


Row = Mapping[str, str]
"""A published row: column name to printed text; an empty text means "not printed"."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One numeral of the source and where it went (the ledger, section 5 of the design).

    Attributes:
        start, end: character offsets into the source text, ``end`` exclusive.
        text: the characters as printed.
        value: plain decimal number; empty where the numeral has none.
        unit: unit as printed, or empty.
        status: ``bound``, ``prose``, ``reference`` or ``unread``.
        resource, row, field: the cell that holds it, or the text it stands in; ``row`` is the cell's key
            without the disclosure id, joined by slashes.
    """

    start: int
    end: int
    text: str
    value: str
    unit: str
    status: str
    resource: str = ""
    row: str = ""
    field: str = ""


@dataclass(frozen=True)
class Facts:
    """What was understood of one disclosure.

    Attributes:
        disclosure_id: the package's id.
        tables: resource name to rows in document order; a resource that the disclosure lacks has no entry.
        figures: the ledger, in reading order.
        remarks: what the parser wants a maintainer to see, each with a line.
    """

    disclosure_id: str
    tables: Mapping[str, tuple[Row, ...]]
    figures: tuple[Figure, ...] = ()
    remarks: tuple[str, ...] = field(default=())

    def rows(self, resource: str) -> tuple[Row, ...]:
        """The rows of a resource, none where the disclosure lacks it."""
        return tuple(self.tables.get(resource, ()))

    @property
    def disclosure(self) -> Row:
        """The one row of ``disclosure``."""
        return self.tables["disclosure"][0]
