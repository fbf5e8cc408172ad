"""Pages that draw their text without characters."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from juesuan.errors import UnreadableSourceError, UnrecognisedError
from juesuan.intake.pdf import is_drawn_text, raw_pages
from juesuan.intake.scans import kept


def star(canvas: Canvas, x: float, y: float) -> None:
    """A shape of as many segments as a simple character has."""
    path = canvas.beginPath()
    path.moveTo(x + 5, y)
    for i in range(1, 20):
        radius = 5 if i % 2 == 0 else 2
        path.lineTo(x + radius * math.cos(i / 3), y + radius * math.sin(i / 3))
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def page(path: Path, stars: int, text: str = "", lines: int = 0) -> Path:
    canvas = Canvas(str(path), pagesize=(400, 400), invariant=1)
    for i in range(stars):
        star(canvas, 20 + 12 * (i % 30), 300 - 14 * (i // 30))
    for i in range(lines):
        canvas.line(20, 20 + 3 * i, 380, 20 + 3 * i)
    canvas.drawString(180, 10, text)
    canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize(
    ("stars", "text", "lines", "is_drawn"),
    [
        (120, "", 0, True),
        (120, "- 7 -", 9, True),
        (40, "", 0, False),
        (0, "", 120, False),
        (120, "Annual accounts 3.70", 0, False),
    ],
)
def test_which_pages_are_taken_for_drawn_text(
    tmp_path: Path, stars: int, text: str, lines: int, is_drawn: bool
) -> None:
    (raw,) = raw_pages(page(tmp_path / "a.pdf", stars, text, lines))
    assert is_drawn_text(raw) == is_drawn


def test_they_are_told_with_what_to_do_and_are_recognised_where_that_is_asked(
    tmp_path: Path,
) -> None:
    path = page(tmp_path / "a.pdf", 120, "7")
    with pytest.raises(UnreadableSourceError, match=r"install juesuan\[ocr\]"):
        intake.read(path)
    with kept(tmp_path), pytest.raises(UnrecognisedError, match="1 scanned pages"):
        intake.read(path)
