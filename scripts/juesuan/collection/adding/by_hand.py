"""What a maintainer says of a disclosure when it is added, recorded in its ``disclosure.toml``."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from juesuan import package
from juesuan.errors import NoteError
from juesuan.intake import Pages
from juesuan.parse import Given

_SCHEMA = "scripts/juesuan/terms/schemas/disclosure.json"
"""Where a repository of the project has the schema by which editors complete notes."""

_BEGUN = "# Where the disclosure comes from and limits; package/notes.py describes all keys.\n"

_ASKED = {"url": '"https://"', "published": "{on}", "obtained": "{on}"}
"""What every disclosure should say; where it is not known yet a comment shows how to."""

_ORIGIN = re.compile(rf"\s*(?:#\s*)?([\"']?)({'|'.join(_ASKED)})\1\s*=")
"""A line of notes that says where the disclosure comes from, or asks for it."""

_PAGES = re.compile(r"([1-9][0-9]{0,4})-([1-9][0-9]{0,4})")
_DAY, _YEAR = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), re.compile(r"[1-9][0-9]{3}")
_KINDS = {"published": _DAY, "obtained": _DAY, "year": _YEAR}
"""Keys whose values are no texts. Whatever else is given for one is told as a text that it is."""


@dataclass(frozen=True)
class ByHand:
    """What a maintainer says; empty where nothing is said.

    Attributes:
        disclosure_id: the id to use.
        department: its department: an id of the registry, or a name.
        url, published, obtained: where it comes from and when, days in ISO.
        scope, year, region_code: in place of what its title says.
        pages: the first and the last page of a PDF that holds more, such as ``15-28``.
        note: whatever else.
    """

    disclosure_id: str = field(default="", metadata={"recorded": False})
    department: str = ""
    url: str = ""
    published: str = ""
    obtained: str = ""
    scope: str = ""
    year: str = ""
    region_code: str = ""
    pages: str = ""
    note: str = ""

    def recorded(self) -> Iterator[tuple[str, str]]:
        """Keys of the notes and their values in TOML. A text of JSON is one of TOML as well."""
        for one in fields(self):
            value = str(getattr(self, one.name))
            value = _both(value) if one.name == "pages" else value
            if value and one.metadata.get("recorded", True):
                plain = one.name in _KINDS and _KINDS[one.name].fullmatch(value)
                is_plain = plain and (one.name == "year" or _is_day(value))
                yield one.name, value if is_plain else json.dumps(value, ensure_ascii=False)

    def own_pages(self) -> Pages | None:
        """The pages of its file that are its own; None for all.

        Raises:
            NoteError: if they are not written as the first and the last one.
        """
        match = _PAGES.fullmatch(_both(self.pages))
        pages = Pages(int(match[1]), int(match[2])) if match else None
        if self.pages and (pages is None or pages.last < pages.first):
            raise NoteError(
                f"found --pages {self.pages}; expected the first and the last page, counted from "
                "1. What to do: write them such as --pages 15-28."
            )
        return pages

    def notes(self) -> package.Notes:
        """The same as notes.

        Raises:
            NoteError: if a value is none that notes may have.
        """
        lines = (f"{key} = {value}\n" for key, value in self.recorded())
        return package.notes_of_text("".join(lines), "what was given by hand")

    def given(self) -> Given:
        """What of it counts before the title.

        Raises:
            NoteError: if a value is none that notes may have.
        """
        notes = self.notes()
        return Given(notes.department, notes.year, notes.scope, notes.region_code)


def _is_day(value: str) -> bool:
    """Whether there is such a day: TOML has no other."""
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _both(pages: str) -> str:
    """The first and the last page, where only one is given."""
    return f"{pages}-{pages}" if pages.isdecimal() else pages


NOTHING_SAID = ByHand()
"""Nothing is said."""


def begun(root: Path, on: str, by_hand: ByHand) -> str:
    """The notes that are begun on a day (ISO; empty where none should be told)."""
    schema = f"#:schema ../../{_SCHEMA}\n" if (root / _SCHEMA).is_file() else ""
    told = dict(by_hand.recorded())
    lines = [f"{key} = {value}\n" for key, value in told.items()]
    added = [f"added = {on}\n"] if on else []
    return "".join([schema, _BEGUN, *_asked(told, on), *lines, *added])


def _asked(told: Mapping[str, str], on: str) -> list[str]:
    """Comments that show how to say what should be said, and is not; none without a day."""
    return [
        f"# {key} = {how.format(on=on)}\n" for key, how in _ASKED.items() if on and key not in told
    ]


def of_newer_files(notes: str, on: str, by_hand: ByHand) -> str:
    """Notes for newer files: where the earlier ones came from is taken out, and asked for anew.

    Args:
        notes: the text of the notes on the earlier files.
        on: the day (ISO); nothing is asked for where empty.
        by_hand: where the newer files come from, as far as it is known.

    Raises:
        NoteError: if what is said is none that notes may have, or the notes say something else
            behind it.
    """
    said = by_hand.notes()
    told = {key: value for key, value in by_hand.recorded() if key in _ASKED}
    lines = notes.splitlines(keepends=True)
    is_table = [line.lstrip().startswith("[") for line in lines]
    end = is_table.index(True) if True in is_table else len(lines)
    is_old = [bool(_ORIGIN.match(line)) for line in lines[:end]]
    at = is_old.index(True) if True in is_old else _behind_the_head(lines[:end])
    kept = [line for line, old in zip(lines, is_old, strict=False) if not old]
    new = [*_asked(told, on), *(f"{key} = {value}\n" for key, value in told.items())]
    fresh = "".join([*kept[:at], *new, *kept[at:], *lines[end:]])
    found = package.notes_of_text(fresh, "the notes for the newer file")
    for key in _ASKED:
        if getattr(found, key) != getattr(said, key):
            raise NoteError(
                f"found {key} = {getattr(found, key)!r} in disclosure.toml, in a form that is not "
                f"taken out; expected that a line of its own says it. What to do: take {key} out "
                "by hand."
            )
    return fresh


def _behind_the_head(lines: list[str]) -> int:
    """How many lines are the comments with which notes begin."""
    return next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
