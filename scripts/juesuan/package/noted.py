"""The models of what a maintainer writes of a disclosure; ``notes`` tells and reads the file."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from juesuan.terms.written import Expected, Many, Model, Text

MaskKind = Literal["name", "id", "card", "mobile", "email", "text"]
"""What was masked."""

_Day = Annotated[
    datetime.date, Expected("a date such as 2024-09-20, without quotes and without a time")
]
_Address = Annotated[
    str,
    StringConstraints(pattern=r"^https?://[^\s\"'<>\\@/?#]+([/?#][^\s\"'<>\\]*)?$"),
    Expected("an address that begins with https:// or http:// and holds no password, in quotes"),
]
_Count = Annotated[
    int, Field(ge=0, le=1_000_000), Expected("a whole number from 0 to 1000000, without quotes")
]


_PagesOfFile = Annotated[
    str,
    StringConstraints(pattern=r"^[1-9]\d{0,4}-[1-9]\d{0,4}$"),
    Expected('the first and the last page, counted from 1, such as "15-28"'),
]
_Year = Annotated[
    int, Field(ge=1900, le=2099), Expected("a fiscal year such as 2023, without quotes")
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
    """A file that is not published as it was received, or whose text was recognised."""

    how: Literal["received", "cleaned", "pictures", "rewritten", "recognised"] = Field(
        description="A PDF written anew, its pages' pictures, or scanned pages with the text that "
        "was recognised; a web page of what was read."
    )
    text: Literal["", "recognised"] = Field(
        "", description="Whether the text of one that is published otherwise was recognised."
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
    department: str = Field("", description="Its department, where the title does not tell.")
    scope: Literal["", "汇总", "部门", "单位", "本级"] = Field(
        "", description="Whose accounts they are, where the title does not tell."
    )
    year: _Year | None = Field(None, description="Its year, where the title does not tell.")
    region_code: str = Field("", description="Its region, where the text does not tell.")
    note: str = Field("", description="Whatever else maintainers should know.")
    limits: Limits = Limits()
    correction: Many[Correction] = ()
    mask: Many[Mask] = ()
    source: Many[SourceFile] = ()
    copies: Many[PublishedCopy] = Field((), alias="copy")
    pin: Many[Pin] = ()
    unit: Many[UnitOfTable] = ()
    unreadable: Many[Unreadable] = ()
    reading: Many[Reading] = ()
