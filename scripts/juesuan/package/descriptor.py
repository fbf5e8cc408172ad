"""The descriptor of a package: Data Package v2 with Table Schemas and Fiscal Data Package column types."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from juesuan import terms
from juesuan.rows import Row

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
VERSION = "1.0.0"
"""Version of the published data model; raised when the meaning of a column changes."""


TEXT = "text.txt"
"""The text in which offsets count, beside the tables, where the source is no text itself."""


def descriptor(
    disclosure: Row,
    tables: dict[str, str],
    texts_sha256: str,
    extracted: str = "",
    page_lines: Sequence[int] = (),
) -> dict[str, Any]:
    """The descriptor of one package.

    Args:
        disclosure: the row of ``disclosure``.
        tables: resource name to CSV text.
        texts_sha256: hash of the source as received.
        extracted: the text read from a source that is no text itself; empty otherwise.
        page_lines: for each page of the source the first of its lines in that text.

    Returns:
        The content of ``datapackage.json``.
    """
    title = f"{disclosure['department']}{disclosure['fiscal_year']}年度部门决算"
    source: dict[str, str] = {"title": f"{title}公开说明", "version": f"sha256:{texts_sha256}"}
    if disclosure["source_url"]:
        source["path"] = disclosure["source_url"]
    return {
        "$schema": PROFILE,
        "name": disclosure["disclosure_id"],
        "title": title,
        "description": (
            f"Final accounts {disclosure['fiscal_year']} of {disclosure['department']} ({disclosure['scope']}), read from "
            "the department's published disclosure. Amounts are in 万元 (CNY 10 000) as printed unless a row names "
            "another unit; an empty cell means not printed. Every numeral of the source is accounted for in `figures`."
        ),
        "version": VERSION,
        "keywords": [
            word
            for word in (
                "部门决算",
                "final accounts",
                disclosure["region"],
                disclosure["fiscal_year"],
            )
            if word
        ],
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
                "title": "Creative Commons Attribution 4.0 (the compilation; the government's text keeps its own terms)",
            }
        ],
        "contributors": [
            {"title": "juesuan", "roles": ["wrangler"]},
            {"title": disclosure["department"], "roles": ["author"]},
        ],
        "sources": [source],
        "resources": [
            *(_resource(name, text, tables) for name, text in tables.items()),
            *([_text(extracted, page_lines)] if extracted else []),
        ],
    }


def _text(extracted: str, page_lines: Sequence[int]) -> dict[str, Any]:
    data = extracted.encode("utf-8")
    return {
        "name": "text",
        "path": f"data/{TEXT}",
        "title": "原文的文字",
        "description": "The text read from the source file, in which the offsets of `figures` count: a line for each printed "
        "line and for each row of a ruled table, with tabs between its columns.",
        "format": "txt",
        "mediatype": "text/plain",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "pageLines": list(page_lines),
    }


def _resource(name: str, text: str, tables: dict[str, str]) -> dict[str, Any]:
    resource, data = terms.resource_schemas()[name], text.encode("utf-8")
    return {
        "name": name,
        "type": "table",
        "path": f"data/{name}.csv",
        "title": resource.title,
        "description": resource.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
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
        "missingValues": [""],
    }
    keys = [
        {
            "fields": ["disclosure_id", column],
            "reference": {"resource": other, "fields": ["disclosure_id", column]},
        }
        for column, other in resource.foreign.items()
        if other in present
    ]
    if resource.name != "disclosure":
        keys.insert(
            0,
            {
                "fields": ["disclosure_id"],
                "reference": {"resource": "disclosure", "fields": ["disclosure_id"]},
            },
        )
    if keys:
        found["foreignKeys"] = keys
    return found


def _field(resource: terms.Resource, field: terms.Field) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": field.name,
        "type": field.type,
        "title": field.title,
        "description": field.description,
    }
    constraints: dict[str, Any] = {}
    if field.name in ("disclosure_id", *resource.key):
        constraints["required"] = True
    if field.name in resource.enum:
        constraints["enum"] = resource.enum[field.name]
    if field.name == "scope":
        constraints["enum"] = ["汇总", "部门", "单位", "本级"]
    if constraints:
        found["constraints"] = constraints
    if field.type == "boolean":
        found["trueValues"], found["falseValues"] = ["true"], ["false"]
    if field.column_type:
        found["columnType"] = field.column_type
    return found
