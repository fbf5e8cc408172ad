"""Pictures of pages (PNG, JPEG, TIFF) as a PDF of their pages.

It imports nothing of the project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageOps, ImageSequence

INCHES = 8.27
"""Width of a page whose picture does not say how large it is: A4."""

_LEAST, _MOST = 72, 1200
_QUALITY = 90


def as_pdf(source: Path, made: Path) -> Path:
    """Write a PDF with a page for each picture of a file.

    Args:
        source: a picture, or several in one file.
        made: the PDF.

    Returns:
        It.
    """
    with Image.open(source) as picture:
        pages = [_upright(one) for one in ImageSequence.Iterator(picture)]
        told = float(picture.info.get("dpi", (0, 0))[0])
    dpi = told if _LEAST <= told <= _MOST else min(pages[0].size) / INCHES
    pages[0].save(
        made, "PDF", save_all=True, append_images=pages[1:], resolution=dpi, quality=_QUALITY
    )
    return made


def _upright(picture: Image.Image) -> Image.Image:
    turned = ImageOps.exif_transpose(picture)
    if turned.mode in ("RGBA", "LA", "P"):
        turned = turned.convert("RGBA")
        paper = Image.new("RGBA", turned.size, "white")
        return Image.alpha_composite(paper, turned).convert("RGB")
    return turned.convert("L") if turned.mode not in ("RGB", "L") else turned.copy()
