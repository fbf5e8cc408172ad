"""The cells that are marked as unreadable, each with its place, for whoever adds a disclosure.

Each is also given as an entry ``[[reading]]`` of the maintainer's notes, ready to be filled.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from juesuan import terms
from juesuan.model import Document, Facts


class _Marked(NamedTuple):
    """A marked cell, and how it is called."""

    cell: tuple[str, str, str]
    said: str


def marked(document: Document, facts: Facts) -> tuple[str, ...]:
    """The cells that are printed and could not be read: ``file:line (page): table, row, column``.

    Args:
        document: for lines and pages.
        facts: what was understood.
    """
    starts = {(one.resource, one.row, one.field): one.start for one in reversed(facts.lost)}
    starts |= {
        (one.resource, one.row, one.field): one.start
        for one in reversed(facts.figures)
        if one.status == "unread"
    }
    return tuple(f"{_place(document, starts.get(one.cell))}{one.said}" for one in _cells(facts))


def blanks(facts: Facts) -> tuple[str, ...]:
    """For each of them an entry of ``disclosure.toml`` that lacks only what a person reads."""
    shows: dict[tuple[str, str, str], list[str]] = {}
    for one in facts.lost:
        shows.setdefault((one.resource, one.row, one.field), []).append(one.shows)
    return tuple(
        _blank(one.cell, " ".join(shows.get(one.cell, ())))
        for one in _cells(facts)
        if one.cell[2] in _columns(one.cell[0])
    )


def _columns(resource: str) -> list[str]:
    return [field.name for field in terms.resource_schemas()[resource].fields]


def _blank(cell: tuple[str, str, str], shows: str) -> str:
    keys = ("resource", "row", "field", "shows", "reads", "who")
    values = zip(keys, (*cell, shows, "", ""), strict=True)
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values)
    return "\n".join(("[[reading]]", *lines, "on = "))


def _cells(facts: Facts) -> Iterator[_Marked]:
    """Each marked cell."""
    for resource, rows in facts.tables.items():
        schema = terms.resource_schemas()[resource]
        titles = {field.name: field.title for field in schema.fields}
        for row in rows:
            key = schema.row_key(row)
            called = row.get("name") or row.get("label") or ""
            for field in row.get("unreadable", "").split():
                said = f"{schema.title}, row {key} {called}".rstrip()
                yield _Marked((resource, key, field), f"{said}, {titles.get(field, field)}")


def _place(document: Document, start: int | None) -> str:
    """Where a cell is printed; empty where nothing was found of it."""
    if start is None or start < 0:
        return ""
    page = document.page_of(start)
    where = f"{document.name}:{document.line_of(start)}"
    return f"{where} (page {page}): " if page else f"{where}: "
