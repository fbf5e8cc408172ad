"""What is printed beside a number is no part of it; what cannot be decided is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from juesuan.intake.pdf.text.doubtful import without_doubtful
from tests.intake.pdf.drawn import FONT, ruled

Part = tuple[str, float, float, float]
"""A text, the points that part it from the one before it, its rise, its size."""


def cells(path: Path, *rows: list[Part]) -> list[str]:
    """The second column of a ruled table whose cells are drawn part by part."""
    canvas = Canvas(str(path / "a.pdf"), pagesize=(600, 800), invariant=1)
    ruled(canvas, [50, 200, 400], [100 + 30 * i for i in range(len(rows) + 1)])
    for i, row in enumerate(rows):
        y, x = 680 - 30 * i, 210.0
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, y, f"R{chr(65 + i)}")
        for text, apart, rise, size in row:
            canvas.setFont("Helvetica", size)
            canvas.drawString(x + apart, y + rise, text)
            x += apart + stringWidth(text, "Helvetica", size)
    canvas.save()
    lines = intake.read(path / "a.pdf").text.splitlines()
    return [line.split("\t")[1] for line in lines]


OTHERS: list[list[Part]] = [[("8,204.11", 0, 0, 10)], [("1,377.90", 0, 0, 10)]]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("row", "printed"),
    [
        ([("3,518.27", 0, 0, 10), ("1", 0, 3, 10)], "3,518.27¹"),
        ([("3,518.27", 0, 0, 10), ("12", 0, 3, 10)], "3,518.27¹²"),
        ([("3,518.27", 0, 0, 10), ("1", 0, 0, 6)], "3,518.27¹"),
        ([("3,518.27", 0, 0, 10), ("1", 0, -2.5, 6)], "3,518.27¹"),
        ([("2", 0, 3, 10), ("3,518.27", 0, 0, 10)], "²3,518.27"),
        ([("2", 0, 4, 6), ("3,518.27", 0, 0, 10)], "²3,518.27"),
        ([("3,518.27", 0, 0, 10), ("1", 2, 0, 10)], "3,518.27 1"),
        ([("7", 0, 0, 10), ("518.27", 2, 0, 10)], "7\ufffd518.27"),
        ([("7", 0, 0, 10), ("518.27", 60, 0, 10)], "7\ufffd518.27"),
        ([("6", 0, 0, 10), ("3,518.27", 3, 0, 10)], "6\ufffd3,518.27"),
        ([("6", 0, 0, 10), ("3,518.27", 40, 0, 10)], "6\ufffd3,518.27"),
        ([("41", 0, 0, 10), ("18.27", 4, 0, 10)], "41\ufffd18.27"),
        ([("3,518.27*", 0, 0, 10)], "3,518.27*"),
        ([("3,518.27", 0, 0, 10)], "3,518.27"),
    ],
)
def test_a_note_is_no_part_of_the_number_beside_it(
    tmp_path: Path, row: list[Part], printed: str
) -> None:
    assert cells(tmp_path, row, *OTHERS)[0] == printed


@pytest.mark.slow
@pytest.mark.parametrize("apart", [1.7, 2.8, 4])
def test_thousands_may_be_apart_where_all_are(tmp_path: Path, apart: float) -> None:
    rows = [[(whole, 0, 0, 10), (rest, apart, 0, 10)]
            for whole, rest in (("7", "518.27"), ("12", "004.50"), ("3", "666.12"))]  # fmt: skip
    found = cells(tmp_path, *rows, [("96.08", 0, 0, 10)])
    assert found == ["7 518.27", "12 004.50", "3 666.12", "96.08"]


def test_a_number_with_its_digits_spread_is_one(tmp_path: Path) -> None:
    spread: list[Part] = [(char, 1.6, 0, 10) for char in "7518.27"]
    assert cells(tmp_path, spread, *OTHERS)[0] == "7518.27"


def _grouped(count: int) -> str:
    return "\t".join(f"{1 + i},{100 + i}.5{i % 10}" for i in range(count))


@pytest.mark.parametrize(
    ("odd", "read"),
    [("5326.72", "\ufffd326.72"), ("2,940.061", "2,940.06\ufffd"), ("26.72", "26.72")],
)
def test_an_amount_unlike_all_others_of_the_tables_is_damaged(odd: str, read: str) -> None:
    text = f"{_grouped(40)}\t{odd}"
    boxes = [0, 0, 0, 0] * len(text)
    assert without_doubtful(text, boxes, [(0, len(text))]) == f"{_grouped(40)}\t{read}"
    assert without_doubtful(text, boxes, []) == text


def test_several_amounts_with_more_decimals_than_most_are_damaged() -> None:
    text = f"{_grouped(20)}\t77.811\t9.302"
    read = without_doubtful(text, [0, 0, 0, 0] * len(text), [(0, len(text))])
    assert read == f"{_grouped(20)}\t77.81\ufffd\t9.30\ufffd"


@pytest.mark.parametrize(
    ("amount", "digits", "gap", "is_read"),
    [
        ("61.20", "2", 3, False),
        ("61.20", "47", 6, False),
        ("61.20", "2", 30, True),
        ("61.20", "208", 3, True),
        ("61.20", "0", 3, True),
        ("61.20", "2.15", 3, True),
        ("差旅费", "2", 3, True),
    ],
)
def test_digits_close_beside_an_amount_are_no_amount_of_the_next_cell(
    amount: str, digits: str, gap: int, is_read: bool, tmp_path: Path
) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    ruled(canvas, [20, 120, 220], [60, 80, 100, 120, 140])
    canvas.setFont(FONT, 10)
    for row, text in enumerate(("7.25", "8.40", "1.95")):
        canvas.drawRightString(117, 724 - 20 * row, text)
        canvas.drawRightString(217, 724 - 20 * row, text)
    canvas.drawRightString(117, 664, amount)
    canvas.drawString(117 + gap, 664, digits)
    canvas.save()
    text = intake.read(tmp_path / "a.pdf").text
    assert f"{amount}\t{digits if is_read else chr(0xFFFD) * len(digits)}" in text


def test_amounts_of_two_customs_are_left_as_they_are() -> None:
    text = f"{_grouped(12)}\t5326.72\t7148.20"
    assert without_doubtful(text, [0, 0, 0, 0] * len(text), [(0, len(text))]) == text


@given(st.text("0123456789 .,\t\n一", max_size=60), st.integers(0, 30))
def test_the_length_never_changes(text: str, middle: int) -> None:
    boxes = [value for at in range(len(text)) for value in (10 * at, 0, 10 * at + 8, 9)]
    assert len(without_doubtful(text, boxes, [(0, middle)])) == len(text)
