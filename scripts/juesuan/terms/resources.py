"""What is published: the resources, their columns and keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import pydantic

from juesuan.terms.lines import KeyPath
from juesuan.terms.load import DATA, toml
from juesuan.terms.problems import Checks
from juesuan.terms.written import Many, Model, Text

_Type = Literal["string", "number", "integer", "year", "date", "boolean"]
_Column = Annotated[tuple[str, _Type, str, str, str], pydantic.Field(strict=False)]
"""Name, type, Chinese title, English description, Fiscal Data Package column type or ""."""


class Field(NamedTuple):
    """A column of a resource; ``pattern`` and ``least`` are what its texts and numbers fit."""

    name: str
    type: _Type
    title: str
    description: str
    column_type: str
    pattern: str = ""
    least: int | None = None


@dataclass(frozen=True, slots=True)
class Resource:
    """A published table: its columns and keys.

    ``known_by`` are the columns by which a row is known again in a later version where the key only
    counts rows in the order of the document; none where the key says what the row is about.
    """

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    foreign: dict[str, str]
    enum: dict[str, list[str]]
    known_by: tuple[str, ...] = ()

    def row_key(self, row: Mapping[str, object]) -> str:
        """The key of a row without the disclosure id, joined by slashes."""
        return "/".join([str(row[name]) for name in self.key])


class ResourceEntry(Model):
    """A resource as the file tells it; ``disclosure_id`` comes first in every one."""

    title: Text = pydantic.Field(description="Chinese title.")
    description: Text = pydantic.Field(description="English description.")
    key: Many[str] = pydantic.Field(description="Primary key, behind disclosure_id.")
    fields: Many[_Column] = pydantic.Field(
        description="Columns: name, type, Chinese title, English description, and the column type "
        'of the Fiscal Data Package or "".'
    )
    blocks: Many[str] = pydantic.Field((), description="Blocks of [shared] that come behind.")
    known_by: Many[str] = pydantic.Field(
        (),
        description="Where the key only counts rows: columns by which a row is known again in a "
        "later version.",
    )
    foreign: dict[str, str] = pydantic.Field(
        {}, description="Columns that are the key of another resource."
    )
    enum: dict[str, list[str]] = pydantic.Field(
        {}, description="Columns with the values that they may have."
    )


class ResourcesFile(Model):
    """The published resources, one Table Schema each, in the order of publication."""

    patterns: dict[str, Text] = pydantic.Field(
        {}, description="What the texts of columns of this name match, in whichever resource."
    )
    least: dict[str, int] = pydantic.Field(
        {}, description="The least of the whole numbers in columns of this name."
    )
    shared: dict[str, Many[_Column]] = pydantic.Field(
        description="Blocks of columns that more than one resource has."
    )
    resource: dict[str, ResourceEntry]


_FIRST = Field(
    "disclosure_id",
    "string",
    "决算公开编号",
    "Id of the disclosure: region, department, year.",
    "",
)


@cache
def resource_schemas(folder: Path = DATA) -> dict[str, Resource]:
    """The published resources, by name, in the order of publication.

    Raises:
        TermsError: if the file is wrong.
    """
    return _all_of(_resources(folder))


@cache
def whole_schemas(folder: Path = DATA) -> dict[str, Resource]:
    """The resources that are published over all disclosures alone, by name.

    Raises:
        TermsError: if the file is wrong.
    """
    return _all_of(toml("whole.toml", ResourcesFile, folder).checked(_check))


def schema_of(name: str) -> Resource:
    """A published resource, of one disclosure or over all.

    Raises:
        KeyError: if there is none of this name.
    """
    return (resource_schemas() | whole_schemas())[name]


def _all_of(file: ResourcesFile) -> dict[str, Resource]:
    blocks = _blocks(file)
    every = {name: _resource(name, entry, blocks) for name, entry in file.resource.items()}
    return {name: replace(one, fields=_bounded(one.fields, file)) for name, one in every.items()}


def _bounded(fields: Iterable[Field], file: ResourcesFile) -> tuple[Field, ...]:
    """The columns with what their texts and numbers fit."""
    return tuple(
        one._replace(pattern=file.patterns.get(one.name, ""), least=file.least.get(one.name))
        for one in fields
    )


@cache
def shared_columns(folder: Path = DATA) -> dict[str, tuple[Field, ...]]:
    """The blocks of columns that resources share, by name."""
    return _blocks(_resources(folder))


def _blocks(file: ResourcesFile) -> dict[str, tuple[Field, ...]]:
    return {
        name: tuple(Field(*column) for column in columns) for name, columns in file.shared.items()
    }


def columns_of(resource: str, folder: Path = DATA) -> list[str]:
    """The names of a resource's columns; none for an unknown one."""
    found = resource_schemas(folder).get(resource)
    return [field.name for field in found.fields] if found else []


def _resource(name: str, entry: ResourceEntry, blocks: dict[str, tuple[Field, ...]]) -> Resource:
    own = [Field(*column) for column in entry.fields]
    shared = [field for block in entry.blocks for field in blocks[block]]
    return Resource(
        name,
        entry.title,
        entry.description,
        (_FIRST, *own, *shared),
        entry.key,
        entry.foreign,
        entry.enum,
        entry.known_by,
    )


@cache
def _resources(folder: Path) -> ResourcesFile:
    return toml("resources.toml", ResourcesFile, folder).checked(_check)


def _check(file: ResourcesFile, checks: Checks) -> None:
    _check_bounds(file, checks)
    used = {block for entry in file.resource.values() for block in entry.blocks}
    for block in file.shared:
        checks.known(("shared", block), block, used, "the name of a block that a resource has")
    for name, entry in file.resource.items():
        path: KeyPath = ("resource", name)
        checks.all_known((*path, "blocks"), entry.blocks, file.shared, "a block of [shared]")
        blocks = [file.shared.get(block, ()) for block in entry.blocks]
        columns = [
            _FIRST.name,
            *(column[0] for block in (entry.fields, *blocks) for column in block),
        ]
        if len(set(columns)) < len(columns):
            checks.add((*path, "fields"), "no column twice, those of its blocks counted")
        checks.all_known((*path, "key"), entry.key, columns, "a column of the resource")
        checks.all_known((*path, "known_by"), entry.known_by, columns, "a column of the resource")
        for column in entry.enum:
            checks.known((*path, "enum", column), column, columns, "a column of the resource")
        for column, other in entry.foreign.items():
            _check_foreign((*path, "foreign", column), other, file, columns, checks)


def _check_bounds(file: ResourcesFile, checks: Checks) -> None:
    """Patterns are of columns of texts, and the least of columns of whole numbers."""
    blocks = [column for block in file.shared.values() for column in block]
    own = [column for entry in file.resource.values() for column in entry.fields]
    kinds = {_FIRST.name: {_FIRST.type}}
    for name, kind, *_ in (*blocks, *own):
        kinds.setdefault(name, set()).add(kind)
    for key, bounds, kind in (
        ("patterns", file.patterns, "string"),
        ("least", file.least, "integer"),
    ):
        for name in bounds:
            told = f"a column of which each is {kind}"
            checks.known((key, name), name, {one for one in kinds if kinds[one] == {kind}}, told)


def _check_foreign(
    path: KeyPath, other: str, file: ResourcesFile, columns: list[str], checks: Checks
) -> None:
    """A foreign key is a column of the resource, and the whole key of the other one."""
    column = str(path[-1])
    checks.known(path, column, columns, "a column of the resource")
    checks.known(path, other, file.resource, "a resource")
    if other in file.resource and file.resource[other].key != (column,):
        checks.add(path, f"a resource whose key is {column}")
