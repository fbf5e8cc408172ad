"""The descriptor of a package: Data Package v2, Table Schemas, Fiscal Data Package column types."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from juesuan import DATA_MODEL, terms
from juesuan.rows import DisclosureRow, SourcesRow

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
TEXT = "text.txt"
"""The text in which offsets count, beside the tables, where the source is no text itself."""

NOT_PRINTED = {"value": "", "label": "not printed (原文没有印)"}
"""What an empty cell means; a printed 0.00 is 0.00."""

LICENCE = "CC-BY-4.0"
"""The licence of the data, by its SPDX identifier."""

LICENCE_TEXT = "https://creativecommons.org/licenses/by/4.0/"
"""The address of its text."""

LICENSED = {
    "name": LICENCE,
    "path": LICENCE_TEXT,
    "title": "Creative Commons Attribution 4.0 "
    "(the compilation; the government's text keeps its own terms)",
}
"""It as a descriptor names it."""


def descriptor(
    disclosure: DisclosureRow,
    tables: dict[str, str],
    sources: Sequence[SourcesRow] = (),
    extracted: str = "",
    pages: Sequence[tuple[int, str]] = (),
) -> dict[str, Any]:
    """The descriptor of one package.

    Args:
        disclosure: the row of ``disclosure``.
        tables: resource name to CSV text.
        sources: rows of ``sources``; none where there is one file.
        extracted: the text read from a source that is no text itself; empty otherwise.
        pages: for each page of the source the first of its lines in that text, and its name.

    Returns:
        The content of ``datapackage.json``.
    """
    title = f"{disclosure['department']}{disclosure['fiscal_year']}年度部门决算"
    keywords = ("部门决算", "final accounts", disclosure["region"], disclosure["fiscal_year"])
    resources = [_resource(name, text, tables) for name, text in tables.items()]
    return {
        "$schema": PROFILE,
        "name": disclosure["disclosure_id"],
        "title": title,
        "description": _description(disclosure),
        "version": DATA_MODEL,
        "keywords": [word for word in keywords if word],
        "licenses": [LICENSED],
        "contributors": [
            {"title": "juesuan", "roles": ["wrangler"]},
            {"title": disclosure["department"], "roles": ["author"]},
        ],
        "sources": _sources(disclosure, title, sources),
        "resources": [*resources, _text(extracted, pages)] if extracted else resources,
    }


def _description(disclosure: DisclosureRow) -> str:
    return (
        f"Final accounts {disclosure['fiscal_year']} of {disclosure['department']} "
        f"({disclosure['scope']}), read from the department's published disclosure. Amounts are in "
        "万元 (CNY 10 000) as printed unless a row names another unit; an empty cell means not "
        "printed. Every numeral of the source is accounted for in `figures`."
    )


def _sources(
    disclosure: DisclosureRow, title: str, sources: Sequence[SourcesRow]
) -> list[dict[str, str]]:
    """What the package was made from: one file, or several with their names."""
    title, url = f"{title}公开说明", disclosure["source_url"]
    if not sources:
        return [_source(title, disclosure["source_sha256"], url)]
    return [_source(f"{title}：{one['file']}", one["sha256"], one["url"] or url) for one in sources]


def _source(title: str, sha256: str, url: str) -> dict[str, str]:
    found = {"title": title, "version": f"sha256:{sha256}"}
    return {**found, "path": url} if url else found


def _text(extracted: str, pages: Sequence[tuple[int, str]]) -> dict[str, Any]:
    names = [name for _, name in pages]
    return {
        "name": "text",
        "path": f"data/{TEXT}",
        "title": "原文的文字",
        "description": "The text read from the source file, in which the offsets of `figures` "
        "count: a line for each printed line and for each row of a ruled table, with tabs between "
        "its columns.",
        "format": "txt",
        "mediatype": "text/plain",
        **_content(extracted),
        "pageLines": [line for line, _ in pages],
        **({"pageNames": names} if any(names) else {}),
    }


def _content(text: str) -> dict[str, Any]:
    """Encoding, size and hash of a file with this text."""
    data = text.encode("utf-8")
    return {
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }


def _resource(name: str, text: str, tables: dict[str, str]) -> dict[str, Any]:
    resource = terms.resource_schemas()[name]
    return {
        "name": name,
        "type": "table",
        "path": f"data/{name}.csv",
        "title": resource.title,
        "description": resource.description,
        "format": "csv",
        "mediatype": "text/csv",
        **_content(text),
        "schema": schema(resource, set(tables)),
    }


def schema(resource: terms.Resource, present: set[str]) -> dict[str, Any]:
    """The Table Schema of a resource.

    Args:
        resource: its definition.
        present: resources of the package; a foreign key to one that is absent is left out.
    """
    found: dict[str, Any] = {
        "$schema": SCHEMA_PROFILE,
        "fields": [_field(resource, field) for field in resource.fields],
        "primaryKey": ["disclosure_id", *resource.key],
        "missingValues": [NOT_PRINTED],
    }
    keys = _foreign_keys(resource, present)
    if keys:
        found["foreignKeys"] = keys
    return found


def _foreign_keys(resource: terms.Resource, present: set[str]) -> list[dict[str, Any]]:
    """References to the disclosure and to other resources of the package."""
    fields = [
        (["disclosure_id", column], other)
        for column, other in resource.foreign.items()
        if other in present
    ]
    if resource.name != "disclosure" and "disclosure" in present:
        fields.insert(0, (["disclosure_id"], "disclosure"))
    return [
        {"fields": names, "reference": {"resource": other, "fields": list(names)}}
        for names, other in fields
    ]


def _field(resource: terms.Resource, field: terms.Field) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": field.name,
        "type": field.type,
        "title": field.title,
        "description": field.description,
    }
    constraints = _constraints(resource, field)
    if constraints:
        found["constraints"] = constraints
    if field.type == "boolean":
        found["trueValues"], found["falseValues"] = ["true"], ["false"]
    if field.column_type:
        found["columnType"] = field.column_type
    return found


def _constraints(resource: terms.Resource, field: terms.Field) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if field.name in ("disclosure_id", *resource.key):
        found["required"] = True
    if field.name in resource.enum:
        found["enum"] = resource.enum[field.name]
    if field.pattern:
        found["pattern"] = field.pattern
    if field.least is not None:
        found["minimum"] = field.least
    return found
