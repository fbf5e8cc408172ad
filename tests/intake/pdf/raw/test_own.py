"""Our own text under pictures is known by its fonts."""

from __future__ import annotations

import io

import pikepdf

from juesuan.intake.pdf.publishing.blank_fonts import blank_fonts
from juesuan.intake.pdf.raw.own import is_own


def test_a_page_with_our_fonts_is_known_whatever_else_is_compressed() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        assert not is_own(_saved(pdf))
        page.Resources = pikepdf.Dictionary(Font=blank_fonts(pdf, {"甲": 0}))
        assert is_own(_saved(pdf))


def _saved(pdf: pikepdf.Pdf) -> bytes:
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()
