"""Parts that must be there and were not read: a sum without them contradicts nothing.

A misreading may leave nothing unread: a figure that went into the reason before it, an item that
became part of another one. What is printed around it still tells that it was expected: a share or
a change without its amount, shares that do not reach the whole, a number that the list skips, what
the region's template asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan import terms
from juesuan.check.book.book import Book
from juesuan.check.book.legible import is_told
from juesuan.check.comparing.compare import FAIL, Outcome
from juesuan.errors import UnreadableFactError
from juesuan.rows import FiguresColumns, FunctionsRow, MeasuresColumn, MeasuresRow

_BESIDE: tuple[MeasuresColumn, ...] = (
    "share_pct",
    "change",
    "change_pct",
    "prior_year",
    "initial_budget",
    "annual_budget",
    "variance_pct",
    "completion_pct",
)
"""Figures that are said of an amount."""

_SHORT = Decimal("0.5")
"""Percent points by which shares must miss the whole to show that one was not read."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part as it was read.

    Attributes:
        name: in sentences.
        row: its row.
    """

    name: str
    row: FiguresColumns


def unless_expected(outcome: Outcome, missing: str) -> Outcome:
    """An outcome, if it is no contradiction or nothing is missing.

    Args:
        outcome: of a sum.
        missing: what was expected and not read, or empty.

    Raises:
        UnreadableFactError: if the sum does not hold and something is missing.
    """
    if outcome.state == FAIL and missing:
        raise UnreadableFactError(f"{missing}，暂不判断（{outcome.statement}）")
    return outcome


def missing_measure(book: Book, names: Iterable[str]) -> str:
    """Which of the measures that make up a total was expected and not read, in words, or empty."""
    rows: dict[str, list[MeasuresRow]] = {name: [] for name in names}
    for row in book.facts.rows("measures"):
        if row["measure"] in rows:
            rows[row["measure"]].append(row)
    silent = next((name for name, found in rows.items() if _lacks_amount(found)), "")
    if silent:
        return f"没有读到{terms.measures()[silent].label}的金额"
    absent = [name for name, found in rows.items() if not found]
    return _prescribed(book, absent) or short_shares([_shared(one) for one in rows.values() if one])


def _lacks_amount(rows: Sequence[FiguresColumns]) -> bool:
    """Whether figures are said of an amount that is printed nowhere."""
    return not any(is_told(row, "actual") for row in rows) and _is_spoken_of(rows)


def _is_spoken_of(rows: Iterable[FiguresColumns]) -> bool:
    return any(is_told(row, column) for row in rows for column in _BESIDE)


def _shared(rows: Sequence[MeasuresRow]) -> Part:
    """The row of a measure that prints its share, or the first."""
    row = next((one for one in rows if one["share_pct"]), rows[0])
    return Part(row["label"], row)


def _prescribed(book: Book, absent: Sequence[str]) -> str:
    """An absent measure that the region's template asks for, in words, or empty."""
    required = book.template.required if book.template else {}
    for section, asked in required.items():
        for name in absent:
            if name in asked and not book.total_zero(section):
                return f"没有读到样张要求列示的{terms.measures()[name].label}"
    return ""


def short_shares(parts: Sequence[Part]) -> str:
    """Whether the printed shares of parts, all of which have one, do not reach the whole: words."""
    spent = [one for one in parts if Decimal(one.row["actual"] or 0)]
    shares = [Decimal(one.row["share_pct"] or 0) for one in spent]
    if not shares or not all(shares) or sum(shares) >= 100 - _SHORT:
        return ""
    return f"读到的各项占比之和只有 {sum(shares)}%，可能有一项没有读到"


def skipped_number(rows: Sequence[FunctionsRow]) -> str:
    """The number that a list of items skips, in words, or empty."""
    numbers = {int(row["position"]) for row in rows}
    skipped = next((n for n in range(1, max(numbers, default=0)) if n not in numbers), 0)
    return f"没有读到第 {skipped} 项" if skipped else ""
