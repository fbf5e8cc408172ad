"""The process that opens a PDF: it prints characters and rulings of each page as a line of JSON.

It imports nothing of the project, sets limits for itself before it touches the file, and is
expected to die on hostile files: whoever starts it (``supervise``) reads what it has printed so
far. All coordinates are points from the top left corner of the page as it is read, upright.
"""

from __future__ import annotations

import ctypes
import itertools
import json
import math
import resource
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

MOST_CHARACTERS = 60_000
"""Characters of a page above which it is not read; a full page of a disclosure has two thousand."""

MOST_OBJECTS = 60_000
"""Drawn objects of a page above which it is not read."""

MOST_RULINGS = 20_000
"""Lines of a page above which it is not read."""

DEEPEST = 8
"""Nested form objects that are followed."""

HYPHEN = 0x02
"""What pdfium gives for a hyphen at the end of a line."""

UPRIGHT = 10
"""Degrees by which a line of text may be askew; a wider angle is that of a watermark or stamp."""

GREYS = 4
"""Shades in the picture of a page."""

THINNEST = 3.0
"""Points: a filled rectangle not thicker than this is a ruling; a thicker one is shading."""


_Box = tuple[float, float, float, float]
_Drawn = tuple[str, float, float, float, float, _Box, int]
_Point = tuple[float, float]


def main(arguments: list[str]) -> None:
    """Print the pages of a file, or draw them.

    Args:
        arguments: the file, its first page, seconds and megabytes that may be used; to draw, also a
            folder, a scale (pixels a point) and the numbers of the pages.
    """
    path, first, seconds, megabytes = arguments[0], *(int(one) for one in arguments[1:4])
    _limit(seconds, megabytes << 20)
    if len(arguments) > 4:
        folder, scale, *numbers = arguments[4:]
        _draw_all(path, [int(number) for number in numbers], Path(folder), float(scale))
    else:
        _read_all(path, first)


def _read_all(path: str, first: int) -> None:
    """Print the pages from ``first`` on, or why the file cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        code = pdfium.FPDF_GetLastError()
        reasons = {pdfium.FPDF_ERR_PASSWORD: "encrypted", pdfium.FPDF_ERR_SECURITY: "encrypted"}
        _print({"error": reasons.get(code, "damaged")})
        return
    _print({"pages": len(document)})
    for number in range(first, len(document) + 1):
        _print({"begin": number})
        _print(_page(document, number))


def _draw_all(path: str, numbers: list[int], folder: Path, scale: float) -> None:
    document = pypdfium2.PdfDocument(path)
    for number in numbers:
        _draw(document, number, folder, scale)
        _print({"drawn": number})


def _draw(document: Any, number: int, folder: Path, scale: float) -> None:
    """Draw a page upright in few greys: small, and clear enough to read a number."""
    page = document[number - 1]
    text = page.get_textpage()
    turn = _Place(page).upright(_characters(text, min(text.count_chars(), 2000)).angles)
    picture = page.render(scale=scale, rotation=turn * 90, grayscale=True).to_pil()
    picture.quantize(GREYS).save(folder / f"{number}.png", "PNG", optimize=True)
    page.close()


def _limit(seconds: int, memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _print(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=True, separators=(",", ":")) + "\n")
    sys.stdout.flush()


def _page(document: Any, number: int) -> dict[str, Any]:
    """A page with its characters and rulings, or why it was not read."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return {"page": number, "why": "it is damaged"}
    try:
        return _content(page, number)
    except TooMuchError as error:
        return {"page": number, "why": str(error)}
    except (pypdfium2.PdfiumError, MemoryError, RecursionError) as error:
        return {"page": number, "why": f"it cannot be read ({type(error).__name__})"}
    finally:
        page.close()


class TooMuchError(Exception):
    """A page holds more of something than is read; says of what."""


def _content(page: Any, number: int) -> dict[str, Any]:
    """Size, characters with boxes (tenths of a point, flat), rulings.

    Raises:
        TooMuchError: if the page holds more than is read.
    """
    text = page.get_textpage()
    count = text.count_chars()
    _at_most(count, MOST_CHARACTERS, f"{count:,} characters, ")
    drawing = _drawing(page)
    place, found = _Place(page), _characters(text, count)
    turn = place.upright(found.angles)
    return {
        "page": number,
        "turn": turn,
        "width": place.width,
        "height": place.height,
        **_shown(found, place),
        "rulings": _tenths(map(place.box, drawing.rulings)),
        "unknown": found.unknown,
        "tilted": found.tilted,
        "pictures": drawing.pictures,
    }


def _shown(found: _Characters, place: _Place) -> dict[str, Any]:
    """The characters that stand on the visible page."""
    shown = [glyph for glyph in found.drawn if place.shows(glyph[1:5])]
    return {
        "text": "".join(glyph[0] for glyph in shown),
        "boxes": _tenths(place.box(glyph[1:5]) for glyph in shown),
        "heights": _tenths(place.box(glyph[5])[1::2] for glyph in shown),
        "pieces": [glyph[6] for glyph in shown],
    }


def _tenths(boxes: Iterable[tuple[float, ...]]) -> list[int]:
    """All numbers in tenths of a point, flat."""
    return [round(value * 10) for box in boxes for value in box]


def _at_most(count: int, most: int, told: str = "", what: str = "") -> None:
    if count > most:
        raise TooMuchError(f"it has {told}more than {most:,}{what}")


class _Drawing(NamedTuple):
    """What is drawn on a page beside its text."""

    rulings: list[_Box]
    pictures: int


def _drawing(page: Any) -> _Drawing:
    """The ruled lines of a page, and how many pictures it holds."""
    rulings: list[_Box] = []
    pictures = 0
    for seen, item in enumerate(page.get_objects(max_depth=DEEPEST)):
        _at_most(seen + 1, MOST_OBJECTS, what=" drawn objects")
        if item.type == pdfium.FPDF_PAGEOBJ_PATH:
            rulings.extend(_rulings(item))
        _at_most(len(rulings), MOST_RULINGS, what=" ruled lines")
        pictures += item.type == pdfium.FPDF_PAGEOBJ_IMAGE
    return _Drawing(rulings, pictures)


class _Characters(NamedTuple):
    """The characters of a page.

    Attributes:
        drawn: each with left, bottom, right, top by the measures of its font, the box of its ink,
            and the number of the piece of text that draws it.
        unknown: how many have no Unicode value.
        tilted: those left out because they stand askew, as a watermark does, in the order of the
            file.
        angles: how many stand at each quarter.
    """

    drawn: list[_Drawn]
    unknown: int
    tilted: str
    angles: Counter[int]


_BLANK = frozenset((0x0D, 0x0A, 0x20, 0x09, 0xA0, 0x3000, 0xAD))
"""Codes of line ends, spaces and soft hyphens."""

_NONE = 0xFFFD
"""Code of a character that has no meaning in the file."""


def _characters(text: Any, count: int) -> _Characters:
    raw, found, unknown, tilted = text.raw, [], 0, ""
    piece, last = 0, None
    angles: Counter[int] = Counter()
    for i in range(count):
        code, box = _code(raw, i), _font_box(raw, i)
        unknown += code == _NONE
        if code is None or box is None:
            continue
        angle = math.degrees(max(0.0, pdfium.FPDFText_GetCharAngle(raw, i)))
        if abs(angle - 90 * round(angle / 90)) > UPRIGHT:
            tilted += chr(code)
            continue
        angles[-round(angle / 90) % 4] += 1
        drawn = ctypes.cast(pdfium.FPDFText_GetTextObject(raw, i), ctypes.c_void_p).value
        piece, last = piece + (drawn != last), drawn
        found.append((chr(code), *box, _ink(raw, i) or box, piece))
    return _Characters(found, unknown, tilted, angles)


def _code(raw: Any, i: int) -> int | None:
    """The code of a character; None of one that prints nothing."""
    code = int(pdfium.FPDFText_GetUnicode(raw, i))
    if code in _BLANK or pdfium.FPDFText_IsGenerated(raw, i) == 1:
        return None
    if code == HYPHEN:
        code = 0x2D
    unmapped = pdfium.FPDFText_HasUnicodeMapError(raw, i) == 1
    return code if not unmapped and _has_meaning(code) else _NONE


def _has_meaning(code: int) -> bool:
    """Whether a code is that of a character, and no control character or half of a pair."""
    is_half = 0xD800 <= code < 0xE000
    return 0x20 <= code <= 0x10FFFF and not is_half and code not in (0xFFFD, 0xFFFE, 0xFFFF)


def _font_box(raw: Any, i: int) -> _Box | None:
    """Left, bottom, right, top of a character by the measures of its font."""
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(raw, i, rect):
        return None
    left, right = sorted((rect.left, rect.right))
    bottom, top = sorted((rect.bottom, rect.top))
    return left, bottom, right, top


def _ink(raw: Any, i: int) -> _Box | None:
    """Left, bottom, right, top of what is drawn of a character; None where nothing is."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if (
        not pdfium.FPDFText_GetCharBox(raw, i, left, right, bottom, top)
        or top.value <= bottom.value
    ):
        return None
    return left.value, bottom.value, right.value, top.value


class _Place:
    """Turns coordinates of the file into points from the top left corner of the upright page."""

    def __init__(self, page: Any) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.quarter = page.get_rotation() // 90 % 4
        width, height = self.right - self.left, self.top - self.bottom
        self.width, self.height = (height, width) if self.quarter % 2 else (width, height)

    def upright(self, angles: Counter[int]) -> int:
        """Turn the page so that most of its characters stand upright.

        Returns:
            By how many quarters, clockwise.
        """
        if not angles:
            return 0
        standing = angles.most_common(1)[0][0]
        turn = (standing - self.quarter) % 4
        if turn % 4 == 0 or self.quarter:
            return 0
        self.quarter = standing
        if turn % 2:
            self.width, self.height = self.height, self.width
        return int(turn)

    def shows(self, box: tuple[float, ...]) -> bool:
        """Whether the middle of a box (left, bottom, right, top) lies on the visible page."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return bool(self.left <= x <= self.right and self.bottom <= y <= self.top)

    def box(self, box: _Box) -> _Box:
        """Left, top, right, bottom on the upright page of left, bottom, right, top in the file."""
        (a, b), (c, d) = self._point(box[0], box[1]), self._point(box[2], box[3])
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def _point(self, x: float, y: float) -> _Point:
        if self.quarter == 0:
            return x - self.left, self.top - y
        if self.quarter == 1:
            return y - self.bottom, x - self.left
        if self.quarter == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x


def _rulings(item: Any) -> Iterator[_Box]:
    """Level and upright lines of a drawn path: stroked segments, and filled thin rectangles."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item.raw, fill, stroke)
    for points in _subpaths(item):
        box = _around(points)
        is_thin = min(box[2] - box[0], box[3] - box[1]) <= THINNEST
        if is_thin and (stroke.value or len(points) > 2):
            yield box
        elif stroke.value:
            yield from _straight(points)


def _around(points: list[_Point]) -> _Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _straight(points: list[_Point]) -> Iterator[_Box]:
    """The sides of a polygon that are level or upright."""
    for side in itertools.pairwise(points):
        box = _around([*side])
        if min(box[2] - box[0], box[3] - box[1]) <= 1:
            yield box


def _subpaths(item: Any) -> Iterator[list[_Point]]:
    """The polygons of a path in coordinates of the page; one with curves is left out."""
    matrix = _matrix(item)
    points: list[_Point] = []
    straight = True
    for kind, x, y, closed in _segments(item):
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and straight:
                yield points
            points, straight = [], True
        straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(matrix.on_point(x, y))
        if closed:
            points.append(points[0])
    if len(points) > 1 and straight:
        yield points


def _segments(item: Any) -> Iterator[tuple[int, float, float, bool]]:
    """The segments of a path: kind, the point to which it goes, whether it closes the polygon."""
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(min(pdfium.FPDFPath_CountSegments(item.raw), MOST_OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item.raw, i)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        yield kind, x.value, y.value, bool(pdfium.FPDFPathSegment_GetClose(segment))


def _matrix(item: Any) -> Any:
    """What turns coordinates of an object into those of the page, through all its containers."""
    matrix = item.get_matrix()
    for container in _containers(item):
        matrix = matrix.multiply(container.get_matrix())
    return matrix


def _containers(item: Any) -> Iterator[Any]:
    """The form objects in which an object is nested, innermost first."""
    while (container := getattr(item, "container", None)) is not None:
        yield container
        item = container


if __name__ == "__main__":
    main(sys.argv[1:])
