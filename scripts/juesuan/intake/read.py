"""From a path to a Document: the one reader that recognises the file reads it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.file import File, Pages
from juesuan.intake.reader import RENAME, Copy, Find, Reader
from juesuan.intake.readers import readers
from juesuan.intake.text.hidden import without_secrets
from juesuan.model import Document
from juesuan.terms.hidden import HIDDEN, called, without_hidden


def read(path: Path, pages: Pages | None = None) -> Document:
    """Read a source file of any format that has a reader.

    Args:
        path: a file of at most :data:`juesuan.intake.limits.BYTES` bytes.
        pages: those that are read; all where None.

    Returns:
        The document; it says what its format has (:class:`~juesuan.model.Document`).

    Raises:
        UnreadableSourceError: if the file is missing, empty, too large, or of another format, if
            its name and its content do not agree, or if its reader cannot read it, or no pages.
    """
    file = replace(received(path), pages=pages)
    return _document(reader_of(file), file)


def _document(reader: Reader, file: File) -> Document:
    """What a reader reads, within bounds, and told of characters that are not seen."""
    if file.pages and not reader.reads_pages:
        raise UnreadableSourceError(
            file.name,
            f"pages {file.pages} of a file that is no PDF",
            "the pages of a PDF, which has them",
            "part the file, and add each part by itself without --pages",
        )
    document = reader.read(file)
    if told := limits.check_text(document.text):
        raise UnreadableSourceError(file.name, *told)
    return without_secrets(document)


def pictures(path: Path, pages: Sequence[int], scale: float) -> dict[int, bytes]:
    """Pictures of pages as PNG, by number; a page that cannot be drawn has none.

    Args:
        path: a source file that was read.
        pages: their 1-based numbers; a format without pages has no pictures.
        scale: pixels a point.

    Raises:
        UnreadableSourceError: as :func:`read` does for a file that no reader recognises.
    """
    file = received(path)
    return reader_of(file).pictures(file, pages, scale)


def recognise(path: Path, tell: Callable[[str, int, int], None]) -> None:
    """Have the text of a scan recognised, inside of :func:`juesuan.intake.kept`.

    Args:
        path: a file of which :func:`read` raised ``UnrecognisedError``.
        tell: is told its name, how many pages are done, and how many there are.

    Raises:
        UnreadableSourceError: if it cannot be done in time.
    """
    file = received(path)
    reader_of(file).recognise(file, tell)


def copy(path: Path, find: Find, known: Document | None = None, pages: Pages | None = None) -> Copy:
    """What may be published of a source file, and the document of that.

    Args:
        path: a source file.
        find: the offsets of the characters of a document that must not be published.
        known: what was read from the whole file, where that was done already.
        pages: those that belong to the document; what must not be published is looked for on all.

    Raises:
        UnreadableSourceError: as :func:`read` does.
    """
    file = received(path)
    reader = reader_of(file)
    document = known or _document(reader, file)
    copied = reader.copy(file, document, find)
    if pages:
        return replace(copied, document=_part(reader, file, copied, pages))
    if copied.document is document:
        return copied
    return replace(copied, document=without_secrets(copied.document))


def _part(reader: Reader, file: File, copied: Copy, pages: Pages) -> Document:
    """The document of some pages of what may be published of a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file.name
        path.write_bytes(copied.data)
        return _document(reader, File(path, copied.data, pages))


def received(path: Path) -> File:
    """The file at a path, if it is there, bears a name that is read, and has a size that can be.

    Raises:
        UnreadableSourceError: if not.
    """
    _there(path)
    _named(path)
    _small_enough(path)
    file = File(path, path.read_bytes())
    if not file.data.strip():
        raise UnreadableSourceError(
            file.name, "an empty file", "a disclosure", "get the file again"
        )
    return file


def reader_of(file: File) -> Reader:
    """The one reader that recognises a file.

    Raises:
        UnreadableSourceError: if none does, or more than one.
    """
    found = [one for one in readers() if one.recognises(file)]
    if not found:
        raise _unlike_its_name(file)
    if len(found) > 1:
        raise UnreadableSourceError(
            file.name,
            f"a file that is {' and '.join(one.called for one in found)} at once",
            "one that is of one format",
            "report it with the file; these readers must tell such files apart",
        )
    return found[0]


_ADVICE = (
    ((".rar", ".7z", ".gz", ".tar"), "unpack it, and add the folder, or pack that as ZIP"),
    ((".ofd", ".xps", ".ppt", ".pptx", ".dps", ".caj", ".epub"),
     "open it with a program that shows it, and save or print it as PDF with text"),
    ((".xlsb", ".csv", ".numbers"), "open it in a spreadsheet, and save it as .xlsx"),
    ((".bmp", ".gif", ".webp", ".heic"), "open the picture, and save it as .png"),
    ((".eml", ".msg"), "save the files that are attached to the message, and add those"),
)  # fmt: skip
"""Endings that departments send and that are not read, and what to do with such a file."""


def _there(path: Path) -> None:
    if not path.is_file():
        found = "a folder" if path.is_dir() else "no such file"
        expected = f"a {_formats()} file"
        raise UnreadableSourceError(path.name or str(path), found, expected, "check the path")


def _named(path: Path) -> None:
    hidden = HIDDEN.search(path.name)
    if hidden:
        raise UnreadableSourceError(
            without_hidden(path.name),
            f"a file name with {called(hidden[0])}, which is not seen",
            "a name of letters and digits",
            "rename the file",
        )
    endings = [ending for one in readers() for ending in one.endings]
    own = path.suffix.lower()
    if own not in endings:
        raise UnreadableSourceError(
            path.name,
            f"a file ending in {path.suffix or 'nothing'}",
            " or ".join(endings),
            next((advice for some, advice in _ADVICE if own in some), _save_as()),
        )


def _small_enough(path: Path) -> None:
    size = path.stat().st_size
    if size > limits.BYTES:
        advice = "check that this is one disclosure, or split it"
        raise UnreadableSourceError(
            path.name, f"{size:,} bytes", f"at most {limits.BYTES:,}", advice
        )


def _save_as() -> str:
    return f"save the disclosure as {_formats()}"


def _formats() -> str:
    return " or ".join(one.called for one in readers())


def _unlike_its_name(file: File) -> UnreadableSourceError:
    """The message for a file whose name tells a format that its content is not of."""
    named = _reader_for(file.suffix)
    if file.signature and _reader_for(file.signature.ending) not in (None, named):
        wanted = f"a name ending in {file.signature.ending}"
        return UnreadableSourceError(file.name, file.signature.what, wanted, RENAME)
    return (
        named.refusal(file)
        if named
        else UnreadableSourceError(
            file.name, "a file of no known format", f"a {_formats()} file", RENAME
        )
    )


def _reader_for(ending: str) -> Reader | None:
    return next((one for one in readers() if ending in one.endings), None)
