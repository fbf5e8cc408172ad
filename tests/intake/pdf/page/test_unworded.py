"""A cell in which a number is drawn and not written is not taken for blank without a word."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from tests.intake.pdf.drawn import FONT, ruled


def outline(canvas: Canvas, x: float, y: float) -> None:
    """Two round digits as one path."""
    path = canvas.beginPath()
    for left in (x, x + 6):
        path.moveTo(left, y)
        path.curveTo(left, y + 8, left + 5, y + 8, left + 5, y + 4)
        path.curveTo(left + 5, y, left + 3, y, left, y)
        path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def corners(canvas: Canvas, x: float, y: float) -> None:
    """A digit with straight sides."""
    path = canvas.beginPath()
    path.moveTo(x, y)
    for a, b in ((6, 0), (6, 8), (4, 8), (4, 2), (0, 2)):
        path.lineTo(x + a, y + b)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def picture(canvas: Canvas, x: float, y: float) -> None:
    data = io.BytesIO()
    Image.new("L", (60, 20), 90).save(data, "PNG")
    canvas.drawImage(ImageReader(data), x, y - 2, 36, 12)


def stroke(canvas: Canvas, x: float, y: float) -> None:
    """A blank that is crossed out."""
    canvas.line(x - 20, y - 6, x + 30, y + 16)


def page(path: Path, draws: dict[int, object]) -> tuple[str, tuple[str, ...]]:
    canvas = Canvas(str(path), pagesize=(600, 800), invariant=1)
    ruled(canvas, [50, 250, 400], [100, 130, 160, 190])
    canvas.setFont(FONT, 12)
    for i, row in enumerate(("体育竞赛", "群众体育", "文物保护")):
        canvas.drawString(60, 680 - 30 * i, row)
        if i in draws:
            draws[i](canvas, 340, 680 - 30 * i)  # type: ignore[operator]
        else:
            canvas.drawRightString(395, 680 - 30 * i, f"{i + 3},418.77")
    canvas.save()
    document = intake.read(path)
    return document.text, document.remarks


@pytest.mark.slow
@pytest.mark.parametrize("draw", [outline, corners, picture])
def test_a_number_that_is_drawn_is_told(tmp_path: Path, draw: object) -> None:
    text, remarks = page(tmp_path / "a.pdf", {1: draw})
    assert "4,418.77" not in text
    (told,) = remarks
    assert "page 1: a blank cell of its tables holds something that is drawn and no text" in told


@pytest.mark.slow
def test_each_cell_is_counted(tmp_path: Path) -> None:
    _, remarks = page(tmp_path / "a.pdf", {0: outline, 2: picture})
    assert "page 1: 2 blank cells of its tables hold" in remarks[0]


@pytest.mark.slow
def test_a_blank_cell_that_is_crossed_out_is_blank(tmp_path: Path) -> None:
    assert page(tmp_path / "a.pdf", {1: stroke})[1] == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rise", "start", "is_told"), [(8, 346, True), (5, 346, True), (8, 300, False)]
)
def test_an_amount_that_is_struck_out_askew_is_told_and_not_read(
    tmp_path: Path, rise: float, start: float, *, is_told: bool
) -> None:
    def strike(canvas: Canvas, x: float, y: float) -> None:
        canvas.drawRightString(395, y, "4,418.77")
        canvas.line(start, y + 4 - rise / 2, start + 52, y + 4 + rise / 2)

    text, remarks = page(tmp_path / "a.pdf", {1: strike})
    assert any("is drawn over 4,418.77, as over what" in one for one in remarks) == is_told
    assert ("4,418.77" not in text) == is_told
    assert "3,418.77" in text and "5,418.77" in text


@pytest.mark.slow
def test_a_wave_over_an_amount_strikes_it_out_and_one_below_it_is_not(tmp_path: Path) -> None:
    def wave(canvas: Canvas, y: float) -> None:
        canvas.drawRightString(395, round(y / 10) * 10, "4,418.77")
        path = canvas.beginPath()
        path.moveTo(344, y)
        for left in range(344, 394, 10):
            path.curveTo(left + 3, y + 4, left + 7, y - 4, left + 10, y)
        canvas.drawPath(path, stroke=1, fill=0)

    over = page(tmp_path / "a.pdf", {1: lambda canvas, _, y: wave(canvas, y + 4)})
    below = page(tmp_path / "b.pdf", {1: lambda canvas, _, y: wave(canvas, y - 4)})
    assert len(over[1]) == 1 and below[1] == ()
    assert "4,418.77" not in over[0] and "4,418.77" in below[0]
