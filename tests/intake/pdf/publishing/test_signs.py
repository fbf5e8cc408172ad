"""Signs take the place of glyphs and leave every other glyph where it was."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan.intake.pdf.publishing.signs import UnprovenError, hide


def made(path: Path) -> pikepdf.Pdf:
    canvas = Canvas(str(path), pageCompression=0)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(72, 700, "abcdef")
    canvas.save()
    return pikepdf.open(path)


def test_the_codes_are_gone(tmp_path: Path) -> None:
    with made(tmp_path / "a.pdf") as pdf:
        hide(pdf, {1: {(0,): (6, {1, 2})}})
        content = pdf.pages[0].obj.Contents.read_bytes()
        widths = [int(one) for one in pdf.pages[0].obj.Resources.Font["/JuesuanMask"].Widths]
    assert b"(a)" in content and b"(def)" in content and b"bc" not in content
    assert widths == [556]


def test_a_count_that_differs_is_refused(tmp_path: Path) -> None:
    with made(tmp_path / "a.pdf") as pdf, pytest.raises(UnprovenError, match="one by one"):
        hide(pdf, {1: {(0,): (5, {1})}})
