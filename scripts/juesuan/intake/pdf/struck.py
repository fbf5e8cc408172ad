"""What is struck out: a line through characters is no border, and what it strikes is not read.

A border may touch a name that is too long for its cell, and stands between two rows: each of them
has text of its own there.
"""

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

ROW = 4
"""Times the height of what a line goes through that the row reaches at most, above and below it."""

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
    hits = [
        (one, hit)
        for one, hit in _crossed(level, found)
        if _is_struck(one, hit) or not _parts_rows(one, hit, level, found)
    ]
    if not hits:
        return [*page], [*found]
    lines = {id(one) for one, _ in hits}
    gone = {id(glyph) for _, hit in hits for glyph in _of_words(hit, found)}
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
        small = [one for one in glyphs if one.bottom - one.top <= most]
        if small:
            yield level[at], small


def _is_struck(line: Ruling, hit: Sequence[Glyph]) -> bool:
    """Whether a line strikes out the characters through which it goes, whatever is around it."""
    covered = sum(one.right - one.left for one in hit)
    return covered >= MOST * (line.end - line.start) or any(map(_is_number, _words(hit)))


def _parts_rows(
    line: Ruling, hit: Sequence[Glyph], level: Sequence[Ruling], found: Sequence[Glyph]
) -> bool:
    """Whether a line is the border between two rows: each of them has text that it leaves whole.

    Args:
        line: it goes through the characters ``hit``.
        level: all level lines, from top to bottom.
        found: the characters of the page.
    """
    high, low = min(one.high for one in hit), max(one.low for one in hit)
    reach, struck = ROW * (low - high), {id(one) for one in hit}
    beside = [one.at for one in level if one.start < line.end and one.end > line.start]
    top = max((at for at in beside if at <= high), default=line.at - reach)
    foot = min((at for at in beside if at >= low), default=line.at + reach)
    middles = [
        (one.high + one.low) / 2
        for one in found
        if id(one) not in struck and line.start <= one.middle[0] <= line.end
    ]
    above = any(max(top, line.at - reach) < middle < line.at for middle in middles)
    return above and any(line.at < middle < min(foot, line.at + reach) for middle in middles)


def _of_words(hit: Sequence[Glyph], found: Sequence[Glyph]) -> Iterator[Glyph]:
    """The characters of the words that a line strikes out: a part of a word is none."""
    struck = {id(one) for one in hit}
    middle = median([(one.high + one.low) / 2 for one in hit])
    for word in _words([one for one in found if one.high < middle < one.low]):
        if any(id(one) in struck for one in word):
            yield from word
    yield from hit


def _words(hit: Sequence[Glyph]) -> list[list[Glyph]]:
    """Characters of a line of text, by what stands together, from left to right."""
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
