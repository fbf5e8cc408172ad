"""Reading a file: its bytes, its encoding, its text."""

from __future__ import annotations

import hashlib
from pathlib import Path

from juesuan.errors import UnreadableSourceError
from juesuan.intake.characters import clean
from juesuan.intake.marks import unmark
from juesuan.intake.pdf import read_pdf
from juesuan.model import Document

MAX_BYTES = 50_000_000
"""A source above this size is refused: the largest real disclosure is far below it."""

FORMATS = (".txt", ".md", ".pdf")
"""File name endings that are read."""

_SIGNATURES = {
    b"PK\x03\x04": "an office document or ZIP archive", b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "a PNG picture", b"\xff\xd8\xff": "a JPEG picture", b"\x1f\x8b": "a gzip archive",
}  # fmt: skip


def read(path: Path) -> Document:
    """Read a PDF document, or a text file (UTF-8 with or without byte order mark, UTF-16 with one, GB18030; LF or CRLF).

    What a file is, its first bytes tell; its name must agree.

    Args:
        path: a ``.txt``, ``.md`` or ``.pdf`` file of at most :data:`MAX_BYTES` bytes.

    Returns:
        The document. The text of a text file is the decoded file without byte order mark, line ends untouched; that of a
        PDF has a line for each printed line and each row of a ruled table, with tabs between its columns.

    Raises:
        UnreadableSourceError: if the file is missing, empty, too large, binary, or in another format or encoding.
    """
    name = path.name or str(path)
    if not path.is_file():
        what = "a folder" if path.is_dir() else "no such file"
        raise UnreadableSourceError(name, what, "a PDF or text file", "check the path")
    if path.suffix.lower() not in FORMATS:
        raise UnreadableSourceError(
            name,
            f"a file ending in {path.suffix or 'nothing'}",
            " or ".join(FORMATS),
            "save the disclosure as PDF or text",
        )
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise UnreadableSourceError(
            name,
            f"{size:,} bytes",
            f"at most {MAX_BYTES:,}",
            "check that this is one disclosure, or split it",
        )
    data = path.read_bytes()
    is_pdf = b"%PDF-" in data[:1024]
    if is_pdf != (path.suffix.lower() == ".pdf") and data.strip():
        kind = next(
            (what for signature, what in _SIGNATURES.items() if data.startswith(signature)),
            "a file",
        )
        found, wanted = (
            ("a PDF document", "a name ending in .pdf")
            if is_pdf
            else (f"{kind} that is no PDF", "a PDF document")
        )
        raise UnreadableSourceError(
            name, found, wanted, "give the file the name that says what it is, or get it again"
        )
    if is_pdf:
        return read_pdf(path, data)
    encoding, text = _decode(name, data)
    return Document(
        name, hashlib.sha256(data).hexdigest(), size, encoding, text, unmark(clean(text))
    )


def _decode(name: str, data: bytes) -> tuple[str, str]:
    if not data.strip():
        raise UnreadableSourceError(name, "an empty file", "a disclosure", "get the file again")
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableSourceError(
                name, what, "plain text", "extract its text first and add that file"
            )
    candidates = (
        ["utf-16"] if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "gb18030"]
    )
    damages: dict[str, int] = {}
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            damages[encoding] = error.start
            continue
        if _is_text(text):
            return encoding, text
    if (place := damages.get("utf-8-sig", 0)) * 2 > len(data):
        line = data.count(b"\n", 0, place) + 1
        raise UnreadableSourceError(
            f"{name}:{line}", f"a text in UTF-8 that is damaged at byte {place:,} of {len(data):,}",
            "whole characters to the end of the file", "get the file again; it may have been cut off there",
        )  # fmt: skip
    raise UnreadableSourceError(
        name, "bytes that are no text in UTF-8 or GB18030", "Chinese text", "save the file as UTF-8"
    )


def _is_text(text: str) -> bool:
    control = sum(1 for char in text if ord(char) < 32 and char not in "\n\r\t\f\v")
    return control * 200 <= len(text)
