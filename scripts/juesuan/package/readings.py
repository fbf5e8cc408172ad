"""Damaged cells that a person read in the original: the values, their mark, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from juesuan import terms
from juesuan.errors import NoteError
from juesuan.model import Facts, Figure
from juesuan.package.notes import FILE, Notes
from juesuan.package.values import fits
from juesuan.rows import Row

Parts = Callable[[str], tuple[str, str, str]]
"""Operator, number and unit of a target or a result."""

_PARTED = ("target", "actual")

_Tables = Mapping[str, list[dict[str, str]]]


class _Cell(NamedTuple):
    """The cell of a reading, its row and what the extraction shows there."""

    resource: str
    key: str
    field: str
    row: dict[str, str]
    shows: str


def apply_readings(facts: Facts, notes: Notes, parts: Parts) -> Facts:
    """The facts with the cells that a person read; each is marked and listed in ``readings``.

    Args:
        facts: as parsed, without the cells that a person found destroyed.
        notes: with the readings.
        parts: takes a target or a result apart.

    Raises:
        NoteError: if the cell of a reading is not damaged, shows something else than the note says,
            or cannot hold what the note reads; with the line of the note.
    """
    tables = {name: [dict(row) for row in rows] for name, rows in facts.tables.items()}
    figures = facts.figures
    for note in notes.readings:
        cell = _cell(facts, tables, note)
        _write(cell, note, parts)
        tables.setdefault("readings", []).append(_listed(facts.disclosure_id, cell, note))
        figures = tuple(_read(figure, cell, note["reads"]) for figure in figures)
    published = {name: tuple(tables[name]) for name in terms.resource_schemas() if tables.get(name)}
    return replace(facts, tables=published, figures=figures)


def reading_place(disclosure_id: str, note: Row) -> str:
    """Where a reading stands and of which cell it is, as messages begin."""
    return (
        f"{disclosure_id}/{FILE}:{note['line']}: reading of {note['resource']} {note['row']} "
        f"{note['field']}"
    )


def _cell(facts: Facts, tables: _Tables, note: Row) -> _Cell:
    """The damaged cell that a reading is of.

    Raises:
        NoteError: if it is none, or changed since it was read.
    """
    where = reading_place(facts.disclosure_id, note)
    resource, key, field = note["resource"], note["row"], note["field"]
    row = _row(tables, note, where)
    if field not in row["unreadable"].split():
        raise NoteError(
            f"{where}: found {row[field]!r}, which is not marked unreadable; expected a damaged "
            "cell. What to do: remove the reading; if what is published is wrong, mark the cell by "
            "[[unreadable]] first."
        )
    shows = " ".join(
        one.shows for one in facts.lost if (one.resource, one.row, one.field) == note_cell(note)
    )
    if shows != note["shows"]:
        raise NoteError(
            f"{where}: the extraction shows {shows!r}; the note says {note['shows']!r}. "
            "What to do: compare with the original again and correct the note."
        )
    return _Cell(resource, key, field, row, shows)


def note_cell(note: Row) -> tuple[str, str, str]:
    """Resource, row and field of a note."""
    return note["resource"], note["row"], note["field"]


def _row(tables: _Tables, note: Row, where: str) -> dict[str, str]:
    schema = terms.resource_schemas()[note["resource"]]
    rows = tables.get(note["resource"], [])
    row = next((row for row in rows if schema.row_key(row) == note["row"]), None)
    if row is None or note["field"] not in row or "unreadable" not in row:
        raise NoteError(
            f"{where}: there is no such cell. What to do: correct or remove the reading."
        )
    return row


def _write(cell: _Cell, note: Row, parts: Parts) -> None:
    """Put what was read into its row, marked."""
    row, field, reads = cell.row, cell.field, note["reads"]
    kind = next(one.type for one in _fields(cell.resource) if one.name == field)
    if not fits(reads, kind):
        where = reading_place(row["disclosure_id"], note)
        raise NoteError(
            f"{where}: found {reads!r}; expected a {kind}, such as 1234.50. What to do: write it "
            "without unit and separators."
        )
    row[field] = reads
    if field in _PARTED and f"{field}_value" in row:
        names = (f"{field}_operator", f"{field}_value", f"{field}_unit")
        row |= dict(zip(names, parts(reads), strict=True))
    row["unreadable"] = " ".join(one for one in row["unreadable"].split() if one != field)
    row["read_by_person"] = " ".join([*row["read_by_person"].split(), field])


def _fields(resource: str) -> tuple[terms.Field, ...]:
    return terms.resource_schemas()[resource].fields


def _listed(disclosure_id: str, cell: _Cell, note: Row) -> dict[str, str]:
    """The row of ``readings``."""
    return {
        "disclosure_id": disclosure_id,
        "resource": cell.resource,
        "row": cell.key,
        "field": cell.field,
        "how": "person",
        "shows": cell.shows,
        "reads": note["reads"],
        "reason": note["reason"],
        "who": note["who"],
        "on": note["on"],
    }


def _read(figure: Figure, cell: _Cell, reads: str) -> Figure:
    """A numeral of the cell: bound to the number that was read, or inside of the text."""
    if (figure.resource, figure.row, figure.field) != (cell.resource, cell.key, cell.field):
        return figure
    if figure.value and figure.value == reads:
        return replace(figure, status="bound")
    if cell.field in _PARTED and figure.value and figure.value == cell.row[f"{cell.field}_value"]:
        return replace(figure, status="bound", field=f"{cell.field}_value")
    return replace(figure, status="prose") if figure.text in reads else figure
