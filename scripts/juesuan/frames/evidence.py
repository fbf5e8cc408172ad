"""Where the cells of a table are printed: the figures behind them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from juesuan.frames.described import FIRST

BOUND = "bound"
"""The status of a figure that is the value of a cell."""

FIGURE = "figure_id"
"""The column of a table whose rows name their figures themselves."""


def evidence_of(figures: pd.DataFrame, table: pd.DataFrame, key: Sequence[str]) -> pd.DataFrame:
    """The figures behind the cells of a table.

    Args:
        figures: rows of ``figures`` that are bound to cells of the table; those of the whole
            ledger where the table's rows name their figures.
        table: the table.
        key: the table's key behind the id of the disclosure.

    Returns:
        The rows of ``figures`` with the columns of the table's key, so that it can be merged with
        the table: one row a printed figure, ``field`` names the column.
    """
    if FIGURE in table:
        return _named(figures, table)
    keys = table[[*dict.fromkeys((FIRST, *key))]].copy()
    texts = [table[name].astype("string").fillna("") for name in key]
    keys["row"] = ["/".join(map(str, one)) for one in zip(*texts, strict=True)] or ""
    return figures.merge(keys, on=[FIRST, "row"], how="inner")


def _named(figures: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """The figures that the rows of a table name; where the cell is said by the table, as there."""
    named = table[[FIRST, FIGURE]].dropna().drop_duplicates()
    return figures.merge(named, on=[FIRST, FIGURE], how="inner")


__all__ = ["BOUND", "FIGURE", "evidence_of"]
