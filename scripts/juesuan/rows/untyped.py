"""Rows of which the resource is not known before the program runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Row = Mapping[str, str]
"""A published row of any resource: column name to text; an empty text means "not printed"."""

AnyRow = Mapping[str, object]
"""What takes a :data:`Row` as well as the typed row of any resource."""


def cell(row: AnyRow, column: str) -> str:
    """The text of a cell whose column is known only when the program runs.

    Raises:
        KeyError: if the row has no such column.
    """
    found: Any = row[column]
    text: str = found  # a row holds nothing else; this is asked of each cell of each table
    return text


def is_lost(row: AnyRow, column: str) -> bool:
    """Whether a cell is printed but cannot be read.

    The number of a target or a result is lost with its text, which alone is marked.
    """
    marks = cell(row, "unreadable").split() if "unreadable" in row else []
    return column in marks or column.removesuffix("_value") in marks
