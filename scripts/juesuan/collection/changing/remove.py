"""Taking a disclosure out of the collection: what it was stays in the log, its id is not reused."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

from juesuan import package
from juesuan.collection.disk.folders import check_id
from juesuan.collection.disk.lock import BEGUN
from juesuan.collection.disk.log import Logged, disclosure_of, gone, logged_as, note, read_log
from juesuan.errors import PackageError
from juesuan.rows import DisclosureRow


def remove(root: Path, disclosure_id: str, reason: str, by: str, on: str) -> Logged:
    """Take a disclosure out of the collection, with its source and its earlier versions.

    Its row of the log is written first: a command that was killed is run again. Its department
    stays in the registry, where its id stays taken.

    Args:
        root: the repository.
        disclosure_id: the disclosure.
        reason: why, in Chinese; it is published.
        by: who says so; it is published.
        on: the day (ISO).

    Returns:
        The row of the log.

    Raises:
        PackageError: if there is no such disclosure, or the reason is none that a log can hold.
        TermsError: if the log is wrong.
    """
    folder = disclosure_of(root, check_id(disclosure_id))
    row = gone(read_log(root)).get(disclosure_id)
    if row is None:
        told = {"on": on, "action": "removed", "disclosure_id": disclosure_id}
        row = logged_as(about(folder), told | {"reason": reason.strip(), "by": by.strip()})
        note(root, row)
    drop(folder)
    return row


def about(folder: Path) -> DisclosureRow | None:
    """What a package says of its disclosure; None where it cannot be read."""
    with suppress(PackageError):
        return package.head(folder)[0]
    return None


def drop(folder: Path) -> None:
    """Delete a disclosure's folder: it is gone at once, and swept where the command is killed."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=BEGUN) as name:
        folder.rename(Path(name) / folder.name)
