"""What is drawn on a page beside its text: ruled lines, filled shapes, pictures, in their order.

It imports nothing of the project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2_raw as pdfium

if TYPE_CHECKING or __package__:
    from juesuan.intake.pdf.raw import calls
    from juesuan.intake.pdf.raw.calls import SAME, Box, Colour, Matrix
else:
    sys.path.append(str(Path(__file__).parent))
    import calls
    from calls import SAME, Box, Colour, Matrix

MOST_OBJECTS = 60_000
"""Drawn objects of a page above which it is not read."""

MOST_RULINGS = 20_000
"""Lines of a page above which it is not read."""

DEEPEST = 8
"""Nested form objects that are followed."""

THINNEST = 3.0
"""Points: a filled rectangle not thicker than this is a ruling; a thicker one is shading."""

LAYER = b"JuesuanOff"
"""The property of a mark around what stands in a layer that is switched off."""

THICKEST = 6.0
"""Points: a filled rectangle not thicker than this, and much longer, is a thick ruling."""

LONG = 3
"""Times its thickness that such a ruling is long at least."""

GAP = 6.0
"""Points between two dots of one dotted line at most."""

FEWEST_FILLED = 12
"""Filled cells that make a table where nothing else parts its cells."""

_MOST_SHAPES = 100
"""Rectangles of one path above which it is none that covers anything: a pattern."""

_CORNERS = 6
"""Corners from which on a path with none of its sides round may be the outline of characters."""

_ENDS = 2
"""Points of a line."""

_LOWEST, _HIGHEST = 3.0, 40.0
"""Points that a line of text is high."""

_NARROWEST = 1.5
"""Points that a character is wide."""

_MOST_OUTLINES = 5_000
"""Outlines of a page that are looked at."""

_Point = tuple[float, float]


class TooMuchError(Exception):
    """A page holds more of something than is read; says of what."""


def at_most(count: int, most: int, told: str = "", what: str = "") -> None:
    """Refuse a page with more of something than is read.

    Raises:
        TooMuchError: if it has more.
    """
    if count > most:
        raise TooMuchError(f"it has {told}more than {most:,}{what}")


class Shape(NamedTuple):
    """A filled rectangle or a picture.

    Attributes:
        order: its place among all that is drawn.
        box: left, bottom, right, top on the page.
        colour: its red, green, blue and opacity; None of a picture.
        item: the object.
    """

    order: int
    box: Box
    colour: Colour | None
    item: int


class Piece(NamedTuple):
    """A piece of text: its place among all that is drawn, and the matrix of what holds it."""

    order: int
    matrix: Matrix


class Drawing(NamedTuple):
    """What a page draws.

    Attributes:
        rulings: its ruled lines.
        shapes: filled rectangles that are no lines, and pictures, in their order.
        pieces: its pieces of text, by their handles.
        outlines: boxes of what may be the outline of a character or of some.
        crossings: boxes of small sloped lines and curves, which may strike something out.
    """

    rulings: list[Box]
    shapes: list[Shape]
    pieces: dict[int, Piece]
    outlines: list[Box]
    crossings: list[Box]

    @property
    def figures(self) -> list[Box]:
        """What may show characters without being text: outlines, and small pictures."""
        return [*self.outlines, *(one.box for one in self.pictures if _is_of_a_line(one.box))]

    @property
    def pictures(self) -> list[Shape]:
        """Its pictures."""
        return [one for one in self.shapes if one.colour is None]

    @property
    def borders(self) -> list[Box]:
        """Its ruled lines; where it has none, the sides of its filled cells."""
        filled = [one.box for one in self.shapes if one.colour is not None]
        if self.rulings or len(filled) < FEWEST_FILLED:
            return self.rulings
        return [side for box in filled for side in _sides(box)]


def drawing(page: Any, has_layers: bool) -> Drawing:
    """What a page draws, forms in it included.

    Args:
        page: of pypdfium2.
        has_layers: whether the file has layers that are switched off; what stands in them, text
            apart, is not drawn.

    Raises:
        TooMuchError: if it is more than is read.
    """
    walk = _Walk(has_layers)
    walk.through(calls.objects(page), SAME, 1)
    return walk.drawn


class _Walk:
    """Goes through the objects of a page and of its forms."""

    def __init__(self, has_layers: bool) -> None:
        self.drawn = Drawing([], [], {}, [], [])
        self.order = 0
        self.has_layers = has_layers

    def through(self, items: list[int], around: Matrix, depth: int) -> None:
        at_most(self.order + len(items), MOST_OBJECTS, what=" drawn objects")
        pieces = self.drawn.pieces
        for item in items:
            self.order += 1
            kind = calls.kind_of(item)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                pieces[item] = Piece(self.order, around)
            else:
                self._object(item, kind, around, depth)

    def _object(self, item: int, kind: int, around: Matrix, depth: int) -> None:
        """Take what is no text."""
        if self.has_layers and kind != pdfium.FPDF_PAGEOBJ_FORM and calls.is_marked(item, LAYER):
            return
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(item, around)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = _around([on_page(product(calls.matrix(item), around), *at) for at in _UNIT])
            self.drawn.shapes.append(Shape(self.order, box, None, item))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            self.through(calls.parts(item), product(calls.matrix(item), around), depth + 1)

    def _path(self, item: int, around: Matrix) -> None:
        if (dot := _dot(item, around)) is not None:
            self._ruling(dot)
            at_most(len(self.drawn.rulings), MOST_RULINGS, what=" ruled lines")
            return
        is_filled, is_stroked = calls.drawn(item)
        polygons = [*_polygons(item, product(calls.matrix(item), around))]
        self._outline(item, around, polygons)
        for points in polygons:
            for box in _rulings(points, is_stroked):
                self._ruling(box)
        at_most(len(self.drawn.rulings), MOST_RULINGS, what=" ruled lines")
        boxes = _rectangles(polygons) if is_filled else []
        colour = calls.fill(item) if boxes else None
        if colour is not None:
            boxes = [cut for box in boxes if (cut := clipped(item, box, around)) is not None]
            self.drawn.shapes.extend(Shape(self.order, box, colour, item) for box in boxes)

    def _outline(self, item: int, around: Matrix, polygons: list[list[_Point]]) -> None:
        """Take what may be the outline of characters: a small path with curves or many corners.

        Curves and sloped lines may strike out what is printed below them.
        """
        is_sloped = any(map(_is_sloped, polygons))
        is_simple = bool(polygons) and max(map(len, polygons)) < _CORNERS
        if is_simple and not is_sloped:
            return
        bounds = calls.bounds(item)
        if bounds is None or len(self.drawn.outlines) >= _MOST_OUTLINES:
            return
        box = _around([on_page(around, *bounds[:2]), on_page(around, *bounds[2:])])
        if _is_of_a_line(box):
            self.drawn.outlines.extend([] if is_sloped else [box])
            self.drawn.crossings.extend([box] if is_sloped or not polygons else [])

    def _ruling(self, box: Box) -> None:
        """Take a ruling; a dot behind others of its line makes that longer."""
        found = self.drawn.rulings
        if found and _is_dot(box) and (longer := _with_dot(found[-1], box)):
            found[-1] = longer
        else:
            found.append(box)


def _is_sloped(points: list[_Point]) -> bool:
    """Whether a polygon of few points is a line that is neither level nor upright."""
    left, bottom, right, top = _around(points)
    return len({*points}) == _ENDS and min(right - left, top - bottom) > _NARROWEST


def _is_of_a_line(box: Box) -> bool:
    """Whether something is as high as a line of text, and no side of a border."""
    thin, long = sorted((box[2] - box[0], box[3] - box[1]))
    is_side = thin <= THINNEST and long >= LONG * thin
    return _LOWEST <= box[3] - box[1] <= _HIGHEST and thin > _NARROWEST and not is_side


def _dot(item: int, around: Matrix) -> Box | None:
    """The box of a path that is a dot; None of another one. Asked first: pages have thousands."""
    bounds = calls.bounds(item)
    if bounds is None or not _is_dot(bounds):
        return None
    box = _around([on_page(around, *bounds[:2]), on_page(around, *bounds[2:])])
    return box if _is_dot(box) else None


def _is_dot(box: Box) -> bool:
    return max(box[2] - box[0], box[3] - box[1]) <= THINNEST


def _with_dot(line: Box, dot: Box) -> Box | None:
    """A line of dots with one more; None where the dot does not stand next in it."""
    for one, other in ((0, 1), (1, 0)):
        is_along = all(abs(line[i] - dot[i]) < 0.5 for i in (other, other + 2))
        gap = max(dot[one] - line[one + 2], line[one] - dot[one + 2])
        if is_along and gap <= GAP:
            return _around([line[:2], line[2:], dot[:2], dot[2:]])
    return None


def _sides(box: Box) -> Iterator[Box]:
    """The four sides of a rectangle, as lines."""
    left, bottom, right, top = box
    yield from ((left, bottom, right, bottom), (left, top, right, top))
    yield from ((left, bottom, left, top), (right, bottom, right, top))


_UNIT = ((0, 0), (1, 0), (1, 1), (0, 1))


def product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does what one does, and then another."""
    if outer is SAME:
        return inner
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    first, second = (a * g + b * i, a * h + b * j), (c * g + d * i, c * h + d * j)
    return (*first, *second, e * g + f * i + k, e * h + f * j + m)


def on_page(matrix: Matrix, x: float, y: float) -> _Point:
    """A point as a matrix moves it."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def clipped(item: int, box: Box, around: Matrix) -> Box | None:
    """What of a rectangle the clipping of its object leaves; None where that is no rectangle."""
    for path in calls.clips(item, MOST_OBJECTS):
        points = [on_page(around, x, y) for _, x, y, _ in path]
        if len(points) not in (4, 5) or not _is_rectangle(points):
            return None
        box = overlap(box, _around(points))
    return box


def overlap(box: Box, other: Box) -> Box:
    """Left, bottom, right, top of what two boxes share; right below left where they do not."""
    return (
        max(box[0], other[0]),
        max(box[1], other[1]),
        min(box[2], other[2]),
        min(box[3], other[3]),
    )


def window(item: int, around: Matrix) -> Box | None:
    """The box around what the clipping of an object lets be seen; None where it cuts nothing."""
    found: Box | None = None
    for path in calls.clips(item, MOST_OBJECTS):
        if path:
            box = _around([on_page(around, x, y) for _, x, y, _ in path])
            found = box if found is None else overlap(found, box)
    return found


def _rectangles(polygons: list[list[_Point]]) -> list[Box]:
    """The rectangles of a path that are more than lines; none of one with a hole."""
    boxes = [_around(points) for points in polygons if _is_rectangle(points)]
    wide = [box for box in boxes if min(box[2] - box[0], box[3] - box[1]) > THINNEST]
    if len(wide) < 2:
        return wide
    pairs = itertools.combinations(wide, 2)
    return [] if len(wide) > _MOST_SHAPES or any(_meet(*pair) for pair in pairs) else wide


def _meet(box: Box, other: Box) -> bool:
    left, bottom, right, top = overlap(box, other)
    return right - left > 1 and top - bottom > 1


def _is_rectangle(points: list[_Point]) -> bool:
    """Whether the corners of a polygon are those of a level rectangle."""
    if len({(round(x, 1), round(y, 1)) for x, y in points}) != 4:
        return False
    left, bottom, right, top = _around(points)
    return all(
        min(abs(x - left), abs(x - right)) < 0.5 and min(abs(y - bottom), abs(y - top)) < 0.5
        for x, y in points
    )


def _rulings(points: list[_Point], is_stroked: bool) -> Iterator[Box]:
    """Level and upright lines of a polygon: stroked segments, and filled thin rectangles."""
    box = _around(points)
    thin, long = sorted((box[2] - box[0], box[3] - box[1]))
    is_thick_line = thin <= THICKEST and long >= LONG * thin and _is_rectangle(points)
    if (thin <= THINNEST and (is_stroked or len(points) > 2)) or is_thick_line:
        yield box
    elif is_stroked:
        yield from _straight(points)


def _around(points: list[_Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _straight(points: list[_Point]) -> Iterator[Box]:
    """The sides of a polygon that are level or upright."""
    for side in itertools.pairwise(points):
        box = _around([*side])
        if min(box[2] - box[0], box[3] - box[1]) <= 1:
            yield box


def _polygons(item: int, matrix: Matrix) -> Iterator[list[_Point]]:
    """The polygons of a path in coordinates of the page; one with curves only as a dot."""
    points: list[_Point] = []
    straight = True
    for kind, x, y, closes in calls.segments(item, MOST_OBJECTS):
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and (straight or _is_dot(_around(points))):
                yield points
            points, straight = [], True
        straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(on_page(matrix, x, y))
        if closes:
            points.append(points[0])
    if len(points) > 1 and (straight or _is_dot(_around(points))):
        yield points
