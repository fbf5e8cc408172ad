"""The text of a published disclosure, in which its figures are printed."""

from __future__ import annotations

from pathlib import Path

from juesuan import intake, package
from juesuan.collection.folders import sources_of


def text_of(folder: Path) -> str:
    """The text of a published disclosure, in which the offsets of its figures count.

    Raises:
        PackageError, SourceError: if the package or its source is missing or damaged.
    """
    extracted = package.extracted_text(folder)
    return intake.read(sources_of(folder)[0]).text if extracted is None else extracted
