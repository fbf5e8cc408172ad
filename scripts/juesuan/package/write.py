"""What a package holds, and writing it: everything beside the old one first, then one rename."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from juesuan import terms
from juesuan.errors import PackageError
from juesuan.model import Document, Facts
from juesuan.package.descriptor import TEXT, descriptor
from juesuan.package.places import place_rows, source_rows
from juesuan.package.tables import csv_text, figure_rows
from juesuan.package.values import refuse_wrong
from juesuan.rows import AnyRow, ChecksRow, DisclosureRow, Row, SourcesRow

_DATA, _DESCRIPTOR = "data", "datapackage.json"
_FRESH, _TOLD, _OLD = ".data.new", ".datapackage.new", ".data.old"
"""What takes their place, and the old files while it does."""


@dataclass(frozen=True)
class Contents:
    """All that a package holds beside its source: its tables as text, and what is said of them.

    Attributes:
        disclosure: the row of ``disclosure``.
        tables: resource to CSV text, in the order of their definitions.
        sources: rows of ``sources``; none where there is one file.
        extracted: the text read from a source that is no text itself; empty otherwise.
        pages: for each page of the source the first of its lines in that text, and its name.
    """

    disclosure: DisclosureRow
    tables: Mapping[str, str]
    sources: Sequence[SourcesRow]
    extracted: str
    pages: Sequence[tuple[int, str]]

    def with_checks(self, checks: Sequence[ChecksRow]) -> Contents:
        """The same with rows of ``checks``.

        Raises:
            PackageError: if two rows have the same key, or a cell does not fit its column.
        """
        own = _texts(self.disclosure["disclosure_id"], {"checks": checks})
        every = {**self.tables, **own}
        ordered = {name: every[name] for name in terms.resource_schemas() if name in every}
        return replace(self, tables=ordered)


def contents(facts: Facts, document: Document, notes: Sequence[Row] = ()) -> Contents:
    """What the package of some facts holds, without checks.

    Args:
        facts: what was understood.
        document: the source, for lines and pages of the ledger.
        notes: what the maintainer wrote of single files, where there are several.

    Raises:
        NoteError: if a note is of no file of the disclosure.
        PackageError: if two rows of a resource have the same key, or a cell holds what its column
            cannot hold.
    """
    files = source_rows(facts.disclosure_id, document, notes)
    rows: dict[str, Sequence[AnyRow]] = {
        **facts.tables,
        "sources": files,
        "figures": figure_rows(facts, document),
        "places": place_rows(facts, document),
    }
    extracted = document.text if document.is_extracted else ""
    pages = [(document.line_of(page.start), page.name) for page in document.pages]
    tables = _texts(facts.disclosure_id, rows)
    return Contents(facts.disclosure, tables, files, extracted, pages)


def write(made: Contents, folder: Path) -> None:
    """Write ``data/*.csv`` and ``datapackage.json`` of a package, or nothing.

    Args:
        made: what it holds.
        folder: the package's folder; its ``source/`` and the maintainer's file are left as they
            are.

    Raises:
        OSError: if the disk is full or the folder cannot be written; the old package stands then.
    """
    tables = dict(made.tables)
    about = descriptor(made.disclosure, tables, made.sources, made.extracted, made.pages)
    files = {f"{name}.csv": text for name, text in tables.items()}
    if made.extracted:
        files[TEXT] = made.extracted
    _write(folder, files, about)


def _texts(disclosure_id: str, rows: Mapping[str, Sequence[AnyRow]]) -> dict[str, str]:
    """The CSV text of each resource that has rows, in the order of their definitions."""
    refuse_wrong({name: known for name, known in rows.items() if known})
    found = {}
    for name, resource in terms.resource_schemas().items():
        if rows.get(name):
            _unique(resource, rows[name], disclosure_id)
            found[name] = csv_text(name, rows[name])
    return found


def _unique(resource: terms.Resource, rows: Sequence[AnyRow], disclosure_id: str) -> None:
    seen: set[str] = set()
    for row in rows:
        key = resource.row_key(row)
        if key in seen:
            raise PackageError(
                f"{disclosure_id}: {resource.name} would hold two rows with the key {key!r}. "
                "Expected one. What to do: report it; this is a fault of the parser."
            )
        seen.add(key)


def _write(folder: Path, files: Mapping[str, str], about: Mapping[str, Any]) -> None:
    """Write the files of ``data/`` and the descriptor, and put them in place of the old ones."""
    settle(folder)
    fresh, told = folder / _FRESH, folder / _TOLD
    try:
        fresh.mkdir(parents=True)
        for name, text in files.items():
            (fresh / name).write_bytes(text.encode("utf-8"))
        told.write_bytes((json.dumps(about, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
        if (folder / _DATA).exists():
            (folder / _DATA).rename(folder / _OLD)
        fresh.rename(folder / _DATA)
        told.replace(folder / _DESCRIPTOR)
    finally:
        settle(folder)


def settle(folder: Path) -> None:
    """Put back the old package where a new one did not wholly take its place, and remove the rest.

    The descriptor comes last: until it does, the old package stands.

    Args:
        folder: the package's folder, in which nobody writes now.
    """
    data, old, told = folder / _DATA, folder / _OLD, folder / _TOLD
    is_begun = old.exists() or not (folder / _DESCRIPTOR).exists()
    if is_begun and told.exists() and not (folder / _FRESH).exists():
        shutil.rmtree(data, ignore_errors=True)
    if old.exists() and not data.exists():
        old.rename(data)
    for rest in (old, folder / _FRESH):
        shutil.rmtree(rest, ignore_errors=True)
    told.unlink(missing_ok=True)
