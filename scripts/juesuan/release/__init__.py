"""Releases of all data: a folder of all forms, what changed since the one before, applying that."""

from pathlib import Path

from juesuan.pages import CSV
from juesuan.release.apply import apply
from juesuan.release.folder import Made, Sources, release
from juesuan.release.issue import Issue


def version_of(before: Path) -> str:
    """The number of a release: of its folder, or of its CSV as ZIP.

    Raises:
        PackageError: if it is none.
    """
    return Issue(before / CSV if before.is_dir() else before).version


__all__ = ["Made", "Sources", "apply", "release", "version_of"]
