"""A PDF of pictures of pages, with the text that was read from them under the pictures.

What is hidden is painted over in the picture, and a sign stands for it in the text. The text is
drawn first and each picture over it: a reader can search it, and the file reads as before.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw

from juesuan.intake.pdf.publishing.blank_fonts import CODES, blank_fonts
from juesuan.intake.pdf.raw.own import FONT
from juesuan.intake.pdf.supervise import RawPage, pictures, raw_pages
from juesuan.intake.reader import SIGN
from juesuan.model import Document, Page

SCALE = 2.0
"""Pixels a point: 144 a inch."""

_Sides = tuple[int, int, int, int]
"""Left, top, right, bottom of a character, in tenths of a point."""

_RISE = 0.8
"""Share of the height of a character that is above its base line, in the font that we write."""


def pictured(path: Path, document: Document, hidden: Collection[int]) -> bytes:
    """A PDF of the pictures of a PDF's pages.

    Args:
        path: the PDF.
        document: what was read from it.
        hidden: offsets of the characters that must not be seen.
    """
    raw_of = {raw.number: raw for raw in raw_pages(path)}
    codes = _codes(raw_of.values())
    drawn = pictures(path, [page.number for page in document.pages], SCALE)
    with pikepdf.new() as pdf:
        fonts = blank_fonts(pdf, codes)
        for page in document.pages:
            boxes = {_box(document, at) for at in hidden if page.start <= at < page.end}
            picture = _painted(drawn.get(page.number, b""), page, boxes)
            _add(pdf, page, picture, fonts, _content(page, raw_of[page.number], boxes, codes))
        file = io.BytesIO()
        pdf.save(file, deterministic_id=True)
    return file.getvalue()


def _codes(pages: Iterable[RawPage]) -> dict[str, int]:
    """A number for each character that stands on the pages."""
    chars = sorted({SIGN, *(char for raw in pages for char in raw.text)})
    return {char: at for at, char in enumerate(chars)}


def _painted(data: bytes, page: Page, boxes: Collection[_Sides]) -> Image.Image:
    """The picture of a page with what is hidden painted over; white where there is none."""
    size = (max(1, round(page.width * SCALE)), max(1, round(page.height * SCALE)))
    picture = Image.open(io.BytesIO(data)).convert("L") if data else Image.new("L", size, 255)
    pen = ImageDraw.Draw(picture)
    for left, top, right, bottom in boxes:
        corners = [one * SCALE / 10 for one in (left, top, right, bottom)]
        pen.rectangle((corners[0] - 1, corners[1] - 2, corners[2] + 1, corners[3] + 2), fill=128)
    return picture


def _box(document: Document, at: int) -> _Sides:
    """Left, top, right, bottom of a character, in tenths of a point."""
    numbers = document.boxes.numbers[4 * at : 4 * at + 4] if document.boxes else (0, 0, 0, 0)
    left, top, right, bottom = numbers
    return left, top, right, bottom


def _content(page: Page, raw: RawPage, boxes: Collection[_Sides], codes: dict[str, int]) -> bytes:
    """What a page draws: its text, its rulings, its picture."""
    text = " ".join(_text(page, raw, boxes, codes))
    rulings = " ".join(_rulings(page, raw))
    picture = f"q {page.width:.2f} 0 0 {page.height:.2f} 0 0 cm /P Do Q"
    return f"BT {text} ET\n{rulings}\n{picture}".encode()


def _text(
    page: Page, raw: RawPage, boxes: Collection[_Sides], codes: dict[str, int]
) -> Iterator[str]:
    """Each character in its place."""
    for at, char in enumerate(raw.text):
        left, top, right, bottom = raw.boxes[4 * at : 4 * at + 4]
        seen = (left, raw.heights[2 * at], right, raw.heights[2 * at + 1])
        height, width = (bottom - top) / 10, (right - left) / 10
        code = codes.get(SIGN if seen in boxes else char)
        if width <= 0 or height <= 0 or code is None:
            continue
        base = page.height - top / 10 - _RISE * height
        yield (
            f"/{FONT}{code // CODES} {height:.2f} Tf {100 * width / height:.2f} Tz "
            f"1 0 0 1 {left / 10:.2f} {base:.2f} Tm <{code % CODES + 1:02X}> Tj"
        )


def _rulings(page: Page, raw: RawPage) -> Iterator[str]:
    """The ruled lines, by which tables are read."""
    numbers = [one / 10 for one in raw.rulings]
    for at in range(0, len(numbers), 4):
        left, top, right, bottom = numbers[at : at + 4]
        width, height = max(right - left, 0.3), max(bottom - top, 0.3)
        yield f"{left:.2f} {page.height - top - height:.2f} {width:.2f} {height:.2f} re f"


def _add(
    pdf: pikepdf.Pdf, page: Page, picture: Image.Image, fonts: pikepdf.Dictionary, content: bytes
) -> None:
    image = pdf.make_stream(
        picture.tobytes(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )
    resources = Dictionary(Font=fonts, XObject=Dictionary(P=image))
    size = [Decimal(f"{one:.2f}") for one in (page.width, page.height)]
    about = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, *size]),
        Resources=resources,
        Contents=pdf.make_stream(content),
    )
    pdf.pages.append(pikepdf.Page(about))
