"""Whether what a page without text draws may be text: the outlines of its characters.

It imports nothing of the project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium

FEW = 60
"""Characters up to which a page has no text to speak of: a number, a stamp."""

_RECTANGLE = 8
"""Segments up to which a path is a line or a rectangle."""

_MOST = 20_000
"""Objects of a page that are looked at."""


def outlines(page: Any, characters: int) -> int:
    """Segments of the paths of a page that are no lines and no rectangles.

    Args:
        page: an open page.
        characters: how many it has as text; of a page with text nothing is counted.
    """
    if characters > FEW:
        return 0
    found = 0
    for number, one in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=5)):
        if number == _MOST:
            break
        segments = pdfium.FPDFPath_CountSegments(one.raw)
        found += segments if segments > _RECTANGLE else 0
    return found
