"""What is struck out: a line through characters is no border, and what it strikes is no number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from juesuan.intake.pdf.grids import Ruling
from juesuan.intake.pdf.lines import UNREADABLE, Glyph

INNER = 0.22
"""Part of a character's height, from its top and from its foot, that no strike goes through."""

MOST = 0.6
"""Part of a line that goes through characters where it strikes them out."""

LONGEST = 2_500
"""Tenths of a point above which a line is a border, whatever stands upon it."""


def without_struck(
    page: Sequence[Ruling], found: Sequence[Glyph]
) -> tuple[list[Ruling], list[Glyph]]:
    """The lines of a page without those that strike something out, and its characters.

    Those that are struck out are unreadable: what is deleted is published as no figure.

    Args:
        page: its whole lines.
        found: its characters.
    """
    short = [*filter(_is_short, page)]
    rows = _by_height(found) if short else {}
    hits = [(one, hit) for one in short if (hit := _struck(one, rows))]
    lines, gone = {id(one) for one, _ in hits}, {id(glyph) for _, hit in hits for glyph in hit}
    kept = [one for one in page if id(one) not in lines]
    return kept, [_unread(one) if id(one) in gone else one for one in found]


def _is_short(one: Ruling) -> bool:
    return one.across and one.end - one.start <= LONGEST


def _unread(one: Glyph) -> Glyph:
    return replace(one, char=UNREADABLE)


def _by_height(found: Sequence[Glyph]) -> dict[int, list[Glyph]]:
    """The characters by the points from top to bottom over which they reach."""
    rows: dict[int, list[Glyph]] = {}
    for glyph in found:
        for row in range(glyph.high // 10, glyph.low // 10 + 1):
            rows.setdefault(row, []).append(glyph)
    return rows


def _struck(line: Ruling, rows: dict[int, list[Glyph]]) -> list[Glyph]:
    """The characters that a line strikes out; none where it is a border or an underline."""
    hit = [one for one in rows.get(int(line.at // 10), []) if _goes_through(line, one)]
    covered = sum(one.right - one.left for one in hit)
    return hit if covered >= MOST * (line.end - line.start) else []


def _goes_through(line: Ruling, one: Glyph) -> bool:
    inner = INNER * (one.low - one.high)
    x, _ = one.middle
    is_beside = line.start - 10 <= x <= line.end + 10
    return is_beside and one.high + inner < line.at < one.low - inner
