"""Several files that are one disclosure become one Document: one text after the other."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from itertools import accumulate

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.model import Address, Boxes, Cell, Document, Page, SourceFile, Table


def joined(documents: Sequence[Document]) -> Document:
    """One document of several files; a single one stays as it is.

    Args:
        documents: at least one, the leading one first.

    Returns:
        The document, whose text is an extracted one: no single file holds it.

    Raises:
        UnreadableSourceError: if there is more text than any disclosure has.
    """
    if len(documents) == 1:
        return documents[0]
    ended = list(map(_ended, documents))
    sizes = [len(one.text) for one in ended]
    if sum(sizes) > limits.CHARACTERS:
        raise UnreadableSourceError(documents[0].name, *limits.too_many_characters())
    starts = [0, *accumulate(sizes)]
    before = [0, *accumulate(len(one.pages) for one in ended)]
    moved = list(map(_moved, ended, starts, before))
    return replace(reduce(_both, moved), boxes=_boxes(moved), is_extracted=True)


def _both(first: Document, second: Document) -> Document:
    """Two documents whose places are counted in one text, without their boxes."""
    return replace(
        first,
        size=first.size + second.size,
        text=first.text + second.text,
        clean=first.clean + second.clean,
        pages=first.pages + second.pages,
        tables=first.tables + second.tables,
        furniture=first.furniture + second.furniture,
        remarks=first.remarks + second.remarks,
        tells_furniture=first.tells_furniture and second.tells_furniture,
        parts=first.parts + second.parts,
        addresses=first.addresses + second.addresses,
        is_recognised=first.is_recognised or second.is_recognised,
    )


def _ended(document: Document) -> Document:
    """The document with a text that ends its last line."""
    if document.text.endswith("\n"):
        return document
    boxes = document.boxes and Boxes(document.boxes.numbers + array("i", (0, 0, 0, 0)))
    return replace(document, text=f"{document.text}\n", clean=f"{document.clean}\n", boxes=boxes)


def _moved(document: Document, start: int, pages: int) -> Document:
    """The document with its places counted behind other files.

    Args:
        document: one file.
        start: characters of the files before it.
        pages: pages of the files before it.
    """
    part = SourceFile(
        document.name,
        document.sha256,
        document.size,
        document.encoding,
        start,
        start + len(document.text),
        pages,
        document.tells_furniture,
    )
    return replace(
        document,
        parts=(part,),
        remarks=tuple(f"{document.name}: {remark}" for remark in document.remarks),
        pages=tuple(_page(page, start, pages) for page in document.pages),
        tables=tuple(_table(table, start, pages) for table in document.tables),
        furniture=tuple((first + start, last + start) for first, last in document.furniture),
        addresses=tuple(
            Address(one.start + start, one.end + start, one.text) for one in document.addresses
        ),
    )


def _page(page: Page, start: int, pages: int) -> Page:
    return replace(page, number=page.number + pages, start=page.start + start, end=page.end + start)


def _table(table: Table, start: int, pages: int) -> Table:
    return replace(
        table,
        page=table.page + pages,
        start=table.start + start,
        end=table.end + start,
        cells=tuple(_cell(cell, start, pages) for cell in table.cells),
    )


def _cell(cell: Cell, start: int, pages: int) -> Cell:
    box = cell.box and replace(cell.box, page=cell.box.page + pages)
    return cell._replace(start=cell.start + start, end=cell.end + start, box=box)


def _boxes(documents: Sequence[Document]) -> Boxes | None:
    """The boxes of all characters; zeros for those of files whose format does not tell them."""
    if all(one.boxes is None for one in documents):
        return None
    numbers = array("i")
    for one in documents:
        numbers.extend(one.boxes.numbers if one.boxes else bytes(4 * len(one.text)))
    return Boxes(numbers)
