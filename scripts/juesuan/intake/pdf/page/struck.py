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

from juesuan.intake.pdf.tables.grids import TOUCH, Ruling
from juesuan.intake.pdf.text.lines import UNREADABLE, Glyph

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

_AT_FOOT = frozenset(",.，．、。()（）")
"""Signs that stand or reach where an underline runs: a line through them alone strikes nothing."""


def without_struck(
    page: Sequence[Ruling], found: Sequence[Glyph]
) -> tuple[list[Ruling], list[Glyph], list[str]]:
    """The lines of a page without those that strike something out, its characters, what is struck.

    Characters that are struck out are unreadable: what is deleted is published as no figure.

    Args:
        page: its whole lines.
        found: its characters.
    """
    level = sorted((one for one in page if one.across), key=attrgetter("at"))
    hits = [(one, hit) for one, hit in _crossed(level, found) if _strikes(one, hit, page, found)]
    if not hits:
        return [*page], [*found], []
    words = [_of_words(hit, found) for _, hit in hits]
    gone = {id(glyph) for word in words for glyph in word}
    told = ["".join(one.char for one in word) for word in words]
    return _without(page, hits), [_unread(one, gone) for one in found], told


def _without(page: Sequence[Ruling], hits: Sequence[tuple[Ruling, list[Glyph]]]) -> list[Ruling]:
    lines = {id(one) for one, _ in hits}
    return [one for one in page if id(one) not in lines]


def _unread(one: Glyph, gone: set[int]) -> Glyph:
    return replace(one, char=UNREADABLE) if id(one) in gone else one


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


def _strikes(
    line: Ruling, hit: Sequence[Glyph], page: Sequence[Ruling], found: Sequence[Glyph]
) -> bool:
    """Whether a line strikes out what it goes through, and is no border and no underline."""
    if all(one.char in _AT_FOOT for one in hit):
        return False
    return _is_struck(line, hit) or not _parts_rows(line, hit, page, found)


def _is_struck(line: Ruling, hit: Sequence[Glyph]) -> bool:
    """Whether a line strikes out the characters through which it goes, whatever is around it."""
    covered = sum(one.right - one.left for one in hit)
    return covered >= MOST * (line.end - line.start) or any(map(_is_number, _words(hit)))


def _parts_rows(
    line: Ruling, hit: Sequence[Glyph], page: Sequence[Ruling], found: Sequence[Glyph]
) -> bool:
    """Whether a line is a border: each row beside it has text that it leaves whole.

    Args:
        line: it goes through the characters ``hit``.
        page: all lines.
        found: the characters of the page.
    """
    ink = min(one.high for one in hit), max(one.low for one in hit)
    top, foot = _band(line, ink, page)
    struck = {id(one) for one in hit}
    middles = [(one.high + one.low) / 2 for one in found if _is_left(line, one, struck)]
    has_top, has_foot = _rows_beside(line, page, ink)
    above = not has_top or any(top < middle < line.at for middle in middles)
    below = not has_foot or any(line.at < middle < foot for middle in middles)
    return (has_top or has_foot) and above and below


def _is_left(line: Ruling, one: Glyph, struck: set[int]) -> bool:
    """Whether a character stands above or below a line that does not go through it."""
    return id(one) not in struck and line.start <= one.middle[0] <= line.end


def _band(line: Ruling, ink: tuple[int, int], page: Sequence[Ruling]) -> tuple[float, float]:
    """From where to where the rows above and below a line may reach."""
    reach = ROW * (ink[1] - ink[0])
    level = [one.at for one in page if one.across and _share(one, line)]
    top = max((at for at in level if at <= ink[0]), default=line.at - reach)
    foot = min((at for at in level if at >= ink[1]), default=line.at + reach)
    return max(top, line.at - reach), min(foot, line.at + reach)


def _rows_beside(line: Ruling, page: Sequence[Ruling], ink: tuple[int, int]) -> tuple[bool, bool]:
    """Whether there are rows above and below a line: upright lines go there, or a level one stands.

    Args:
        line: a level line.
        page: all lines.
        ink: the upper and the lower edge of what it goes through.
    """
    upright = [
        one
        for one in page
        if not one.across
        and line.start - TOUCH <= one.at <= line.end + TOUCH
        and one.start - TOUCH <= line.at <= one.end + TOUCH
    ]
    if upright:
        top, foot = min(one.start for one in upright), max(one.end for one in upright)
        return top < line.at - TOUCH, foot > line.at + TOUCH
    level = [one.at for one in page if one.across and _share(one, line)]
    return any(at <= ink[0] for at in level), any(at >= ink[1] for at in level)


def _share(one: Ruling, line: Ruling) -> bool:
    return one.start < line.end and one.end > line.start


def _of_words(hit: Sequence[Glyph], found: Sequence[Glyph]) -> list[Glyph]:
    """The characters of the words that a line strikes out: a part of a word is none."""
    struck = {id(one) for one in hit}
    middle = median([(one.high + one.low) / 2 for one in hit])
    level = [one for one in found if id(one) in struck or one.top < middle < one.bottom]
    own = [word for word in _words(level) if any(id(one) in struck for one in word)]
    return [one for word in own for one in word]


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
