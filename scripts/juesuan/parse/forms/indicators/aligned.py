"""The cells of an indicator by field, however they were found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from juesuan.parse.claims import Restored
from juesuan.parse.forms.grid import GridCell
from juesuan.parse.forms.values import is_damaged
from juesuan.parse.view import View
from juesuan.rows import IndicatorsColumn

FIELDS: tuple[IndicatorsColumn, ...] = (
    "level1", "level2", "level3", "target", "basis", "actual", "weight", "score", "reason",
)  # fmt: skip
"""The columns of an indicator that a form prints."""

LEVELS: tuple[IndicatorsColumn, ...] = ("level1", "level2")
VALUES: tuple[IndicatorsColumn, ...] = ("target", "actual")
POINTS: tuple[IndicatorsColumn, ...] = ("weight", "score")

Head = dict[IndicatorsColumn, int]
"""Field to the column that a form prints it in."""


@dataclass
class Aligned:
    """Cells of one indicator by field.

    Attributes:
        cells: the characters of each field that was found.
        realigned: why they were moved against their headings; empty where they were not.
        lost: the fields that could not be read.
        columns: printed column to field, for what a later row carries on.
        junk: cells among the levels that are none.
        total: the form's total score where it ran into the row.
        unplaced: a value that is either target or actual.
        damaged: points that are printed and illegible.
        restored: the fields that were damaged and of which the text is known all the same.
    """

    cells: dict[IndicatorsColumn, View]
    realigned: str = ""
    lost: list[IndicatorsColumn] = field(default_factory=list)
    columns: dict[int, IndicatorsColumn] = field(default_factory=dict)
    junk: list[GridCell] = field(default_factory=list)
    total: View | None = None
    unplaced: GridCell | None = None
    damaged: dict[IndicatorsColumn, View] = field(default_factory=dict)
    restored: list[Restored] = field(default_factory=list)

    def put(self, name: IndicatorsColumn, cell: GridCell) -> None:
        """A cell is a field; a later row may carry it on in the same column."""
        self.cells[name] = cell.view
        self.columns[cell.column] = name

    def lose_damaged(self) -> None:
        """Points that are illegible are lost."""
        for name in POINTS:
            if name in self.cells and is_damaged(self.cells[name].text):
                self.damaged[name] = self.cells.pop(name)
                self.lost.append(name)

    def lacks(self, *names: IndicatorsColumn) -> bool:
        """Whether none of the fields was found."""
        return not any(name in self.cells for name in names)


def text_of(cells: Iterable[GridCell]) -> View:
    """The characters of some cells in one piece."""
    return View.join(cell.view for cell in cells)
