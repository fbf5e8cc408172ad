"""Two pages that are printed side by side on one sheet are read one behind the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from juesuan.intake.pdf.supervise import RawPage
from juesuan.intake.pdf.tables.grids import lines_of
from juesuan.intake.pdf.tables.lacking import is_title
from juesuan.intake.pdf.text.lines import Glyph, Line, glyphs, lines

GUTTER = 60
"""Tenths of a point to both sides of the middle of a sheet in which nothing stands."""

FEWEST = 2
"""Lines of each half that show it to be a page: as wide as a page, or titles of tables."""

WIDE = 0.6
"""Part of a half that a line of prose or the row of a table fills."""


def halves(raw: RawPage) -> list[RawPage]:
    """The pages of a sheet: two where nothing reaches over the middle of it, else itself.

    Only where both halves hold lines as wide as a page: a table with a wide gap is none such.
    """
    middle = round(raw.width * 5)
    if raw.width <= raw.height or not raw.text or _is_crossed(raw, middle):
        return [raw]
    found = glyphs(raw.text, raw.boxes, raw.pieces, raw.heights)
    sides = [one for one in found if one.right <= middle], [one for one in found if
                                                            one.left >= middle]  # fmt: skip
    ruled = [_wide_rulings(raw, middle, first) for first in (True, False)]
    if not all(_is_page(side, middle, count) for side, count in zip(sides, ruled, strict=True)):
        return [raw]
    return [_half(raw, middle, first) for first in (True, False)]


def _is_crossed(raw: RawPage, middle: int) -> bool:
    """Whether a character or a line stands in the middle."""
    return any(
        left < middle + GUTTER and right > middle - GUTTER
        for boxes in (raw.boxes, raw.rulings)
        for left, right in zip(boxes[::4], boxes[2::4], strict=True)
    )


def _is_page(side: Sequence[Glyph], middle: int, ruled: int) -> bool:
    """Whether a half has lines as wide as a page; or a title of its own over such rulings."""
    found = lines(side)
    wide = [line for line in found if _width(line) >= WIDE * middle]
    return len(wide) >= FEWEST or (ruled >= FEWEST and any(map(is_title, found)))


def _wide_rulings(raw: RawPage, middle: int, is_first: bool) -> int:
    """How many ruled lines of a half are as wide as a page."""
    level = (one for one in lines_of(raw.rulings) if one.across)
    own = (one for one in level if (one.start < middle) == is_first)
    return sum(one.end - one.start >= WIDE * middle for one in own)


def _width(line: Line) -> int:
    found = [glyph for glyph in line.glyphs if glyph]
    return found[-1].right - found[0].left


def _half(raw: RawPage, middle: int, is_first: bool) -> RawPage:
    """The left or the right half; what stands there keeps its place on the sheet."""
    kept = [i for i in range(len(raw.text)) if (raw.boxes[4 * i] < middle) == is_first]
    lined = [i for i in range(0, len(raw.rulings), 4) if (raw.rulings[i] < middle) == is_first]
    return replace(
        raw,
        text="".join(raw.text[i] for i in kept),
        boxes=tuple(_flat(raw.boxes, (4 * i for i in kept), 4)),
        heights=tuple(_flat(raw.heights, (2 * i for i in kept), 2)),
        pieces=tuple(raw.pieces[i] for i in kept),
        rulings=tuple(_flat(raw.rulings, iter(lined), 4)),
    )


def _flat(numbers: Sequence[int], starts: Iterator[int], count: int) -> Iterator[int]:
    for start in starts:
        yield from numbers[start : start + count]
