"""Writing a package: everything beside the old one first, then one rename."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from juesuan import terms
from juesuan.errors import PackageError
from juesuan.model import Document, Facts
from juesuan.package.descriptor import TEXT, descriptor
from juesuan.package.places import place_rows, source_rows
from juesuan.package.tables import csv_text, figure_rows
from juesuan.package.values import refuse_wrong
from juesuan.rows import AnyRow, ChecksRow, Row, SourcesRow


def write(
    facts: Facts,
    document: Document,
    checks: Sequence[ChecksRow],
    folder: Path,
    notes: Sequence[Row] = (),
) -> None:
    """Write ``data/*.csv`` and ``datapackage.json`` of a package, or nothing.

    Args:
        facts: what was understood.
        document: the source, for lines and pages of the ledger.
        checks: rows of ``checks``.
        folder: the package's folder; its ``source/`` and the maintainer's file are left as they
            are.
        notes: what the maintainer wrote of single files, where there are several.

    Raises:
        NoteError: if a note is of no file of the disclosure.
        PackageError: if two rows of a resource have the same key, or a cell holds what its column
            cannot hold.
        OSError: if the disk is full or the folder cannot be written; the old package stands then.
    """
    files = source_rows(facts.disclosure_id, document, notes)
    tables = _tables(facts, document, checks, files)
    extracted = document.text if document.is_extracted else ""
    pages = [(document.line_of(page.start), page.name) for page in document.pages]
    about = descriptor(facts.disclosure, tables, files, extracted, pages)
    contents = {f"{name}.csv": text for name, text in tables.items()}
    if extracted:
        contents[TEXT] = extracted
    _write(folder, contents, about)


def _tables(
    facts: Facts, document: Document, checks: Sequence[ChecksRow], files: Sequence[SourcesRow]
) -> dict[str, str]:
    """The CSV text of each resource that has rows, in the order of their definitions."""
    rows: dict[str, Sequence[AnyRow]] = {
        **facts.tables,
        "sources": files,
        "figures": figure_rows(facts, document),
        "places": place_rows(facts, document),
        "checks": checks,
    }
    refuse_wrong({name: known for name, known in rows.items() if known})
    found = {}
    for name, resource in terms.resource_schemas().items():
        if rows.get(name):
            _unique(resource, rows[name], facts.disclosure_id)
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
    fresh, told = folder / ".data.new", folder / ".datapackage.new"
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        fresh.mkdir(parents=True)
        for name, text in files.items():
            (fresh / name).write_bytes(text.encode("utf-8"))
        told.write_bytes((json.dumps(about, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
    except OSError:
        shutil.rmtree(fresh, ignore_errors=True)
        told.unlink(missing_ok=True)
        raise
    _exchange(folder, fresh)


def _exchange(folder: Path, fresh: Path) -> None:
    old = folder / ".data.old"
    shutil.rmtree(old, ignore_errors=True)
    data = folder / "data"
    if data.exists():
        data.rename(old)
    fresh.rename(data)
    (folder / ".datapackage.new").replace(folder / "datapackage.json")
    shutil.rmtree(old, ignore_errors=True)
