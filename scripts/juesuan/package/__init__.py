"""Package: Facts become a Frictionless data package, and a package becomes Facts again."""

from juesuan.package.descriptor import (
    LICENCE,
    LICENCE_TEXT,
    LICENSED,
    PROFILE,
    SCHEMA_PROFILE,
    schema,
)
from juesuan.package.load import extracted_text, head, load, page_lines, read_back
from juesuan.package.noted import MaskKind
from juesuan.package.notes import FILE as NOTES
from juesuan.package.notes import Notes, lacking, notes_of_text, read_notes
from juesuan.package.readings import apply_readings, reading_place
from juesuan.package.tables import csv_of, csv_text
from juesuan.package.unreadable import apply
from juesuan.package.validate import validate
from juesuan.package.values import admitted
from juesuan.package.within import within
from juesuan.package.write import Contents, contents, settle, write

__all__ = [
    "LICENCE",
    "LICENCE_TEXT",
    "LICENSED",
    "NOTES",
    "PROFILE",
    "SCHEMA_PROFILE",
    "Contents",
    "MaskKind",
    "Notes",
    "admitted",
    "apply",
    "apply_readings",
    "contents",
    "csv_of",
    "csv_text",
    "extracted_text",
    "head",
    "lacking",
    "load",
    "notes_of_text",
    "page_lines",
    "read_back",
    "read_notes",
    "reading_place",
    "schema",
    "settle",
    "validate",
    "within",
    "write",
]
