"""Which published values differ in two packages of a disclosure, and where each is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from juesuan import terms
from juesuan.model import Facts
from juesuan.package import csv_of
from juesuan.rows import AnyRow, cell

MOST = 200
"""Rows of one disclosure that are told."""

_APART = {"figures", "checks", "places", "sources"}
"""Resources that say of the others where they are printed and whether they add up."""

_NO_VALUES = {"disclosure_id", "source_file", "source_sha256"}
"""Columns that differ with the file and the id alone."""


class Change(NamedTuple):
    """A value that differs; a row that is new or gone has empty values on one side.

    The places are lines of the source, with the page where it has pages; empty where no figure
    stands behind the value.
    """

    resource: str
    row: str
    field: str
    old: str
    new: str
    old_place: str
    new_place: str


def changes(before: Facts, now: Facts) -> Iterator[Change]:
    """The values that differ, in the order of publication."""
    old_places, new_places = _places(before), _places(now)
    for name, resource in terms.resource_schemas().items():
        if name in _APART:
            continue
        old, new = (_by_key(facts, resource) for facts in (before, now))
        columns = [one.name for one in resource.fields if one.name not in _NO_VALUES]
        for row in dict.fromkeys([*old, *new]):
            for column in columns:
                values = [cell(rows[row], column) if row in rows else "" for rows in (old, new)]
                if values[0] != values[1]:
                    place = (name, row, column)
                    where = (old_places.get(place, ""), new_places.get(place, ""))
                    yield Change(name, row, column, values[0], values[1], *where)


def _by_key(facts: Facts, resource: terms.Resource) -> dict[str, AnyRow]:
    rows = facts.tables.get(resource.name, ())
    return {resource.row_key(row): row for row in rows}


def _places(facts: Facts) -> dict[tuple[str, str, str], str]:
    """Where the figure behind a cell is printed."""
    return {
        (row["resource"], row["row"], row["field"]): f"line {row['line']}"
        + (f" (page {row['page']})" if row["page"] else "")
        for row in facts.rows("figures")
        if row["status"] == "bound"
    }


def change_lines(found: Sequence[Change]) -> tuple[str, ...]:
    """Changes in words: a line a row of a table, and how many more there are."""
    lines = [
        f"{resource} {row}: {'; '.join(map(_told, each))}"
        for (resource, row), each in groupby(found, key=lambda one: (one.resource, one.row))
    ]
    more = (f"and {len(lines) - MOST} more rows",) if len(lines) > MOST else ()
    return (*lines[:MOST], *more)


def _told(one: Change) -> str:
    places = " → ".join(dict.fromkeys(filter(None, (one.old_place, one.new_place))))
    where = f" ({places})" if places else ""
    return f"{one.field} {_quoted(one.old)} → {_quoted(one.new)}{where}"


def _quoted(text: str) -> str:
    short = " ".join(text.split())
    return (short if len(short) <= 60 else f"{short[:59]}…") or "(empty)"


def changes_csv(found: Sequence[Change]) -> str:
    """Changes as CSV."""
    return csv_of(Change._fields, found)
