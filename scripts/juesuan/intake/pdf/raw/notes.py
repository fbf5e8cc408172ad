"""What annotations and the fields of forms show becomes a part of their page.

It imports nothing of the project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2_raw as pdfium

MOST = 5_000
"""Annotations of a page that are looked at."""

MOST_TOLD = 20
"""Of a page that are told."""

LONGEST = 60
"""Characters of a note that are told."""

_SILENT = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_FILEATTACHMENT)
"""Those that print nothing; files are told of by themselves."""

_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW


def with_notes(document: Any, number: int) -> tuple[Any, list[str]]:
    """A page as a reader sees it, with its annotations and fields; and what of them is not read.

    Args:
        document: of pypdfium2.
        number: of the page, 1-based.
    """
    page = document[number - 1]
    count = min(pdfium.FPDFPage_GetAnnotCount(page.raw), MOST)
    told, is_drawn = list[str](), False
    for at in range(count):
        note = pdfium.FPDFPage_GetAnnot(page.raw, at)
        if note:
            is_drawn = _looked_at(note, told) or is_drawn
            pdfium.FPDFPage_CloseAnnot(note)
    if not is_drawn:
        return page, told[:MOST_TOLD]
    done = pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
    if done == pdfium.FLATTEN_FAIL:
        return page, [*told[:MOST_TOLD], "what its annotations show"]
    page.close()
    return document[number - 1], told[:MOST_TOLD]


def _looked_at(note: Any, told: list[str]) -> bool:
    """Whether an annotation is drawn on the page; what it holds beside is told."""
    flags, kind = pdfium.FPDFAnnot_GetFlags(note), pdfium.FPDFAnnot_GetSubtype(note)
    if flags & _UNSEEN:
        pdfium.FPDFAnnot_SetFlags(note, flags | pdfium.FPDF_ANNOT_FLAG_HIDDEN)
        return False
    if kind in _SILENT:
        return False
    is_drawn = bool(pdfium.FPDFAnnot_HasKey(note, b"AP"))
    if not is_drawn or kind == pdfium.FPDF_ANNOT_TEXT:
        told.extend(_words(note, kind))
    return is_drawn


def _words(note: Any, kind: int) -> Iterator[str]:
    """What an annotation says that is not drawn on its page."""
    is_field = kind == pdfium.FPDF_ANNOT_WIDGET
    text = _value(note, b"V" if is_field else b"Contents").strip()
    if text:
        yield f"{'a form field' if is_field else 'a note'} ({text[:LONGEST]})"


def _value(note: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    into = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFAnnot_GetStringValue(note, key, into, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")
