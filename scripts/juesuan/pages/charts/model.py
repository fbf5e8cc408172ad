"""A chart before and after it is drawn: the same cells make the picture and its table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from juesuan.amount import Rounded
from juesuan.pages.evidence.figures import exact
from juesuan.rows import FiguresRow


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

    @property
    def exact(self) -> Rounded:
        """The number of the cell, and how far it may be rounded."""
        return exact(self.figure, self.text)


Labelled = tuple[str, Cell]
"""A label and the number that it names."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of a picture.

    Attributes:
        tag: its element of SVG.
        look: the attributes of the element, in their order; places are pixels.
        words: what stands in it.
        cell: what it shows, if it leads somewhere.
    """

    tag: str
    look: Mapping[str, str]
    words: str = ""
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn.

    Attributes:
        height: in pixels; all are of one width.
        shapes: from the back to the front.
    """

    height: int
    shapes: tuple[Shape, ...]

    @property
    def linked(self) -> list[Cell]:
        """The cells that it links to."""
        return [one.cell for one in self.shapes if one.cell]


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
    """A number with thousands separators, as tables show it.

    >>> shown(Decimal("-1978.38"))
    '-1,978.38'
    """
    return f"{value:,}"


def told(values: Iterable[Labelled]) -> str:
    """Labels and their numbers in words.

    >>> told([("收入", Cell("1200.00")), ("支出", Cell("-3"))])
    '收入 1,200.00，支出 -3'
    """
    return "，".join(f"{label} {shown(cell.value)}" for label, cell in values)
