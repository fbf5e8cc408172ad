"""What a release holds in the words of Croissant 1.0, which tools of machine learning read.

https://docs.mlcommons.org/croissant/docs/croissant-spec.html
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from juesuan.package import LICENCE_TEXT
from juesuan.pages import NAME, SITE, Edition
from juesuan.release.card import Table
from juesuan.terms import Field, schema_of

FILE = "croissant.json"

_CONTEXT: Mapping[str, object] = {
    "@language": "zh",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "dct": "http://purl.org/dc/terms/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "includes": "cr:includes",
    "key": "cr:key",
    "recordSet": "cr:recordSet",
    "source": "cr:source",
}

_TYPES = {
    "number": "sc:Float",
    "integer": "sc:Integer",
    "year": "sc:Integer",
    "date": "sc:Date",
    "boolean": "sc:Boolean",
}
"""Types of fields; what is none of them is text. It has no decimals, which the files hold."""

_PARQUET = "application/vnd.apache.parquet"


def croissant(edition: Edition, tables: Sequence[Table], sha256: str, address: str = "") -> str:
    """The description of a release as JSON-LD.

    Args:
        edition: the release.
        tables: in their order.
        sha256: of the archive of Parquet files.
        address: of the website; empty if unknown.
    """
    archive = f"{NAME}-parquet.zip"
    about: Mapping[str, object] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": f"{NAME}-{edition.version}",
        "alternateName": SITE,
        "description": "Final accounts (部门决算) of Chinese government departments, read from "
        "their published disclosures. Amounts are in 万元 (CNY 10 000) unless a row names another "
        "unit; an empty cell means not printed.",
        "version": edition.version,
        "datePublished": edition.day,
        "license": LICENCE_TEXT,
        "creator": {"@type": "sc:Organization", "name": f"The {NAME} contributors"},
        **({"url": address} if address else {}),
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": archive,
                "name": archive,
                "contentUrl": archive,
                "encodingFormat": "application/zip",
                "sha256": sha256,
            },
            *(_files(one, archive) for one in tables),
        ],
        "recordSet": [_records(one) for one in tables],
    }
    return json.dumps(about, ensure_ascii=False, indent=1) + "\n"


def _is_parted(table: Table) -> bool:
    return "*" in table.files


def _files(table: Table, archive: str) -> Mapping[str, object]:
    """The file of a table in the archive, or its files."""
    within = f"{NAME}/{table.files}"
    where = {"includes": within} if _is_parted(table) else {"contentUrl": within}
    return {
        "@type": "cr:FileSet" if _is_parted(table) else "cr:FileObject",
        "@id": table.files,
        "name": table.files,
        "containedIn": {"@id": archive},
        "encodingFormat": _PARQUET,
        **where,
    }


def _records(table: Table) -> Mapping[str, object]:
    resource = schema_of(table.name)
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": f"{resource.title}: {resource.description}",
        "key": [{"@id": f"{table.name}/{one}"} for one in ("disclosure_id", *resource.key)],
        "field": list(_fields(table, resource.fields)),
    }


def _fields(table: Table, fields: Iterable[Field]) -> Iterator[Mapping[str, object]]:
    kind = "fileSet" if _is_parted(table) else "fileObject"
    for one in fields:
        yield {
            "@type": "cr:Field",
            "@id": f"{table.name}/{one.name}",
            "name": one.name,
            "description": f"{one.title}: {one.description}",
            "dataType": _TYPES.get(one.type, "sc:Text"),
            "source": {kind: {"@id": table.files}, "extract": {"column": one.name}},
        }
