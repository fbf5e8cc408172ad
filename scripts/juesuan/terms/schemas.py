"""What is published: the resources, their columns and keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from juesuan.terms.load import toml


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a resource."""

    name: str
    type: str
    title: str
    description: str
    column_type: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A published table: its columns and keys."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    foreign: dict[str, str]
    enum: dict[str, list[str]]

    def row_key(self, row: Any) -> str:
        """The key of a row without the disclosure id, joined by slashes."""
        return "/".join(row[name] for name in self.key)


@cache
def resource_schemas() -> dict[str, Resource]:
    """The published resources, by name, in the order of publication."""
    data = toml("resources.toml")
    first = Field(
        "disclosure_id",
        "string",
        "决算公开编号",
        "Id of the disclosure: region, department, year.",
        "",
    )
    found = {}
    for name, entry in data["resource"].items():
        blocks = [field for block in entry.get("blocks", []) for field in data["shared"][block]]
        fields = (first, *(Field(*field) for field in [*entry["fields"], *blocks]))
        found[name] = Resource(
            name,
            entry["title"],
            entry["description"],
            fields,
            tuple(entry["key"]),
            entry.get("foreign", {}),
            entry.get("enum", {}),
        )
    return found
