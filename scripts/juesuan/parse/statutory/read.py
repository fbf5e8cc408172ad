"""The statutory tables of a document: each found once, read by its shape."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from juesuan import terms
from juesuan.model import Document
from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.statutory.around import claim_units
from juesuan.parse.statutory.astray import tell_astray
from juesuan.parse.statutory.blocks import read_blocks
from juesuan.parse.statutory.cells import MONEY, Amount, SheetCell, texts
from juesuan.parse.statutory.coded import read_coded
from juesuan.parse.statutory.find import Found, Other, find, is_note, lines_of
from juesuan.parse.statutory.matrix import read_matrix
from juesuan.parse.statutory.parted import with_parts
from juesuan.parse.statutory.proof import is_proven, withdraw
from juesuan.parse.statutory.reading import Reading, quote_text, refer_words
from juesuan.parse.statutory.sheet import Sheet
from juesuan.parse.statutory.sides import read_sides
from juesuan.parse.statutory.stated import in_units, measured
from juesuan.parse.statutory.titles import is_sentence
from juesuan.parse.statutory.units import Elsewhere, Measured, Says, hear, measure
from juesuan.parse.statutory.unread import leave_other, quote_pieces, titles_alone
from juesuan.parse.statutory.vocabulary import contains
from juesuan.parse.view import Reader, View

Ranges = list[tuple[int, int]]
"""Ranges of the source."""

_NEAR = 4
"""Lines below a table in which rows stand that belong to it."""

_SHAPES: dict[str, Callable[[Reading], None]] = {
    "sides": read_sides,
    "coded": read_coded,
    "blocks": read_blocks,
    "matrix": read_matrix,
}
"""How a table of each shape is read."""


def read_statutory(
    document: Document,
    reader: Reader,
    draft: Draft,
    text: Callable[[Ranges], Elsewhere] = lambda tables: Elsewhere(),
    says: Says = MappingProxyType({}),
) -> Ranges:
    """Read the nine tables.

    Args:
        document: with ruled tables; a document without any is left alone.
        reader: of the document.
        draft: takes the rows.
        text: gives the amounts with a unit that stand in the prose, which is all but some ranges.
        says: table and what it prints of its unit, to the unit that a maintainer says it is.

    Returns:
        Ranges of the source that belong to these tables and not to the prose.

    Raises:
        NoteError: if a maintainer says the unit of what is not there.
    """
    document = with_parts(document, reader)
    every = find(document, reader)
    nine = [one for one in every if isinstance(one, Found)]
    claim_units(reader, nine)
    ranges = [one for found in every for one in _ranges(found)]
    tables = _prepared(nine, reader)
    _measure(tables, text(ranges) if tables else Elsewhere(), says)
    for found in every:
        where = document.place_of(found.pieces[0].start)
        if isinstance(found, Other):
            leave_other(found, reader, draft, where)
        elif found is tables[found.table.id].found:
            _read(tables[found.table.id], reader, draft, where)
        else:
            _leave(found, reader, draft, where)
    tell_astray(document, reader, ranges, draft)
    return ranges + _titles_alone(document, reader, ranges, {*tables}, draft)


def _titles_alone(
    document: Document,
    reader: Reader,
    ranges: list[tuple[int, int]],
    seen: set[str],
    draft: Draft,
) -> list[tuple[int, int]]:
    """Tell the tables that are there as titles, and those that are not there."""
    holds_tables = bool(document.tables or document.unread_pages)
    if not holds_tables and document.boxes is None:
        return []
    alone = titles_alone(document, reader, ranges, seen, draft)
    if holds_tables or alone:
        _tell_lacking(seen | {one.id for one in alone.values()}, draft)
    return [*alone]


def _ranges(found: Found | Other) -> Iterator[tuple[int, int]]:
    """Where a table, its title and its notes stand in the source."""
    beside = found.beside if isinstance(found, Found) else []
    for piece in (*found.pieces, *beside):
        yield piece.start, piece.end
    notes = found.notes if isinstance(found, Found) else []
    for view in (found.title, *found.above, *notes):
        if len(view):
            yield view.at[0], view.at[-1] + 1


def _tell_lacking(seen: Collection[str], draft: Draft) -> None:
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
    quote_pieces(found.table.id, [*found.pieces, *found.beside], reader, draft)


@dataclass(frozen=True)
class _Prepared:
    """A table before it is read: its sheet, the notes that stood in it, its unit."""

    found: Found
    sheet: Sheet
    notes: list[View]
    measured: Measured

    @classmethod
    def of(cls, found: Found, reader: Reader) -> _Prepared:
        """A table that was found; its headings lose what they say of the unit."""
        sheet = found.sheet(reader)
        notes = _take_notes_inside(sheet)
        return cls(found, sheet, notes, measured(sheet, [*found.above, *notes, *found.notes]))


def _prepared(nine: Sequence[Found], reader: Reader) -> dict[str, _Prepared]:
    """The first print of each table, by its id."""
    firsts = {found.table.id: found for found in reversed(nine)}
    return {name: _Prepared.of(found, reader) for name, found in firsts.items()}


def _measure(tables: Mapping[str, _Prepared], text: Elsewhere, says: Says) -> None:
    """Find out the units of the tables, and tell them to their cells."""
    hear({name: one.measured for name, one in tables.items()}, says)
    measure([one.measured for one in tables.values()], text)
    for one in tables.values():
        in_units(one.sheet, one.measured)


def _read(table: _Prepared, reader: Reader, draft: Draft, where: str) -> None:
    found, reading = table.found, Reading(table.found, table.sheet, draft, where)
    quote_text(found, "title", found.title, draft)
    for line in found.above:
        if terms.stated_unit(line.text):
            quote_text(found, "unit", line, draft)
        else:
            refer_words(draft, line)
    for said in table.measured.said:
        quote_text(found, "unit", said, draft)
    for note in table.notes:
        quote_text(found, "note", note, draft)
    if remark := table.measured.remark(found.table.id):
        reading.remark(remark)
    _read_rows(table, reading, reader)
    for note in found.notes:
        kind = "empty" if contains(note.text, "empty") else "note"
        quote_text(found, kind, _without_label(note), draft)


def _read_rows(table: _Prepared, reading: Reading, reader: Reader) -> None:
    """Read the rows of a table by its shape; what cannot be read is told."""
    name, pieces = reading.table.id, [*table.found.pieces, *table.found.beside]
    cells = [cell for row in table.sheet.rows for cell in row if cell.begins]
    holds_amounts = any(MONEY.search(one.text) or Amount(one).plain for one in cells)
    _tell_marks(reading, cells)
    _SHAPES[reading.table.shape](reading)
    if holds_amounts and not reading.draft.table(name):
        reading.remark("none of its rows was read; it is published as a text")
        quote_pieces(name, pieces, reader, reading.draft)
    elif not reading.draft.table(name) and _has_amounts_below(table.found, reader):
        reading.remark("only its headings stand between lines; the amounts below them are unread")
    elif table.found.beside or not all(piece.is_ruled for piece in pieces):
        _prove(reading)


def _has_amounts_below(found: Found, reader: Reader) -> bool:
    """Whether the first lines below a table are rows with amounts and no prose."""
    below = itertools.islice(lines_of(reader, *found.behind), _NEAR)
    return any(MONEY.search(line.text) and not is_sentence(line) for line in below)


def _tell_marks(reading: Reading, cells: Iterable[SheetCell]) -> None:
    """Tell which amounts bear the mark of a note, without which they are read."""
    marked = [one.text for one in cells if Amount(one).mark and Amount(one).plain]
    if marked:
        told = "、".join(marked[:3]) + ("…" if len(marked) > 3 else "")
        reading.remark(f"{len(marked)} amounts bear a mark ({told}) and are read without it")


def _prove(reading: Reading) -> None:
    """Keep a table between whose columns lines are missing only where its sums confirm them."""
    table = reading.table.id
    if not is_proven(table, reading.draft):
        withdraw(table, reading.draft)
        reading.remark(
            "lines are missing between its columns, and its sums do not confirm how "
            "they were told apart: all of it is unread, compare with the original"
        )


def _without_label(note: View) -> View:
    """A note without the word that begins it, and without marks around it."""
    label = contains(note.text, "note")
    return passage.strip_marks(note[label.end() :] if label else note)


def _take_notes_inside(sheet: Sheet) -> list[View]:
    """Take away the rows that hold nothing but a note, and return the notes."""
    said = {i: texts(row) for i, row in enumerate(sheet.rows)}
    notes = {i for i, one in said.items() if len(one) == 1 and is_note(one[0])}
    views = [cell.view for i in sorted(notes) for cell in sheet.rows[i] if cell.begins]
    sheet.drop(notes)
    return views
