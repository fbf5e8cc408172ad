"""The three public expenditures, each cell on a line of its own.

Either the budget's headings stand before the final account's, or each expenditure has both below
it. Twelve amounts are placed by their order; fewer only where their sums allow one way.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from juesuan import terms
from juesuan.amount import Rounded
from juesuan.intake.singly.placing import Line, are_settled, first_is_sum
from juesuan.intake.singly.tokens import Token, parted, pattern
from juesuan.model import Cell

_UPPER = ("total", "abroad", "vehicles", "reception")
_LOWER = ("vehicles", "vehicle_purchase", "vehicle_running")
_PHASES = ("budget", "actual")
_OWN = len(_UPPER) + len(_LOWER) - 1
"""Amounts of one phase."""

_WIDTHS = (1, 1, len(_LOWER), 1)
"""Amounts below each heading of the first level."""


def matrix_cells(table: terms.StatutoryTable, found: Sequence[Token]) -> list[Cell]:
    """The cells of the table where they stand; none where that is not told."""
    heads, cells = parted(found, _first)
    amounts = list(itertools.takewhile(lambda one: one.is_amount, cells))
    heads = [one for one in heads if not pattern("three_public_whole_heading").search(one.text)]
    if not 0 < len(amounts) <= 2 * _OWN:
        return []
    head, by_phase = _by_phase(table, heads), True
    if not head:
        head, by_phase = _by_measure(table, heads), False
    line = Line(amounts, 2 * _OWN)
    line.keep(lambda row: _holds(row, by_phase))
    if not head or not are_settled([line]):
        return []
    own = (one.cell(3, column) for column, one in zip(line.ways[0], line.amounts, strict=True))
    return [*head, *own]


def _first(found: Sequence[Token]) -> int:
    return next((i for i, one in enumerate(found) if one.is_amount), len(found))


def _holds(row: list[Rounded], by_phase: bool) -> bool:
    """Whether the sums of both phases hold."""
    phases = (row[:_OWN], row[_OWN:]) if by_phase else (row[::2], row[1::2])
    return all(
        first_is_sum([one[0], one[1], one[2], one[-1]]) and first_is_sum(one[2:-1])
        for one in phases
    )


def _by_phase(table: terms.StatutoryTable, heads: Sequence[Token]) -> list[Cell]:
    """The headings, where those of budget and final account come first."""
    upper, lower = len(_UPPER), len(_LOWER)
    if len(heads) != 2 * (1 + upper + lower) or not _are_phases(heads[:2]):
        return []
    first, second = heads[2 : 2 + 2 * upper], heads[2 + 2 * upper :]
    if not _are_known(table, first, second, upper, lower):
        return []
    cells = [one.cell(0, number * _OWN, _OWN) for number, one in enumerate(heads[:2])]
    for number in range(2):
        own = first[number * upper : (number + 1) * upper]
        below = second[number * lower : (number + 1) * lower]
        cells += _levels(own, below, 1, number * _OWN, 1)
    return cells


def _by_measure(table: terms.StatutoryTable, heads: Sequence[Token]) -> list[Cell]:
    """The headings, where each expenditure has those of budget and final account below it."""
    upper, lower = len(_UPPER), len(_LOWER)
    phases = heads[upper + lower :]
    if len(phases) != 2 * _OWN or not all(
        map(_are_phases, zip(phases[::2], phases[1::2], strict=True))
    ):
        return []
    first, second = heads[:upper], heads[upper : upper + lower]
    if not _are_known(table, first, second, upper, lower):
        return []
    below = (one.cell(2, column) for column, one in enumerate(phases))
    return [*_levels(first, second, 0, 0, 2), *below]


def _levels(
    upper: Sequence[Token], lower: Sequence[Token], row: int, column: int, each: int
) -> Iterator[Cell]:
    """Two levels of headings; ``each``: columns of an amount."""
    starts = [column + each * sum(_WIDTHS[:i]) for i in range(len(_WIDTHS))]
    for one, start, width in zip(upper, starts, _WIDTHS, strict=True):
        yield one.cell(row, start, each * width)
    for number, one in enumerate(lower):
        yield one.cell(row + 1, starts[2] + each * number, each)


def _are_phases(heads: Sequence[Token]) -> bool:
    return all(pattern(phase).search(one.text) for phase, one in zip(_PHASES, heads, strict=True))


def _are_known(
    table: terms.StatutoryTable,
    first: Sequence[Token],
    second: Sequence[Token],
    upper: int,
    lower: int,
) -> bool:
    """Whether headings of both levels are those of the form, once or for each phase."""
    times, own = len(first) // upper, [_measure(table, one.text) for one in first]
    over = [one.text for one in first[2::upper]]
    below = [
        _measure(table, f"{over[i // lower]}/{one.text}" if i % lower == 0 else one.text)
        for i, one in enumerate(second)
    ]
    return own == [*_UPPER] * times and below == [*_LOWER] * times


def _measure(table: terms.StatutoryTable, said: str) -> str:
    found = (name for name, one in table.columns.items() if re.search(one, said))
    return next(found, "").removeprefix("three_public.")
