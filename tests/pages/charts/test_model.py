"""The table of a chart."""

from __future__ import annotations

from juesuan.pages.charts.model import Cell, Chart, Picture


def chart(unit: str, *rows: tuple[Cell, ...], columns: tuple[str, ...] = ("项目", "数")) -> Chart:
    return Chart("made", "题", unit, "说", columns, rows, Picture(0, ()))


def test_only_cells_that_print_something_are_numbers() -> None:
    made = chart("万元", (Cell("甲"), Cell("1"), Cell("")), (Cell("乙"), Cell(""), Cell("2")))
    assert [cell.text for cell in made.numbers()] == ["1", "2"]
