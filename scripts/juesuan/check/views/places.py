"""Where an amount of the prose stands in the statutory tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from juesuan.check.book.book import Book
from juesuan.check.book.columns import StatutoryColumn, short, title
from juesuan.check.comparing.cell import Cell
from juesuan.check.views.summaries import Side, Summary, side
from juesuan.check.views.table7 import Phase, three_public
from juesuan.check.views.tables import Coded, economic_total, of_total

_TOTALS: Mapping[str, tuple[Summary, Side, str]] = {
    "overall": ("table1", "revenue", "total"),
    "revenue.total": ("table1", "revenue", "total"),
    "expenditure.total": ("table1", "expenditure", "total"),
    "carryover.opening": ("table1", "revenue", "opening"),
    "carryover.closing": ("table1", "expenditure", "closing"),
    "revenue.nonfiscal_surplus_used": ("table1", "revenue", "surplus_used"),
    "surplus.distributed": ("table1", "expenditure", "surplus_distributed"),
    "appropriation.overall": ("table4", "revenue", "total"),
    "appropriation.revenue_total": ("table4", "revenue", "total"),
    "appropriation.expenditure_total": ("table4", "expenditure", "total"),
    "appropriation.opening": ("table4", "revenue", "opening"),
    "appropriation.closing": ("table4", "expenditure", "closing"),
    "appropriation.revenue_current": ("table4", "revenue", "current"),
    "appropriation.expenditure_current": ("table4", "expenditure", "current"),
}
"""Measure to table, half and kind of line of the summary tables."""

COLUMNS: Mapping[str, tuple[Coded, StatutoryColumn]] = {
    "revenue.current": ("table2", "total"),
    "revenue.appropriation": ("table2", "appropriation"),
    "revenue.superior_subsidy": ("table2", "superior_subsidy"),
    "revenue.undertaking": ("table2", "undertaking"),
    "revenue.operating": ("table2", "operating"),
    "revenue.affiliated_remittance": ("table2", "affiliated_remittance"),
    "revenue.other": ("table2", "other"),
    "expenditure.current": ("table3", "total"),
    "expenditure.basic": ("table3", "basic"),
    "expenditure.project": ("table3", "project"),
    "expenditure.remitted_superior": ("table3", "remitted_superior"),
    "expenditure.operating": ("table3", "operating"),
    "expenditure.affiliated_subsidy": ("table3", "affiliated_subsidy"),
    "general_budget.expenditure": ("table5", "total"),
    "basic.total": ("table5", "basic"),
    "government_fund.opening": ("table8", "opening"),
    "government_fund.revenue_current": ("table8", "revenue"),
    "government_fund.expenditure_current": ("table8", "expenditure"),
    "government_fund.expenditure": ("table8", "expenditure"),
    "government_fund.closing": ("table8", "closing"),
    "state_capital.opening": ("table9", "opening"),
    "state_capital.revenue_current": ("table9", "revenue"),
    "state_capital.expenditure_current": ("table9", "expenditure"),
    "state_capital.expenditure": ("table9", "expenditure"),
    "state_capital.closing": ("table9", "closing"),
}
"""Measure to table and column of the row 合计."""

_GROUPS = {"basic.personnel": "personnel", "basic.public": "public"}
"""Measure to group of table 6."""

_THREE_PUBLIC = {
    f"three_public.{name}": name
    for name in (
        "total",
        "abroad",
        "vehicles",
        "vehicle_purchase",
        "vehicle_running",
        "reception",
    )
}
"""Measure to row of table 7."""

Column = Literal["actual", "initial_budget", "annual_budget"]
PHASES: dict[Column, Phase] = {
    "actual": "actual",
    "initial_budget": "budget",
    "annual_budget": "budget",
}
"""Columns of the prose, and those of table 7."""

Finder = Callable[[Book], Cell]
"""Asks a book for a figure of the tables."""


def place_of(measure: str, column: Column = "actual") -> Finder | None:
    """Where a figure of a measure stands in the tables; None where it stands in none."""
    if measure in _THREE_PUBLIC:
        return lambda book: three_public(book, _THREE_PUBLIC[measure], PHASES[column])
    return _place_of_amount(measure) if column == "actual" else None


def _place_of_amount(measure: str) -> Finder | None:
    if measure in _TOTALS:
        return lambda book: side(book, *_TOTALS[measure])
    if measure in COLUMNS:
        return lambda book: in_total(book, *COLUMNS[measure])
    if measure in _GROUPS:
        return lambda book: economic_total(book, _GROUPS[measure])
    return None


def in_total(book: Book, table: Coded, column: StatutoryColumn) -> Cell:
    """A figure of the row 合计 of a table.

    Raises:
        Refused: as :func:`juesuan.check.views.tables.of_total`.
    """
    return of_total(book, table, column, f"{short(table)}合计行“{title(table, column)}”")
