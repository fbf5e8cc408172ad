"""Writing a package: everything beside the old one first, then one rename."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from juesuan import terms
from juesuan.errors import PackageError
from juesuan.model import Document, Facts
from juesuan.package.descriptor import TEXT, descriptor
from juesuan.package.tables import csv_text, figure_rows
from juesuan.rows import Row


def write(facts: Facts, document: Document, checks: tuple[Row, ...], folder: Path) -> None:
    """Write ``data/*.csv`` and ``datapackage.json`` of a package, or nothing.

    Args:
        facts: what was understood.
        document: the source, for lines and pages of the ledger.
        checks: rows of ``checks``.
        folder: the package's folder; its ``source/`` and the maintainer's file are left as they are.

    Raises:
        PackageError: if two rows of a resource have the same key.
    """
    tables = _tables(facts, document, checks)
    fresh = folder / ".data.new"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for name, text in tables.items():
        (fresh / f"{name}.csv").write_bytes(text.encode("utf-8"))
    extracted = document.text if document.is_extracted else ""
    if extracted:
        (fresh / TEXT).write_bytes(extracted.encode("utf-8"))
    page_lines = [document.line_of(page.start) for page in document.pages]
    content = descriptor(facts.disclosure, tables, document.sha256, extracted, page_lines)
    about = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    (folder / ".datapackage.new").write_bytes(about.encode("utf-8"))
    _exchange(folder, fresh)


def _tables(facts: Facts, document: Document, checks: tuple[Row, ...]) -> dict[str, str]:
    lines = {figure.start: document.line_of(figure.start) for figure in facts.figures}
    pages = {
        figure.start: page for figure in facts.figures if (page := document.page_of(figure.start))
    }
    rows: dict[str, tuple[Row, ...]] = dict(facts.tables)
    boxes = {
        figure.start: box
        for figure in facts.figures
        if (box := document.box_of(figure.start, figure.end))
    }
    rows["figures"] = tuple(figure_rows(facts, lines, pages, boxes))
    rows["checks"] = checks
    found = {}
    for name, resource in terms.resource_schemas().items():
        if rows.get(name):
            _unique(resource, rows[name], facts.disclosure_id)
            found[name] = csv_text(name, rows[name])
    return found


def _unique(resource: terms.Resource, rows: tuple[Row, ...], disclosure_id: str) -> None:
    seen: set[str] = set()
    for row in rows:
        key = resource.row_key(row)
        if key in seen:
            raise PackageError(
                f"{disclosure_id}: {resource.name} would hold two rows with the key {key!r}. Expected one. What to do: "
                "report it; this is a fault of the parser."
            )
        seen.add(key)


def _exchange(folder: Path, fresh: Path) -> None:
    old = folder / ".data.old"
    shutil.rmtree(old, ignore_errors=True)
    data = folder / "data"
    if data.exists():
        data.rename(old)
    fresh.rename(data)
    (folder / ".datapackage.new").replace(folder / "datapackage.json")
    shutil.rmtree(old, ignore_errors=True)
