"""The ledger of a package: the printed figures behind a cell, inside a text, beside others."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from juesuan import terms
from juesuan.amount import Rounded
from juesuan.check.comparing.cell import Numeral
from juesuan.rows import FiguresRow

_BESIDE = 40
"""Characters of the source within which a numeral stands beside a figure."""

_AMONG = 400
"""Characters of the source within which two figures stand together."""

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")

CellKey = tuple[str, str, str]
"""Resource, key of the row and field of a cell."""


class Ledger:
    """The figures of a package by the cell that they are bound to, or by the text they stand in."""

    def __init__(self, rows: Sequence[FiguresRow]) -> None:
        self._bound: dict[CellKey, list[FiguresRow]] = {}
        self._prose: dict[CellKey, list[FiguresRow]] = {}
        for row in rows:
            place = (row["resource"], row["row"], row["field"])
            if row["status"] == "bound":
                self._bound.setdefault(place, []).append(row)
            elif row["status"] == "prose":
                self._prose.setdefault(place, []).append(row)
        self._rows = rows

    @cached_property
    def _resources(self) -> dict[str, str]:
        return {row["figure_id"]: row["resource"] for row in self._rows}

    @cached_property
    def _starts(self) -> dict[str, int]:
        return {one["figure_id"]: _start(one) for one in self._rows if one["status"] == "bound"}

    @cached_property
    def _unread(self) -> list[tuple[int, str]]:
        return sorted((_start(one), one["text"]) for one in self._rows if _not_understood(one))

    @cached_property
    def _places(self) -> list[tuple[int, str]]:
        return sorted((_start(one), one["figure_id"]) for one in self._rows)

    def bound(self, place: CellKey) -> list[FiguresRow]:
        """The figures behind a cell, in reading order."""
        return self._bound.get(place, [])

    def numerals(self, place: CellKey, text: str) -> list[Numeral]:
        """The numerals that stand inside a text cell, in reading order."""
        at, found = 0, []
        for figure in self._prose.get(place, ()):
            printed = "".join(figure["text"].split())
            start = text.find(printed, at)
            if start >= 0 and _NUMBER.fullmatch(figure["value"]):  # "2023.12.31" is no number
                at = start + len(printed)
                found.append(Numeral(Decimal(figure["value"]), start, at, figure["figure_id"]))
        return found

    def between(self, start: int, end: int) -> list[str]:
        """Ids of the figures that begin between two offsets of the source (``end`` exclusive)."""
        first = bisect.bisect_left(self._places, (start, ""))
        last = bisect.bisect_left(self._places, (end, ""))
        return [figure for _, figure in self._places[first:last]]

    def resources(self, figures: Sequence[str]) -> set[str]:
        """The resources in whose cells figures stand."""
        return {self._resources[one] for one in figures if one in self._resources}

    def unread_near(self, figures: Sequence[str]) -> str:
        """A numeral that was not understood and stands among figures, or just beside them.

        What stands there may belong to what a rule compares, so a contradiction must not be
        concluded. Empty where there is none.
        """
        starts = sorted(self._starts[one] for one in figures if one in self._starts)
        spans = [(start - _BESIDE, start + _BESIDE) for start in starts]
        spans += [(first, last) for first, last in pairwise(starts) if last - first < _AMONG]
        return next((text for at, text in self._unread if _within(at, spans)), "")


def in_its_cell(printed: FiguresRow) -> Decimal:
    """What converts a figure as it is printed to the unit of the cell that took it."""
    if not terms.is_converted(printed["status"], printed["resource"]):
        return Decimal(1)
    return terms.money_factors().get(printed["unit"], Decimal(1))


def rounded(printed: FiguresRow, published: str) -> Rounded:
    """A published figure with half of its last printed digit, both in the unit of its cell.

    Args:
        printed: the figure in the source.
        published: the figure in its row.
    """
    return Rounded.printed(printed["text"], published, in_its_cell(printed))


def _start(row: FiguresRow) -> int:
    return int(row["start"] or 0)


def _not_understood(row: FiguresRow) -> bool:
    """Whether a numeral went nowhere, into a damaged cell of the prose or an unread row."""
    return row["status"] == "unread" and row["resource"] in ("", "measures", "functions", "texts")


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= at <= last for first, last in spans)
