"""A chart before and after it is drawn: the same cells make the picture, its table and its CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from juesuan.rows import Row


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a chart's table.

    Attributes:
        text: a label, or a plain decimal number as printed; empty where nothing is printed.
        figure: the printed figure behind a number, a row of the ledger.
        href: the page that a label leads to, from the disclosure's folder.
        derived: the number is computed from printed ones and is not printed itself.
    """

    text: str
    figure: Row | None = None
    href: str = ""
    derived: bool = False

    @property
    def value(self) -> Decimal:
        """The number of the cell."""
        return Decimal(self.text)


@dataclass(frozen=True)
class Chart:
    """A chart of a disclosure.

    Attributes:
        name: its file name; unique within the disclosure and stable.
        title, unit: as shown; the unit in words.
        says: what the picture shows, for those who do not see it.
        columns: heads of its table; the first is that of the labels.
        rows: cells of its table; the first of each row is its label.
        spec: what the charting library draws, with its links as numbers of ``linked``.
        linked: cells that the picture links to.
        notes: what a reader must know, for instance what is not drawn and why.
    """

    name: str
    title: str
    unit: str
    says: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    spec: dict[str, object]
    linked: tuple[Cell, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def numbers(self) -> Iterator[Cell]:
        """All cells that hold a number."""
        return (cell for row in self.rows for cell in row[1:] if cell.text)


def chart_csv(chart: Chart) -> str:
    """The chart's table as CSV: plain numbers, the unit in the heads, and the id of the figure behind each number."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    heads = [chart.columns[0]]
    for name in chart.columns[1:]:
        heads += [
            f"{name}（{chart.unit}）" if chart.unit and "（" not in name else name,
            f"{name}：数字编号",
        ]
    writer.writerow(heads)
    for row in chart.rows:
        cells = [row[0].text]
        for cell in row[1:]:
            cells += [
                cell.text,
                cell.figure["figure_id"] if cell.figure else "推算" if cell.derived else "",
            ]
        writer.writerow(cells)
    return out.getvalue()
