"""Exact decimal figures as they are printed.

An :class:`Amount` keeps the value together with the number of printed decimals, because the
tolerance of every check follows from the last written digit. No binary float stands anywhere
between the source and the CSV.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

MOST_DIGITS, MOST_DECIMALS = 12, 6
"""Digits that a number may have before its point and behind it.

A longer one is no amount but the number of an account or a person. So every value that is published
fits into a decimal of 18 digits, which is what DuckDB and Parquet files make of a column of numbers
(a trillion 万元 is eighty times the product of the country).
"""

NUMERAL = (
    rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,{MOST_DIGITS // 3 - 1}}}(?!,?[0-9])"
    rf"|[0-9]{{1,{MOST_DIGITS}}}(?![0-9]))(?:\.[0-9]{{1,{MOST_DECIMALS}}}(?![0-9]))?"
)
"""Pattern of an unsigned numeral in text without spaces: with thousands separators or without."""

WHOLE = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
"""Pattern of what stands before a point: with thousands separators where they belong, or none."""

WITH_DECIMALS, WITH_CENTS = rf"{WHOLE}\.\d+", rf"{WHOLE}\.\d\d"
"""Patterns of an amount with decimals, and with two."""

LIKE_DECIMALS, LIKE_CENTS = r"\d[\d,]*\.\d+", r"\d[\d,]*\.\d\d"
"""Patterns of what looks like one: separators stand anywhere, as in tables that are damaged."""

_EXACT = re.compile(rf"-?{NUMERAL}")

_LAST_DIGITS = re.compile(r"\d(?:\.(?P<decimals>\d+))?\D*$")
"""How a figure ends in the source, where marks of bold or a page number may stand inside it."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed decimal number.

    Attributes:
        value: the exact value.
        places: how many decimals were printed.
    """

    value: Decimal
    places: int

    @classmethod
    def of(cls, printed: str) -> Amount:
        """Read a numeral such as ``-1,234.50``.

        Args:
            printed: ASCII digits, with a leading minus, thousands separators and decimals where
                there are any; no spaces.

        Returns:
            The exact amount.

        Raises:
            ValueError: if the text is anything else.

        >>> Amount.of("1,234.50")
        Amount(value=Decimal('1234.50'), places=2)
        """
        if not _EXACT.fullmatch(printed):
            raise ValueError(f"not a numeral: {printed!r}")
        plain = printed.replace(",", "")
        return cls(Decimal(plain), len(plain.partition(".")[2]))

    @property
    def half_digit(self) -> Decimal:
        """Half of the last written digit: how far the exact figure may lie from the printed one."""
        return Decimal(5).scaleb(-self.places - 1)

    def plain(self, at_least: int = 0) -> str:
        """The number without separators or exponent, with at least so many decimals.

        >>> Amount.of("3653.3").plain(2)
        '3653.30'
        """
        return f"{self.value:.{max(self.places, at_least)}f}"


class Rounded(NamedTuple):
    """A number, and how far the exact one may lie from it: half of its last printed digit."""

    value: Decimal
    half: Decimal = Decimal(0)

    def __neg__(self) -> Rounded:
        """What is taken away is rounded as much."""
        return Rounded(-self.value, self.half)

    @classmethod
    def printed(cls, text: str, published: str, factor: Decimal = Decimal(1)) -> Rounded:
        """A figure as published, rounded as it is printed.

        Exact are a count, a plain zero, and a number in another script.

        Args:
            text: the figure in the source.
            published: the same in its cell, in the unit of the cell.
            factor: what converts the printed unit to that of the cell.

        >>> Rounded.printed("3.63", "36300.00", Decimal(10000))  # 亿元 in 万元
        Rounded(value=Decimal('36300.00'), half=Decimal('50.000'))
        >>> Rounded.printed("3630000", "363.00", Decimal("0.0001"))  # 元
        Rounded(value=Decimal('363.00'), half=Decimal('0.00005'))
        """
        value = Decimal(published)
        plain = "".join(unicodedata.normalize("NFKC", text).split())
        digits = _LAST_DIGITS.search(plain) if plain.isascii() else None
        if digits is None or "." not in plain + published or not (digits["decimals"] or value):
            return cls(value)
        return cls(value, Decimal(5).scaleb(-len(digits["decimals"] or "") - 1) * factor)


def adds_up(whole: Rounded, parts: Iterable[Rounded]) -> bool:
    """Whether printed parts sum to a printed whole but for rounding.

    Each number may lie half of its last printed digit away from the exact one, so the sum may miss
    the whole by the halves of all of them.

    >>> cents = [Rounded(Decimal(one), Decimal("0.005")) for one in ("10.00", "3.33", "6.66")]
    >>> adds_up(cents[0], cents[1:])
    True
    >>> adds_up(Rounded(Decimal(10)), [Rounded(Decimal("3.33")), Rounded(Decimal("6.66"))])
    False
    """
    known = list(parts)
    apart = abs(whole.value - sum((one.value for one in known), Decimal(0)))
    return apart <= sum((one.half for one in known), whole.half)


def percent(part: Decimal, whole: Decimal, places: int = 2) -> Decimal:
    """``part / whole`` in percent points, rounded half-up to so many decimals.

    >>> percent(Decimal("1"), Decimal("3"))
    Decimal('33.33')
    """
    return round_half_up(part * 100 / whole, places)


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Commercial rounding, as the Ministry's forms print it."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
