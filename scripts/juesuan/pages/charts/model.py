"""A chart before and after it is drawn: the same cells make the picture, its table and its CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from juesuan.rows import FiguresRow

Spec = Mapping[str, object]
"""What the charting library draws, or a part of it: a specification of Vega-Lite."""


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
    figure: FiguresRow | None = None
    href: str = ""
    derived: bool = False

    @property
    def value(self) -> Decimal:
        """The number of the cell."""
        return Decimal(self.text)


Labelled = tuple[str, Cell]
"""A label and the number that it names."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn.

    Attributes:
        spec: its specification, with its links as numbers of ``linked``: ``#0``, ``#1``.
        linked: the cells that it links to.
    """

    spec: Spec
    linked: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A chart of a disclosure.

    Attributes:
        name: its file name; unique within the disclosure and stable.
        title, unit: as shown; the unit in words.
        says: what the picture shows, for those who do not see it.
        columns: heads of its table; the first is that of the labels.
        rows: cells of its table; the first of each row is its label.
        picture: what is drawn.
        notes: what a reader must know, for instance what is not drawn and why.
    """

    name: str
    title: str
    unit: str
    says: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    picture: Picture
    notes: tuple[str, ...] = ()

    def numbers(self) -> Iterator[Cell]:
        """All cells that hold a number."""
        return (cell for row in self.rows for cell in row[1:] if cell.text)


def shown(value: Decimal) -> str:
    """A number with thousands separators, and a minus as long as it should be.

    >>> shown(Decimal("-1978.38"))
    '−1,978.38'
    """
    return f"{value:,}".replace("-", "−")


def told(values: Iterable[Labelled]) -> str:
    """Labels and their numbers in words.

    >>> told([("收入", Cell("1200.00")), ("支出", Cell("-3"))])
    '收入 1,200.00，支出 −3'
    """
    return "，".join(f"{label} {shown(cell.value)}" for label, cell in values)


def chart_csv(chart: Chart) -> str:
    """The chart's table as CSV: plain numbers, each followed by the id of the figure behind it.

    The unit stands in the heads.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    heads = [(_head(name, chart.unit), f"{name}：数字编号") for name in chart.columns[1:]]
    writer.writerow([chart.columns[0], *(text for pair in heads for text in pair)])
    for label, *cells in chart.rows:
        numbers = [(cell.text, _origin(cell)) for cell in cells]
        writer.writerow([label.text, *(text for pair in numbers for text in pair)])
    return out.getvalue()


def _head(name: str, unit: str) -> str:
    """The head of a column with its unit; some heads have one of their own."""
    return f"{name}（{unit}）" if unit and "（" not in name else name


def _origin(cell: Cell) -> str:
    """Where the number of a cell comes from: the id of a figure, or that it is derived."""
    if cell.figure:
        return cell.figure["figure_id"]
    return "推算" if cell.derived else ""
