"""Pages of a PDF put together into a Document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.file import File
from juesuan.intake.pdf.page.halves import halves
from juesuan.intake.pdf.page.layout import Blocks, laid_out, last_aligned
from juesuan.intake.pdf.page.unworded import unworded, without_crossed
from juesuan.intake.pdf.supervise import RawPage, raw_pages
from juesuan.intake.pdf.tables.grids import Grid
from juesuan.intake.pdf.text.doubtful import without_doubtful
from juesuan.intake.pdf.text.points import without_pointless
from juesuan.intake.pdf.told import INSTALL, Remarks, is_picture
from juesuan.intake.pdf.write import Draft
from juesuan.intake.text.characters import clean
from juesuan.intake.text.marks import unmark
from juesuan.model import Boxes, Document


def read_pdf(file: File, scanned: list[int] | None = None) -> Document:
    """Read a PDF document: its text in reading order, its ruled tables, where everything stands.

    The text has a line for each printed line and for each row of a ruled table, whose columns stand
    between tabs.

    Args:
        file: the PDF.
        scanned: gets the numbers of the pages that are pictures, of whose text nothing is known.

    Raises:
        UnreadableSourceError: if it is encrypted, damaged, without text (a scan), or too large, or
            has not the pages that are asked for.
    """
    draft, remarks = Draft(), Remarks()
    before: Grid | None = None
    for raw in _wanted(file):
        if scanned is not None and is_picture(raw):
            scanned.append(raw.number)
        struck = list[str]()
        blocks = _blocks(raw, before, struck) if remarks.take(raw) else []
        remarks.struck(raw.number, struck)
        remarks.drawn(raw.number, unworded(raw.figures, blocks))
        remarks.crossed(raw.number, without_crossed(raw.crossings, blocks))
        before = last_aligned(blocks)
        draft.page(raw, blocks)
        _small_enough(file, draft.length)
    draft.flush()
    tables = [(table.start, table.end) for table in draft.tables]
    stamps = draft.stamps.told(draft.text(), draft.boxes, draft.places())
    remarks.stamped(stamps)
    text = without_doubtful(stamps.text, draft.boxes, tables, [*_columns(draft)])
    text = without_pointless(text, draft.tables, [*remarks.recognised, *remarks.foreign])
    if not text.strip():
        raise _without_text(file, draft)
    return Document(
        file.name,
        file.sha256,
        file.size,
        "pdf",
        text,
        unmark(clean(text)),
        pages=tuple(draft.pages),
        tables=tuple(draft.tables),
        furniture=draft.furniture(),
        boxes=Boxes(draft.boxes),
        remarks=remarks.told(),
        unread_pages=tuple(remarks.pages),
        unseen="\n".join(remarks.hidden),
        is_extracted=True,
        tells_furniture=True,
        is_recognised=bool(remarks.foreign),
    )


def _columns(draft: Draft) -> Iterator[list[tuple[int, int]]]:
    """Where the cells of each column of each table stand in the text."""
    for table in draft.tables:
        columns: dict[int, list[tuple[int, int]]] = {}
        for cell in table.cells:
            columns.setdefault(cell.column, []).append((cell.start, cell.end))
        yield from columns.values()


def _wanted(file: File) -> Iterator[RawPage]:
    """The pages that are read; the first of them tells what the file holds beside its pages."""
    count, first = 0, file.pages.first if file.pages else 1
    files: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    for raw in raw_pages(file.path):
        count = raw.number
        if count == 1:
            files, holds = raw.files, raw.holds
        if count == first:
            yield replace(raw, files=files, holds=holds)
        elif first < count and (file.pages is None or count <= file.pages.last):
            yield raw
    if file.pages and file.pages.last > count:
        raise UnreadableSourceError(
            file.name,
            f"{count} pages",
            f"pages {file.pages} among them",
            "give the pages that it has, counted from 1, and not the numbers printed on them",
        )


def _blocks(raw: RawPage, before: Grid | None, struck: list[str]) -> Blocks:
    """The blocks of a page, or of the two that one sheet holds; and what is struck out there."""
    found: Blocks = []
    for half in halves(raw):
        found += laid_out(half, last_aligned(found) if found else before, struck)
    return found


def _small_enough(file: File, length: int) -> None:
    if length > limits.CHARACTERS:
        raise UnreadableSourceError(file.name, *limits.too_many_characters())


def _without_text(file: File, draft: Draft) -> UnreadableSourceError:
    pictures = " (pictures: a scan)" if draft.pictures else ""
    return UnreadableSourceError(
        file.name,
        f"{len(draft.pages)} pages without text{pictures}",
        "a PDF with text, or juesuan[ocr], which recognises the text of scanned pages",
        f"get the file that the pages were printed from, or {INSTALL}",
    )
