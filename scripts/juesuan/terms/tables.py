"""The nine statutory tables (九张表), format of the Ministry of Finance."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, partial
from pathlib import Path
from typing import Literal

from pydantic import Field

from juesuan.terms.load import DATA, toml
from juesuan.terms.problems import Checks, entries
from juesuan.terms.resources import Resource, resource_schemas
from juesuan.terms.taxonomy import measures
from juesuan.terms.written import Exemplified, Many, Model, Regex


class StatutoryTable(Exemplified):
    """One of the nine statutory tables: how its title and its columns are known."""

    id: str = Field(description="The resource in which it is published.")
    label: str = Field(description="Its title, for people.")
    title: Regex = Field(
        description="Pattern of its title, in text without spaces and with half-width punctuation."
    )
    shape: Literal["sides", "coded", "blocks", "matrix"] = Field(
        description="sides: revenue beside expenditure; coded: a row a line of the functional "
        "classification; blocks: code, name and amount, side by side; matrix: a heading a figure."
    )
    refused: Regex | None = Field(
        default=None,
        description="Pattern of a heading by which a table with this title is another one.",
    )
    columns: dict[str, Regex] = Field(
        description="Of each column the pattern of its headings from top to bottom, joined by /."
    )


class TablesFile(Model):
    """The nine statutory tables, in their order."""

    table: Many[StatutoryTable]


@cache
def statutory_tables(folder: Path = DATA) -> tuple[StatutoryTable, ...]:
    """The nine statutory tables, in their order.

    Raises:
        TermsError: if the file is wrong.
    """
    check = partial(_check, folder=folder)
    return toml("tables.toml", TablesFile, folder).checked(check).table


def _check(file: TablesFile, checks: Checks, folder: Path) -> None:
    resources = resource_schemas(folder)
    checks.once(((*path, "id"), one.id) for path, one in entries("table", file.table))
    for path, one in entries("table", file.table):
        checks.known((*path, "id"), one.id, resources, "a resource of resources.toml")
        checks.examples(path, one, re.compile(rf"(?:{one.title})$").search)
        known = _columns(one, resources[one.id], folder) if one.id in resources else one.columns
        for column in one.columns:
            checks.known((*path, "columns", column), column, known, "a key that the shape allows")


def _columns(table: StatutoryTable, resource: Resource, folder: Path) -> Collection[str]:
    """What the columns of a table may be called: funds, measures, or columns of its resource."""
    if table.shape == "sides":
        return ["all", *resource.enum.get("fund", ())]
    if table.shape == "matrix":
        return measures(folder)
    return [field.name for field in resource.fields]
