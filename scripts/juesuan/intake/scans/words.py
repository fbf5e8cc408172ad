"""Where words stand in the picture of a page: in the cells of its tables, and outside of them.

It imports nothing of the project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import cv2
import numpy as np

if TYPE_CHECKING or __package__:
    from juesuan.intake.pdf.tables.grids import Grid
    from juesuan.intake.scans.ruled import dark
else:
    sys.path.append(str(Path(__file__).parent))
    sys.path.append(str(Path(__file__).parent.parent / "pdf" / "tables"))
    from grids import Grid
    from ruled import dark

_Box = tuple[int, int, int, int]
Sides = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""

SPECK = 0.022
"""Inches up to which a spot of ink that stands alone is a speck; a full stop stands in a word."""

LEAST = 0.03
"""Inches of the lowest line of text."""

APART = 1.6
"""Heights of a line from which on a gap parts two words."""

FINDING = 100
"""Pixels an inch at which lines of text are looked for."""

AROUND = 0.12
"""Part of its height by which a word is cut out larger."""


class Word(NamedTuple):
    """Where a word stands: left, top, right, bottom, in pixels."""

    box: _Box


def in_cells(ink: Any, grids: Sequence[Grid], dpi: float) -> Iterator[Word]:
    """The words in the cells of tables.

    Args:
        ink: of the page without its ruled lines, 255 on 0.
        grids: the tables, in tenths of a point.
        dpi: pixels an inch.
    """
    scale = dpi / 720
    clear = without_specks(ink, dpi)
    for grid in grids:
        for cell in grid.fields:
            left, top, right, bottom = (round(one * scale) for one in cell.box)
            inner = clear[top + 1 : bottom, left + 1 : right]
            for box in _of_cell(inner, dpi):
                yield Word(
                    (box[0] + left + 1, box[1] + top + 1, box[2] + left + 1, box[3] + top + 1)
                )


def outside(
    gray: Any, find: Callable[[Any], list[Sides]], grids: Sequence[Grid], dpi: float
) -> Iterator[Word]:
    """The lines of text outside of tables.

    Args:
        gray: the page without its ruled lines.
        find: finds lines of text in a picture.
        grids: the tables.
        dpi: pixels an inch.
    """
    free = gray.copy()
    for grid in grids:
        left, top, right, bottom = (round(one * dpi / 720) for one in grid.box)
        free[top : bottom + 1, left : right + 1] = 255
    if (free < 128).sum() < 20:
        return
    scale = min(1.0, FINDING / dpi)
    small = cv2.resize(free, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    clear = without_specks(dark(free, dpi), dpi)
    for box in find(small):
        left, top, right, bottom = (max(0, round(one / scale)) for one in box)
        tight = _tight(clear, (left, top, right + 1, bottom + 1))
        if tight:
            yield Word(tight)


def _tight(clear: Any, box: _Box) -> _Box | None:
    """The box around the ink of a line of text; None where there is none."""
    left, top, right, bottom = box
    inner = clear[top:bottom, left:right]
    rows, columns = np.flatnonzero(inner.any(axis=1)), np.flatnonzero(inner.any(axis=0))
    if not len(rows):
        return None
    return (
        left + int(columns[0]),
        top + int(rows[0]),
        left + int(columns[-1]) + 1,
        top + int(rows[-1]) + 1,
    )


def without_specks(ink: Any, dpi: float) -> Any:
    """The ink without small spots, by which it is told where words stand."""
    _, marked, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    most = max(2, round(SPECK * dpi))
    small = (stats[:, cv2.CC_STAT_WIDTH] <= most) & (stats[:, cv2.CC_STAT_HEIGHT] <= most)
    return np.where(small[marked], 0, ink).astype(np.uint8)


def _of_cell(inner: Any, dpi: float) -> Iterator[_Box]:
    """The words of a cell: its lines of text, each parted at wide gaps."""
    if not inner.size:
        return
    for top, bottom in _lines(inner.any(axis=1), dpi):
        columns = inner[top:bottom].any(axis=0)
        for left, right in _runs(columns, APART * max(bottom - top, LEAST * dpi * 3)):
            yield left, top, right, bottom


def _lines(rows: Any, dpi: float) -> list[tuple[int, int]]:
    """From and to which rows lines of text reach; low ones are parts of signs beside them."""
    found = _runs(rows, max(1, 0.012 * dpi))
    tallest = max((end - start for start, end in found), default=0)
    joined: list[tuple[int, int]] = []
    for start, end in found:
        is_low = min(end - start, joined[-1][1] - joined[-1][0] if joined else 0) < 0.6 * tallest
        if joined and is_low and end - joined[-1][0] <= 1.25 * tallest:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _runs(filled: Any, gap: float) -> list[tuple[int, int]]:
    """Ranges of what is filled; gaps up to a width are filled too."""
    at = np.flatnonzero(filled)
    if not len(at):
        return []
    cuts = np.flatnonzero(np.diff(at) > gap + 1)
    starts, ends = [0, *(cuts + 1)], [*cuts, len(at) - 1]
    return [(int(at[one]), int(at[other]) + 1) for one, other in zip(starts, ends, strict=True)]


def cut_out(gray: Any, word: Word, usual: float, more: float = AROUND) -> tuple[Any, float, float]:
    """The picture of a word, and the columns of the page at which it begins and ends.

    Args:
        gray: the page.
        word: where it stands.
        usual: pixels of the height of a usual line: a dash alone is cut out as high.
        more: part of the height by which it is cut out larger.
    """
    left, top, right, bottom = word.box
    height = max(bottom - top, 0.9 * usual)
    middle, edge = (top + bottom) / 2, more * height
    first, last = round(middle - height / 2 - edge), round(middle + height / 2 + edge)
    begin, end = round(left - edge), round(right + edge)
    picture = cv2.copyMakeBorder(gray, 40, 40, 40, 40, cv2.BORDER_REPLICATE)
    return picture[first + 40 : last + 40, begin + 40 : end + 40], begin, end
