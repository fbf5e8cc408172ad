"""Numbers that a person read and that sums of the document contradict: refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juesuan import package, terms
from juesuan.errors import NoteError
from juesuan.model import Facts
from juesuan.rows import ChecksRow, Row

_PARTED = ("target", "actual")


def numbers_read(facts: Facts, notes: package.Notes) -> tuple[Row, ...]:
    """The readings of cells that hold a number.

    Args:
        facts: with the readings.
        notes: with what was read.
    """
    return tuple(note for note in notes.readings if _is_number(facts, note))


def _is_number(facts: Facts, note: Row) -> bool:
    schema = terms.resource_schemas()[note["resource"]]
    kind = next(one.type for one in schema.fields if one.name == note["field"])
    if note["field"] not in _PARTED:
        return kind in ("number", "integer")
    rows = facts.tables[note["resource"]]
    row = next(row for row in rows if schema.row_key(row) == note["row"])
    return bool(row.get(f"{note['field']}_value"))


def refuse_contradicted(
    name: str, numbers: Sequence[Row], before: Sequence[ChecksRow], after: Sequence[ChecksRow]
) -> None:
    """Refuse readings of numbers with which a check fails that does not fail without them.

    Args:
        name: id of the disclosure.
        numbers: the readings.
        before, after: its checks without and with what was read.

    Raises:
        NoteError: if one does, and no pin says that it was compared with the original.
    """
    for check in _new_fails(before, after):
        note = next((one for one in numbers if _concerns(check, one)), numbers[0])
        raise NoteError(
            f"{package.reading_place(name, note)}: with {note['reads']!r} the check "
            f"{check['rule']} fails: {check['statement']}. What to do: compare with "
            "the original again and correct the reading; if it is printed so there, pin the check."
        )


def _new_fails(before: Sequence[ChecksRow], after: Sequence[ChecksRow]) -> Iterator[ChecksRow]:
    known = {(one["rule"], one["subject"]) for one in before if one["state"] == "fail"}
    for one in after:
        fails = one["state"] == "fail" and not one["pinned"]
        if fails and (one["rule"], one["subject"]) not in known:
            yield one


def _concerns(check: ChecksRow, note: Row) -> bool:
    """Whether a check is applied to the row of a reading, or to its form."""
    return check["subject"].split("/")[0] == note["row"].split("/")[0]
