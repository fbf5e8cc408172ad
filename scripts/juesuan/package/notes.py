"""What a maintainer writes: where the file came from, limits, pins, and cells that a person found destroyed.

The file is ``disclosure.toml`` in the package's folder::

    url = "https://…"             # where the file was obtained
    published = 2024-09-20        # when the department published it
    obtained = 2026-11-20
    added = 2026-11-20            # when it came into this collection; `juesuan add` writes it

    [[correction]]                # what was corrected in the published data, for the feed and the page of corrections
    on = 2026-11-21
    what = "…"

    [[mask]]                      # written by `juesuan mask`: a private person's name was taken out of the source
    characters = 2
    places = 3
    received_sha256 = "…"         # of the file before
    reason = "…"
    by = "…"
    on = 2026-11-21

    [limits]
    unread = 0                    # conversion fails above this
    cut_forms = 0                 # forms that the original prints without their end

    [[pin]]                       # a person compared this failed check with the original
    rule = "N27"
    subject = "…"
    left = "…"
    right = "…"
    note = "…"
    by = "…"
    on = 2026-11-20

    [[unreadable]]                # a person found that extraction destroyed this cell
    resource = "indicators"
    row = "p03/6"
    field = "level3"
    printed = "…"                 # what stands there now; the note is wrong if it does not
    by = "…"
    on = 2026-11-20
"""

from __future__ import annotations

import datetime
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from juesuan import terms
from juesuan.errors import NoteError
from juesuan.model import Facts
from juesuan.rows import Row

FILE = "disclosure.toml"
_TOP = {
    "url",
    "published",
    "obtained",
    "region_code",
    "limits",
    "pin",
    "unreadable",
    "added",
    "correction",
    "mask",
}
_PIN = {"rule", "subject", "left", "right", "note", "by", "on"}
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
_CORRECTION = {"on", "what"}
_MASK = {"characters", "places", "received_sha256", "reason", "by", "on"}
_UNREADABLE = {"resource", "row", "field", "printed", "by", "on"}


@dataclass(frozen=True)
class Notes:
    """A maintainer's notes on one disclosure."""

    url: str = ""
    published: str = ""
    region_code: str = ""
    unread_limit: int | None = None
    cut_forms: int = 0
    pins: tuple[Row, ...] = ()
    unreadable: tuple[Row, ...] = ()
    added: str = ""
    corrections: tuple[Row, ...] = ()
    masks: tuple[Row, ...] = ()


def read_notes(folder: Path) -> Notes:
    """The notes of a package's folder; empty notes where there is no file.

    Raises:
        NoteError: if the file is no TOML, or has a key or a value that it should not have.
    """
    path = folder / FILE
    if not path.exists():
        return Notes()
    where = f"{folder.name}/{FILE}"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise NoteError(
            f"{where}: {error}. Expected a TOML file. What to do: correct the line."
        ) from error
    _known_keys(data, _TOP, "", where)
    limits = _typed(data, "limits", dict, "a table [limits]", where) or {}
    _known_keys(limits, {"unread", "cut_forms"}, "limits.", where)
    for name in limits:
        if _typed(limits, name, int, "a whole number", where) < 0:
            raise NoteError(
                f"{where}: found limits.{name} = {limits[name]}; expected a whole number from 0."
            )
    _typed(data, "obtained", datetime.date, "a date such as 2024-09-20, without quotes", where)
    url = _typed(data, "url", str, "an address in quotes", where) or ""
    if url and not _ADDRESS.fullmatch(url):
        raise NoteError(
            f"{where}: found url = {url!r}; expected an address that begins with https:// or http://."
        )
    code = _typed(data, "region_code", str, "six digits in quotes", where) or ""
    if code and code not in terms.regions():
        raise NoteError(
            f"{where}: found region_code = {code!r}; expected a code of terms/data/regions.csv."
        )
    return Notes(
        url,
        str(
            _typed(
                data, "published", datetime.date, "a date such as 2024-09-20, without quotes", where
            )
            or ""
        ),
        code,
        limits.get("unread"),
        limits.get("cut_forms", 0),
        _entries(data, "pin", _PIN, where),
        _entries(data, "unreadable", _UNREADABLE, where),
        str(
            _typed(data, "added", datetime.date, "a date such as 2024-09-20, without quotes", where)
            or ""
        ),
        _dated(data, "correction", _CORRECTION, where),
        _dated(data, "mask", _MASK, where),
    )


def _known_keys(table: dict[str, Any], keys: set[str], prefix: str, where: str) -> None:
    for key in sorted(set(table) - keys):
        raise NoteError(
            f"{where}: found the key {prefix + key!r}; expected one of {', '.join(sorted(keys))}."
        )


def _typed(table: dict[str, Any], key: str, kind: type, expected: str, where: str) -> Any:
    """A value of the type that it must have; None where it is not given."""
    value = table.get(key)
    if value is None or (isinstance(value, kind) and not (kind is int and isinstance(value, bool))):
        return value
    raise NoteError(
        f"{where}: found {key} = {value!r}; expected {expected}. What to do: correct it."
    )


def _entries(data: dict[str, Any], name: str, keys: set[str], where: str) -> tuple[Row, ...]:
    found = []
    entries = data.get(name, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise NoteError(
            f"{where}: found {name} once as [{name}] or as a value; expected [[{name}]]. What to do: correct it."
        )
    for number, entry in enumerate(entries, start=1):
        if set(entry) != keys:
            raise NoteError(
                f"{where}: {name} {number} has the keys {', '.join(sorted(entry))}; expected {', '.join(sorted(keys))}."
            )
        found.append({key: str(value) for key, value in entry.items()})
    return tuple(found)


def _dated(data: dict[str, Any], name: str, keys: set[str], where: str) -> tuple[Row, ...]:
    """Entries whose day is a date."""
    found = _entries(data, name, keys, where)
    for entry in data.get(name, []):
        if not isinstance(entry["on"], datetime.date):
            raise NoteError(
                f"{where}: found on = {entry['on']!r} in [[{name}]]; expected a date such as 2024-09-20, without quotes."
            )
    return found


def apply(facts: Facts, notes: Notes) -> Facts:
    """The facts without the cells that a person found destroyed; their figures become unread.

    Raises:
        NoteError: if a note's cell does not hold what the note says.
    """
    tables = {name: [dict(row) for row in rows] for name, rows in facts.tables.items()}
    figures = list(facts.figures)
    for note in notes.unreadable:
        row = _target(facts.disclosure_id, tables, note)
        row[note["field"]] = ""
        row["unreadable"] = " ".join([*row["unreadable"].split(), note["field"]])
        for i, figure in enumerate(figures):
            if (figure.resource, figure.row, figure.field) == (
                note["resource"],
                note["row"],
                note["field"],
            ):
                figures[i] = replace(figure, status="unread")
    return replace(
        facts, tables={name: tuple(rows) for name, rows in tables.items()}, figures=tuple(figures)
    )


def _target(
    disclosure_id: str, tables: dict[str, list[dict[str, str]]], note: Row
) -> dict[str, str]:
    where = f"{disclosure_id}/{FILE}: unreadable {note['resource']} {note['row']} {note['field']}"
    schema = terms.resource_schemas().get(note["resource"])
    if schema is None or note["field"] not in {field.name for field in schema.fields}:
        raise NoteError(f"{where}: there is no such field. What to do: correct the note.")
    for row in tables.get(note["resource"], []):
        if schema.row_key(row) == note["row"] and "unreadable" in row:
            if row[note["field"]] != note["printed"]:
                raise NoteError(
                    f"{where}: found {row[note['field']]!r}; the note expects {note['printed']!r}. "
                    "What to do: compare with the source and correct or remove the note."
                )
            return row
    raise NoteError(f"{where}: there is no such row. What to do: correct or remove the note.")
