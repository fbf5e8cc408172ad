"""pdfium's functions by their address give what its bindings give."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from juesuan.intake.pdf.raw import calls


def test_objects_and_characters_are_as_the_bindings_tell_them(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.setFillAlpha(0.5)
    canvas.rect(100, 200, 50, 40, stroke=0, fill=1)
    canvas.setFont("Helvetica", 20)
    canvas.scale(0.5, 0.5)
    canvas.drawString(80, 160, "72.6")
    canvas.save()
    page = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0]
    box, text = calls.objects(page)
    assert [calls.kind_of(one) for one in (box, text)] == [one.type for one in page.get_objects()]
    assert calls.fill(box) == (255, 0, 0, 128)
    assert (calls.drawn(box), calls.blends(box)) == ((True, False), 1)
    assert calls.clips(box, 10) == []
    around = [segment[1:3] for segment in calls.segments(box, 10)]
    assert {(100.0, 200.0), (150.0, 240.0)} <= set(around)
    read = page.get_textpage()
    raw = calls.address(read.raw)
    assert "".join(chr(calls.unicode_of(raw, i)) for i in range(4)) == read.get_text_range()
    assert calls.piece_of(raw, 0) == text
    assert calls.size(raw, 0) == 10
    assert calls.ink_box(raw, 0) == read.get_charbox(0)
    loose = calls.font_box(raw, 0)
    assert loose == read.get_charbox(0, loose=True)
