"""The measures of one disclosure as pages ask for them: printed values and the figures behind."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from juesuan.pages.figures import Evidence
from juesuan.rows import FiguresRow, MeasuresColumn, MeasuresRow


class Measures:
    """The measures of one disclosure, each by its first row.

    Args:
        rows: rows of ``measures`` in their order.
        evidence: links to their figures.
    """

    def __init__(self, rows: Iterable[MeasuresRow], evidence: Evidence) -> None:
        self.evidence = evidence
        self._rows: dict[str, MeasuresRow] = {}
        for row in rows:
            self._rows.setdefault(row["measure"], row)

    def row(self, measure: str) -> MeasuresRow | None:
        """The row of a measure; None where the disclosure does not print it."""
        return self._rows.get(measure)

    def printed(self, measure: str, column: MeasuresColumn = "actual") -> str:
        """The text of a cell; empty where nothing is printed."""
        row = self.row(measure)
        return row[column] if row else ""

    def value(self, measure: str, column: MeasuresColumn = "actual") -> Decimal | None:
        """The number of a cell in the unit of its measure; None where nothing is printed."""
        text = self.printed(measure, column)
        return Decimal(text) if text else None

    def figure(self, measure: str, column: MeasuresColumn = "actual") -> FiguresRow | None:
        """The printed figure behind a cell; None where there is none."""
        row = self.row(measure)
        return self.evidence.figure("measures", row, column) if row else None

    @property
    def whole(self) -> str:
        """The measure of all revenue of a year, carried over or new.

        Some templates print one total of revenue and expenditure instead: then that one.
        """
        return "revenue.total" if self.printed("revenue.total") else "overall"

    @property
    def last_year(self) -> Decimal | None:
        """The total of the year before in 万元, as this year's and the printed change imply.

        It is 0 where the department did not exist yet, None where one of the two is not printed.
        """
        total, change = self.value(self.whole), self.value("overall", "change")
        return None if total is None or change is None else total - change
