"""Releases made of a few rows: the ZIP of CSV files that a release has."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from juesuan.release.issue import Issue
from juesuan.release.packed import csv_line

HEAD = ("disclosure_id", "fund", "level", "position", "item", "actual")
"""Some columns of ``functions``, whose key only counts rows."""


TITLES = {"disclosure": "决算公开", "functions": "支出功能分类", "glossary": "名词解释"}
"""Titles of some resources, as the descriptor of a release tells them."""


class Table(NamedTuple):
    """A table: its columns, its primary key, its rows."""

    columns: Sequence[str]
    key: Sequence[str]
    rows: Sequence[Sequence[str]]


def items(*rows: Sequence[str], columns: Sequence[str] = HEAD) -> Table:
    """Lines of spending: id of the disclosure, position, item, amount."""
    return Table(
        columns,
        ("disclosure_id", "fund", "level", "position"),
        [(one, "general_public_budget", "item", *rest) for one, *rest in rows],
    )


def terms(
    *rows: Sequence[str], columns: Sequence[str] = ("disclosure_id", "term", "definition")
) -> Table:
    """Terms and their definitions: a natural key."""
    return Table(columns, ("disclosure_id", "term"), rows)


def issue(path: Path, version: str, tables: Mapping[str, Table]) -> Issue:
    """A release with these tables."""
    about = {
        "name": "juesuan",
        "version": version,
        "created": f"{version.replace('.', '-')}-01T00:00:00Z",
        "resources": [
            {
                "name": name,
                "type": "table",
                "title": TITLES.get(name, ""),
                "path": f"{name}.csv",
                "schema": {"fields": [{"name": x} for x in one.columns], "primaryKey": [*one.key]},
            }
            for name, one in tables.items()
        ],
    }
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("juesuan/datapackage.json", json.dumps(about))
        for name, one in tables.items():
            lines = map(csv_line, [one.columns, *one.rows])
            archive.writestr(f"juesuan/{name}.csv", "".join(lines))
    return Issue(path)
