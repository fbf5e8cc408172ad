"""The columns of the statutory tables, of which rules name some and read all that are amounts."""

from __future__ import annotations

from typing import Literal, get_args

from juesuan import terms
from juesuan.rows import (
    Table1Column,
    Table2Column,
    Table3Column,
    Table4Column,
    Table5Column,
    Table6Column,
    Table7Column,
    Table8Column,
    Table9Column,
)

StatutoryColumn = Literal[
    Table1Column,
    Table2Column,
    Table3Column,
    Table4Column,
    Table5Column,
    Table6Column,
    Table7Column,
    Table8Column,
    Table9Column,
]
"""A column of one of the nine tables."""

_BY_NAME: dict[str, StatutoryColumn] = {name: name for name in get_args(StatutoryColumn)}


def money(table: str) -> list[StatutoryColumn]:
    """The columns of amounts of a table, in their order."""
    fields = terms.resource_schemas()[table].fields
    return [_BY_NAME[field.name] for field in fields if field.column_type == "value"]


def short(table: str) -> str:
    """How a table is called in a sentence: 表2."""
    return f"表{table.removeprefix('table')}"


def title(table: str, column: StatutoryColumn) -> str:
    """The heading of a column."""
    fields = terms.resource_schemas()[table].fields
    return next(field.title for field in fields if field.name == column)
