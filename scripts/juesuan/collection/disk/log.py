"""The log of a collection, ``datapackages/log.csv``: what was removed, renamed and replaced.

A row is written before anything is done, so that a command that was killed is known and can be
run again. An id that was removed, or that another one replaced, is never used again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from juesuan.beside import put
from juesuan.collection.disk.folders import ID as ID_PATTERN
from juesuan.collection.disk.folders import LONGEST_ID, folder_of
from juesuan.errors import PackageError
from juesuan.package import SCHEMA_PROFILE, csv_of
from juesuan.rows import DisclosureRow, cell
from juesuan.terms.hidden import HIDDEN, called, without_hidden
from juesuan.terms.lines import KeyPath
from juesuan.terms.load import table
from juesuan.terms.problems import Checks, entries
from juesuan.terms.written import Expected, Many, Model

LOG = "log.csv"

LONGEST_TEXT = 1000
"""Characters of a text of the log."""

_ID = ID_PATTERN.pattern
_Id = Annotated[
    str,
    StringConstraints(pattern=f"^{_ID}$", max_length=LONGEST_ID),
    Expected("the id of a disclosure"),
]
_OtherId = Annotated[
    str,
    StringConstraints(pattern=f"^({_ID})?$", max_length=LONGEST_ID),
    Expected("the id of a disclosure, or nothing"),
]
_Text = Annotated[
    str,
    StringConstraints(pattern=r"^([^=+\-@'\s].*)?$", max_length=LONGEST_TEXT),
    Expected("a text that no spreadsheet takes for a formula"),
]
_Said = Annotated[
    str,
    StringConstraints(pattern=r"^[^=+\-@'\s].*$", max_length=LONGEST_TEXT),
    Expected("a text that no spreadsheet takes for a formula"),
]
_Day = Annotated[
    str, StringConstraints(pattern=r"^\d{4}-[01]\d-[0-3]\d$"), Expected("a day such as 2026-11-30")
]


class Logged(Model):
    """One thing that was done to a disclosure."""

    on: _Day = Field(title="日期", description="Day on which it was done.")
    action: Literal["removed", "renamed", "replaced"] = Field(
        title="事项", description="What was done: removed, renamed, or replaced by a newer file."
    )
    disclosure_id: _Id = Field(
        title="编号", description="Id of the disclosure then; one that is gone is never reused."
    )
    new_id: _OtherId = Field(title="新编号", description="Its id from then on, where renamed.")
    department: _Text = Field(title="部门", description="Department, as its title said.")
    scope: _Text = Field(title="范围", description="Scope of the accounts.")
    fiscal_year: Annotated[
        str, StringConstraints(pattern=r"^((19|20)\d\d)?$"), Expected("a year, or nothing")
    ] = Field(title="年度", description="Fiscal year.")
    region: _Text = Field(title="地区", description="Region.")
    source_url: _Text = Field(title="原文地址", description="Address of the original, if known.")
    reason: _Said = Field(title="原因", description="Why, in Chinese.")
    by: _Said = Field(title="经手", description="Who did it.")


class LogFile(Model):
    """The log."""

    row: Many[Logged]


COLUMNS = tuple(Logged.model_fields)

_OF_TITLE = ("department", "scope", "fiscal_year", "region", "source_url")
"""Columns that say what the disclosure was."""


def read_log(root: Path) -> tuple[Logged, ...]:
    """The rows of a collection's log, the oldest first; none where it has none.

    Args:
        root: the repository.

    Raises:
        TermsError: if the file is wrong: it concerns the whole collection.
    """
    folder = root / "datapackages"
    if not (folder / LOG).exists():
        return ()
    return table(LOG, LogFile, folder).checked(_check).row


def note(root: Path, row: Logged) -> None:
    """Add a row to a collection's log, unless it says so already; beside first, then renamed.

    Args:
        root: the repository.
        row: what is done.

    Raises:
        TermsError: if the log is wrong.
    """
    before = read_log(root)
    if row in before:
        return
    put(root / "datapackages" / LOG, log_text([*before, row]).encode())


def log_text(rows: Sequence[Logged]) -> str:
    """The CSV of a log."""
    return csv_of(COLUMNS, ([getattr(row, name) for name in COLUMNS] for row in rows))


def log_schema() -> dict[str, Any]:
    """The Table Schema of a log."""
    return {
        "$schema": SCHEMA_PROFILE,
        "fields": [
            {
                "name": name,
                "type": "date" if name == "on" else "string",
                "title": told.title,
                "description": told.description,
            }
            for name, told in Logged.model_fields.items()
        ],
        "missingValues": [""],
    }


def gone(rows: Sequence[Logged]) -> dict[str, Logged]:
    """What became of each id that is not used any more."""
    return {row.disclosure_id: row for row in rows if row.action != "replaced"}


def now_called(rows: Sequence[Logged], disclosure_id: str) -> str:
    """The id that a disclosure has now, under whatever former one it is asked for.

    >>> now_called([], "made-up-2024")
    'made-up-2024'
    """
    left = gone(rows)
    while disclosure_id in left and left[disclosure_id].new_id:
        disclosure_id = left.pop(disclosure_id).new_id
    return disclosure_id


def logged_as(about: DisclosureRow | None, values: dict[str, str]) -> Logged:
    """The row of what is done to a disclosure.

    Args:
        about: the disclosure, as its package says; None where that cannot be read.
        values: the other columns.

    Raises:
        PackageError: if one of them is none that a log can hold.
    """
    told = {name: _plain(cell(about, name)) if about else "" for name in _OF_TITLE}
    values = {name: " ".join(value.split()) for name, value in values.items()}
    try:
        if any(map(HIDDEN.search, values.values())):
            raise ValueError("a character that is not seen")
        return Logged.model_validate({"new_id": ""} | told | values)
    except ValueError as error:
        raise PackageError(
            f"{LOG}: found {values!r}; expected a reason and a name in words that are seen, "
            "which no spreadsheet takes for a formula. What to do: write --reason and --by so."
        ) from error


def _plain(text: str) -> str:
    """A text of a title as the log can hold it, whatever the title holds."""
    return without_hidden(" ".join(text.split())).lstrip("=+-@' ")[:LONGEST_TEXT]


def refuse_gone(root: Path, disclosure_id: str) -> None:
    """Refuse an id that was removed, or that another one replaced.

    Raises:
        PackageError: if it was.
    """
    row = gone(read_log(root)).get(disclosure_id)
    if row:
        raise PackageError(
            f"{disclosure_id}: found an id that was {told_of(row)}; expected one that was never "
            f"used. What to do: {advice_of(row)}."
        )


def told_of(row: Logged) -> str:
    """What became of an id, in words for a maintainer."""
    to = f" to {row.new_id}" if row.new_id else ""
    return f"{row.action}{to} on {row.on} ({row.reason})"


def advice_of(row: Logged) -> str:
    """What to do with a file for an id that is gone."""
    if row.new_id:
        return f"see {row.new_id}"
    return (
        f"where it was removed by mistake, take its folder and the log as it was before out of "
        f"the history of the repository, and `juesuan replace {row.disclosure_id} FILE`"
    )


def log_problems(root: Path) -> Iterator[str]:
    """What the log and the folders do not say alike, a line each.

    Raises:
        TermsError: if the log is wrong.
    """
    for row in gone(read_log(root)).values():
        if (root / "datapackages" / row.disclosure_id).is_dir():
            yield (
                f"{row.disclosure_id}: {LOG} says that it was {told_of(row)}, and its folder is "
                "there. What to do: run the same command again, which was not done to its end."
            )


def disclosure_of(root: Path, disclosure_id: str) -> Path:
    """The folder of a disclosure; one that was renamed or removed is told as such.

    Raises:
        PackageError: if there is none.
    """
    folder = root / "datapackages" / disclosure_id
    if not folder.is_dir():
        row = gone(read_log(root)).get(disclosure_id)
        if row:
            raise PackageError(f"{disclosure_id}: it was {told_of(row)}. {advice_of(row)}")
    return folder_of(root, disclosure_id)


def _check(file: LogFile, checks: Checks) -> None:
    for path, row in entries("row", file.row):
        _check_texts(path, row, checks)
        if (row.action == "renamed") != bool(row.new_id):
            checks.add((*path, "new_id"), "an id where it was renamed, and nothing elsewhere")
        if row.new_id == row.disclosure_id:
            checks.add((*path, "new_id"), "another id than before")
    _check_ends(file, checks)


def _check_texts(path: KeyPath, row: Logged, checks: Checks) -> None:
    for name in COLUMNS:
        if hidden := HIDDEN.search(getattr(row, name)):
            checks.add((*path, name), "no hidden characters", f"take out {called(hidden[0])}")


def _check_ends(file: LogFile, checks: Checks) -> None:
    """Nothing is done to an id that is gone, and no id that is gone comes back."""
    ended: set[str] = set()
    for path, row in entries("row", file.row):
        if row.disclosure_id in ended:
            checks.add((*path, "disclosure_id"), "an id that is still used in this row")
        if row.new_id in ended:
            checks.add((*path, "new_id"), "an id that was never used before")
        if row.action != "replaced":
            ended.add(row.disclosure_id)
