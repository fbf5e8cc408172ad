"""The prints of the nine tables: the first of each is read, one in another file is compared."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from juesuan import terms
from juesuan.model import Document
from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.statutory.again import Again
from juesuan.parse.statutory.doubts.second import is_crowded, leave_second
from juesuan.parse.statutory.doubts.unread import quote_pieces
from juesuan.parse.statutory.finding.find import Found, is_note, lines_of
from juesuan.parse.statutory.finding.titles import is_sentence
from juesuan.parse.statutory.grid.cells import MONEY, Amount, SheetCell, is_decimal
from juesuan.parse.statutory.grid.sheet import Sheet
from juesuan.parse.statutory.grid.vocabulary import contains
from juesuan.parse.statutory.proof import is_proven, withdraw
from juesuan.parse.statutory.shapes.blocks import read_blocks
from juesuan.parse.statutory.shapes.coded import read_coded
from juesuan.parse.statutory.shapes.matrix import read_matrix
from juesuan.parse.statutory.shapes.reading import Reading, is_damaged, quote_text, refer_words
from juesuan.parse.statutory.shapes.sides import read_sides
from juesuan.parse.statutory.units.stated import in_units, measured
from juesuan.parse.statutory.units.units import Elsewhere, Says, Units, hear, measure
from juesuan.parse.view import Reader, View

_NEAR = 4
"""Lines below a table in which rows stand that belong to it."""

_SHAPES: dict[str, Callable[[Reading], None]] = {
    "sides": read_sides,
    "coded": read_coded,
    "blocks": read_blocks,
    "matrix": read_matrix,
}
"""How a table of each shape is read."""


@dataclass(frozen=True)
class Print:
    """A print of a table before it is read.

    Attributes:
        found: the table in the document.
        sheet: its rows; its headings lose what they say of the unit.
        notes: those that stood in it.
        units: its units.
        where: its place, for messages.
        file: name of its file.
    """

    found: Found
    sheet: Sheet
    notes: list[View]
    units: Units
    where: str
    file: str

    @classmethod
    def of(cls, found: Found, document: Document, reader: Reader) -> Print:
        """A table that was found."""
        sheet = found.sheet(reader)
        notes = _take_notes_inside(sheet)
        start = found.pieces[0].start
        own = measured(sheet, [*found.above, *notes, *found.notes], document.page_name_of(start))
        for part in own.parts.values():
            part.place = document.place_of(part.first.at[0]) if part.first is not None else ""
        return cls(found, sheet, notes, own, document.place_of(start), document.file_of(start).name)

    @property
    def table(self) -> str:
        """The id of the table."""
        return self.found.table.id


def measure_prints(prints: Sequence[Print], text: Elsewhere, says: Says) -> None:
    """Find out the units of the tables, and tell them to their cells.

    The first prints prove their units by the text or by one another, a later one by the text or by
    the first ones.

    Args:
        prints: in the order of the document.
        text: the amounts with a unit that stand in the prose.
        says: what a maintainer says of the units of first prints.

    Raises:
        NoteError: if a maintainer says the unit of what is not there.
    """
    firsts = {one.table: one for one in reversed(prints)}
    hear({name: one.units for name, one in firsts.items()}, says)
    first = [part for one in firsts.values() for part in one.units.parts.values()]
    measure(first, text)
    known = Elsewhere.of(amount for part in first for amount in part.printed())
    for one in prints:
        if one is not firsts[one.table]:
            measure([*one.units.parts.values()], text, known)
        one.units.deny()
        in_units(one.sheet, one.units)


def take(one: Print, firsts: dict[str, Print], reader: Reader, draft: Draft) -> None:
    """Read a print, or compare it with the one that was read before it.

    In another file a print is read where no amount could be read of the one before, and else
    compared with it; in the same file it is published as a text.

    Args:
        one: the next print of the document.
        firsts: table to its print that was read; takes this one.
        reader: of the document.
        draft: takes the facts.
    """
    first = firsts.setdefault(one.table, one)
    if first is one:
        _read(one, reader, draft)
    elif first.file == one.file:
        _leave(one, reader, draft)
    elif not any(claim.value and claim.resource == one.table for claim in draft.claims):
        firsts[one.table] = one
        withdraw(one.table, draft)
        _read(one, reader, draft)
    else:
        _compare(one, first, reader, draft)


def _leave(one: Print, reader: Reader, draft: Draft) -> None:
    """Publish a second print of a table as text, so that its figures are not lost."""
    found = one.found
    draft.remarks.append(
        f"{one.where}: {found.table.label} is printed a second time; only the first is read"
    )
    quote_pieces(one.table, [*found.pieces, *found.beside, *found.rest], reader, draft)


def _compare(one: Print, first: Print, reader: Reader, draft: Draft) -> None:
    """Publish the amounts of a second print beside those of the first."""
    other = Draft()
    _read(one, reader, other)
    if not other.table(one.table):
        draft.remarks += other.remarks
        _leave(one, reader, draft)
        return
    draft.remarks += [
        f"{one.where}: {one.found.table.label} is printed in {first.file} too; the figures of that "
        "file are published, those of this one compared with them",
        *other.remarks,
    ]
    if alone := Again(one.table, one.file, other, draft).compare():
        draft.remarks.append(f"{one.where}: {alone} of its rows are none of {first.file}")


def _read(one: Print, reader: Reader, draft: Draft) -> None:
    found, reading = one.found, Reading(one.found, one.sheet, draft, one.where, len(draft.remarks))
    quote_text(found, "title", found.title, draft)
    for line in found.above:
        if terms.stated_unit(line.text):
            quote_text(found, "unit", line, draft)
        else:
            refer_words(draft, line)
    for said in one.units.said:
        quote_text(found, "unit", said, draft)
    for note in one.notes:
        quote_text(found, "note", note, draft)
    for remark in one.units.remarks(found.table.id):
        reading.remark(remark)
    _read_rows(one, reading, reader)
    leave_second(found, one.where, reader, draft)
    for note in found.notes:
        kind = "empty" if contains(note.text, "empty") else "note"
        quote_text(found, kind, _without_label(note), draft)


def _read_rows(one: Print, reading: Reading, reader: Reader) -> None:
    """Read the rows of a table by its shape; what cannot be read is told."""
    name, pieces = reading.table.id, [*one.found.pieces, *one.found.beside]
    cells = [cell for row in one.sheet.rows for cell in row if cell.begins]
    holds_amounts = any(MONEY.search(cell.text) or Amount(cell).plain for cell in cells)
    _tell_marks(reading, cells)
    _quote_damaged(reading)
    _SHAPES[reading.table.shape](reading)
    if reading.draft.table(name):
        _prove(reading, one.found, reader)
    elif holds_amounts:
        reading.remark("none of its rows was read; it is published as a text")
        quote_pieces(name, pieces, reader, reading.draft)
    elif _has_amounts_below(one.found, reader):
        reading.remark("only its headings stand between lines; the amounts below them are unread")
    elif not any(contains(note.text, "empty") for note in (*one.notes, *one.found.notes)):
        reading.remark("it has headings and no rows, and no note says why: compare")


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


def _quote_damaged(reading: Reading) -> None:
    """Publish that there are rows of which nothing can be read: sums may need them."""
    for row in reading.sheet.rows:
        if is_damaged(row):
            body = View.join([cell.view for cell in row if cell.begins])
            quote_text(reading.found, "unread_row", body, reading.draft)


def _prove(reading: Reading, found: Found, reader: Reader) -> None:
    """Keep a table of which it is not sure how it was taken only where its sums confirm it."""
    if is_crowded(found, reader):
        _doubt(reading, "two titles stand above, which of two tables in it has this one is unknown")
    elif (why := _doubtful(reading)) and not is_proven(
        reading.table.id, reading.draft, reader.text
    ):
        _doubt(reading, why)


def _doubtful(reading: Reading) -> str:
    """Why a table counts only where its sums confirm it; empty where it counts as it is."""
    found = reading.found
    if found.rest:
        return "another table begins in its grid, and its sums do not confirm where"
    if found.beside or not all(piece.is_ruled for piece in found.pieces):
        return (
            "lines are missing between its columns, and its sums do not confirm how they were told "
            "apart"
        )
    return reading.doubts[0] if reading.doubts else ""


def _doubt(reading: Reading, why: str) -> None:
    """Leave a table unread; what was told of its rows and headings matters no longer."""
    del reading.draft.remarks[reading.told :]
    withdraw(reading.table.id, reading.draft)
    reading.remark(f"{why}: all of it is unread, compare with the original")


def _without_label(note: View) -> View:
    """A note without the word that begins it, and without marks around it."""
    label = contains(note.text, "note")
    return passage.strip_marks(note[label.end() :] if label else note)


def _take_notes_inside(sheet: Sheet) -> list[View]:
    """Take away the rows that hold nothing but a note, and return the notes."""
    said = [[cell for cell in row if cell.begins and cell.text] for row in sheet.rows]
    first = next((i for i, row in enumerate(sheet.rows) if any(map(is_decimal, row))), len(said))
    notes = {
        i
        for i, cells in enumerate(said)
        if len(cells) == 1
        and (is_note(cells[0].text) or (i > first and _is_across(cells[0], sheet)))
    }
    views = [said[i][0].view for i in sorted(notes)]
    sheet.drop(notes)
    return views


def _is_across(cell: SheetCell, sheet: Sheet) -> bool:
    """Whether a cell reaches over all columns, as that of no row of figures does."""
    return cell.columns == sheet.width and not contains(cell.text, "sum")
