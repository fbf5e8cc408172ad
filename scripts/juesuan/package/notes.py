"""What a maintainer writes: the file's origin, limits, pins, and cells found destroyed.

The file is ``disclosure.toml`` in the package's folder::

    url = "https://…"             # where the file was obtained
    published = 2024-09-20        # when the department published it
    obtained = 2026-11-20
    added = 2026-11-20            # when it came into this collection; `juesuan add` writes it
    pages = "15-28"               # of a PDF that holds more than this; `juesuan add` writes it

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
    how = "cleaned"               # or pictures, of its pages; or rewritten, as a web page
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
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from juesuan import terms
from juesuan.errors import NoteError
from juesuan.package.within import within
from juesuan.rows import Row
from juesuan.terms.hidden import HIDDEN, called
from juesuan.terms.lines import Places
from juesuan.terms.problems import Checks
from juesuan.terms.written import Expected, Many, Model, Text, written

FILE = "disclosure.toml"

MaskKind = Literal["name", "id", "card", "mobile", "email", "text"]
"""What was masked."""

_Day = Annotated[
    datetime.date, Expected("a date such as 2024-09-20, without quotes and without a time")
]
_Address = Annotated[
    str,
    StringConstraints(pattern=r"^https?://[^\s\"'<>\\]+$"),
    Expected("an address that begins with https:// or http://, in quotes"),
]
_Count = Annotated[
    int, Field(ge=0, le=1_000_000), Expected("a whole number from 0 to 1000000, without quotes")
]


_PagesOfFile = Annotated[
    str,
    StringConstraints(pattern=r"^[1-9]\d{0,4}-[1-9]\d{0,4}$"),
    Expected('the first and the last page, counted from 1, such as "15-28"'),
]


class Limits(Model):
    """Above which numbers conversion fails."""

    unread: _Count | None = Field(default=None, description="Figures that no reader took.")
    cut_forms: _Count = Field(
        default=0, description="Forms that the original prints without their end."
    )


class Correction(Model):
    """What was corrected in the published data, for the feed and the page of corrections."""

    on: _Day
    what: Text = Field(description="What was corrected, for readers.")


class Mask(Model):
    """What was taken out of the source, which never says what it was.

    Neither does a hash of the file as received: whoever has the masked text tries all names or
    numbers until the hash is right, which takes seconds for a name.
    """

    kind: MaskKind = Field("name", description="What it was.")
    characters: _Count = Field(description="Characters at one place.")
    places: _Count = Field(description="How often it stood there.")
    lines: Many[_Count] = Field((), description="Lines in which it stood.")
    received_sha256: str = Field("", description="Not written any more: it tells what was masked.")
    reason: str = Field(description="Why it was masked.")
    by: str = Field(description="Who says so.")
    on: _Day | None = Field(None, description="When.")


class SourceFile(Model):
    """One of the files of a disclosure that came as several."""

    file: str = Field(description="Its name, as in source/.")
    url: _Address | None = Field(None, description="Where it was obtained.")
    published: _Day | None = Field(None, description="When the department published it.")


class PublishedCopy(Model):
    """A file that is not published as it was received."""

    how: Literal["cleaned", "pictures", "rewritten"] = Field(
        description="A PDF written anew or its pages' pictures; a web page of what was read."
    )
    removed: Many[str] = Field((), description="What it held beside its pages.")
    file: str = Field("", description="Which file, where the disclosure came as several.")
    on: _Day | None = Field(None, description="When.")


class Pin(Model):
    """A failed check that a person compared with the original."""

    rule: str = Field(description="Id of the rule.")
    subject: str = Field(description="What it was applied to.")
    left: str = Field(description="Its left side, as the finding prints it.")
    right: str = Field(description="Its right side, as the finding prints it.")
    note: str = Field(description="What the person found.")
    by: str = Field(description="Who says so.")
    on: _Day


class Unreadable(Model):
    """A cell that a person found destroyed by extraction."""

    resource: str = Field(description="The resource, such as indicators.")
    row: str = Field(description="Key of the row, its parts joined by slashes.")
    field: str = Field(description="The column.")
    printed: str = Field(description="What stands there now; the note is wrong if it does not.")
    by: str = Field(description="Who says so.")
    on: _Day


class Reading(Model):
    """What a person reads in a cell that extraction destroyed."""

    resource: str = Field(description="The resource, such as indicators.")
    row: str = Field(description="Key of the row, its parts joined by slashes.")
    field: str = Field(description="The column.")
    shows: str = Field(description="What the extraction shows there; the note is wrong if not.")
    reads: Text = Field(description="What the cell reads in the original.")
    reason: str = Field("", description="Why it reads so, for readers, in Chinese.")
    who: Text = Field(description="Who read it.")
    on: _Day


class UnitOfTable(Model):
    """The unit of a statutory table that prints none, or one that other figures contradict."""

    table: str = Field(description="The table, such as table5.")
    printed: str = Field(description="What it prints of its unit; empty where it prints none.")
    unit: str = Field(description="The unit in which its amounts are printed, such as 元.")
    by: str = Field(description="Who says so.")
    on: _Day


class NotesFile(Model):
    """What a maintainer writes of one disclosure: only what the document does not say."""

    url: _Address | None = Field(None, description="Where the file was obtained.")
    published: _Day | None = Field(None, description="When the department published it.")
    obtained: _Day | None = Field(None, description="When it was obtained.")
    added: _Day | None = Field(None, description="When it came into this collection.")
    pages: _PagesOfFile | None = Field(
        None, description="The first and the last page of its file that are its own, such as 15-28."
    )
    region_code: str = Field("", description="Its region, where the text does not tell.")
    limits: Limits = Limits()
    correction: Many[Correction] = ()
    mask: Many[Mask] = ()
    source: Many[SourceFile] = ()
    copies: Many[PublishedCopy] = Field((), alias="copy")
    pin: Many[Pin] = ()
    unit: Many[UnitOfTable] = ()
    unreadable: Many[Unreadable] = ()
    reading: Many[Reading] = ()


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
    return _notes(written(text, NotesFile, where, NoteError).checked(_check), Places(text))


def _check(file: NotesFile, checks: Checks) -> None:
    for path, text in _texts(file):
        if hidden := HIDDEN.search(text):
            checks.add(path, "no characters that are not seen", f"take out {called(hidden[0])}")
    pages = _first_and_last(file.pages)
    if pages and pages[0] > pages[1]:
        checks.add(("pages",), "a last page behind the first one", "exchange them")
    what = "a code of terms/data/regions.csv"
    if file.region_code:
        checks.known(("region_code",), file.region_code, terms.regions(), what)
    tables = {one.id for one in terms.statutory_tables()}
    yuan = {one.name for one in terms.units() if one.kind == "money"}
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
    yield ("url",), file.url or ""


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
