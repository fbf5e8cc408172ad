"""A page that is a picture is named, whether or not there is text under the picture."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from juesuan.intake.pdf import INSTALL
from juesuan.model import Document
from tests.intake.pdf.drawn import FONT


def scan() -> ImageReader:
    file = io.BytesIO()
    Image.new("L", (120, 160), 240).save(file, "PNG")
    file.seek(0)
    return ImageReader(file)


def read(path: Path, box: tuple[float, ...], under: str = "", over: str = "") -> Document:
    """A page of text, and one with a picture; ``under`` is text that is drawn in no colour."""
    canvas = Canvas(str(path / "a.pdf"), pagesize=(600, 800), invariant=1)
    canvas.setFont(FONT, 12)
    canvas.drawString(50, 700, "第一页")
    canvas.showPage()
    canvas.setFont(FONT, 12)
    canvas.drawImage(scan(), *box)
    canvas.drawString(50, 780, "收入决算表")
    canvas.drawString(60, 650, over)
    text = canvas.beginText(60, 600)
    text.setTextRenderMode(3)
    text.textOut(under)
    canvas.drawText(text)
    canvas.save()
    return intake.read(path / "a.pdf")


@pytest.mark.slow
def test_a_picture_with_recognised_text_is_read_and_named(tmp_path: Path) -> None:
    document = read(tmp_path, (0, 0, 600, 770), under="合计4,210.77")
    assert document.text.split() == ["第一页", "收入决算表", "合计4,210.77"]
    (told,) = document.remarks
    assert told.startswith("page 2: a picture, under which another program put the text")


@pytest.mark.slow
def test_text_that_is_hidden_on_a_printed_page_was_not_recognised(tmp_path: Path) -> None:
    document = read(
        tmp_path, (0, 0, 600, 800), under="4,210.77", over="合计支出为三千元,比上年增加"
    )
    assert "4,210.77" not in document.text
    assert "drawn in no colour (4,210.77)" in document.remarks[0]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("width", "percent", "more"), [(600, 50, f", or {INSTALL}"), (300, 25, ""), (120, 10, "")]
)
def test_a_picture_of_which_no_text_is_known_is_named(
    tmp_path: Path, width: float, percent: int, more: str
) -> None:
    """Recognising is offered where it would be done: of a page that is mostly a picture."""
    document = read(tmp_path, (0, 300, width, 400))
    assert document.remarks == (
        f"page 2: a picture covers {percent} % of it, and no text is known of the picture. What it "
        f"shows was not read: compare with the original{more}",
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("box", "over"), [((0, 0, 600, 800), "一张铺满整页的底图上印有正文"), ((0, 740, 90, 40), "")]
)
def test_a_ground_and_a_small_sign_are_not_named(
    tmp_path: Path, box: tuple[float, ...], over: str
) -> None:
    assert read(tmp_path, box, over=over).remarks == ()
