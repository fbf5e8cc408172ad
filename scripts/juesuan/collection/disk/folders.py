"""The folders of a collection: ``datapackages/<id>/``, one a disclosure.

Each has the file as received in ``source/``, or the files, where a disclosure came as several.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from juesuan import package
from juesuan.collection.disk.guard import apart
from juesuan.errors import PackageError
from juesuan.intake import limits
from juesuan.intake.archive import of_desktop
from juesuan.model import Facts

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*-(?:19|20)\d\d")
"""Pattern of a disclosure id."""

LONGEST_ID = 80
"""Characters of an id."""


def check_id(disclosure_id: str) -> str:
    """The id, if it is one.

    Raises:
        PackageError: if it has other characters than lower-case letters, digits and hyphens, or
            does not end in a year.
    """
    if not ID.fullmatch(disclosure_id) or len(disclosure_id) > LONGEST_ID:
        raise PackageError(
            f"{disclosure_id!r}: not a disclosure id. Expected <region>-<department>-<year> in "
            "lower-case letters, digits and hyphens, such as urumqi-finance-2024."
        )
    return disclosure_id


def ids(root: Path) -> list[str]:
    """Ids of all disclosures of a collection, sorted.

    A folder that holds anything counts: one whose ``source/`` is gone, or whose name is no id, is
    told by whoever works on it, and never vanishes silently.
    """
    folder = root / "datapackages"
    if not folder.is_dir():
        return []
    return sorted(path.name for path in folder.iterdir() if _is_disclosure(path))


def _is_disclosure(path: Path) -> bool:
    return path.is_dir() and not path.name.startswith(".") and any(path.iterdir())


def folder_of(root: Path, disclosure_id: str) -> Path:
    """The folder of a disclosure.

    Raises:
        PackageError: if the id is none, there is no such disclosure, or it is a symbolic link.
    """
    folder = package.within(root / "datapackages", check_id(disclosure_id))
    if not folder.is_dir():
        raise PackageError(
            f"{disclosure_id}: no such disclosure. What to do: `juesuan add FILE`, or see "
            "`juesuan show`."
        )
    return folder


def sources_of(folder: Path) -> tuple[Path, ...]:
    """The files of a disclosure as received, in the order of their names.

    Raises:
        PackageError: if there is none, a folder, more than a disclosure may have, or a symbolic
            link.
    """
    place = package.within(folder, "source")
    paths = sorted(place.iterdir()) if place.is_dir() else []
    files = [package.within(folder, f"source/{one.name}") for one in paths if _is_given(one)]
    if not 0 < len(files) <= limits.FILES or not all(one.is_file() for one in files):
        raise PackageError(
            f"{folder.name}/source: found {len(files)} files; expected one, or up to "
            f"{limits.FILES} of one disclosure, and no folders. What to do: "
            + ("keep only" if files else "put back")
            + " the files as received."
        )
    return tuple(files)


def _is_given(path: Path) -> bool:
    return path.is_symlink() or not of_desktop(path.name)


def inputs(folder: Path, scratch: Path) -> Path:
    """A copy of a disclosure's folder with nothing but what goes into a conversion.

    Args:
        folder: the disclosure's.
        scratch: where the copy is made.

    Raises:
        PackageError: if there is no source, or a symbolic link.
    """
    fresh = scratch / folder.name
    (fresh / "source").mkdir(parents=True)
    for source in sources_of(folder):
        shutil.copyfile(source, fresh / "source" / source.name)
    notes = package.within(folder, package.NOTES)
    if notes.exists():
        shutil.copyfile(notes, fresh / package.NOTES)
    return fresh


def load_all(
    root: Path, wanted: Sequence[str] = (), failed: Callable[[str], object] | None = None
) -> list[Facts]:
    """The published packages of a collection.

    Args:
        root: the repository.
        wanted: ids; all if empty.
        failed: called with each that is missing or damaged, in one line; the others are loaded.

    Raises:
        PackageError: if there is no such disclosure, or a package is missing or damaged and nobody
            is called.
    """
    return apart(wanted or ids(root), lambda one: package.load(folder_of(root, one)), failed)
