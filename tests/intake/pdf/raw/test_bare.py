"""A file opened by pdfium's own functions is as the classes of pypdfium2 tell it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan.intake.pdf.raw.bare import Document, PdfiumError


def _two_pages(path: Path) -> Path:
    canvas = Canvas(str(path), pagesize=(600, 800), invariant=1)
    canvas.drawString(80, 160, "72.6")
    canvas.showPage()
    canvas.setPageSize((500, 300))
    canvas.setPageRotation(90)
    canvas.setCropBox((10, 20, 400, 280))
    canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize("is_bytes", [False, True])
def test_pages_and_their_texts_are_as_the_classes_tell_them(
    tmp_path: Path, *, is_bytes: bool
) -> None:
    path = _two_pages(tmp_path / "收支.pdf")
    bare = Document(path.read_bytes() if is_bytes else str(path))
    known = pypdfium2.PdfDocument(path)
    assert len(bare) == len(known) == 2
    for number in range(2):
        page, other = bare[number], known[number]
        assert page.get_size() == other.get_size()
        assert page.get_bbox() == other.get_bbox()
        assert page.get_rotation() == other.get_rotation() == 90 * number
        assert page.get_textpage().count_chars() == other.get_textpage().count_chars()
        page.close()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 and nothing else"])
def test_what_is_no_file_cannot_be_opened(content: bytes) -> None:
    with pytest.raises(PdfiumError):
        Document(content)


def test_a_page_that_is_not_there_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(PdfiumError):
        Document(str(_two_pages(tmp_path / "a.pdf")))[2]
