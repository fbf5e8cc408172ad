"""What the published resources and their fields are, in Chinese."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field

from juesuan.terms.load import DATA, toml
from juesuan.terms.problems import Checks
from juesuan.terms.resources import resource_schemas
from juesuan.terms.written import Model, Text


class DictionaryFile(Model):
    """Descriptions in Chinese; those in English are of the resources' own file."""

    resource: dict[str, Text] = Field(description="By resource.")
    field: dict[str, Text] = Field(
        description="By the name of a field that is the same wherever it stands."
    )
    of: dict[str, dict[str, Text]] = Field(
        {}, description="By resource and field, where a field of that name is something else."
    )


@cache
def _dictionary(folder: Path) -> DictionaryFile:
    return toml("dictionary.toml", DictionaryFile, folder).checked(_check)


def _check(file: DictionaryFile, checks: Checks) -> None:
    """Nothing is described that is not published."""
    known = resource_schemas()
    every = {field.name for resource in known.values() for field in resource.fields}
    for name in file.resource:
        checks.known(("resource", name), name, known, "a resource")
    for name in file.field:
        checks.known(("field", name), name, every, "a field of a resource")
    for name, fields in file.of.items():
        checks.known(("of", name), name, known, "a resource")
        own = {field.name for field in known[name].fields} if name in known else set(fields)
        for field in fields:
            checks.known(("of", name, field), field, own, f"a field of {name}")


def about_resource(resource: str, folder: Path = DATA) -> str:
    """What a resource is, in Chinese; empty where that is not written.

    Args:
        resource: its name.
        folder: of definitions.

    Raises:
        TermsError: if the file is wrong.
    """
    return _dictionary(folder).resource.get(resource, "")


def about_field(resource: str, field: str, folder: Path = DATA) -> str:
    """What a field of a resource is, in Chinese; empty where that is not written.

    Args:
        resource: name of its resource.
        field: its name.
        folder: of definitions.

    Raises:
        TermsError: if the file is wrong.
    """
    file = _dictionary(folder)
    return file.of.get(resource, {}).get(field, "") or file.field.get(field, "")
