"""Made scans: pages of a made PDF as pictures, clean, noisy, askew, turned; ``python -m tests.scans`` counts what is read.

Each cell and each numeral of the prose is compared with what the PDF prints: right, doubtful (a sign stands in it that
says so, nothing of it is published), or wrong in silence, of which there must be none. Minutes a run.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from juesuan import intake
from juesuan.model import Document

DOUBTFUL = "\ufffd"
PDF = Path(__file__).parent / "pdfs" / "chromium.pdf"


@dataclass(frozen=True)
class Look:
    """How a scan looks: dots an inch, degrees askew, noise (of 255), JPEG's quality, quarters turned, blur in pixels."""

    dpi: int = 200
    askew: float = 0.0
    noise: float = 0.0
    jpeg: int = 92
    turned: int = 0
    blur: float = 0.0


LOOKS = {
    "200 dpi": Look(),
    "150 dpi, noise": Look(150, noise=14),
    "200 dpi, askew by 1.7°": Look(askew=1.7),
    "150 dpi, JPEG 35, askew by -1.1°": Look(150, -1.1, jpeg=35),
    "200 dpi, turned by 90°, noise": Look(noise=10, turned=1),
    "200 dpi, turned by 180°": Look(turned=2),
    "150 dpi, blurred, noise": Look(150, noise=8, blur=0.9),
}


def pictures(source: Path, pages: Sequence[int], look: Look) -> Iterator[bytes]:
    """The pages (1-based) of a PDF as JPEG."""
    import cv2
    import numpy as np
    import pypdfium2

    random, document = np.random.default_rng(7), pypdfium2.PdfDocument(source)
    for number in pages:
        drawn = document[number - 1].render(scale=look.dpi / 72, grayscale=True).to_numpy()
        gray = drawn.reshape(drawn.shape[:2])
        height, width = gray.shape
        if look.askew:
            matrix = cv2.getRotationMatrix2D((width / 2, height / 2), look.askew, 1)
            gray = cv2.warpAffine(
                gray, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=255
            )
        if look.blur:
            gray = cv2.GaussianBlur(gray, (0, 0), look.blur)
        if look.noise:
            noisy = gray * 0.92 + 10 + random.normal(0, look.noise, gray.shape)
            gray = np.clip(noisy, 0, 255).astype(np.uint8)
        gray = np.ascontiguousarray(np.rot90(gray, look.turned))
        yield cv2.imencode(".jpg", gray, [cv2.IMWRITE_JPEG_QUALITY, look.jpeg])[1].tobytes()


def scan(source: Path, made: Path, pages: Sequence[int], looks: Sequence[Look]) -> Path:
    """A PDF of pictures of pages, each in all of these looks."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(made), invariant=1)
    for look in looks:
        for data in pictures(source, pages, look):
            image = ImageReader(io.BytesIO(data))
            size = tuple(one * 72 / look.dpi for one in image.getSize())
            canvas.setPageSize(size)
            canvas.drawImage(image, 0, 0, *size)
            canvas.showPage()
    canvas.save()
    return made


def cells(document: Document, pages: Sequence[int]) -> list[list[str]]:
    """The cells of the tables of pages, without spaces and in half width: a list for each table."""
    return [
        [_plain(document.text[cell.start : cell.end]) for cell in table.cells]
        for table in document.tables
        if table.page in pages
    ]


def _plain(text: str) -> str:
    return re.sub(r"\s", "", intake.clean(text))


def numerals(document: Document, page: int) -> list[str]:
    """The numerals of a page outside of its tables."""
    inside = [(one.start, one.end) for one in document.tables]
    place = document.pages[page - 1]
    text = "".join(
        " " if any(start <= at < end for start, end in inside) else document.text[at]
        for at in range(place.start, place.end)
    )
    text = re.sub(
        rf"(?m)^[\s—\-一{DOUBTFUL}]*\d+[\s—\-一{DOUBTFUL}]*$", "", text
    )  # the number of the page
    return re.findall(rf"[\d{DOUBTFUL}][\d,.{DOUBTFUL}]*", intake.clean(text))


def compared(right: Sequence[str], read: Sequence[str]) -> Counter[str]:
    """How many are right, doubtful, or wrong in silence; what is there too often or not at all is wrong."""
    found: Counter[str] = Counter()
    for what, a, b, c, d in SequenceMatcher(None, right, read, autojunk=False).get_opcodes():
        if what == "equal":
            found["right"] += b - a
        else:
            is_told = any(DOUBTFUL in one for one in read[c:d])
            found["doubtful" if is_told else "wrong"] += max(b - a, d - c)
    return found


def main(arguments: Sequence[str]) -> None:
    """Count over the pages given (all of the tables if none), in each look."""
    from juesuan.intake.scans.supervise import recognise

    pages = [int(one) for one in arguments] or [4, 5, 8, 12, 13, 16, 17]
    right = intake.read(PDF)
    print(
        "| look | cells right | doubtful | wrong | numerals right | doubtful | wrong | pages/min |\n|---|---|---|---|---|---|---|---|"
    )
    for name, look in LOOKS.items():
        with tempfile.TemporaryDirectory() as folder:
            source = scan(PDF, Path(folder) / "scan.pdf", pages, [look])
            begun, made = time.monotonic(), Path(folder) / "made.pdf"
            recognise(source, made, range(1, len(pages) + 1), lambda *told: None)
            seconds = time.monotonic() - begun
            document = intake.read(made)
        counts, words = Counter[str](), Counter[str]()
        for at, page in enumerate(pages, start=1):
            both = zip(cells(right, [page]), cells(document, [at]), strict=False)
            for one, other in both:
                counts += compared(one, other)
            words += compared(numerals(right, page), numerals(document, at))
        told = [
            str(found[kind]) for found in (counts, words) for kind in ("right", "doubtful", "wrong")
        ]
        print(f"| {name} | {' | '.join(told)} | {60 * len(pages) / seconds:.1f} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
