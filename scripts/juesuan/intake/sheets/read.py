"""A workbook put together into a Document: each sheet that shows anything is a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.composer import Composer
from juesuan.intake.file import File
from juesuan.intake.sheets.archive import Archive
from juesuan.intake.sheets.book import Book, SheetName, read_book
from juesuan.intake.sheets.cells import SheetCells, read_cells
from juesuan.intake.sheets.drawn import Drawn, drawn_on
from juesuan.intake.sheets.grid import Grid, visible
from juesuan.intake.sheets.layout import are_captions, write_sheet
from juesuan.model import Document

_SHOWN, _LONGEST = 3, 40
"""Cells that a remark names, and characters of a text box."""

_BESIDE = re.compile(
    r"(?:^|/)(?:comments|threadedComments?|persons?|drawings)[^/]*/?[^/]*\.xml$"
    r"|^docProps/core\.xml$"
)
"""Parts that hold what is beside the cells."""

_NAME = re.compile(r"[\u3400-\u9fff·]{2,6}")
_COMMENTS = re.compile(r"(?:^|/)(?:comments|threadedComments?)[^/]*/?[^/]*\.xml$")


def read_workbook(file: File) -> Document:
    """Read a workbook of Office Open XML: what is seen on its sheets.

    Raises:
        UnreadableSourceError: if it is damaged, too large, or shows nothing.
    """
    composer = Composer(file)
    for book, sheet, grid, drawn in sheets_of(file, composer.remarks):
        if book is not None and grid.rows:
            composer.page(sheet.name)
            write_sheet(composer, grid, sheet.name, drawn.boxes)
    if not composer.length:
        raise UnreadableSourceError(
            file.name, "a workbook that shows no text", "sheets with tables", "get the file again"
        )
    return composer.document("xlsx", tells_furniture=True)


def unseen_texts(file: File) -> list[str]:
    """All texts that a workbook holds and does not show: also comments, boxes, who made it."""
    found: list[str] = []
    for book, _, grid, _ in sheets_of(file, []):
        found += grid.hidden
        if book is None:
            found += [cell.text for row in grid.rows for cell in row]
    with Archive(file) as archive:
        for name in sorted(filter(_BESIDE.search, archive.names)):
            for one in archive.elements(name, "t", "text", "creator", "lastModifiedBy", "author"):
                found.append("".join(map(str, one.itertext())))
    return found


def sheets_of(
    file: File, remarks: list[str]
) -> Iterator[tuple[Book | None, SheetName, Grid, Drawn]]:
    """The sheets of a workbook; the first is None where a sheet is not shown.

    Args:
        file: the workbook.
        remarks: takes what a maintainer must know.
    """
    with Archive(file) as archive:
        book = read_book(archive)
        _few(file, book)
        remarks += _of_book(book, archive)
        for sheet in book.sheets:
            if not sheet.part:
                continue
            cells = read_cells(archive, book, sheet.part)
            grid = visible(cells)
            if sheet.is_hidden:
                if grid.rows:
                    remarks.append(f"sheet {sheet.name}: it is hidden; nothing of it was read")
                yield None, sheet, grid, Drawn()
            else:
                drawn = drawn_on(archive, sheet.part)
                remarks += [*_of_sheet(sheet, cells, grid), *_of_drawings(sheet, drawn)]
                yield book, sheet, grid, drawn


def _few(file: File, book: Book) -> None:
    if len(book.sheets) > limits.PAGES:
        found = f"{len(book.sheets):,} sheets"
        advice = "check that this is one disclosure"
        raise UnreadableSourceError(file.name, found, f"at most {limits.PAGES:,}", advice)


def _of_book(book: Book, archive: Archive) -> Iterator[str]:
    if book.macros:
        yield "the workbook holds macros; they are ignored"
    if book.links:
        yield "the workbook has links to other files; the values that it stores of them are read"
    if any(_COMMENTS.search(name) for name in archive.names):
        yield (
            "the workbook holds comments on cells, which are not read and are published with it: "
            "see what they say, and take them out where they are nobody's business"
        )
    makers = archive.elements("docProps/core.xml", "creator", "lastModifiedBy")
    if names := {one.text for one in makers if one.text and _NAME.fullmatch(one.text.strip())}:
        yield (
            f"the workbook says who made it ({len(names)} names), and is published with that: take "
            "it out with a spreadsheet (Inspect Document) if it is a private person's name"
        )


def _of_drawings(sheet: SheetName, drawn: Drawn) -> Iterator[str]:
    """What is drawn upon a sheet and not read."""
    if boxes := [one for one in drawn.boxes if not are_captions(one)]:
        first = " ".join(boxes[0].split())[:_LONGEST]
        yield (
            f"sheet {sheet.name}: {len(boxes)} text boxes are not read (“{first}”): see whether "
            "they change what the cells say"
        )
    if drawn.pictures:
        yield (
            f"sheet {sheet.name}: {drawn.pictures} pictures or diagrams are not read: a table may "
            "be among them"
        )


def _of_sheet(sheet: SheetName, cells: SheetCells, grid: Grid) -> Iterator[str]:
    """What is not read of a sheet that is shown."""
    if grid.hidden:
        yield (
            f"sheet {sheet.name}: {len(grid.hidden)} cells stand in hidden rows or columns and "
            "were not read: see whether they belong to the table"
        )
    if cells.uncounted:
        yield (
            f"sheet {sheet.name}: {len(cells.uncounted)} formulas have no value in the file "
            f"({_some(cells.uncounted)}); their cells are unreadable. What to do: open the file in "
            "a spreadsheet and save it"
        )
    if cells.struck:
        yield (
            f"sheet {sheet.name}: {len(cells.struck)} cells are struck out "
            f"({_some(cells.struck)}); their numbers are not read: compare with the original"
        )
    if cells.red:
        yield (
            f"sheet {sheet.name}: {len(cells.red)} amounts are set in red ({_some(cells.red)}), "
            "which may mean that they are negative; they are read without a sign: compare"
        )
    if cells.conditional:
        yield (
            f"sheet {sheet.name}: formats with conditions may show numbers in another way or hide "
            "them; they are read as without: compare with what a spreadsheet shows"
        )
    if cells.rounded:
        yield (
            f"sheet {sheet.name}: {len(cells.rounded)} numbers are shown with fewer than their "
            f"decimals ({_some(cells.rounded)}) and are read as shown: sums may be off by rounding"
        )
    if cells.blanked:
        yield (
            f"sheet {sheet.name}: {len(cells.blanked)} numbers are shown as blanks by their format "
            f"({_some(cells.blanked)}); they are read as blank cells: compare with the original"
        )
    if cells.unknown:
        yield (
            f"sheet {sheet.name}: {len(cells.unknown)} numbers have a format of which it is not "
            f"known what it shows ({_some(cells.unknown)}); their cells are unreadable"
        )


def _some(places: list[str]) -> str:
    more = ", …" if len(places) > _SHOWN else ""
    return ", ".join(places[:_SHOWN]) + more
