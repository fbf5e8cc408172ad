"""What is struck out: a line through characters is no border, and what it strikes is no number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from statistics import median

from juesuan.intake.pdf.grids import Ruling
from juesuan.intake.pdf.lines import UNREADABLE, Glyph

INNER = 0.22
"""Part of a character's height, from its top and from its foot, that no strike goes through."""

MOST = 0.6
"""Part of a line that goes through characters where it strikes them out."""

GAP = 0.6
"""Part of its height by which a character of a number stands off the one before it at most."""

DIGITS = 3
"""Digits of a number, at least, that no border goes through: as many as ``0.01`` has."""

LARGE = 2
"""Times the usual height of a page's characters above which one is a watermark that lines cross."""

_SIGNS = frozenset(",.-，．－−%()（）")


def without_struck(
    page: Sequence[Ruling], found: Sequence[Glyph]
) -> tuple[list[Ruling], list[Glyph]]:
    """The lines of a page without those that strike something out, and its characters.

    Those that are struck out are unreadable: what is deleted is published as no figure.

    Args:
        page: its whole lines.
        found: its characters.
    """
    level = sorted((one for one in page if one.across), key=attrgetter("at"))
    hits = [(one, hit) for one, crossed in _crossed(level, found) if (hit := _struck(one, crossed))]
    if not hits:
        return [*page], [*found]
    lines, gone = {id(one) for one, _ in hits}, {id(glyph) for _, hit in hits for glyph in hit}
    kept = [one for one in page if id(one) not in lines]
    return kept, [_unread(one) if id(one) in gone else one for one in found]


def _unread(one: Glyph) -> Glyph:
    return replace(one, char=UNREADABLE)


def _crossed(
    level: Sequence[Ruling], found: Sequence[Glyph]
) -> Iterator[tuple[Ruling, list[Glyph]]]:
    """Each line that goes through characters, and those; none that are large.

    Args:
        level: level lines, from top to bottom.
        found: the characters of the page.
    """
    places, hit = [one.at for one in level], dict[int, list[Glyph]]()
    for glyph in found if level else ():
        at = bisect_right(places, glyph.high)
        while at < len(places) and places[at] < glyph.low:
            if _goes_through(level[at], glyph):
                hit.setdefault(at, []).append(glyph)
            at += 1
    most = LARGE * median([one.bottom - one.top for one in found]) if hit else 0
    for at, glyphs in hit.items():
        yield level[at], [one for one in glyphs if one.bottom - one.top <= most]


def _struck(line: Ruling, hit: Sequence[Glyph]) -> Sequence[Glyph]:
    """The characters that a line strikes out; none where it is a border or an underline."""
    covered = sum(one.right - one.left for one in hit)
    is_strike = covered >= MOST * (line.end - line.start) or any(map(_is_number, _words(hit)))
    return hit if is_strike else []


def _words(hit: Sequence[Glyph]) -> list[list[Glyph]]:
    """Characters that a line goes through, by what stands together, from left to right."""
    words: list[list[Glyph]] = []
    for one in sorted(hit, key=lambda glyph: glyph.left):
        if words and one.left - words[-1][-1].right <= GAP * (one.bottom - one.top):
            words[-1].append(one)
        else:
            words.append([one])
    return words


def _is_number(word: Sequence[Glyph]) -> bool:
    """Whether a line through a word goes through a number: a border may touch a name, but none."""
    digits = sum(one.char.isdecimal() for one in word)
    return digits >= DIGITS and all(one.char.isdecimal() or one.char in _SIGNS for one in word)


def _goes_through(line: Ruling, one: Glyph) -> bool:
    inner = INNER * (one.low - one.high)
    x, _ = one.middle
    is_beside = line.start - 10 <= x <= line.end + 10
    return is_beside and one.high + inner < line.at < one.low - inner
