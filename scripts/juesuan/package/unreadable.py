"""Taking cells out of the facts that a person found destroyed by extraction."""

from __future__ import annotations

from dataclasses import replace

from juesuan import terms
from juesuan.errors import NoteError
from juesuan.model import NOWHERE, Facts, Figure, Lost
from juesuan.package.notes import FILE, Notes
from juesuan.rows import Row


def apply(facts: Facts, notes: Notes) -> Facts:
    """The facts without the cells that a person found destroyed; their figures become unread.

    Raises:
        NoteError: if a note's cell does not hold what the note says.
    """
    tables = {name: [dict(row) for row in rows] for name, rows in facts.tables.items()}
    figures, lost = facts.figures, facts.lost
    for note in notes.unreadable:
        row = _target(facts.disclosure_id, tables, note)
        cell = (note["resource"], note["row"], note["field"])
        lost = (*lost, Lost(*cell, row[note["field"]], NOWHERE))
        row[note["field"]] = ""
        row["unreadable"] = " ".join([*row["unreadable"].split(), note["field"]])
        figures = tuple(_without(note, figure) for figure in figures)
    return replace(
        facts,
        tables={name: tuple(rows) for name, rows in tables.items()},
        figures=figures,
        lost=lost,
    )


def _without(note: Row, figure: Figure) -> Figure:
    """The figure, unread if it stood in the cell of the note."""
    cell = (figure.resource, figure.row, figure.field)
    lost = cell == (note["resource"], note["row"], note["field"])
    return replace(figure, status="unread") if lost else figure


def _target(
    disclosure_id: str, tables: dict[str, list[dict[str, str]]], note: Row
) -> dict[str, str]:
    """The row of a note, which must hold what the note says."""
    where = f"{disclosure_id}/{FILE}: unreadable {note['resource']} {note['row']} {note['field']}"
    schema = terms.resource_schemas().get(note["resource"])
    if schema is None or note["field"] not in {field.name for field in schema.fields}:
        raise NoteError(f"{where}: there is no such field. What to do: correct the note.")
    rows = tables.get(note["resource"], [])
    row = next((row for row in rows if schema.row_key(row) == note["row"]), None)
    if row is None or "unreadable" not in row:
        raise NoteError(f"{where}: there is no such row. What to do: correct or remove the note.")
    if row[note["field"]] != note["printed"]:
        raise NoteError(
            f"{where}: found {row[note['field']]!r}; the note expects {note['printed']!r}. "
            "What to do: compare with the source and correct or remove the note."
        )
    return row
