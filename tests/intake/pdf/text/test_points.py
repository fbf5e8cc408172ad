"""Amounts that lost their decimal point."""

from __future__ import annotations

from juesuan.intake.pdf.text.points import without_pointless
from juesuan.model import Cell, Table


def read(*column: str, pages: tuple[int, ...] = (2,)) -> list[str]:
    text, cells = "", []
    for row, one in enumerate(column):
        cells.append(Cell(row, 0, len(text), len(text) + len(one)))
        text += one + "\n"
    table = Table(2, 0, len(text), 1, tuple(cells))
    return without_pointless(text, [table], pages).split("\n")[:-1]


def test_a_whole_number_among_amounts_is_damaged() -> None:
    assert read("3", "12.50", "1,430.00", "725", "0.75", "8.20", "1430") == [
        "3", "12.50", "1,430.00", "72\ufffd", "0.75", "8.20", "143\ufffd",
    ]  # fmt: skip


def test_a_column_of_numbers_and_one_that_was_printed_stay() -> None:
    assert read("201", "208", "12.50") == ["201", "208", "12.50"]
    assert read("12.50", "1.43", "725", "0.75", pages=()) == ["12.50", "1.43", "725", "0.75"]
