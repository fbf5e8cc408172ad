"""The statutory tables of a document: each found once, read by its shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from juesuan import terms
from juesuan.model import Document
from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.statutory.blocks import read_blocks
from juesuan.parse.statutory.cells import is_decimal, texts
from juesuan.parse.statutory.coded import read_coded
from juesuan.parse.statutory.find import Found, Other, find, is_note
from juesuan.parse.statutory.matrix import read_matrix
from juesuan.parse.statutory.reading import Reading, quote_text, refer_words
from juesuan.parse.statutory.sheet import Sheet
from juesuan.parse.statutory.sides import read_sides
from juesuan.parse.statutory.unread import leave_other, quote_pieces, titles_alone
from juesuan.parse.statutory.vocabulary import contains
from juesuan.parse.view import Reader, View

_SHAPES: dict[str, Callable[[Reading], None]] = {
    "sides": read_sides,
    "coded": read_coded,
    "blocks": read_blocks,
    "matrix": read_matrix,
}
"""How a table of each shape is read."""


def read_statutory(document: Document, reader: Reader, draft: Draft) -> list[tuple[int, int]]:
    """Read the nine tables.

    Args:
        document: with ruled tables; a document without any is left alone.
        reader: of the document.
        draft: takes the rows.

    Returns:
        Ranges of the source that belong to these tables and not to the prose.
    """
    ranges: list[tuple[int, int]] = []
    seen: set[str] = set()
    for found in find(document, reader):
        ranges += _ranges(found)
        where = document.place_of(found.pieces[0].start)
        if isinstance(found, Other):
            leave_other(found, reader, draft, where)
        elif found.table.id in seen:
            _leave(found, reader, draft, where)
        else:
            seen.add(found.table.id)
            _read(found, reader, draft, where)
    if document.tables or document.unread_pages:
        alone = titles_alone(document, reader, ranges, seen, draft)
        _tell_lacking(seen | {one.id for one in alone.values()}, draft)
        ranges += alone
    return ranges


def _ranges(found: Found | Other) -> Iterator[tuple[int, int]]:
    """Where a table, its title and its notes stand in the source."""
    for piece in found.pieces:
        yield piece.start, piece.end
    notes = found.notes if isinstance(found, Found) else []
    for view in (found.title, *found.above, *notes):
        if len(view):
            yield view.at[0], view.at[-1] + 1


def _tell_lacking(seen: set[str], draft: Draft) -> None:
    lacking = [one.label for one in terms.statutory_tables() if one.id not in seen]
    if lacking:
        draft.remarks.append(
            f"not found among the ruled tables: {'、'.join(lacking)}; "
            "what is printed of them was not read"
        )


def _leave(found: Found, reader: Reader, draft: Draft, where: str) -> None:
    """Publish a second print of a table as text, so that its figures are not lost."""
    draft.remarks.append(
        f"{where}: {found.table.label} is printed a second time; only the first is read"
    )
    quote_pieces(found.table.id, found.pieces, reader, draft)


def _read(found: Found, reader: Reader, draft: Draft, where: str) -> None:
    quote_text(found, "title", found.title, draft)
    for line in found.above:
        if contains(line.text, "unit"):
            quote_text(found, "unit", line, draft)
        else:
            refer_words(draft, line)
    sheet = found.sheet(reader)
    _take_notes_inside(found, sheet, draft)
    reading = Reading(found, sheet, draft, where)
    reading.tell_assumed_unit()
    holds_amounts = any(is_decimal(cell) for row in sheet.rows for cell in row)
    _SHAPES[found.table.shape](reading)
    if holds_amounts and not draft.table(found.table.id):
        reading.remark("none of its rows was read; it is published as a text")
        quote_pieces(found.table.id, found.pieces, reader, draft)
    for note in found.notes:
        kind = "empty" if contains(note.text, "empty") else "note"
        quote_text(found, kind, _without_label(note), draft)


def _without_label(note: View) -> View:
    """A note without the word that begins it, and without marks around it."""
    label = contains(note.text, "note")
    return passage.strip_marks(note[label.end() :] if label else note)


def _take_notes_inside(found: Found, sheet: Sheet, draft: Draft) -> None:
    """Take away the rows that hold nothing but a note."""
    said = {i: texts(row) for i, row in enumerate(sheet.rows)}
    notes = {i for i, one in said.items() if len(one) == 1 and is_note(one[0])}
    for i in sorted(notes):
        for cell in sheet.rows[i]:
            if cell.begins:
                quote_text(found, "note", cell.view, draft)
    sheet.drop(notes)
