"""Which value of a row of funds stands in which column."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import Literal

from juesuan.amount import NUMERAL, Amount, percent
from juesuan.parse.forms.grid import GridCell, GridRow
from juesuan.parse.forms.values import Kind, is_damaged, is_value
from juesuan.parse.forms.vocabulary import VALUES

FundField = Literal[
    "initial_budget", "annual_budget", "executed", "weight", "execution_rate_pct", "score"
]
"""The columns of a row of funds that hold values."""

MONEY: tuple[FundField, ...] = ("initial_budget", "annual_budget", "executed")
RATIOS: tuple[FundField, ...] = ("weight", "execution_rate_pct", "score")
FUND_FIELDS = (*MONEY, *RATIOS)

Bound = tuple[dict[FundField, GridCell], str]
"""The values by the name of their column, and why they left their headings, if they did."""

_NUMERAL = re.compile(rf"-?{NUMERAL}")

_KINDS: dict[FundField, tuple[Kind, ...]] = {
    "initial_budget": (Kind.NUMBER, Kind.DASH),
    "annual_budget": (Kind.NUMBER, Kind.DASH),
    "executed": (Kind.NUMBER, Kind.DASH),
    "weight": (Kind.NUMBER, Kind.DASH),
    "execution_rate_pct": (Kind.PERCENT, Kind.NUMBER, Kind.DASH),
    "score": (Kind.NUMBER, Kind.DASH),
}


def values_of(row: GridRow) -> list[GridCell]:
    """The numbers, rates and dashes of a row, legible or not, in the order of printing."""
    found: list[GridCell] = []
    for cell in row.cells:
        if is_value(cell.text) and not _is_sign_of(found, cell):
            found.append(cell)
    return found


def _is_sign_of(found: list[GridCell], cell: GridCell) -> bool:
    """Whether a cell is the sign of points of the number before it."""
    sign = cell.text in VALUES.words("point_sign")
    return sign and bool(found) and found[-1].kind is Kind.NUMBER


def bind_values(row: GridRow, values: list[GridCell], printed: dict[FundField, int]) -> Bound:
    """The values of a row by the name of their column.

    Args:
        row: the row.
        values: its values, in order.
        printed: field to the column in which the form prints it.
    """
    under = {column: name for name, column in printed.items()}
    direct = {under[cell.column]: cell for cell in row.cells if cell.column in under}
    if len(under) == len(FUND_FIELDS) and list(direct.values()) == values and _fit(direct):
        return direct, ""
    return by_order(values)


def _fit(cells: dict[FundField, GridCell]) -> bool:
    """Whether all cells may be what their headings say.

    An amount may be blank where the rate stands in its column. One may be a dash where no column is
    blank.
    """
    if len(cells) < len(FUND_FIELDS) and any(
        name in cells and cells[name].kind is Kind.DASH for name in MONEY
    ):
        return False
    rate = cells.get("execution_rate_pct")
    anchored = rate is not None and rate.kind in (Kind.PERCENT, Kind.DASH)
    kinds = all(cell.kind in _KINDS[name] or is_damaged(cell.text) for name, cell in cells.items())
    return kinds and (anchored or all(name in cells for name in MONEY))


def by_order(values: list[GridCell]) -> Bound:
    """Bind by order and kind: three amounts, then weight, rate and score (or dashes).

    What is illegible keeps its place.
    """
    money, ratios, names = _parts(values)
    why, took_weight = "columns shifted against the headings", False
    while len(money) > len(MONEY) and (twin := _twin(money)) is not None:
        del money[twin]
        why = "an amount is printed twice"
        took_weight = not _are_alike(money) and _deny(money, ratios)
    whole = len(money) == len(MONEY) and not took_weight
    cells = dict(zip(MONEY, money, strict=True)) if whole else {}
    return cells | dict(zip(names, ratios, strict=False)), why


_Parts = tuple[list[GridCell], list[GridCell], tuple[FundField, ...]]
"""Amounts, and what is none with the names of its columns."""


def _parts(values: list[GridCell]) -> _Parts:
    rate = _rate_at(values)
    if rate is None:
        return _parts_without_rate(values)
    if rate <= len(MONEY):  # an amount or the weight is missing: what stands before may be either
        return [], values[rate:], RATIOS[1:]
    return values[: rate - 1], values[rate - 1 :], RATIOS


def _parts_without_rate(values: list[GridCell]) -> _Parts:
    """The parts of a row in which nothing is in percent.

    The dashes at its end stand for weight, rate and score. Where there are fewer than three, what
    stands before them may be the weight, and amounts that are written unlike tell that it is.
    """
    dashes = sum(1 for _ in takewhile(lambda cell: cell.kind is Kind.DASH, reversed(values)))
    end = len(values) - min(dashes, len(RATIOS))
    money, ratios = values[:end], values[end:]
    if len(values) == len(FUND_FIELDS) and (len(ratios) == len(RATIOS) or _prove_rate(values)):
        return values[: len(MONEY)], values[len(MONEY) :], RATIOS
    whole = len(ratios) == len(RATIOS) or (not ratios and len(values) == len(MONEY))
    return (money, ratios, RATIOS) if whole or _are_alike(money) else ([], [], RATIOS)


def _deny(money: list[GridCell], ratios: list[GridCell]) -> bool:
    """Whether the rate of a row is not that of the amounts that are left of more than three."""
    rate = next((cell for cell in ratios if cell.kind is Kind.PERCENT), None)
    if (
        rate is None
        or len(money) != len(MONEY)
        or not all(_NUMERAL.fullmatch(cell.text) for cell in money)
    ):
        return False
    printed = Amount.of(rate.text[:-1])
    _, whole, part = (Amount.of(cell.text).value for cell in money)
    return bool(whole) and percent(part, whole, printed.places) != printed.value


def _are_alike(money: list[GridCell]) -> bool:
    """Whether amounts are written alike: all with decimals, or all without."""
    return len({"." in cell.text for cell in money}) <= 1


def _prove_rate(values: list[GridCell]) -> bool:
    """Whether the fifth of six numbers is the rate of the amounts before it."""
    if not all(_NUMERAL.fullmatch(cell.text) for cell in values):
        return False
    _, whole, part, _, rate, _ = (Amount.of(cell.text) for cell in values)
    return bool(whole.value) and percent(part.value, whole.value, rate.places) == rate.value


def _rate_at(values: list[GridCell]) -> int | None:
    """Which of the values is the rate: the only one in percent.

    Of six in order it is the fifth, where that is illegible.
    """
    found = next((i for i, cell in enumerate(values) if cell.text.endswith("%")), None)
    fifth = RATIOS.index("execution_rate_pct") + len(MONEY)
    if found is None and len(values) == len(FUND_FIELDS) and is_damaged(values[fifth].text):
        return fifth
    return found


def _twin(money: list[GridCell]) -> int | None:
    """Which of the amounts is the same as the one before it."""
    return next((i for i, (a, b) in enumerate(pairwise(money), 1) if a.text == b.text), None)
