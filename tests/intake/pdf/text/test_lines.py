"""Characters become lines of text, by where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from juesuan.intake.pdf.text.lines import Glyph, lines
from tests.intake.pdf.drawn import FONT, drawn


@pytest.mark.slow
def test_lines_stand_in_reading_order_whatever_the_order_of_the_file(tmp_path: Path) -> None:
    path = drawn(
        tmp_path / "a.pdf", [(300, 100, "右"), (50, 140, "下一行2.50万元"), (50, 100, "左")]
    )
    assert intake.read(path).text == "左 右\n下一行2.50万元\n"


@pytest.mark.slow
def test_a_number_is_not_torn_out_of_its_line_by_another_font(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    for x, font, size, text in (
        (50, FONT, 12, "收入"),
        (76, "Helvetica", 11, "2,995.39"),
        (119, FONT, 12, "万元"),
    ):
        canvas.setFont(font, size)
        canvas.drawString(x, 700, text)
    canvas.save()
    assert intake.read(tmp_path / "a.pdf").text == "收入2,995.39万元\n"


@pytest.mark.slow
def test_text_printed_twice_to_look_bold_is_read_once(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", [(50, 100, "合计11.11"), (50.4, 100, "合计11.11")])
    assert intake.read(path).text == "合计11.11\n"


def test_the_mark_of_a_footnote_is_no_digit(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(50, 700, "2.76")
    canvas.setFont("Helvetica", 7)
    canvas.drawString(50 + canvas.stringWidth("2.76", "Helvetica", 12), 705, "12")
    canvas.save()
    assert intake.read(tmp_path / "a.pdf").text == "2.76¹²\n"


@pytest.mark.slow
@pytest.mark.parametrize(("rise", "mark"), [(5, "¹²"), (0, "12")], ids=["raised", "on the line"])
def test_the_mark_before_a_footnote_is_no_digit(tmp_path: Path, rise: int, mark: str) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    canvas.setFont("Helvetica", 7)
    canvas.drawString(50, 700 + rise, "12")
    canvas.setFont(FONT, 12)
    canvas.drawString(58, 700, "含上年结转")
    canvas.save()
    assert intake.read(tmp_path / "a.pdf").text == f"{mark}含上年结转\n"


def test_a_line_of_glyphs_knows_its_spaces() -> None:
    found = [
        Glyph(char, left, 0, left + 10, 10) for char, left in (("甲", 0), ("乙", 11), ("丙", 40))
    ]
    assert [line.text for line in lines(found)] == ["甲乙 丙"]


@pytest.mark.parametrize(
    ("pieces", "printed"),
    [
        ([("7,380.52", 1, 0), ("4", 9, 0)], "7,380.52⁴"),
        ([("7,380.52", 1, 0), ("12", 9, 3)], "7,380.52¹²"),
        ([("2", 9, 0), ("7,380.52", 1, 0)], "\ufffd7,380.52"),
        ([("2", 1, 0), ("7,380.52", 2, 5)], "\ufffd7,380.52"),
        ([("41", 9, 0), ("380.52", 1, 0)], "\ufffd\ufffd380.52"),
        ([("2", 1, 0), ("7,380.52", 2, 0)], "27,380.52"),
        ([("7,38", 9, 0), ("0.52", 1, 0)], "7,380.52"),
        ([("7,380.5", 1, 0), ("2", 9, 0)], "7,380.52"),
        ([("415", 9, 0), ("380.52", 1, 0)], "415380.52"),
    ],
)
def test_a_digit_that_is_drawn_by_itself_beside_an_amount_is_none_of_it(
    pieces: list[tuple[str, int, int]], printed: str
) -> None:
    """A text, the number of its piece, and the tenths of a point before it."""
    found, x = [], 100
    for text, piece, gap in pieces:
        x += gap
        for char in text:
            found.append(Glyph(char, x, 100, x + 40, 180, piece, 110, 170))
            x += 40
    assert lines(found)[0].text == printed
