"""pdfium's functions called by their address: three times as fast as through its own bindings.

A page has thousands of characters and objects, and each is asked about many times. Everything that
pdfium hands out is a number here, zero or None where it has none. It imports nothing of the
project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2_raw as pdfium

_HANDLE, _INT, _UINT, _FLOAT = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint, ctypes.c_float


def address(handle: Any) -> int:
    """The number of a handle of the bindings; zero for none."""
    return ctypes.cast(handle, _HANDLE).value or 0


def _called(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    return ctypes.CFUNCTYPE(result, *arguments)(address(function))


# -- a page's objects -----------------------------------------------------------------------------

_count_page = _called(pdfium.FPDFPage_CountObjects, _INT, _HANDLE)
_count_form = _called(pdfium.FPDFFormObj_CountObjects, _INT, _HANDLE)
_of_page = _called(pdfium.FPDFPage_GetObject, _HANDLE, _HANDLE, _INT)
_of_form = _called(pdfium.FPDFFormObj_GetObject, _HANDLE, _HANDLE, _INT)
kind_of = _called(pdfium.FPDFPageObj_GetType, _INT, _HANDLE)
"""The kind of an object (``FPDF_PAGEOBJ_...``)."""

blends = _called(pdfium.FPDFPageObj_HasTransparency, _INT, _HANDLE)
"""Whether what lies under an object shines through it, in whatever way."""

mode_of = _called(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _HANDLE)
"""How a piece of text is drawn (ISO 32000-1, table 106)."""

_bounds_of = _called(pdfium.FPDFPageObj_GetBounds, _INT, _HANDLE, *[_HANDLE] * 4)
_matrix_of = _called(pdfium.FPDFPageObj_GetMatrix, _INT, _HANDLE, _HANDLE)
_fill_of = _called(pdfium.FPDFPageObj_GetFillColor, _INT, _HANDLE, *[_HANDLE] * 4)
_stroke_of = _called(pdfium.FPDFPageObj_GetStrokeColor, _INT, _HANDLE, *[_HANDLE] * 4)
_draw_mode = _called(pdfium.FPDFPath_GetDrawMode, _INT, _HANDLE, _HANDLE, _HANDLE)
_marks = _called(pdfium.FPDFPageObj_CountMarks, _INT, _HANDLE)
_mark = _called(pdfium.FPDFPageObj_GetMark, _HANDLE, _HANDLE, ctypes.c_ulong)
_mark_value = _called(
    pdfium.FPDFPageObjMark_GetParamIntValue, _INT, _HANDLE, ctypes.c_char_p, _HANDLE
)

# -- paths ----------------------------------------------------------------------------------------

_count_segments = _called(pdfium.FPDFPath_CountSegments, _INT, _HANDLE)
_segment = _called(pdfium.FPDFPath_GetPathSegment, _HANDLE, _HANDLE, _INT)
_point_of = _called(pdfium.FPDFPathSegment_GetPoint, _INT, _HANDLE, _HANDLE, _HANDLE)
_segment_kind = _called(pdfium.FPDFPathSegment_GetType, _INT, _HANDLE)
_closes = _called(pdfium.FPDFPathSegment_GetClose, _INT, _HANDLE)
_clip_of = _called(pdfium.FPDFPageObj_GetClipPath, _HANDLE, _HANDLE)
_count_clips = _called(pdfium.FPDFClipPath_CountPaths, _INT, _HANDLE)
_count_clip = _called(pdfium.FPDFClipPath_CountPathSegments, _INT, _HANDLE, _INT)
_clip_segment = _called(pdfium.FPDFClipPath_GetPathSegment, _HANDLE, _HANDLE, _INT, _INT)

# -- characters -----------------------------------------------------------------------------------

unicode_of = _called(pdfium.FPDFText_GetUnicode, _UINT, _HANDLE, _INT)
"""The code of a character, by its number on the page."""

is_generated = _called(pdfium.FPDFText_IsGenerated, _INT, _HANDLE, _INT)
"""Whether a character is none of the file."""

is_unmapped = _called(pdfium.FPDFText_HasUnicodeMapError, _INT, _HANDLE, _INT)
"""Whether the file does not say what a character means."""

angle_of = _called(pdfium.FPDFText_GetCharAngle, _FLOAT, _HANDLE, _INT)
"""By how much a character is turned, in radians; negative where it is not known."""

piece_of = _called(pdfium.FPDFText_GetTextObject, _HANDLE, _HANDLE, _INT)
"""The piece of text that draws a character."""

_loose_box = _called(pdfium.FPDFText_GetLooseCharBox, _INT, _HANDLE, _INT, _HANDLE)
_ink_box = _called(pdfium.FPDFText_GetCharBox, _INT, _HANDLE, _INT, *[_HANDLE] * 4)
_size_of = _called(pdfium.FPDFText_GetFontSize, ctypes.c_double, _HANDLE, _INT)
_char_matrix = _called(pdfium.FPDFText_GetMatrix, _INT, _HANDLE, _INT, _HANDLE)

_F, _I, _D, _U = (_FLOAT * 6)(), (_INT * 2)(), (ctypes.c_double * 4)(), (_UINT * 4)()
_FP, _IP, _DP, _UP = (
    [ctypes.addressof(some) + at * ctypes.sizeof(some._type_) for at in range(len(some))]
    for some in (_F, _I, _D, _U)
)
_F_AT = _FP[0]

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
Colour = tuple[int, int, int, int]
Segment = tuple[int, float, float, bool]
"""Its kind, the point to which it goes, whether it closes the polygon."""

SAME: Matrix = (1, 0, 0, 1, 0, 0)


def objects(page: Any) -> list[int]:
    """The objects of a page (of pypdfium2), in the order in which they are drawn."""
    raw = address(page.raw)
    return [_of_page(raw, i) for i in range(_count_page(raw))]


def parts(form: int) -> list[int]:
    """The objects of a form object."""
    return [_of_form(form, i) for i in range(_count_form(form))]


def matrix(item: int) -> Matrix:
    """What turns coordinates of an object into those of what holds it."""
    if not _matrix_of(item, _F_AT):
        return SAME
    a, b, c, d, e, f = _F[:]
    return a, b, c, d, e, f


def bounds(item: int) -> Box | None:
    """Left, bottom, right, top of an object in what holds it; None where they are not known."""
    if not _bounds_of(item, *_FP[:4]):
        return None
    left, bottom, right, top = _F[:4]
    return left, bottom, right, top


def fill(item: int) -> Colour | None:
    """Red, green, blue and opacity with which an object is filled; None of one with a pattern."""
    return _colour() if _fill_of(item, *_UP) else None


def stroke(item: int) -> Colour | None:
    """The same of what an object is stroked with."""
    return _colour() if _stroke_of(item, *_UP) else None


def _colour() -> Colour:
    red, green, blue, opacity = _U[:]
    return red, green, blue, opacity


def drawn(path: int) -> tuple[bool, bool]:
    """Whether a path is filled, and whether it is stroked."""
    _draw_mode(path, *_IP)
    return bool(_I[0]), bool(_I[1])


def is_marked(item: int, key: bytes) -> bool:
    """Whether a mark around an object has a property."""
    return any(_mark_value(_mark(item, i), key, _IP[0]) for i in range(_marks(item)))


def segments(path: int, most: int) -> list[Segment]:
    """The first segments of a path."""
    return [_told(_segment(path, i)) for i in range(min(_count_segments(path), most))]


def clips(item: int, most: int) -> list[list[Segment]]:
    """The paths to which an object is clipped; none where they do not cut it."""
    clip = _clip_of(item)
    if (count := _count_clips(clip)) < 1:
        return []
    return [
        [_told(_clip_segment(clip, i, j)) for j in range(min(_count_clip(clip, i), most))]
        for i in range(min(count, most))
    ]


def _told(segment: int) -> Segment:
    _point_of(segment, *_FP[:2])
    return _segment_kind(segment), _F[0], _F[1], bool(_closes(segment))


def font_box(text: int, i: int) -> Box | None:
    """Left, bottom, right, top of a character by the measures of its font."""
    if not _loose_box(text, i, _F_AT):
        return None
    left, top, right, bottom = _F[:4]
    if left > right:
        left, right = right, left
    return (left, bottom, right, top) if bottom <= top else (left, top, right, bottom)


def ink_box(text: int, i: int) -> Box | None:
    """Left, bottom, right, top of what is drawn of a character; None where nothing is."""
    if not _ink_box(text, i, *_DP):
        return None
    left, right, bottom, top = _D[:]
    return (left, bottom, right, top) if top > bottom else None


def size(text: int, i: int) -> float:
    """The size in which a character is set, in points of the page."""
    if not _char_matrix(text, i, _F_AT):
        return float(_size_of(text, i))
    a, b, c, d = _F[:4]
    scale = max(abs(a) + abs(b), abs(c) + abs(d))
    return float(_size_of(text, i) * scale)
