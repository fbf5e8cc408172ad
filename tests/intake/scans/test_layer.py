"""The text under the pictures of pages."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from juesuan.intake.scans.layer import Written, with_layers
from juesuan.intake.scans.page import Character, Read
from tests import scans


@pytest.mark.slow
@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_the_text_is_read_where_it_was_put(tmp_path: Path, turn: int) -> None:
    source = scans.scan(scans.PDF, tmp_path / "a.pdf", [PAGE], [scans.Look(60)])
    with pikepdf.open(source) as pdf:
        width, height = (float(one) for one in [*pdf.pages[0].mediabox][2:])
    word = [
        Character(char, (100 + 8 * at, 50, 108 + 8 * at, 62)) for at, char in enumerate("9.1\ufffd")
    ]
    read = Read(turn, 0.7, [word], [(90, 40, 300, 40.5)], 1)
    with_layers(source, tmp_path / "made.pdf", [Written(1, width, height, read)])
    document = intake.read(tmp_path / "made.pdf")
    assert document.text == "9.1\ufffd\n"
    box = document.box_of(0, 3)
    assert (
        box and (round(box.left), round(box.right)) == (100, 124) and 45 < box.top < box.bottom < 66
    )
    size = (document.pages[0].width, document.pages[0].height)
    assert size == pytest.approx((height, width) if turn % 2 else (width, height), abs=0.5)


@pytest.mark.slow
def test_other_pages_stay_as_they_are(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(300, 300), invariant=1)
    for text in ("first1.20", "second3.40"):
        canvas.drawString(50, 200, text)
        canvas.showPage()
    canvas.save()
    with_layers(tmp_path / "a.pdf", tmp_path / "b.pdf", [])
    assert intake.read(tmp_path / "b.pdf").text == "first1.20\nsecond3.40\n"


PAGE = 13
