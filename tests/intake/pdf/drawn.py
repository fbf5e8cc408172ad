"""PDF files that are drawn, or written object by object, for these tests."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from juesuan.errors import UnreadableSourceError

PDFS = Path(__file__).resolve().parents[2] / "pdfs"
FONT = "STSong-Light"
PAGES = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def drawn(path: Path, *pages: list[tuple[float, float, str]], **options: object) -> Path:
    """A PDF of pages, each a list of x, y (from the top) and text."""
    canvas = Canvas(str(path), pagesize=(600, 800), invariant=1, **options)
    for page in pages:
        canvas.setFont(FONT, 12)
        for x, y, text in page:
            canvas.drawString(x, 800 - y, text)
        canvas.showPage()
    canvas.save()
    return path


def raw(path: Path, *objects: bytes) -> Path:
    """A PDF of numbered objects, written as they are."""
    out, places = io.BytesIO(b"%PDF-1.7\n"), []
    out.seek(0, 2)
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(
        b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    )
    path.write_bytes(out.getvalue())
    return path


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def ruled(canvas: Canvas, xs: list[float], ys: list[float]) -> None:
    for y in ys:
        canvas.line(xs[0], 800 - y, xs[-1], 800 - y)
    for x in xs:
        canvas.line(x, 800 - ys[0], x, 800 - ys[-1])


def refused(path: Path) -> str:
    with pytest.raises(UnreadableSourceError) as caught:
        intake.read(path)
    return str(caught.value)
