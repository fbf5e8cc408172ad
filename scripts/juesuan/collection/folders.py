"""The folders of a collection: ``datapackages/<id>/``, one a disclosure.

Each has the file as received in ``source/``.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from juesuan import intake, package
from juesuan.collection.guard import apart
from juesuan.errors import PackageError
from juesuan.model import Facts

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*-(?:19|20)\d\d")
"""Pattern of a disclosure id."""

_DESKTOP = {"thumbs.db", "desktop.ini"}

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


def source_of(folder: Path) -> Path:
    """The one file of a disclosure as received.

    Raises:
        PackageError: if there is none, more than one, or a symbolic link.
    """
    place = package.within(folder, "source")
    paths = place.iterdir() if place.is_dir() else ()
    files = sorted(path for path in paths if path.is_file() and not _of_desktop(path.name))
    if len(files) != 1:
        raise PackageError(
            f"{folder.name}/source: found {len(files)} files; expected one. What to do: keep only "
            "the file as received."
        )
    return package.within(folder, f"source/{files[0].name}")


def _of_desktop(name: str) -> bool:
    """Whether a file was left by the desktop of a maintainer's machine, or is hidden."""
    return name.startswith(".") or name.lower() in _DESKTOP


def text_of(folder: Path) -> str:
    """The text of a published disclosure, in which the offsets of its figures count.

    Raises:
        PackageError, SourceError: if the package or its source is missing or damaged.
    """
    extracted = package.extracted_text(folder)
    return intake.read(source_of(folder)).text if extracted is None else extracted


def inputs(folder: Path, scratch: Path) -> Path:
    """A copy of a disclosure's folder with nothing but what goes into a conversion.

    Args:
        folder: the disclosure's.
        scratch: where the copy is made.

    Raises:
        PackageError: if there is no source, more than one, or a symbolic link.
    """
    fresh = scratch / folder.name
    (fresh / "source").mkdir(parents=True)
    source = source_of(folder)
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
