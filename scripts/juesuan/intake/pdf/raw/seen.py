"""Which characters of a page a reader can see, and what hides the others.

It asks what decides whether something is seen: how the text is drawn, in which colour on which
ground, how large, what is drawn over it, where it is cut off. It imports nothing of the project:
``worker`` loads it in a process of its own.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2_raw as pdfium

if TYPE_CHECKING or __package__:
    from juesuan.intake.pdf.raw import calls
    from juesuan.intake.pdf.raw.calls import SAME, Box, Colour
    from juesuan.intake.pdf.raw.drawing import LAYER, Drawing, Piece, Shape, window
else:
    sys.path.append(str(Path(__file__).parent))
    import calls
    from calls import SAME, Box, Colour
    from drawing import LAYER, Drawing, Piece, Shape, window

SMALLEST = 2.0
"""Points of a page of usual size below which nobody reads a text."""

USUAL = 842.0
"""Points of the longer side of a page of usual size; a smaller page may be one in other units."""

SAME_COLOUR = 16
"""Steps of a colour by which text must differ from its ground to be seen, of 255."""

FAINT = 13
"""Opacity up to which nothing is seen, of 255."""

COVERS = 230
"""Opacity from which on a shape covers what is under it, of 255."""

_WHITE: Colour = (255, 255, 255, 255)
_ROW = 20.0
"""Points of the rows into which shapes are sorted, to be found quickly."""

_ROWS = 1_000
_MOST_PICTURES = 20
"""Pictures of a page that are looked at whether text under them shines through."""

_LARGEST_PICTURE = 4_000_000
"""Square points above which none is."""

MODE, GROUND, SMALL = "drawn in no colour", "of the colour of their ground", "under 2 points"
OUTSIDE, COVERED, LAYERED = "outside the page", "covered", "in a layer that is switched off"
CLIPPED, CLEAR = "clipped away", "transparent"


class Look(NamedTuple):
    """How a piece of text is drawn.

    Attributes:
        why: what hides all of it; empty where nothing does.
        colour: its red, green, blue and opacity.
        window: what clipping lets be seen of the page; None for all of it.
        piece: its place among what is drawn.
    """

    why: str
    colour: Colour
    window: Box | None
    piece: Piece


class Sight:
    """Looks at the characters of a page.

    Args:
        page: of pypdfium2.
        text: the handle of its text page.
        drawing: what is drawn on it.
        has_layers: whether layers of the file are switched off.
    """

    def __init__(self, page: Any, text: int, drawing: Drawing, has_layers: bool) -> None:
        self._page, self._text = page, text
        self._pieces, self._has_layers = drawing.pieces, has_layers
        self._stack = _Stack(page, drawing.shapes)
        self._looks: dict[int, Look] = {}
        longer = max(page.get_size())
        self._smallest = SMALLEST * min(1.0, longer / USUAL)

    def look(self, item: int) -> Look:
        """How a piece of text is drawn."""
        found = self._looks.get(item)
        if found is None:
            found = self._looks[item] = self._look(item)
        return found

    def _look(self, item: int) -> Look:
        mode = calls.mode_of(item)
        colour = (calls.stroke if mode % 4 == 1 else calls.fill)(item) or (0, 0, 0, 255)
        piece = self._pieces.get(item, Piece(0, SAME))
        return Look(self._hidden(item, mode, colour), colour, window(item, piece.matrix), piece)

    def _hidden(self, item: int, mode: int, colour: Colour) -> str:
        if mode in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP):
            return MODE
        if colour[3] <= FAINT:
            return CLEAR
        return LAYERED if self._has_layers and calls.is_marked(item, LAYER) else ""

    def why(self, i: int, look: Look, box: Box, ink: Box) -> str:
        """What hides a character; empty where it is seen.

        Args:
            i: its number on the page.
            look: how its piece of text is drawn.
            box: by the measures of its font: left, bottom, right, top.
            ink: the box of what is drawn of it.
        """
        if look.why:
            return look.why
        if max(box[2] - box[0], box[3] - box[1]) < 3 * self._smallest and self._is_small(i):
            return SMALL
        if look.window is not None and not _holds(look.window, ink):
            return CLIPPED
        return self._stack.hides(look, ink)

    def _is_small(self, i: int) -> bool:
        return bool(calls.size(self._text, i) < self._smallest)

    def ground(self, look: Look, box: Box) -> Colour | None:
        """The colour under a box; None where that is a picture."""
        return self._stack.ground(look.piece.order, box)


def _holds(outer: Box, box: Box) -> bool:
    """Whether the middle of a box lies in another one."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def unlike(colour: Colour, other: Colour) -> float:
    """By how many steps of 255 text of a colour differs from its ground, its opacity included."""
    return max(abs(a - b) for a, b in zip(colour[:3], other, strict=False)) * colour[3] / 255


class _Stack:
    """The filled shapes and pictures of a page, in the order in which they are drawn."""

    def __init__(self, page: Any, shapes: list[Shape]) -> None:
        self._page = page
        self._rows: dict[int, list[Shape]] = {}
        self._colours = {_WHITE, *(one.colour for one in shapes if one.colour is not None)}
        self._alike: dict[Colour, bool] = {}
        self._opacity: dict[int, _Opacity | None] = {}
        for shape in shapes:
            for row in range(_row(shape.box[1]), _row(shape.box[3]) + 1):
                self._rows.setdefault(row, []).append(shape)

    def hides(self, look: Look, ink: Box) -> str:
        """What of that which is drawn hides a character."""
        if self._rows:
            order = look.piece.order
            for shape in self._at(ink):
                if shape.order > order and self._covers(shape, ink):
                    return COVERED
        if self._may_vanish(look.colour):
            under = self.ground(look.piece.order, ink)
            if under is not None and unlike(look.colour, under) <= SAME_COLOUR:
                return GROUND
        return ""

    def ground(self, order: int, box: Box) -> Colour | None:
        """The colour of what is drawn last under a place; None of a picture."""
        under = [
            one
            for one in self._at(box)
            if one.order < order
            and _holds(one.box, box)
            and (one.colour is None or one.colour[3] >= COVERS)
        ]
        return under[-1].colour if under else _WHITE

    def _at(self, box: Box) -> list[Shape]:
        return self._rows.get(_row((box[1] + box[3]) / 2), [])

    def _may_vanish(self, colour: Colour) -> bool:
        """Whether any ground of the page is like a colour."""
        found = self._alike.get(colour)
        if found is None:
            found = any(unlike(colour, one) <= SAME_COLOUR for one in self._colours)
            self._alike[colour] = found
        return found

    def _covers(self, shape: Shape, ink: Box) -> bool:
        """Whether a shape that is drawn later hides a character."""
        if not _holds(shape.box, ink):
            return False
        if shape.colour is None:
            return self._is_solid(shape, ink)
        is_solid = shape.colour[3] == 255 and not calls.blends(shape.item)
        return is_solid or COVERS <= shape.colour[3] < 255

    def _is_solid(self, picture: Shape, ink: Box) -> bool:
        """Whether nothing shines through a picture at a place."""
        if picture.item not in self._opacity:
            is_looked_at = len(self._opacity) < _MOST_PICTURES
            self._opacity[picture.item] = _opacity(self._page, picture) if is_looked_at else None
        found = self._opacity[picture.item]
        return found is not None and found.is_full(picture.box, ink)


def _row(y: float) -> int:
    return int(min(max(y / _ROW, -_ROWS), _ROWS))


class _Opacity(NamedTuple):
    """How opaque a picture is: its pixels of four bytes, rows from the top; none where it all is.

    Attributes:
        width, height: pixels.
        stride: bytes of a row.
        data: the bytes.
    """

    width: int
    height: int
    stride: int
    data: bytes

    def is_full(self, box: Box, ink: Box) -> bool:
        """Whether the picture in a box is opaque where something else stands."""
        return all(self._at(box, x, y) >= COVERS for x, y in _five(ink))

    def _at(self, box: Box, x: float, y: float) -> int:
        column = int((x - box[0]) / max(box[2] - box[0], 0.01) * self.width)
        row = int((box[3] - y) / max(box[3] - box[1], 0.01) * self.height)
        place = min(max(row, 0), self.height - 1) * self.stride
        place += 4 * min(max(column, 0), self.width - 1) + 3
        return self.data[place] if place < len(self.data) else 0


def _five(box: Box) -> Iterator[tuple[float, float]]:
    """The middle of a box, and four places around it."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    yield x, y
    for part in (0.25, 0.75):
        yield box[0] + part * (box[2] - box[0]), y
        yield x, box[1] + part * (box[3] - box[1])


def _opacity(page: Any, picture: Shape) -> _Opacity | None:
    """How opaque a picture is as it is drawn; None where it shines through or is not known."""
    box = picture.box
    is_large = (box[2] - box[0]) * (box[3] - box[1]) > _LARGEST_PICTURE
    if is_large or (calls.blends(picture.item) and (calls.fill(picture.item) or _WHITE)[3] == 255):
        return None
    item = ctypes.cast(picture.item, pdfium.FPDF_PAGEOBJECT)
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(page.pdf.raw, page.raw, item)
    if not bitmap:
        return None
    try:
        return _pixels(bitmap)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _pixels(bitmap: Any) -> _Opacity | None:
    width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    if not stride or pdfium.FPDFBitmap_GetFormat(bitmap) != pdfium.FPDFBitmap_BGRA:
        return None
    data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    return _Opacity(width, height, stride, data)
