"""How performance forms turn an execution rate into points."""

from __future__ import annotations

from decimal import Decimal

from juesuan.amount import round_half_up

_TOLERANCE = Decimal("0.01")


def proportional(weight: Decimal, rate: Decimal, places: int = 2) -> Decimal:
    """Scheme A: the weight times the rate (percent points), never more than the weight."""
    return round_half_up(weight * min(rate, Decimal(100)) / 100, places)


def above_sixty(weight: Decimal, rate: Decimal, places: int = 2) -> Decimal:
    """Scheme B: nothing up to 60 %, then in proportion to what is above: weight·(rate − 60)/40."""
    return round_half_up(weight * max(min(rate, Decimal(100)) - 60, Decimal(0)) / 40, places)


def scheme(weight: Decimal, rate: Decimal, score: Decimal) -> str:
    """Which scheme gives a printed score: ``A``, ``B``, ``AB`` for both, an empty text for neither.

    >>> scheme(Decimal(10), Decimal("76.32"), Decimal("4.08"))
    'B'
    """
    found = ""
    if abs(proportional(weight, rate) - score) <= _TOLERANCE:
        found += "A"
    if abs(above_sixty(weight, rate) - score) <= _TOLERANCE:
        found += "B"
    return found
