"""An indicator as rules see it: what it aims at, what was reached, in which unit."""

from __future__ import annotations

from decimal import Decimal

from juesuan.check.book.book import Book
from juesuan.check.comparing.cell import Cell
from juesuan.check.views.words import WORDS
from juesuan.rows import IndicatorsRow


def target_and_actual(row: IndicatorsRow) -> str:
    """What an indicator aims at and reached, in words."""
    return f"指标值 {row['target']}，完成值 {row['actual'].removeprefix('=')}"


def sides(book: Book, row: IndicatorsRow) -> tuple[Cell, Cell]:
    """Target and actual value as figures.

    Raises:
        AbsentFactError: if one is told in words alone.
        UnreadableFactError: if extraction destroyed one.
    """
    return book.indicator(row, "target_value"), book.indicator(row, "actual_value")


def has_numbers(row: IndicatorsRow) -> bool:
    """Whether target and actual value are legible numbers of one unit."""
    numbers = row["target_value"] and row["actual_value"]
    return bool(numbers) and row["target_unit"] == row["actual_unit"]


def counts_time(row: IndicatorsRow) -> bool:
    """Whether an indicator aims at a date or a time, not at a quantity."""
    return row["target_unit"].startswith(WORDS.words("time_unit"))


def is_money(row: IndicatorsRow) -> bool:
    """Whether an indicator aims at an amount of money."""
    return row["target_unit"].startswith(WORDS.words("money_unit"))


def lost_points(row: IndicatorsRow) -> bool:
    """Whether an indicator did not get all of its points."""
    return Decimal(row["score"]) < Decimal(row["weight"])


def scored(book: Book) -> list[IndicatorsRow]:
    """Indicators with target, actual value and points as numbers, that are no dates."""
    return [
        row
        for row in book.facts.rows("indicators")
        if row["weight"] and row["score"] and has_numbers(row) and not counts_time(row)
        if Decimal(row["weight"]) and Decimal(row["target_value"])
    ]
