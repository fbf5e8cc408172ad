"""The frozen objects in which the stages meet. They only look things up."""

from __future__ import annotations

import bisect
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from juesuan.rows import DisclosureRow, Row, TypedTables


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
    """A page of the source.

    Attributes:
        number: 1-based, counted through all files of a document.
        start, end: its characters in the text.
        width, height: its size in points; 0 where the format has none.
        name: what the file calls it, as a sheet of a workbook; empty for most formats.
    """

    number: int
    start: int
    end: int
    width: float = 0
    height: float = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One of the files of which a document is made.

    Attributes:
        name: file name, without folder.
        sha256: hash of the file as received.
        size: bytes of the file as received.
        encoding: how the bytes were read.
        start, end: its characters in the text.
        pages_before: pages of the files before it.
        tells_furniture: as :attr:`Document.tells_furniture`, of this file.
    """

    name: str
    sha256: str
    size: int
    encoding: str
    start: int
    end: int
    pages_before: int = 0
    tells_furniture: bool = False


class Address(NamedTuple):
    """Where a piece of text stands in its file, in the file's own words.

    Attributes:
        start, end: its characters in the text.
        text: such as the address of a cell in its sheet, ``D14``.
    """

    start: int
    end: int
    text: str


class Cell(NamedTuple):
    """A cell of a table that the format itself knows (PDF, HTML, spreadsheet).

    Attributes:
        row, column: of its upper left corner, from 0.
        start, end: its characters in the text; an empty cell has none.
        rows, columns: how many of each it spans.
        box: where it stands on the page.
    """

    row: int
    column: int
    start: int
    end: int
    rows: int = 1
    columns: int = 1
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table of the source, with its cells in reading order.

    Attributes:
        page: 1-based.
        start, end: its characters in the text, where its rows are lines and its columns stand
            between tabs.
        width: number of columns.
        cells: also the empty ones.
        is_ruled: whether lines part its columns; else they were told by how its words stand, and
            its figures count only where its sums confirm them.
    """

    page: int
    start: int
    end: int
    width: int
    cells: tuple[Cell, ...]
    is_ruled: bool = True


_Sides = tuple[int, int, int, int]
"""Left, top, right, bottom, in tenths of a point."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """Where each character of a text stands.

    Attributes:
        numbers: left, top, right, bottom of each character, flat, in tenths of a point; zeros for
            one that is not printed (spaces, line ends).
    """

    numbers: array[int]

    def around(self, page: int, start: int, end: int) -> Box | None:
        """The box around the characters ``start`` to ``end`` of a page; None where they have none.

        Of characters that are broken over lines, the box is around those in the first line.
        """
        printed = [box for box in map(self._sides, range(start, end)) if box[2] > box[0]]
        if not printed:
            return None
        first_line = [box for box in printed if box[1] <= printed[0][3]]
        lefts, tops, rights, bottoms = zip(*first_line, strict=True)
        return Box(page, min(lefts) / 10, min(tops) / 10, max(rights) / 10, max(bottoms) / 10)

    def _sides(self, offset: int) -> _Sides:
        left, top, right, bottom = self.numbers[4 * offset : 4 * offset + 4]
        return left, top, right, bottom


@dataclass(frozen=True)
class Document:
    """A source as text, and what its format tells beside the characters.

    A source is one file, or several that are one disclosure: then the text has one file after the
    other, the leading one first, and :attr:`files` says which characters are whose.

    Whoever reads a document asks what it *has*, never what format it was: a reader of a new format
    fills in what that format knows and leaves the rest as it is here.

    Attributes:
        name: file name, without folder.
        sha256: hash of the file as received.
        size: bytes of the file as received.
        encoding: how the bytes were read.
        text: the characters, without byte order mark; all offsets of the project count in it.
        clean: the same length, with one normalised character for each one of ``text``.
        pages: in order; none where the format has no pages.
        tables: those whose cells the format itself knows, in order.
        furniture: ranges of lines that belong to a page (headers, page numbers), in order.
        boxes: where each character stands; None where the format does not tell.
        remarks: what could not be read, for a maintainer.
        unseen: text that the file holds and no reader sees; it is no part of ``text``, and only
            looked through for what must not be published.
        is_extracted: whether the source is no text itself, so that ``text`` was made from it: it is
            published beside the source then, or its offsets would point at nothing.
        unread_pages: numbers of the pages of which nothing was read, though something is printed.
        tells_furniture: whether the format tells the lines that belong to a page: ``furniture`` has
            all of them then, and none is looked for by its words.
        parts: its files, where there are several; ``name``, ``sha256`` and ``encoding`` are those
            of the first one then.
        addresses: where pieces of the text stand in their files, in order, where a format has
            places of its own beside pages and lines (cells of a workbook).
        is_recognised: whether text of it was recognised in pictures by another program, of which
            nobody knows how sure it was.
    """

    name: str
    sha256: str
    size: int
    encoding: str
    text: str
    clean: str
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()
    boxes: Boxes | None = None
    remarks: tuple[str, ...] = ()
    unread_pages: tuple[int, ...] = ()
    unseen: str = ""
    is_extracted: bool = False
    tells_furniture: bool = False
    parts: tuple[SourceFile, ...] = ()
    addresses: tuple[Address, ...] = ()
    is_recognised: bool = False

    @cached_property
    def files(self) -> tuple[SourceFile, ...]:
        """The files of which it is made, never none."""
        whole = SourceFile(
            self.name,
            self.sha256,
            self.size,
            self.encoding,
            0,
            len(self.text),
            tells_furniture=self.tells_furniture,
        )
        return self.parts or (whole,)

    def file_of(self, offset: int) -> SourceFile:
        """The file in which a character stands."""
        return next((one for one in self.files if offset < one.end), self.files[-1])

    def address_of(self, offset: int) -> str:
        """The address of a character in its page, as the file has it; empty where it has none."""
        at = bisect.bisect_right(self._addresses, offset) - 1
        return self.addresses[at].text if at >= 0 and offset < self.addresses[at].end else ""

    @cached_property
    def _addresses(self) -> list[int]:
        return [one.start for one in self.addresses]

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first character of every line."""
        return [0, *(i + 1 for i, char in enumerate(self.text) if char == "\n")]

    def line_of(self, offset: int) -> int:
        """The 1-based line in which a character stands."""
        return bisect.bisect_right(self.line_starts, offset)

    def place_of(self, offset: int) -> str:
        """Where a character stands, for messages.

        Its file where there are several, its page where there are pages, and its line.
        """
        name = f"{self.file_of(offset).name}, " if self.parts else ""
        page, line = self._page_at(offset), f"line {self.line_of(offset)}"
        if page is None:
            return f"{name}{line}"
        address = self.address_of(offset)
        if page.name:
            return f"{name}{page.name}{'!' if address else ''}{address}, {line}"
        return f"{name}page {page.number - self.file_of(offset).pages_before}, {line}"

    def where(self, offset: int) -> str:
        """File and line of a character, as ``file:line``."""
        return f"{self.file_of(offset).name}:{self.line_of(offset)}"

    def page_of(self, offset: int) -> int | None:
        """The 1-based page of its file in which a character stands, where the format has pages."""
        page = self._page_at(offset)
        return None if page is None else page.number - self.file_of(offset).pages_before

    def page_name_of(self, offset: int) -> str:
        """What the file calls the page in which a character stands; empty where it does not."""
        page = self._page_at(offset)
        return page.name if page else ""

    def _page_at(self, offset: int) -> Page | None:
        at = bisect.bisect_right(self._page_starts, offset) - 1
        return self.pages[at] if at >= 0 and offset < self.pages[at].end else None

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.start for page in self.pages]

    def box_of(self, start: int, end: int) -> Box | None:
        """The box around characters on the page where they begin, where the format has boxes."""
        at = bisect.bisect_right(self._page_starts, start) - 1
        if self.boxes is None or at < 0:
            return None
        return self.boxes.around(self.pages[at].number, start, min(end, self.pages[at].end))


@dataclass(frozen=True, slots=True)
class Figure:
    """One numeral of the source and where it went (the ledger, section 5 of the design).

    Attributes:
        start, end: character offsets into the source text, ``end`` exclusive.
        text: the characters as printed.
        value: plain decimal number; empty where the numeral has none.
        unit: unit as printed, or empty.
        status: ``bound``, ``prose``, ``reference`` or ``unread``.
        resource, row, field: the cell that holds it, or the text it stands in; ``row`` is the
            cell's key without the disclosure id, joined by slashes.
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


NOWHERE = -1
"""The offset of what stands at no known place."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What is left of a cell that could not be read.

    Attributes:
        resource, row, field: the cell; ``row`` is its key without the disclosure id.
        shows: what the extraction shows there; never empty.
        start: offset of its first character in the source text; :data:`NOWHERE` where that is not
            known.
    """

    resource: str
    row: str
    field: str
    shows: str
    start: int


@dataclass(frozen=True)
class Facts(TypedTables):
    """What was understood of one disclosure.

    Attributes:
        disclosure_id: the package's id.
        tables: resource name to rows in document order; a resource that the disclosure lacks has
            no entry.
        figures: the ledger, in reading order.
        remarks: what the parser wants a maintainer to see, each with a line.
        printed: the source text as published beside the package, in which the offsets of figures
            count; empty where the facts were loaded without it.
        lost: what is left of cells that could not be read; a package on disk does not tell.
    """

    disclosure_id: str
    tables: Mapping[str, tuple[Row, ...]]
    figures: tuple[Figure, ...] = ()
    remarks: tuple[str, ...] = field(default=())
    printed: str = ""
    lost: tuple[Lost, ...] = ()

    @property
    def disclosure(self) -> DisclosureRow:
        """The one row of ``disclosure``."""
        return self.rows("disclosure")[0]
