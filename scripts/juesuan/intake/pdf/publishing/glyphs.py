"""Which glyphs of a page's content are the characters at given places, as pdfium reads them.

pdfium makes one piece of text of each instruction that shows text, and knows to which piece each
character belongs. It imports nothing of the project: ``cleaner`` loads it in a process of its own.
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from typing import Any

import pypdfium2.raw as pdfium

DEEPEST = 8
"""Nested form objects that are followed."""

Path = tuple[int, ...]
"""Of a piece of text: the numbers of the form objects in which it stands, and its own."""


def glyphs(page: Any, boxes: set[tuple[int, ...]], worker: Any) -> dict[Path, tuple[int, set[int]]]:
    """Which glyphs of which pieces of text stand at these boxes.

    Args:
        page: of pypdfium2.
        boxes: left, top, right, bottom in tenths of a point, on the upright page, of characters:
            their sides by their font, top and bottom by their ink.
        worker: the program that reads, by whose measures the boxes were found.

    Returns:
        For each piece its number of characters, and which of them are hidden.

    Raises:
        LookupError: if one of them is not there.
    """
    text = page.get_textpage()
    count = text.count_chars()
    place, raw = worker.turned(page, text), worker.calls.address(text.raw)
    paths, found, hit = _paths(page), defaultdict[Path, list[bool]](list), 0
    for i in range(count):
        box = worker.calls.font_box(raw, i)
        path = paths.get(_address(pdfium.FPDFText_GetTextObject(text.raw, i)))
        if pdfium.FPDFText_IsGenerated(text.raw, i) == 1 or path is None:
            continue
        found[path].append(box is not None and _seen(raw, i, box, place, worker) in boxes)
        hit += found[path][-1]
    if hit < len(boxes):
        raise LookupError("a masked character is not where it was read")
    return {
        path: (len(all_of), {i for i, one in enumerate(all_of) if one})
        for path, all_of in found.items()
        if any(all_of)
    }


def _seen(raw: int, i: int, box: Any, place: Any, worker: Any) -> tuple[int, ...]:
    """Where a character stands: its sides by its font, top and bottom by its ink."""
    wide, high = place.box(box), place.box(worker.calls.ink_box(raw, i) or box)
    return tuple(worker.tenths([(wide[0], high[1], wide[2], high[3])]))


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _paths(page: Any) -> dict[int, Path]:
    """The address of each piece of text to its path."""
    paths: dict[int, Path] = {}
    texts, forms = defaultdict[Path, int](int), defaultdict[Path, int](int)
    own: dict[int, Path] = {}
    for item in page.get_objects(max_depth=DEEPEST):
        above = own[_address(item.container.raw)] if item.container is not None else ()
        if item.type == pdfium.FPDF_PAGEOBJ_FORM:
            own[_address(item.raw)] = (*above, forms[above])
            forms[above] += 1
        elif item.type == pdfium.FPDF_PAGEOBJ_TEXT:
            paths[_address(item.raw)] = (*above, texts[above])
            texts[above] += 1
    return paths
