"""A Document put together of paragraphs and tables in reading order.

For formats that know paragraphs and cells and not where they stand on paper: web pages, word
processors, workbooks. The text has a line for each paragraph and for each row of a table, whose
columns stand between tabs; a cell that covers several rows or columns is written once, in the
upper left corner of what it covers. A line break inside a cell becomes a space, as it does in a
table of a PDF: every reader of the text leaves spaces out, and still sees that two numbers below
one another are not one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.file import File
from juesuan.intake.reader import SIGN
from juesuan.intake.text import doubted
from juesuan.intake.text.characters import clean
from juesuan.intake.text.marks import unmark
from juesuan.intake.typed.typed_tables import with_typed_tables
from juesuan.model import Address, Cell, Document, Page, Table

_BREAKS = re.compile(r"[ ]*[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+[ ]*")


class Placed(NamedTuple):
    """A cell of a table and where it stands.

    Attributes:
        row, column: of its upper left corner, from 0.
        text: its characters, with line breaks.
        rows, columns: how many of each it covers.
        address: where it stands in its file, in the file's own words; empty for most formats.
    """

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    address: str = ""


def marks_between(width: int, before: tuple[int, int], to: tuple[int, int]) -> str:
    r"""The tabs and line ends from one place of a table to a later one.

    Args:
        width: columns of the table.
        before: row and column of the place behind which something was written; (0, 0) for nothing.
        to: row and column of the later place; the row behind the last one and 0 for the end.

    >>> marks_between(3, (0, 0), (0, 2)), marks_between(3, (0, 1), (2, 1))
    ('\t\t', '\t\n\t\t\n\t')
    """
    lines = to[0] - before[0]
    if not lines:
        return "\t" * (to[1] - before[1])
    rest = "\t" * (width - 1 - before[1]) + "\n"
    return rest + ("\t" * (width - 1) + "\n") * (lines - 1) + "\t" * to[1]


@dataclass(slots=True)
class Block:
    """A paragraph or a table, as it is found in a file.

    Attributes:
        text: of a paragraph; empty for a table.
        cells, width: of a table.
    """

    text: str = ""
    cells: list[Placed] = field(default_factory=list)
    width: int = 0


def flat(cells: Sequence[Placed]) -> str:
    """The text of a table that stands inside of a cell: a line a row."""
    rows: dict[int, list[str]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return "\n".join(" ".join(row) for row in rows.values())


def _apart(cells: Sequence[Placed], width: int) -> Sequence[Placed]:
    """The cells of a table, none of which covers the place of another one.

    Programs that convert tables write spans that do not fit one another. A cell covers no more
    rows, or else columns, than are free then, and what nothing covers are empty cells.
    """
    columns: dict[int, list[int]] = {}
    for cell in cells:
        columns.setdefault(cell.row, []).append(cell.column)
    fitted = [
        _fitted(cell, columns) if (cell.rows, cell.columns) != (1, 1) else cell for cell in cells
    ]
    if all(one is other for one, other in zip(fitted, cells, strict=True)):
        return cells
    taken = {
        (one.row + down, one.column + across)
        for one in fitted
        for down in range(one.rows)
        for across in range(min(one.columns, width))
    }
    height = max(columns) + 1
    free = [(row, at) for row in range(height) for at in range(width) if (row, at) not in taken]
    return sorted([*fitted, *(Placed(*place, "") for place in free)])


def _fitted(cell: Placed, columns: Mapping[int, list[int]]) -> Placed:
    """A cell with no more rows and columns than reach to the next cell."""
    own = columns[cell.row]
    beside = own[bisect_right(own, cell.column) :][:1]
    across = min([cell.columns, *(one - cell.column for one in beside)])
    down = 1
    while down < cell.rows and not _holds(columns.get(cell.row + down, []), cell.column, across):
        down += 1
    if (down, across) == (cell.rows, cell.columns):
        return cell
    return cell._replace(rows=down, columns=across)


def _holds(columns: list[int], first: int, across: int) -> bool:
    """Whether one of the columns in order is among some."""
    at = bisect_left(columns, first)
    return at < len(columns) and columns[at] < first + across


@dataclass
class Composer:
    """The document so far.

    Attributes:
        file: the source.
        length: characters of the text.
        remarks: what could not be read, for a maintainer.
    """

    file: File
    length: int = 0
    remarks: list[str] = field(default_factory=list)
    _cells: int = 0
    _reds: int = 0
    _doubted: int = 0
    _drawn: int = 0
    _parts: list[str] = field(default_factory=list)
    _tables: list[Table] = field(default_factory=list)
    _furniture: list[tuple[int, int]] = field(default_factory=list)
    _pages: list[int] = field(default_factory=list)
    _names: list[str] = field(default_factory=list)
    _addresses: list[Address] = field(default_factory=list)

    def paragraph(self, text: str, address: str = "") -> None:
        """Add a paragraph: a line for each of its lines that holds something.

        Args:
            text: of it.
            address: where it stands in its file; empty for most formats.
        """
        start = self.length
        self._reds += doubted.reds_in(text)
        for line in doubted.plain(text).splitlines():
            if line.strip():
                self._write(f"{line.rstrip()}\n")
        self._place(start, address)

    def block(self, block: Block) -> None:
        """Add a paragraph or a table."""
        if block.cells:
            self.table(block.cells, block.width)
        else:
            self.paragraph(block.text)

    def furniture(self, text: str) -> None:
        """Add lines that belong to a page and not to the text: they are read by nobody."""
        start = self.length
        self.paragraph(text)
        if self.length > start:
            self._furniture.append((start, self.length - 1))

    def page(self, name: str = "") -> None:
        """Begin a page: a sheet, a slide; a document that never begins one has no pages.

        Args:
            name: what the file calls it.
        """
        self._pages.append(self.length)
        self._names.append(name)

    def table(self, cells: Sequence[Placed], width: int) -> None:
        """Add a table.

        Args:
            cells: also the empty ones, each once, by rows and in each row by columns.
            width: its columns.

        Raises:
            UnreadableSourceError: if it is larger than any text may be.
        """
        self._cells += len(cells)
        if self._cells > limits.CELLS:
            raise UnreadableSourceError(self.file.name, *limits.too_many_cells())
        start, made, at = self.length, [], (0, 0)
        for cell in _apart(self._settled(cells), width):
            at = self._go(width, at, (cell.row, cell.column))
            made.append(self._cell(cell))
        if made:
            self._go(width, at, (at[0] + 1, 0))
            page = max(1, len(self._pages))
            self._tables.append(Table(page, start, self.length, width, tuple(made)))

    def _settled(self, cells: Sequence[Placed]) -> Sequence[Placed]:
        """The cells of a table without marks; amounts whose sign is in doubt are unreadable."""
        texts = [one.text for one in cells]
        if all(text == doubted.plain(text) for text in texts):
            return cells
        red, drawn = doubted.doubtful(texts)
        self._doubted += len(red)
        self._drawn += len(drawn - red)
        return [
            one._replace(text=SIGN if i in red | drawn else doubted.plain(one.text))
            for i, one in enumerate(cells)
        ]

    def _told_of_doubts(self) -> Iterator[str]:
        if self._doubted:
            yield (
                f"{self._doubted} amounts of tables are set in red, which may mean that they are "
                "negative; they have no sign and are unreadable: compare with the original"
            )
        if self._drawn:
            yield (
                f"{self._drawn} amounts stand beside a picture or a text that a style draws, which "
                "may be their sign; they are unreadable: compare with the original"
            )
        if self._reds:
            yield (
                f"{self._reds} amounts are set in red, which may mean that they are negative; they "
                "are read without a sign: compare with the original"
            )

    def document(self, encoding: str, tells_furniture: bool = False) -> Document:
        """The document.

        Args:
            encoding: how the bytes were read.
            tells_furniture: whether all lines that belong to pages were added as furniture.
        """
        text = "".join(self._parts)
        document = Document(
            self.file.name,
            self.file.sha256,
            self.file.size,
            encoding,
            text,
            unmark(clean(text)),
            pages=self._bounded_pages(),
            tables=tuple(self._tables),
            furniture=tuple(self._furniture),
            remarks=(*self.remarks, *self._told_of_doubts()),
            is_extracted=True,
            tells_furniture=tells_furniture,
            addresses=tuple(self._addresses),
        )
        return with_typed_tables(document)

    def _write(self, text: str) -> None:
        self.length += len(text)
        if self.length > limits.CHARACTERS:
            raise UnreadableSourceError(self.file.name, *limits.too_many_characters())
        self._parts.append(text)

    def _go(self, width: int, before: tuple[int, int], to: tuple[int, int]) -> tuple[int, int]:
        """Go on to a place of a table; returns it."""
        if to[0] == before[0]:
            self._write("\t" * (to[1] - before[1]))
            return to
        if (to[0] - before[0]) * width > limits.CHARACTERS:
            raise UnreadableSourceError(self.file.name, *limits.too_many_characters())
        self._write(marks_between(width, before, to))
        return to

    def _cell(self, cell: Placed) -> Cell:
        start, text = self.length, cell.text
        if text:
            plain = text if text.isprintable() else _BREAKS.sub(" ", text)
            self._write(plain.strip())
            self._place(start, cell.address)
        return Cell(cell.row, cell.column, start, self.length, cell.rows, cell.columns)

    def _bounded_pages(self) -> tuple[Page, ...]:
        ends = [*self._pages[1:], self.length]
        return tuple(
            Page(number, start, end, name=name)
            for number, (start, end, name) in enumerate(
                zip(self._pages, ends, self._names, strict=False), start=1
            )
        )

    def _place(self, start: int, address: str) -> None:
        if address and self.length > start:
            self._addresses.append(Address(start, self.length, address))
