"""Where scans are kept whose text was recognised, while disclosures are added.

Recognising takes minutes and is done once: what is published, and read ever after, is the PDF with
the text under its pictures. Outside of :func:`kept` nothing is recognised.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from juesuan.errors import UnrecognisedError
from juesuan.intake.file import File
from juesuan.intake.scans.supervise import Tell, is_installed, recognise

_folder: ContextVar[Path | None] = ContextVar("_folder", default=None)


@contextmanager
def kept(folder: Path) -> Iterator[None]:
    """Inside, scans are refused by :class:`UnrecognisedError` until they are recognised.

    Args:
        folder: in which they are kept.
    """
    before = _folder.set(folder)
    try:
        yield
    finally:
        _folder.reset(before)


def is_asked() -> bool:
    """Whether scans are to be recognised, and can be."""
    return _folder.get() is not None and is_installed()


def recognised(file: File) -> File | None:
    """A scan as a PDF with its text, where it was recognised."""
    path = _place(file)
    if path is None or not path.is_file():
        return None
    return File(path, path.read_bytes(), file.pages)


def unrecognised(file: File, pages: int) -> UnrecognisedError:
    """What is raised of a scan that is to be recognised first."""
    return UnrecognisedError(
        file.name, f"{pages} scanned pages", "their text", "have it recognised"
    )


def keep(file: File, pages: list[int], tell: Tell) -> None:
    """Recognise a scan, and keep it.

    Args:
        file: as received.
        pages: those of a PDF that are scans.
        tell: is told of each page.

    Raises:
        UnreadableSourceError: if it cannot be read in time.
    """
    path = _place(file)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        recognise(file.path, path, pages, tell)


def _place(file: File) -> Path | None:
    folder = _folder.get()
    name = file.name if file.suffix == ".pdf" else f"{file.name}.pdf"
    return folder / file.sha256 / name if folder else None
