"""Rulings, filled shapes and pictures of a page, in the order in which they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan.intake.pdf.raw.drawing import Drawing, TooMuchError, at_most, drawing, overlap, product


def of(path: Path, draw: Callable[[Canvas], None]) -> Drawing:
    canvas = Canvas(str(path / "a.pdf"), pagesize=(600, 800), invariant=1)
    draw(canvas)
    canvas.save()
    return drawing(pypdfium2.PdfDocument(path / "a.pdf")[0], has_layers=False)


def test_thin_rectangles_are_rulings_and_wide_ones_shapes(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(10, 20, 110, 20)
        canvas.rect(10, 30, 100, 1, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 1)
        canvas.rect(10, 40, 100, 30, stroke=0, fill=1)

    found = of(tmp_path, draw)
    assert found.rulings == [(10, 20, 110, 20), (10, 30, 110, 31)]
    assert [(one.box, one.colour, one.order) for one in found.shapes] == [
        ((10, 40, 110, 70), (0, 0, 255, 255), 3)
    ]


def test_a_shape_is_cut_by_what_it_is_clipped_to_and_a_frame_is_none(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        frame = canvas.beginPath()
        frame.rect(0, 0, 500, 500)
        frame.rect(50, 50, 300, 300)
        canvas.drawPath(frame, stroke=0, fill=1, fillMode=0)
        window = canvas.beginPath()
        window.rect(100, 100, 40, 30)
        canvas.clipPath(window, stroke=0)
        canvas.rect(0, 0, 600, 800, stroke=0, fill=1)

    assert [one.box for one in of(tmp_path, draw).shapes] == [(100, 100, 140, 130)]


def test_a_form_moves_what_it_draws(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("f", 0, 0, 100, 100)
        canvas.rect(10, 10, 20, 30, stroke=0, fill=1)
        canvas.drawString(10, 80, "x")
        canvas.endForm()
        canvas.translate(200, 300)
        canvas.doForm("f")

    found = of(tmp_path, draw)
    assert [one.box for one in found.shapes] == [(210, 310, 230, 340)]
    assert [piece.matrix[4:] for piece in found.pieces.values()] == [(200, 300)]


def test_matrices_follow_one_another() -> None:
    assert product((2, 0, 0, 2, 1, 1), (1, 0, 0, 1, 10, 20)) == (2, 0, 0, 2, 11, 21)
    assert overlap((0, 0, 5, 5), (3, 1, 9, 2)) == (3, 1, 5, 2)


def test_more_than_is_read_is_refused() -> None:
    with pytest.raises(TooMuchError, match="it has more than 5 dots"):
        at_most(6, 5, what=" dots")


def test_dots_are_one_line_and_thick_lines_are_lines(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for at in range(40):
            canvas.circle(20 + 2 * at, 50, 0.4, stroke=0, fill=1)
        for at in range(30):
            canvas.rect(20, 60 + 3 * at, 0.8, 0.8, stroke=0, fill=1)
        canvas.rect(20, 200, 90, 5, stroke=0, fill=1)
        canvas.rect(20, 300, 90, 7, stroke=0, fill=1)
        canvas.rect(20, 320, 5, 6, stroke=0, fill=1)

    across, down, thick = of(tmp_path, draw).rulings
    assert [round(one, 1) for one in across] == [19.6, 49.6, 98.4, 50.4]
    assert [round(one, 1) for one in down] == [20, 60, 20.8, 147.8]
    assert thick == (20, 200, 110, 205)


@pytest.mark.parametrize(("line", "count"), [(False, 4 * 12), (True, 1)])
def test_filled_cells_have_borders_where_no_line_is_drawn(
    tmp_path: Path, line: bool, count: int
) -> None:
    def draw(canvas: Canvas) -> None:
        for at in range(12):
            canvas.rect(20 + 52 * (at % 4), 100 + 22 * (at // 4), 50, 20, stroke=0, fill=1)
        if line:
            canvas.line(10, 400, 300, 400)

    assert len(of(tmp_path, draw).borders) == count
