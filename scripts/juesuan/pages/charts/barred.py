"""Charts of bars from labels and cells: their picture, their table and their words."""

from __future__ import annotations

from collections.abc import Sequence

from juesuan.pages.charts.model import Cell, Chart, Labelled, told
from juesuan.pages.charts.shapes.bars import Bar, bars

MOST = 12
"""Bars of one chart; its table and its CSV hold all."""

UNIT = "万元"

Compared = tuple[str, Sequence[Cell | None]]
"""A label and a cell a series; None where nothing is printed."""


def single(
    name: str,
    title: str,
    columns: tuple[str, str],
    found: Sequence[Labelled],
    colour: int = 0,
    below: int | None = None,
    notes: tuple[str, ...] = (),
) -> Chart:
    """A chart of one bar a label; only the first are drawn, the table holds all.

    Args:
        name, title: of the chart.
        columns: heads of the table: of the labels, of the numbers.
        found: amounts in 万元, in their order.
        colour: of all bars.
        below: colour of those below zero, where it is another one.
        notes: what a reader must know besides.
    """
    drawn, rest = found[:MOST], len(found[MOST:])
    lower = colour if below is None else below
    picture = bars(
        [(label, [Bar(cell, lower if cell.value < 0 else colour)]) for label, cell in drawn]
    )
    says = f"{title}：{told(drawn)}（{UNIT}）"
    left_out = (f"图中画出前 {MOST} 项，其余 {rest} 项见表。",) if rest else ()
    rows = tuple((Cell(label), cell) for label, cell in found)
    return Chart(name, title, UNIT, says, columns, rows, picture, (*left_out, *notes))


def several(
    name: str,
    title: str,
    series: Sequence[tuple[str, int]],
    found: Sequence[Compared],
    notes: tuple[str, ...] = (),
) -> Chart | None:
    """A chart of several bars a label; None where no label has two numbers to compare.

    Args:
        name, title: of the chart.
        series: names and colours.
        found: labels with a cell a series, in 万元; one with a single number is only in the table.
        notes: what a reader must know besides.
    """
    groups = [(label, _bars(cells, series)) for label, cells in found]
    compared = [(label, group) for label, group in groups if len(group) > 1]
    if not compared:
        return None
    words = "；".join(f"{label}：{_told(group)}" for label, group in compared)
    says = f"{title}。{words}（{UNIT}）"
    columns = ("项目", *(name for name, _ in series))
    rows = tuple(_row(label, cells) for label, cells in found)
    return Chart(name, title, UNIT, says, columns, rows, bars(compared), notes)


def _told(group: Sequence[Bar]) -> str:
    """The numbers of a group in words."""
    return told((bar.series, bar.cell) for bar in group)


def _row(label: str, cells: Sequence[Cell | None]) -> tuple[Cell, ...]:
    """A row of the table; empty where nothing is printed."""
    return (Cell(label), *(cell or Cell("") for cell in cells))


def _bars(cells: Sequence[Cell | None], series: Sequence[tuple[str, int]]) -> list[Bar]:
    """A bar for each cell that is printed."""
    return [
        Bar(cell, colour, name) for cell, (name, colour) in zip(cells, series, strict=True) if cell
    ]
