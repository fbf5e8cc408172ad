"""The process that reads pictures of pages: it writes a PDF with what it read under each picture.

It imports nothing of the project, sets limits for itself before it touches the file, and prints a
line of JSON for each page that is done. Whoever starts it is ``supervise``.
"""

from __future__ import annotations

import io
import json
import resource
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2

if TYPE_CHECKING or __package__:
    from juesuan.intake.scans.layer import Written, with_layers
    from juesuan.intake.scans.page import read_page
    from juesuan.intake.scans.photos import as_pdf
    from juesuan.intake.scans.signs import Models
else:
    sys.path.append(str(Path(__file__).parent))
    from layer import Written, with_layers
    from page import read_page
    from photos import as_pdf
    from signs import Models

DPI = 200
"""Pixels an inch at which pages are read."""

QUALITY = 80
"""Of the JPEG that stands in place of a page that holds text of another program."""

MOST_PIXELS = 30_000_000
"""Pixels of a page; one of A3 has half of it."""


def main(arguments: list[str]) -> None:
    """Read pages of a file.

    Args:
        arguments: the file, the PDF that is written, seconds and megabytes that may be used,
            processors, and the numbers of the pages; of a file of pictures all are read.
    """
    source, made = Path(arguments[0]), Path(arguments[1])
    seconds, megabytes, threads, *numbers = (int(one) for one in arguments[2:])
    _limit(seconds, megabytes << 20)
    if source.suffix.lower() != ".pdf":
        source = as_pdf(source, made.with_name("pictures.pdf"))
    document = pypdfium2.PdfDocument(source)
    wanted = numbers or range(1, len(document) + 1)
    _print({"pages": len(wanted)})
    models = Models(threads)
    written = []
    for number in wanted:
        one = _read(document, number, models)
        written.append(one)
        _print({"page": number, "doubts": one.read.doubts, "words": len(one.read.found)})
    document.close()
    with_layers(source, made, written)
    _print({"done": True})


def _read(document: Any, number: int, models: Models) -> Written:
    """What is written on a page."""
    page = document[number - 1]
    width, height = page.get_size()
    dpi = min(DPI, 72 * (MOST_PIXELS / max(1, width * height)) ** 0.5)
    picture = page.render(scale=dpi / 72, grayscale=True).to_numpy()
    gray = picture.reshape(picture.shape[:2])
    read = read_page(gray, dpi, models)
    has_text = page.get_textpage().count_chars() > 0
    shown = _as_shown(page, dpi) if has_text else b""
    page.close()
    return Written(number, width, height, read, shown)


def _as_shown(page: Any, dpi: float) -> bytes:
    """A page as JPEG: of the text that another program put under it nothing is left."""
    made = io.BytesIO()
    page.render(scale=dpi / 72).to_pil().convert("RGB").save(made, "JPEG", quality=QUALITY)
    return made.getvalue()


def _limit(seconds: int, memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _print(value: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
