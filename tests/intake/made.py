"""Files of a test, and the facts that are read from them."""

from __future__ import annotations

from pathlib import Path

from juesuan import intake
from juesuan.intake.file import File
from juesuan.model import Document, Facts
from tests.made import understood


def file(name: str, data: bytes | str) -> File:
    """A file with this name and content, which lies nowhere."""
    return File(Path(name), data.encode() if isinstance(data, str) else data)


def facts_in(path: Path, data: bytes) -> Facts:
    """What is understood of a file with this content."""
    path.write_bytes(data)
    return understood(intake.read(path))


def cells(document: Document) -> list[list[tuple[int, int, int, int, str]]]:
    """The cells of each table: row, column, rows, columns, text."""
    return [
        [
            (one.row, one.column, one.rows, one.columns, document.text[one.start : one.end])
            for one in table.cells
        ]
        for table in document.tables
    ]
