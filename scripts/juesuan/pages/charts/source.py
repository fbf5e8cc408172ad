"""The figures of one package as cells of charts."""

from __future__ import annotations

from collections.abc import Iterable

from juesuan.model import Facts
from juesuan.pages.charts.model import Cell, Labelled
from juesuan.pages.evidence.figures import Evidence, Measures
from juesuan.rows import (
    AnyRow,
    FunctionsColumn,
    FunctionsRow,
    MeasuresColumn,
    ProjectFundsColumn,
    ProjectFundsRow,
    ProjectsColumn,
    ProjectsRow,
    Table5Column,
    Table5Row,
    cell,
)

_SHORT = {
    "财政拨款“三公”经费": "“三公”经费",
    "使用非财政拨款结余": "使用结余",
    "公务用车购置及运行维护费": "公务用车购置及运行",
}
"""Labels of measures that are too long for a chart, and what stands there."""


class Source:
    """Cells of one package for charts: a printed number with its figure, or nothing.

    Args:
        facts: the package.
        evidence: its links.
    """

    def __init__(self, facts: Facts, evidence: Evidence) -> None:
        self.facts = facts
        self.measures = Measures(facts.rows("measures"), evidence)
        self._evidence = evidence

    def measure(self, name: str, column: MeasuresColumn = "actual") -> Cell | None:
        """A printed number of a measure."""
        row = self.measures.row(name)
        return self._cell("measures", row, column) if row else None

    def function(self, row: FunctionsRow, column: FunctionsColumn) -> Cell | None:
        """A printed number of a line of spending by function."""
        return self._cell("functions", row, column)

    def general_budget(self, row: Table5Row, column: Table5Column) -> Cell | None:
        """A printed number of the statutory table of spending by function."""
        return self._cell("table5", row, column)

    def funds(self, row: ProjectFundsRow, column: ProjectFundsColumn) -> Cell | None:
        """A printed number of a row of a form's funds."""
        return self._cell("project_funds", row, column)

    def form(self, row: ProjectsRow, column: ProjectsColumn) -> Cell | None:
        """A printed number of a form."""
        return self._cell("projects", row, column)

    def listed(self, names: Iterable[str]) -> list[Labelled]:
        """Labels and amounts of those measures that are printed."""
        return [(self.label(name), cell) for name in names if (cell := self.measure(name))]

    def label(self, name: str) -> str:
        """What a chart calls a measure of the package."""
        label = self.measures.printed(name, "label")
        return _SHORT.get(label, label)

    def _cell(self, resource: str, row: AnyRow, column: str) -> Cell | None:
        text = cell(row, column)
        return Cell(text, self._evidence.figure(resource, row, column)) if text else None
