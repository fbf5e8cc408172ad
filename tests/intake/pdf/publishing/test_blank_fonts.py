"""Fonts that draw nothing: the text is read, and nobody sees it."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name

from juesuan.intake.pdf.publishing.blank_fonts import CODES, blank_fonts
from juesuan.intake.pdf.raw.own import FONT


def test_any_number_of_characters_and_no_ink() -> None:
    chars = [chr(0x4E00 + at) for at in range(CODES + 5)]
    codes = {char: at for at, char in enumerate(chars)}
    drawn = " ".join(
        f"/{FONT}{at // CODES} 10 Tf 1 0 0 1 {at % 30 * 10 + 10} {at // 30 * 12 + 10} Tm <{at % CODES + 1:02X}> Tj"
        for at in codes.values()
    )
    file = io.BytesIO()
    with pikepdf.new() as pdf:
        page = Dictionary(
            Type=Name.Page, MediaBox=Array([0, 0, 400, 200]), Resources=Dictionary(Font=blank_fonts(pdf, codes)),
            Contents=pdf.make_stream(f"BT {drawn} ET".encode()),
        )  # fmt: skip
        pdf.pages.append(pikepdf.Page(page))
        pdf.save(file)
    page = pypdfium2.PdfDocument(file.getvalue())[0]
    assert set(chars) <= set(page.get_textpage().get_text_bounded())
    assert page.render(grayscale=True).to_numpy().min() == 255
