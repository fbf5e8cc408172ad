"""Where a package's files lie: below its folder, whatever its descriptor says."""

from __future__ import annotations

import re
from pathlib import Path

from juesuan.errors import PackageError

_NAME = r"""(?![.~ ])[^/\\:*?"<>|\x00-\x1f\x7f]+"""
_PLAIN = re.compile(rf"{_NAME}(?:/{_NAME})*")
"""Names joined by slashes: no address, no drive, none that begins with a dot or a slash."""


def within(folder: Path, path: object) -> Path:
    """The place of a file below a folder.

    Args:
        folder: that it may not leave.
        path: as it is written in a descriptor or a table, with slashes.

    Returns:
        The place; whether anything lies there is not asked.

    Raises:
        PackageError: if the path leads out of the folder, is an address, or a symbolic link lies
            on the way.
    """
    if not isinstance(path, str) or not _PLAIN.fullmatch(path):
        raise PackageError(
            f"{folder.name}: found the path {str(path)[:80]!r}; expected one below the package's "
            "folder, such as data/measures.csv. What to do: build the package again."
        )
    place = folder
    for part in path.split("/"):
        place = place / part
        _refuse_link(folder, place)
    return place


def without_links(folder: Path) -> Path:
    """The folder, if no symbolic link lies anywhere below it.

    Raises:
        PackageError: if one does: whoever reads a folder as a whole would follow it.
    """
    for place in sorted(folder.rglob("*")):
        _refuse_link(folder, place)
    return folder


def _refuse_link(folder: Path, place: Path) -> None:
    if place.is_symlink():
        raise PackageError(
            f"{folder.name}/{place.relative_to(folder).as_posix()}: found a symbolic link; "
            "expected a file or a folder. What to do: put the file itself there."
        )
