"""What was made of single disclosures for pages over all, kept until one of them changes.

A page over all that lists many disclosures is put together from what was made of each alone, so
that one more costs its own part.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")
"""Lists, mappings by text, texts and whole numbers, as JSON holds them."""

_OF_NONE = ""
"""In the place of an id, for what is kept of no disclosure."""

_TABLES = (
    "CREATE TABLE IF NOT EXISTS made (what TEXT, id TEXT, told TEXT, value TEXT, "
    "PRIMARY KEY (what, id)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS made_by (code TEXT)",
)


class Memory:
    """What was made, by what it is and by the disclosure that it was made of.

    Args:
        path: the file in which it is kept; in memory if None.
        code: the version of the program that makes it.
    """

    def __init__(self, path: Path | None, code: str) -> None:
        self._link = _opened(path, code)

    def of(self, what: str, one: str, told: str, make: Callable[[], Made]) -> Made:
        """What was made of a disclosure; made now where it is not known from the same.

        Args:
            what: a name of what is made.
            one: the id of the disclosure.
            told: all that it follows from.
            make: makes it, of what JSON holds: no tuples, no other keys than texts.
        """
        question = "SELECT value FROM made WHERE what = ? AND id = ? AND told = ?"
        found = self._link.execute(question, (what, one, told)).fetchone()
        if found is None:
            text = json.dumps(make(), ensure_ascii=False, separators=(",", ":"))
            row = (what, one, told, text)
            self._link.execute("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)", row)
        else:
            text = str(found[0])
        value: Made = json.loads(text)
        return value

    def kept(self, what: str, told: str) -> dict[str, list[str]]:
        """What is kept of no disclosure; empty where it is not known from the same."""
        question = "SELECT value FROM made WHERE what = ? AND id = ? AND told = ?"
        found = self._link.execute(question, (what, _OF_NONE, told)).fetchone()
        value: dict[str, list[str]] = json.loads(found[0]) if found else {}
        return value

    def keep(self, what: str, told: str, value: Mapping[str, Sequence[str]]) -> None:
        """Keep what is of no disclosure, with all that it follows from."""
        text = json.dumps(dict(value), ensure_ascii=False, separators=(",", ":"))
        row = (what, _OF_NONE, told, text)
        self._link.execute("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)", row)

    def forget_but(self, ids: Iterable[str]) -> None:
        """Forget what was made of others than some disclosures."""
        held = {str(one) for (one,) in self._link.execute("SELECT DISTINCT id FROM made")}
        gone = [(one,) for one in sorted(held - {*ids, _OF_NONE})]
        self._link.executemany("DELETE FROM made WHERE id = ?", gone)

    def close(self) -> None:
        """Keep what was made, and end."""
        self._link.commit()
        self._link.close()


def _opened(path: Path | None, code: str) -> sqlite3.Connection:
    """The kept memory; a new one where there is none, a damaged one, or one of other code."""
    if path is None:
        return _filled(sqlite3.connect(":memory:"), code)
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(sqlite3.Error):
        link = _filled(sqlite3.connect(path), code)
        if link.execute("SELECT code FROM made_by").fetchall() == [(code,)]:
            return link
        link.close()
    path.unlink(missing_ok=True)
    return _filled(sqlite3.connect(path), code)


def _filled(link: sqlite3.Connection, code: str) -> sqlite3.Connection:
    for statement in _TABLES:
        link.execute(statement)
    if not link.execute("SELECT count(*) FROM made_by").fetchone()[0]:
        link.execute("INSERT INTO made_by VALUES (?)", (code,))
        link.commit()
    return link
