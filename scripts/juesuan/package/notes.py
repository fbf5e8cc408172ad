"""What a maintainer writes: the file's origin, limits, pins, and cells found destroyed.

The file is ``disclosure.toml`` in the package's folder::

    url = "https://…"             # where the file was obtained
    published = 2024-09-20        # when the department published it
    obtained = 2026-11-20
    added = 2026-11-20            # when it came into this collection; `juesuan add` writes it
    pages = "15-28"               # of a PDF that holds more than this; `juesuan add` writes it
    department = "…"              # where its title does not tell, or tells wrongly, whose accounts
    scope = "部门"                # they are, …
    year = 2023                   # … and of which year
    region_code = "650100"
    note = "…"                    # whatever else, for maintainers

    [[correction]]                # what was corrected in the published data, for readers
    on = 2026-11-21
    what = "…"

    [[source]]                    # where one of several files was obtained
    file = "…"
    url = "https://…"
    published = 2024-09-20

    [[mask]]                      # what was taken out of the source; `juesuan` writes it
    kind = "name"                 # or id, card, mobile, email, text
    characters = 2
    places = 3
    lines = [12, 40]
    reason = "…"
    by = "…"
    on = 2026-11-21

    [[copy]]                      # a file that is not published as received; `juesuan` writes it
    how = "cleaned"               # or pictures, rewritten (as a web page), recognised (a scan)
    removed = ["JavaScript"]      # beside what was masked
    file = "…"                    # which one, of several
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

    [[unit]]                      # in which unit a statutory table is printed, as a person found
    table = "table5"
    printed = ""                  # what it says of its unit: nothing, or a unit that is wrong
    unit = "元"
    by = "…"
    on = 2026-11-20

    [[unreadable]]                # a person found that extraction destroyed this cell
    resource = "indicators"
    row = "p03/6"
    field = "level3"
    printed = "…"                 # what stands there now; the note is wrong if it does not
    by = "…"
    on = 2026-11-20

    [[reading]]                   # what a person reads in a damaged cell of the original
    resource = "indicators"
    row = "p03/6"
    field = "level3"
    shows = "…"                   # what the extraction shows there, as `juesuan show` says it
    reads = "…"
    reason = "…"                  # why it reads so, where that is not plain; it is published
    who = "…"
    on = 2026-11-20
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from juesuan import terms
from juesuan.errors import NoteError
from juesuan.package.noted import NotesFile
from juesuan.package.within import within
from juesuan.rows import Row
from juesuan.terms.hidden import HIDDEN, called
from juesuan.terms.lines import Places
from juesuan.terms.problems import Checks
from juesuan.terms.written import Model, written

FILE = "disclosure.toml"

_MOST = 500_000
"""Characters of the longest notes; the longest of the five have eleven thousand."""

_LINE = 12_000
"""Characters of their longest line: a key of a hundred thousand parts takes minutes to read."""


@dataclass(frozen=True)
class Notes:
    """A maintainer's notes on one disclosure; days are ISO texts, empty where none is told.

    ``pages`` are the first and the last page of its file that are its own; None for all of them.
    """

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
    copies: tuple[Row, ...] = ()
    units: tuple[Row, ...] = ()
    sources: tuple[Row, ...] = ()
    pages: tuple[int, int] | None = None
    readings: tuple[Row, ...] = ()
    obtained: str = ""
    department: str = ""
    scope: Literal["", "汇总", "部门", "单位", "本级"] = ""
    year: int = 0


def read_notes(folder: Path) -> Notes:
    """The notes of a package's folder; empty notes where there is no file.

    Raises:
        NoteError: if the file is no TOML, or has a key or a value that it should not have.
        PackageError: if it is a symbolic link.
    """
    path = within(folder, FILE)
    if not path.exists():
        return Notes()
    where = f"{folder.name}/{FILE}"
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise NoteError(
            f"{where}: {error}. Expected a TOML file. What to do: save it as UTF-8."
        ) from error
    return notes_of_text(text, where)


def notes_of_text(text: str, where: str) -> Notes:
    """The notes that a text of TOML is.

    Args:
        text: of the file.
        where: how it is called in messages.

    Raises:
        NoteError: if it is no TOML, or has a key or a value that it should not have.
    """
    for size, most, what in (
        (len(text), _MOST, "characters"),
        (max(map(len, text.split("\n"))), _LINE, "characters in a line"),
    ):
        if size > most:
            raise NoteError(
                f"{where}: found more than {most:,} {what}. Expected what a person wrote. "
                "What to do: take out what is no note."
            )
    return _notes_of(text, where)


@lru_cache(maxsize=8)
def _notes_of(text: str, where: str) -> Notes:
    """The same, read once for the stages that ask for it one after the other."""
    return _notes(written(text, NotesFile, where, NoteError).checked(_check), Places(text))


def lacking(notes: Notes) -> tuple[str, ...]:
    """What only a maintainer can tell of a disclosure, and has not: a line each."""
    asked = {
        "url": (notes.url, "the address at which the department published it"),
        "published": (notes.published, "the day on which the department published it"),
        "obtained": (notes.obtained, "the day on which the file was obtained"),
    }
    return tuple(f"{key} ({what})" for key, (told, what) in asked.items() if not told)


def _check(file: NotesFile, checks: Checks) -> None:
    for path, text in _texts(file):
        if hidden := HIDDEN.search(text):
            checks.add(path, "no characters that are not seen", f"take out {called(hidden[0])}")
    pages = _first_and_last(file.pages)
    if pages and pages[0] > pages[1]:
        checks.add(("pages",), "a last page behind the first one", "exchange them")
    what = "a code of scripts/juesuan/terms/data/regions.csv"
    if file.region_code:
        checks.known(("region_code",), file.region_code, terms.regions(), what)
    tables = {one.id for one in terms.statutory_tables()}
    yuan = terms.money_factors()
    _check_readings(file, checks)
    for number, entry in enumerate(file.unit):
        checks.known(("unit", number, "table"), entry.table, tables, "a statutory table")
        checks.known(("unit", number, "unit"), entry.unit, yuan, "a unit of yuan")


def _texts(file: NotesFile) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The texts of all entries, with the way to each."""
    entries = {
        "correction": file.correction,
        "mask": file.mask,
        "pin": file.pin,
        "unit": file.unit,
        "unreadable": file.unreadable,
        "reading": file.reading,
    }
    for name, several in entries.items():
        for number, entry in enumerate(several):
            for key, value in entry:
                if isinstance(value, str):
                    yield (name, number, key), value
    for key, text in (
        ("url", file.url or ""),
        ("department", file.department),
        ("note", file.note),
    ):
        yield (key,), text


def _check_readings(file: NotesFile, checks: Checks) -> None:
    """A reading is of a column that rows can be marked in, and no cell has two."""
    marked = {
        name: [field.name for field in one.fields]
        for name, one in terms.resource_schemas().items()
        if any(field.name == "read_by_person" for field in one.fields)
    }
    for number, entry in enumerate(file.reading):
        path = ("reading", number)
        checks.known((*path, "resource"), entry.resource, marked, "a resource with damaged cells")
        columns = marked.get(entry.resource, [entry.field])
        checks.known((*path, "field"), entry.field, columns, "a column of the resource")
    checks.once(
        ((*("reading", number), "field"), (one.resource, one.row, one.field))
        for number, one in enumerate(file.reading)
    )


def _notes(file: NotesFile, places: Places) -> Notes:
    return Notes(
        file.url or "",
        _iso(file.published),
        file.region_code,
        file.limits.unread,
        file.limits.cut_forms,
        _rows(file.pin),
        _rows(file.unreadable),
        _iso(file.added),
        _rows(file.correction),
        _rows(file.mask),
        _rows(file.copies),
        _rows(file.unit),
        _rows(file.source),
        _first_and_last(file.pages),
        tuple(
            {**row, "line": str(places.line(("reading", number)))}
            for number, row in enumerate(_rows(file.reading))
        ),
        _iso(file.obtained),
        file.department,
        file.scope,
        file.year or 0,
    )


def _first_and_last(pages: str | None) -> tuple[int, int] | None:
    """The first and the last of some pages, such as ``15-28``."""
    if pages is None:
        return None
    first, _, last = pages.partition("-")
    return int(first), int(last)


def _iso(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""


def _rows(entries: Sequence[Model]) -> tuple[Row, ...]:
    """Entries as rows of texts, as they are published."""
    return tuple({key: _text(value) for key, value in entry} for entry in entries)


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return "、".join(map(str, value))
    return "" if value is None else str(value)
