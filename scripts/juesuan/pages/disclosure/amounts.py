"""What a sentence asks of the measures: it has no guards, what is not printed is refused."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from markupsafe import Markup

from juesuan.errors import AbsentFactError
from juesuan.pages.charts import small
from juesuan.pages.evidence.figures import Measures
from juesuan.rows import MeasuresColumn, MeasuresRow

_WAN_A_YI = Decimal(10000)
"""万元 of one 亿元: from so much on an amount is told in 亿元 too."""


class Amounts:
    """Numbers of measures for sentences, each a link to its evidence.

    Args:
        measures: those of the package.
    """

    def __init__(self, measures: Measures) -> None:
        self.measures = measures

    def row(self, measure: str) -> MeasuresRow:
        """The row of a measure.

        Raises:
            AbsentFactError: if the measure is not in the package.
        """
        row = self.measures.row(measure)
        if row is None:
            raise AbsentFactError(measure)
        return row

    def value(self, measure: str, column: MeasuresColumn = "actual") -> Decimal:
        """A printed number.

        Raises:
            AbsentFactError: if it is not printed.
        """
        value = self.measures.value(measure, column)
        if value is None:
            raise AbsentFactError(f"{measure}.{column}")
        return value

    def number(self, measure: str, column: MeasuresColumn = "actual", suffix: str = "") -> Markup:
        """A printed number with thousands separators.

        Raises:
            AbsentFactError: if it is not printed.
        """
        self.value(measure, column)
        return self.measures.evidence.number("measures", self.row(measure), column, suffix)

    def share(self, measure: str, column: MeasuresColumn = "share_pct") -> Markup:
        """A printed percentage with its sign.

        Raises:
            AbsentFactError: if it is not printed.
        """
        return self.number(measure, column, "%")

    def money(self, measure: str, column: MeasuresColumn = "actual") -> Markup:
        """A printed amount with its unit; a large one in 亿元 too.

        Raises:
            AbsentFactError: if it is not printed.
        """
        value = self.value(measure, column)
        large = f"（约 {value / _WAN_A_YI:.2f} 亿元）" if abs(value) >= _WAN_A_YI else ""
        return self.number(measure, column) + Markup(f" 万元{large}")  # nosec B704

    def size(self, measure: str, column: MeasuresColumn, suffix: str = "") -> Markup:
        """A printed number without its sign, for sentences that say "more" or "less".

        Raises:
            AbsentFactError: if it is not printed.
        """
        text = f"{abs(self.value(measure, column)):,}"
        return self.measures.evidence.link(self.measures.figure(measure, column), text + suffix)

    def stack(self, parts: Iterable[tuple[str, str]]) -> Markup:
        """A small picture of parts of a whole; empty unless all of them are printed.

        Args:
            parts: label and measure of each.
        """
        values = [(label, self.measures.value(measure)) for label, measure in parts]
        printed = [(label, value) for label, value in values if value is not None]
        return small.stack(printed) if len(printed) == len(values) else Markup()
