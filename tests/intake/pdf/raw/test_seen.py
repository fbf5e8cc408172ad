"""What no reader sees is left out and told: how it is drawn, on what, how large, what lies upon it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from juesuan.model import Document

Draw = Callable[[Canvas], None]


def read(path: Path, draw: Draw) -> Document:
    """A page with a line of text and what is drawn behind it."""
    canvas = Canvas(str(path / "a.pdf"), pagesize=(600, 800), invariant=1)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(50, 700, "45.10")
    draw(canvas)
    canvas.save()
    return intake.read(path / "a.pdf")


def picture(alpha: int, *, hole: bool = False) -> ImageReader:
    image = Image.new("RGBA", (60, 40), (250, 250, 250, alpha))
    if hole:
        image.paste((0, 0, 0, 0), (0, 0, 60, 20))
    file = io.BytesIO()
    image.save(file, "PNG")
    file.seek(0)
    return ImageReader(file)


def mode(number: int) -> Draw:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(50, 500)
        text.setTextRenderMode(number)
        text.textOut("613.52")
        canvas.drawText(text)

    return draw


def coloured(*colour: float, ground: tuple[float, ...] = (), alpha: float = 1) -> Draw:
    def draw(canvas: Canvas) -> None:
        if ground:
            canvas.setFillColorRGB(*ground)
            canvas.rect(40, 490, 200, 40, stroke=0, fill=1)
        canvas.setFillColorRGB(*colour)
        canvas.setFillAlpha(alpha)
        canvas.drawString(50, 500, "613.52")

    return draw


def sized(size: float) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        canvas.drawString(50, 500, "613.52")

    return draw


def scaled(canvas: Canvas) -> None:
    canvas.scale(0.02, 0.02)
    canvas.drawString(2500, 25000, "613.52")


def clipped(x: float) -> Draw:
    def draw(canvas: Canvas) -> None:
        path = canvas.beginPath()
        path.rect(x, 450, 200, 100)
        canvas.clipPath(path, stroke=0)
        canvas.drawString(50, 500, "613.52")

    return draw


def in_a_form(canvas: Canvas) -> None:
    canvas.beginForm("small", 0, 0, 100, 20)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(5, 300, "613.52")
    canvas.endForm()
    canvas.translate(200, 100)
    canvas.doForm("small")


def covered(alpha: float = 1, x: float = 40) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "613.52")
        canvas.setFillColorRGB(0.9, 0.9, 1)
        canvas.setFillAlpha(alpha)
        canvas.rect(x, 490, 200, 40, stroke=0, fill=1)

    return draw


def pictured(alpha: int, *, hole: bool = False, up: float = 0) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500 + up, "613.52")
        canvas.drawImage(picture(alpha, hole=hole), 40, 490, 90, 40, mask="auto")

    return draw


@pytest.mark.slow
@pytest.mark.parametrize(
    ("draw", "why"),
    [
        (mode(3), "drawn in no colour"),
        (mode(7), "drawn in no colour"),
        (coloured(1, 1, 1), "of the colour of their ground"),
        (coloured(0.99, 0.98, 0.99), "of the colour of their ground"),
        (coloured(0, 0, 0.5, ground=(0, 0, 0.5)), "of the colour of their ground"),
        (coloured(0, 0, 0, alpha=0), "transparent"),
        (sized(0.1), "under 2 points"),
        (sized(1.5), "under 2 points"),
        (scaled, "under 2 points"),
        (clipped(300), "clipped away"),
        (in_a_form, "clipped away"),
        (covered(), "covered"),
        (pictured(255), "covered"),
        (pictured(255, hole=True, up=2), "covered"),
        (lambda canvas: canvas.drawString(650, 500, "613.52"), "outside the page"),
    ],
)
def test_what_no_reader_sees_is_left_out_and_told(tmp_path: Path, draw: Draw, why: str) -> None:
    document = read(tmp_path, draw)
    assert document.text == "45.10\n"
    assert document.unseen == "613.52"
    assert document.remarks == (
        f"page 1: 6 characters that are {why} (613.52) are left out, as no reader sees them: "
        "compare with the original",
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "draw",
    [
        mode(0),
        mode(1),
        coloured(1, 1, 1, ground=(0.1, 0.2, 0.6)),
        coloured(0.7, 0.7, 0.7),
        coloured(0, 0, 0, ground=(0.8, 0.9, 0.8)),
        sized(4),
        clipped(45),
        covered(0.3),
        covered(x=300),
        pictured(60),
        pictured(255, hole=True, up=20),
    ],
)
def test_what_is_seen_is_read(tmp_path: Path, draw: Draw) -> None:
    document = read(tmp_path, draw)
    assert document.text == "45.10\n613.52\n"
    assert document.remarks == ()


def test_a_page_in_other_units_may_have_small_numbers(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(60, 80), invariant=1)
    canvas.setFont("Helvetica", 1.2)
    canvas.drawString(5, 70, "45.10")
    canvas.save()
    assert intake.read(tmp_path / "a.pdf").text == "45.10\n"


@pytest.mark.slow
@pytest.mark.parametrize("ends", [67, 75])
def test_a_number_that_is_partly_covered_is_unreadable(tmp_path: Path, ends: float) -> None:
    text = read(tmp_path, covered(x=ends)).text
    assert "\ufffd" in text
    assert "613.52" not in text
    assert text.splitlines()[1].rstrip("\ufffd") in ("61", "613", "613.")
