"""Exact decimal figures as they are printed.

An :class:`Amount` keeps the value together with the number of printed decimals, because the
tolerance of every check follows from the last written digit. No binary float stands anywhere
between the source and the CSV.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

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

_EXACT = re.compile(rf"-?{NUMERAL}")


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


def percent(part: Decimal, whole: Decimal, places: int = 2) -> Decimal:
    """``part / whole`` in percent points, rounded half-up to so many decimals.

    >>> percent(Decimal("1"), Decimal("3"))
    Decimal('33.33')
    """
    return round_half_up(part * 100 / whole, places)


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Commercial rounding, as the Ministry's forms print it."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
