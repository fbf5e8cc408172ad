"""A PDF in which the text that was read from the pictures of pages stands under them.

The pictures stay as they are; a page that lies askew is turned as a whole. It imports nothing of
the project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

import io
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

if TYPE_CHECKING or __package__:
    from juesuan.intake.pdf.publishing.blank_fonts import CODES, blank_fonts
    from juesuan.intake.pdf.raw.own import FONT
    from juesuan.intake.scans.page import Character, Read
else:
    sys.path.append(str(Path(__file__).parent))
    sys.path.append(str(Path(__file__).parent.parent / "pdf" / "publishing"))
    sys.path.append(str(Path(__file__).parent.parent / "pdf" / "raw"))
    from blank_fonts import CODES, blank_fonts
    from own import FONT
    from page import Character, Read

RISE = 0.8
"""Share of the height of a character that is above its base line, in the font that we write."""


class Written(NamedTuple):
    """What was read of a page.

    Attributes:
        number: of the page, 1-based.
        width, height: in points, as it is shown.
        read: the text.
        picture: the page as JPEG, which stands in its place where it holds text of another
            program; empty where the page stays as it is.
    """

    number: int
    width: float
    height: float
    read: Read
    picture: bytes = b""


def with_layers(source: Path, made: Path, pages: Sequence[Written]) -> None:
    """Write a PDF again, with what was read of some of its pages under them.

    Args:
        source: the PDF.
        made: the new one.
        pages: what was read.
    """
    codes = _codes(pages)
    with pikepdf.open(source) as pdf:
        fonts = blank_fonts(pdf, codes)
        for one in pages:
            _replace(pdf, one, fonts, codes)
        pdf.save(made, deterministic_id=True)


def _codes(pages: Sequence[Written]) -> dict[str, int]:
    """A number for each character that was read."""
    chars = {char.char for one in pages for word in one.read.found for char in word}
    return {char: at for at, char in enumerate(sorted(chars))}


def _replace(
    pdf: pikepdf.Pdf, one: Written, fonts: pikepdf.Dictionary, codes: dict[str, int]
) -> None:
    """Put the text, its lines and then the page as it was on a page that is upright."""
    old = pdf.pages[one.number - 1]
    sizes = (one.width, one.height)
    if one.picture:
        picture, shown = _as_picture(pdf, one)
    else:
        picture = old.as_form_xobject()
        shown = old.calc_form_xobject_placement(
            picture, Name.P, pikepdf.Rectangle(0, 0, *sizes), allow_shrink=True, allow_expand=True
        )
    width, height = sizes[::-1] if one.read.turn % 2 else sizes
    text = " ".join(_text(one.read.found, height, codes))
    rulings = " ".join(_rulings(one.read.rulings, height))
    turns = " ".join(_turns(one.read, *sizes))
    content = f"BT {text} ET\n{rulings}\nq {turns}\n".encode() + shown + b"\nQ"
    fresh = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, round(width, 3), round(height, 3)]),
        Resources=Dictionary(Font=fonts, XObject=Dictionary(P=picture)),
        Contents=pdf.make_stream(content),
    )
    pdf.pages[one.number - 1] = pikepdf.Page(fresh)


def _as_picture(pdf: pikepdf.Pdf, one: Written) -> tuple[pikepdf.Object, bytes]:
    """A page as a picture, and what draws it."""
    with Image.open(io.BytesIO(one.picture)) as shown:
        width, height = shown.size
    picture = pdf.make_stream(
        one.picture,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=width,
        Height=height,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceRGB,
        Filter=Name.DCTDecode,
    )
    return picture, f"q {one.width:.3f} 0 0 {one.height:.3f} 0 0 cm /P Do Q".encode()


def _turns(read: Read, width: float, height: float) -> Iterator[str]:
    """The matrices that turn a page upright and level: the one that is done last comes first."""
    high, wide = (width, height) if read.turn % 2 else (height, width)
    if read.angle:
        sine, cosine = math.sin(math.radians(read.angle)), math.cos(math.radians(read.angle))
        yield f"1 0 0 1 {wide / 2:.3f} {high / 2:.3f} cm"
        yield f"{cosine:.6f} {sine:.6f} {-sine:.6f} {cosine:.6f} 0 0 cm"
        yield f"1 0 0 1 {-wide / 2:.3f} {-high / 2:.3f} cm"
    quarters = {
        1: f"0 -1 1 0 0 {width:.3f} cm",
        2: f"-1 0 0 -1 {width:.3f} {height:.3f} cm",
        3: f"0 1 -1 0 {height:.3f} 0 cm",
    }
    if read.turn:
        yield quarters[read.turn]


def _text(
    words: Sequence[Sequence[Character]], height: float, codes: dict[str, int]
) -> Iterator[str]:
    """Each word in its place, its characters as one piece where they are as wide."""
    for word in words:
        for one in word:
            left, top, right, bottom = one.box
            high, wide = max(0.1, bottom - top), max(0.1, right - left)
            code = codes[one.char]
            yield (
                f"/{FONT}{code // CODES} {high:.2f} Tf {100 * wide / high:.2f} Tz 1 0 0 1 "
                f"{left:.2f} {height - top - RISE * high:.2f} Tm <{code % CODES + 1:02X}> Tj"
            )


def _rulings(rulings: Sequence[Sequence[float]], height: float) -> Iterator[str]:
    """The ruled lines, by which tables are read."""
    for left, top, right, bottom in rulings:
        middle, across = (top + bottom) / 2, (left + right) / 2
        if right - left >= bottom - top:
            yield f"{left:.2f} {height - middle:.2f} {right - left:.2f} 0.3 re f"
        else:
            yield f"{across:.2f} {height - bottom:.2f} 0.3 {bottom - top:.2f} re f"
