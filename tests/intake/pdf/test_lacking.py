"""Which tables lack lines between their columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import intake
from tests.made_pdf import Made
from tests.made_shapes import Shape, draw


@pytest.mark.slow
@pytest.mark.parametrize(("lines", "ruled"), [("full", True), ("outer", False), ("level", False)])
def test_only_tables_that_lack_lines_are_told_by_their_words(
    lines: str, ruled: bool, tmp_path: Path
) -> None:
    document = intake.read(draw(Made(21), Shape(lines), tmp_path / "a.pdf"))
    coded = [one for one in document.tables if one.width in (7, 10, 11)]
    assert coded and {one.is_ruled for one in coded} == {ruled}


def test_level_lines_below_no_title_are_no_table(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    from tests.intake.pdf.drawn import FONT

    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    canvas.setFont(FONT, 10)
    for row, texts in enumerate([("甲", "乙"), ("201", "7.10"), ("205", "8.20"), ("208", "9.30")]):
        for x, text in zip((60, 300), texts, strict=True):
            canvas.drawString(x, 690 - 20 * row, text)
    for row in range(5):
        canvas.line(50, 703 - 20 * row, 500, 703 - 20 * row)
    canvas.save()
    assert intake.read(tmp_path / "a.pdf").tables == ()
