"""The process that opens a PDF: it prints characters and rulings of each page as a line of JSON.

It imports nothing of the project, sets limits for itself before it touches the file, and is
expected to die on hostile files: whoever starts it (``supervise``) reads what it has printed so
far. All coordinates are points from the top left corner of the page as it is read, upright.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2_raw as pdfium

if TYPE_CHECKING:
    from PIL import Image

if TYPE_CHECKING or __package__:
    from juesuan.intake.pdf.raw import calls
    from juesuan.intake.pdf.raw.bare import PdfiumError
    from juesuan.intake.pdf.raw.drawing import TooMuchError, at_most, drawing
    from juesuan.intake.pdf.raw.layers import Opened, opened
    from juesuan.intake.pdf.raw.letters import Letter, letters, quarter_of, with_torn_numbers
    from juesuan.intake.pdf.raw.notes import with_notes
    from juesuan.intake.pdf.raw.place import Place, tenths
    from juesuan.intake.pdf.raw.scanned import Pictured, picture_of_text
    from juesuan.intake.pdf.raw.seen import OUTSIDE, Sight
    from juesuan.intake.pdf.raw.watermarks import watermarks
else:
    sys.path.append(str(Path(__file__).parent))
    import calls
    from bare import PdfiumError
    from drawing import TooMuchError, at_most, drawing
    from layers import Opened, opened
    from letters import Letter, letters, quarter_of, with_torn_numbers
    from notes import with_notes
    from place import Place, tenths
    from scanned import Pictured, picture_of_text
    from seen import OUTSIDE, Sight
    from watermarks import watermarks

MOST_CHARACTERS = 60_000
"""Characters of a page above which it is not read; a full page of a disclosure has two thousand."""

GREYS = 4
"""Shades in the picture of a page."""

PALE = 70
"""The darkest grey of a picture from which on its letters are no longer dark."""

ASKEW = 0.4
"""Degrees by which a whole page may be askew; lines cross the rows of a wider one."""

LONGEST = 20_000
"""Characters of what is not seen that are passed on."""


def main(arguments: list[str]) -> None:
    """Print the pages of a file, or draw them.

    Args:
        arguments: the file, its first page, seconds and megabytes that may be used; to draw, also a
            folder, a scale (pixels a point) and the numbers of the pages.
    """
    path, first, seconds, megabytes = arguments[0], *(int(one) for one in arguments[1:4])
    _limit(seconds, megabytes << 20)
    gc.disable()  # nothing that is made here refers to itself, and a page is thousands of objects
    if len(arguments) > 4:
        folder, scale, *numbers = arguments[4:]
        _draw_all(path, [int(number) for number in numbers], Path(folder), float(scale))
    else:
        _read_all(path, first)


def _read_all(path: str, first: int) -> None:
    """Print the pages from ``first`` on, or why the file cannot be opened."""
    try:
        file = opened(path)
    except PdfiumError:
        code = pdfium.FPDF_GetLastError()
        reasons = {pdfium.FPDF_ERR_PASSWORD: "encrypted", pdfium.FPDF_ERR_SECURITY: "encrypted"}
        _print({"error": reasons.get(code, "damaged")})
        return
    pages = len(file.document)
    _print({"pages": pages, "files": file.files, "holds": file.notes})
    for number in range(first, pages + 1):
        _print({"begin": number})
        _print({**_page(file, number), "is_own": file.is_own})


def _draw_all(path: str, numbers: list[int], folder: Path, scale: float) -> None:
    import pypdfium2  # slow to load, and who only reads does without

    document = pypdfium2.PdfDocument(path)
    for number in numbers:
        _draw(document, number, folder, scale)
        _print({"drawn": number})


def _draw(document: Any, number: int, folder: Path, scale: float) -> None:
    """Draw a page upright in few greys: small, and clear enough to read a number."""
    page = document[number - 1]
    text = page.get_textpage()
    turn = turned(page, text).quarter - page.get_rotation() // 90
    picture = page.render(scale=scale, rotation=turn * 90, grayscale=True).to_pil()
    _in_greys(picture).save(folder / f"{number}.png", "PNG", optimize=True)
    page.close()


def _in_greys(picture: Image.Image) -> Image.Image:
    """A picture in few greys; one whose paper takes them all, as of a scan, with white paper."""
    few = picture.quantize(GREYS)
    if min((few.getpalette() or [0])[: 3 * GREYS]) <= PALE:
        return few
    from PIL import ImageOps  # who only reads does without: it takes longer than a page

    clear = ImageOps.autocontrast(picture, cutoff=(0.2, 50))
    return clear.point([85 * round(3 * grey / 255) for grey in range(256)]).quantize(GREYS)


def _limit(seconds: int, memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _print(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=True, separators=(",", ":")) + "\n")
    sys.stdout.flush()


def turned(page: Any, text: Any) -> Place:
    """Where things stand on a page that is turned so that most of its characters stand upright.

    Args:
        page: of pypdfium2.
        text: its text page.
    """
    raw, angles = calls.address(text.raw), Counter[int]()
    for i in range(min(text.count_chars(), 2000)):
        quarter = quarter_of(raw, i)
        if quarter is not None and calls.is_generated(raw, i) != 1:
            angles[quarter] += 1
    place = Place(page)
    place.upright(angles)
    return place


def _page(file: Opened, number: int) -> dict[str, Any]:
    """A page with its characters and rulings, or why it was not read."""
    try:
        page, notes = with_notes(file.document, number)
    except PdfiumError:
        return {"page": number, "why": "it is damaged"}
    try:
        return {**_content(page, number, file.has_layers), "notes": notes}
    except TooMuchError as error:
        return {"page": number, "why": str(error)}
    except (PdfiumError, MemoryError, RecursionError) as error:
        return {"page": number, "why": f"it cannot be read ({type(error).__name__})"}
    finally:
        page.close()


def _content(page: Any, number: int, has_layers: bool) -> dict[str, Any]:
    """Size, characters with boxes (tenths of a point, flat), rulings, what is not seen.

    Raises:
        TooMuchError: if the page holds more than is read.
    """
    text = page.get_textpage()
    count = text.count_chars()
    at_most(count, MOST_CHARACTERS, f"{count:,} characters, ")
    drawn = drawing(page, has_layers)
    raw, place = calls.address(text.raw), Place(page)
    sight = Sight(page, raw, drawn, has_layers)
    read = letters(raw, count, sight)
    turn = place.upright(read.angles)
    pictured = picture_of_text(read.found, drawn.pictures, place)
    if abs(read.lean) > ASKEW and not pictured.recognised:
        return {"page": number, "why": f"it stands askew by {abs(read.lean):.1f} degrees"}
    return {
        "page": number,
        "turn": turn,
        "width": place.width,
        "height": place.height,
        **_shown(pictured, sight, place),
        "rulings": tenths(map(place.box, drawn.borders)),
        "figures": tenths(map(place.box, drawn.figures)),
        "crossings": tenths(map(place.box, drawn.crossings)),
        "unknown": read.unknown,
        "tilted": read.tilted,
        "pictures": len(drawn.pictures),
    }


def _shown(pictured: Pictured, sight: Sight, place: Place) -> dict[str, Any]:
    """The characters that a reader sees on the page, and those that are left out.

    Their pieces are counted in the order in which they are drawn; pdfium sorts lines.
    """
    found = with_torn_numbers([_on_page(one, place) for one in pictured.letters])
    marks = watermarks(found, sight)
    shown = [one for at, one in enumerate(found) if not one.why and at not in marks]
    orders = [(one.look.piece.order, one.piece) for one in shown]
    drawn = {order: at for at, order in enumerate(sorted({*orders}))}
    return {
        "text": "".join(one.char for one in shown),
        "boxes": tenths([place.box(one.box) for one in shown]),
        "heights": tenths([place.box(one.ink)[1::2] for one in shown]),
        "pieces": [drawn[order] for order in orders],
        "unseen": _unseen(found),
        "watermark": "".join(found[at].char for at in sorted(marks)),
        "recognised": pictured.recognised,
        "blind": pictured.blind,
    }


def _on_page(one: Letter, place: Place) -> Letter:
    return one if one.why or place.shows(one.box) else one._replace(why=OUTSIDE)


def _unseen(found: Sequence[Letter]) -> dict[str, list[Any]]:
    """What hides characters: how many, and the first of them."""
    texts: dict[str, list[str]] = {}
    for one in found:
        if one.why:
            texts.setdefault(one.why, []).append(one.char)
    return {why: [len(chars), "".join(chars[:LONGEST])] for why, chars in texts.items()}


if __name__ == "__main__":
    main(sys.argv[1:])
