"""A published figure as rules compare it: its value, its exactness, how it is quoted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Cell:
    """A published figure in a comparison.

    Attributes:
        value: its value.
        slack: half of the last printed digit; 0 for counts and sums of exact numbers.
        label: what it is, in Chinese.
        text: how it is quoted.
        figures: ids of the printed figures behind it.
        unit: of the value; empty where there is none or operands differ.
        terms: of a computed figure its arithmetic in numbers, without names.
        plain: of a computed figure whose label is its arithmetic: what it is, without numbers.
    """

    value: Decimal
    slack: Decimal
    label: str
    text: str
    figures: tuple[str, ...] = ()
    unit: str = ""
    terms: str = ""
    plain: str = ""

    @property
    def called(self) -> str:
        """What it is, without arithmetic; empty where no words say so."""
        return self.plain or ("" if self.label.endswith(self.text) else self.label)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral inside a published text.

    Attributes:
        value: its value.
        start, end: its characters of the text, ``end`` exclusive.
        figure: id of the printed figure.
    """

    value: Decimal
    start: int
    end: int
    figure: str

    @property
    def half_digit(self) -> Decimal:
        """Half of its last written digit."""
        return half_digit(self.value)


def half_digit(value: Decimal) -> Decimal:
    """Half of the last written digit: how far the exact figure may lie from the written one.

    >>> half_digit(Decimal("12.30"))
    Decimal('0.005')
    """
    return Decimal(5).scaleb(int(value.as_tuple().exponent) - 1)


def nothing(label: str, text: str) -> Cell:
    """A zero that is not printed as a figure: a blank, a word, a line that is not there."""
    return Cell(Decimal(0), Decimal(0), label, text)


def figures_of(cells: Iterable[Cell]) -> tuple[str, ...]:
    """Ids of the printed figures behind cells, in their order."""
    return tuple(figure for cell in cells for figure in cell.figures)


def with_unit(value: Decimal, unit: str) -> str:
    """A value as sentences quote it.

    >>> with_unit(Decimal("1234.50"), "万元")
    '1,234.50 万元'
    """
    return f"{value:,f} {unit}".rstrip()


def inside(text: str) -> str:
    """A text as it stands inside quotation marks: its own marks become single ones."""
    return text.translate(str.maketrans("“”", "‘’"))
