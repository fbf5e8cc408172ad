"""Columns of texts in the types of their fields: exact, and missing where nothing is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias

import pandas as pd
from pandas.api.extensions import ExtensionArray

_Cells: TypeAlias = "pd.Series[int] | pd.Series[bool] | pd.Series[str] | ExtensionArray"

_TWO = 2
"""Decimals that are kept: amounts are printed with two."""


def frame_of(texts: pd.DataFrame, kinds: Mapping[str, str]) -> pd.DataFrame:
    """A table of texts with its columns typed, in their order; one that it lacks is missing.

    Args:
        texts: the cells; what is not printed is missing.
        kinds: the columns with their types, as a Table Schema calls them.
    """
    every = texts.reindex(columns=pd.Index(list(kinds)))
    return every.assign(**{name: _typed(every[name], kind) for name, kind in kinds.items()})


def _typed(column: pd.Series[str], kind: str) -> _Cells:
    """A column of texts in the type of its field."""
    if kind in ("integer", "year"):
        return column.astype("string").astype("Int64")
    if kind == "boolean":
        return column.map({"true": True, "false": False}).astype("boolean")
    if kind in _EXACT:
        made = _EXACT[kind]
        return pd.array(
            [None if pd.isna(cell) else made(str(cell)) for cell in column], dtype=object
        )
    return column.astype("string")


def exact(text: str) -> Decimal:
    """A number without the zeros that a column of fixed decimals adds behind the second one.

    >>> exact("102.360000"), exact("102.3600001"), exact("7")
    (Decimal('102.36'), Decimal('102.3600001'), Decimal('7'))
    """
    whole, point, decimals = text.partition(".")
    kept = decimals[:_TWO] + decimals[_TWO:].rstrip("0")
    return Decimal(f"{whole}{point}{kept}")


_EXACT: Mapping[str, Callable[[str], object]] = {"number": exact, "date": date.fromisoformat}

__all__ = ["exact", "frame_of"]
