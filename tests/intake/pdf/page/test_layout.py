"""Characters of a page are put into the cells of its tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from tests.intake.pdf.drawn import FONT, ruled


def test_a_number_too_wide_for_its_cell_stays_whole_and_two_that_touch_stay_two(
    tmp_path: Path,
) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    for y in (700, 720, 740):
        canvas.line(50, y, 250, y)
    for x in (50, 100, 150, 250):
        canvas.line(x, 700, x, 740)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(70, 726, "1,234,567.89")
    canvas.drawRightString(99.9, 706, "4,752.82")
    canvas.drawString(100.1, 706, "302")
    canvas.save()
    document = intake.read(tmp_path / "a.pdf")
    assert document.text == "1,234,567.89\t\t\n4,752.82\t302\t\n"


def test_a_number_drawn_character_by_character_stays_whole(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    ruled(canvas, [50, 100, 150, 250], [60, 80, 100])
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 726, "x")
    x = 70.0
    for char in "4,441.64":
        canvas.drawString(x, 706, char)
        x += canvas.stringWidth(char, "Helvetica", 10)
    for char in "4,440.35":
        canvas.drawString(x, 706, char)
        x += canvas.stringWidth(char, "Helvetica", 10)
    canvas.save()
    assert "4,441.64\t4,440.35\t" in intake.read(tmp_path / "a.pdf").text


def test_numbers_of_a_table_printed_twice_leave_no_copies_and_colliding_ones_are_unreadable(
    tmp_path: Path,
) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    ruled(canvas, [50, 100, 150, 250], [60, 80, 100])
    canvas.setFont("Helvetica", 10)
    for x in (60, 60.3):
        canvas.drawString(x, 726, "12.34")
    canvas.drawString(110, 726, "x")
    canvas.drawString(160, 706, "5")
    canvas.drawString(161, 706, "8")
    canvas.save()
    assert intake.read(tmp_path / "a.pdf").text == "12.34\tx\t\n\t\t\ufffd\n"


@pytest.mark.slow
@pytest.mark.parametrize("spread", [4.0, 9.0])
def test_a_spaced_number_that_reaches_into_the_next_cell_stays_whole(
    tmp_path: Path, spread: float
) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    ruled(canvas, [50, 130, 250, 300], [60, 80, 100])
    for at, text in ((726, "7,316.48"), (706, "85.02")):
        spoken = canvas.beginText(100, at)
        spoken.setFont("Helvetica", 10)
        spoken.setCharSpace(spread)
        spoken.textOut(text)
        canvas.drawText(spoken)
    canvas.drawString(60, 706, "x")
    canvas.save()
    cells = intake.read(tmp_path / "a.pdf").text.replace(" ", "").split()
    assert "7,316.48" in cells


@pytest.mark.slow
@pytest.mark.parametrize("is_struck", [False, True])
def test_a_strike_in_a_table_of_cells_with_their_own_borders_is_no_border(
    tmp_path: Path, *, is_struck: bool
) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    canvas.setFont("Helvetica", 8)
    for row in range(3):
        for column in range(9):
            x, y = 30 + 60 * column, 700 - 13 * row
            for to_x, to_y, a, b in (
                (0, 0, 60, 0),
                (0, 13, 60, 13),
                (0, 0, 0, 13),
                (60, 0, 60, 13),
            ):
                canvas.line(x + to_x, y + to_y, x + a, y + b)
            canvas.drawString(x + 4, y + 4, f"{row + 1}{column}3.47")
    if is_struck:
        canvas.line(213, 694, 243, 694)
    canvas.save()
    rows = intake.read(tmp_path / "a.pdf").text.splitlines()
    assert [row.split("\t")[2] for row in rows] == ["123.47", "223.47", "323.47"]
    assert (rows[1].split("\t")[3] == "233.47") != is_struck


@pytest.mark.parametrize("is_apart", [False, True])
@pytest.mark.parametrize(
    ("x", "text"),
    [
        (62, "\t机关养老保险缴费支出\t61.20\t\n208\t培训\t34.05\t\n"),
        (22, "机关养老保险缴费支出\t\t61.20\t\n208\t培训\t34.05\t\n"),
    ],
)
def test_a_name_too_long_for_its_cell_stays_whole(
    x: float, text: str, *, is_apart: bool, tmp_path: Path
) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    ruled(canvas, [20, 60, 130, 260, 300], [60, 80, 100])
    canvas.setFont(FONT, 10)
    name = "机关养老保险缴费支出"
    for at, char in enumerate(name) if is_apart else [(0, name)]:
        canvas.drawString(x + 10 * at, 726, char)
    canvas.drawRightString(258, 726, "61.20")
    canvas.drawString(22, 706, "208")
    canvas.drawString(62, 706, "培训")
    canvas.drawRightString(258, 706, "34.05")
    canvas.save()
    assert intake.read(tmp_path / "a.pdf").text == text


def test_words_of_two_cells_stay_two_though_one_piece_draws_them(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    ruled(canvas, [50, 100, 150, 250], [60, 80, 100])
    canvas.setFont(FONT, 10)
    canvas.drawString(60, 726, "科目　　金额")
    canvas.drawString(60, 706, "培训")
    canvas.drawString(110, 706, "34.05")
    canvas.save()
    assert intake.read(tmp_path / "a.pdf").text.startswith("科目\t金额\t")
