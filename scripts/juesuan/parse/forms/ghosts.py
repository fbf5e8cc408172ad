"""Rows of funds that extraction made of the row above them.

A form prints one execution rate. A second row with a rate that its own amounts deny is a double
that the extraction made of the first.
"""

from __future__ import annotations

import re

from juesuan.amount import NUMERAL, Amount, percent
from juesuan.parse.forms.fund_columns import by_order, values_of
from juesuan.parse.forms.grid import GridCell, GridRow
from juesuan.parse.forms.values import Kind, is_damaged

_NUMERAL = re.compile(rf"-?{NUMERAL}")


def is_rated(row: GridRow) -> bool:
    """Whether a row has an execution rate, legible or not."""
    rate = _rate(row)
    damaged = any(cell.text.endswith("%") and is_damaged(cell.text) for cell in row.cells)
    return rate is not None or damaged


def is_ghost(row: GridRow) -> bool:
    """Whether the amounts of a row deny its rate in percent."""
    rate = _rate(row)
    cells = by_order(values_of(row))[0]
    executed, budget = cells.get("executed"), cells.get("annual_budget")
    if rate is None or rate.kind is not Kind.PERCENT or not _legible(executed, budget):
        return False
    return not _is_rate(rate, executed, budget)


def _rate(row: GridRow) -> GridCell | None:
    rate = by_order(values_of(row))[0].get("execution_rate_pct")
    return None if rate is None or is_damaged(rate.text) else rate


def _legible(*cells: GridCell | None) -> bool:
    return all(cell is not None and _NUMERAL.fullmatch(cell.text) for cell in cells)


def _is_rate(rate: GridCell, executed: GridCell | None, budget: GridCell | None) -> bool:
    """Whether a rate is what one amount is of the other."""
    if executed is None or budget is None:
        return False
    printed = Amount.of(rate.text[:-1])
    whole, part = Amount.of(budget.text).value, Amount.of(executed.text).value
    if not whole:  # nothing is a part of nothing: such a row prints any rate
        return not part
    return percent(part, whole, printed.places) == printed.value
