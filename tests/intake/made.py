"""Files of a test, and the facts that are read from them."""

from __future__ import annotations

from pathlib import Path

from juesuan import intake
from juesuan.intake.file import File
from juesuan.model import Document, Facts
from juesuan.parse import identify, parse


def file(name: str, data: bytes | str) -> File:
    """A file with this name and content, which lies nowhere."""
    return File(Path(name), data.encode() if isinstance(data, str) else data)


def facts_of(document: Document) -> Facts:
    """What is understood of a document."""
    identity = identify(document)
    head = {
        "fiscal_year": str(identity.year),
        "department": identity.department,
        "region_code": identity.region_code,
    }
    return parse(document, "x-y-2024", head)


def facts_in(path: Path, data: bytes) -> Facts:
    """What is understood of a file with this content."""
    path.write_bytes(data)
    return facts_of(intake.read(path))


def cells(document: Document) -> list[list[tuple[int, int, int, int, str]]]:
    """The cells of each table: row, column, rows, columns, text."""
    return [
        [
            (one.row, one.column, one.rows, one.columns, document.text[one.start : one.end])
            for one in table.cells
        ]
        for table in document.tables
    ]
