"""Characters of a page become lines of text, by where they stand and not by their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from operator import attrgetter

from juesuan.amount import WITH_CENTS

SPACE = 0.35
"""Part of a line's height from which a gap between two characters is a space."""

TOGETHER = 0.45
"""Part of the smaller height by which two characters must overlap to stand in one line."""

OVERPRINT = 0.3
"""Part of its width by which a character may be shifted to be the same one, printed twice."""

UNREADABLE = "\ufffd"
"""Stands for a digit printed upon another one, or for what makes a number doubtful."""

PARTED = 0.12
"""Part of a line's height by which a gap in a number must be wider than others to part it."""

STRAY = 0.02
"""Part of a line's height by which a digit that is drawn by itself stands off a number."""

LONGEST_NOTE = 2
"""Digits of a note."""

NOTE_RAISED = 0.15
"""Part of a digit's height by which one stands higher or lower that is a note."""

NOTE_LEADING = 0.3
"""Part of the height of the character behind it by which a digit before a note stands higher."""

NOTE_SIZE = 0.88
"""Part of a digit's height up to which another one is small, and a note."""

_NUMERIC = frozenset("0123456789.,")
_AMOUNT = re.compile(WITH_CENTS)
_SUPERSCRIPTS = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
_SIDES = attrgetter("left", "right")

Sides = tuple[float, float, float, float]
"""Left, top, right, bottom, in tenths of a point."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character.

    Attributes:
        char: the character.
        left, top, right, bottom: its box by the measures of its font, in tenths of a point from the
            top left corner.
        piece: number of the piece of text that draws it.
        high, low: upper and lower edge of its ink.
    """

    char: str
    left: int
    top: int
    right: int
    bottom: int
    piece: int = 0
    high: int = 0
    low: int = 0

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the box."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def within(box: Sides, found: Sequence[Glyph]) -> list[Glyph]:
    """The characters whose middle stands in a box."""
    left, top, right, bottom = (2 * side for side in box)
    return [
        one
        for one in found
        if left <= one.left + one.right <= right and top <= one.top + one.bottom <= bottom
    ]


def outside(boxes: Sequence[Sides], found: Sequence[Glyph]) -> list[Glyph]:
    """The characters whose middle stands in none of some boxes."""
    gone = {id(one) for box in boxes for one in within(box, found)}
    return [one for one in found if id(one) not in gone] if gone else [*found]


@dataclass(frozen=True, slots=True)
class Line:
    """Characters that stand in one line, from left to right; None is a space."""

    glyphs: tuple[Glyph | None, ...]
    top: int
    bottom: int

    @property
    def text(self) -> str:
        """The characters, with spaces where gaps are wide."""
        return "".join(glyph.char if glyph else " " for glyph in self.glyphs)

    @property
    def left(self) -> int:
        """Left edge of the first character."""
        return next(glyph.left for glyph in self.glyphs if glyph)


def glyphs(
    text: str, boxes: Sequence[int], pieces: Sequence[int], heights: Sequence[int]
) -> list[Glyph]:
    """The characters of a page.

    Args:
        text: the characters.
        boxes: left, top, right, bottom of each, flat.
        pieces: the piece of text that draws each.
        heights: upper and lower edge of the ink of each, flat.
    """
    sides = (boxes[at::4] for at in range(4))
    edges = (heights[at::2] for at in range(2))
    return [*map(Glyph, text, *sides, pieces, *edges)]


def lines(found: Sequence[Glyph]) -> list[Line]:
    """Lines of text from top to bottom.

    Args:
        found: characters of a page or of a cell, in any order.
    """
    if len({(one.top, one.bottom) for one in found}) == 1:
        return [_Row.of(found).line()]
    rows: list[_Row] = []
    for glyph in sorted(found, key=lambda one: (one.top + one.bottom, one.left)):
        if not (rows and rows[-1].takes(glyph)):
            near = (row for row in rows[-2:-5:-1] if row.takes(glyph))
            row = next(near, None)
            if row is not None:
                row.add(glyph)
                continue
            rows.append(_Row())
        rows[-1].add(glyph)
    return sorted(
        (row.line() for row in rows), key=lambda line: (line.top + line.bottom, line.left)
    )


class _Row:
    """A line that is being collected."""

    def __init__(self) -> None:
        self.glyphs: list[Glyph] = []
        self.top = self.bottom = 0.0

    @classmethod
    def of(cls, found: Sequence[Glyph]) -> _Row:
        """Characters that stand equally high."""
        row = cls()
        row.glyphs, row.top, row.bottom = list(found), found[0].top, found[0].bottom
        return row

    def takes(self, glyph: Glyph) -> bool:
        if glyph.top == self.top and glyph.bottom == self.bottom:
            return True
        overlap = min(self.bottom, glyph.bottom) - max(self.top, glyph.top)
        return overlap >= TOGETHER * min(self.bottom - self.top, glyph.bottom - glyph.top)

    def add(self, glyph: Glyph) -> None:
        if glyph.top != self.top or glyph.bottom != self.bottom:
            number = len(self.glyphs)
            self.top = (self.top * number + glyph.top) / (number + 1)
            self.bottom = (self.bottom * number + glyph.bottom) / (number + 1)
        self.glyphs.append(glyph)

    def line(self) -> Line:
        height = self.bottom - self.top
        found: list[Glyph | None] = []
        last: Glyph | None = None
        placed = sorted(self.glyphs, key=_SIDES)
        gaps = _gaps(placed)
        parted, strays = _parted(gaps, height), dict(_strays(placed, gaps, height))
        widest = SPACE * height
        for at, glyph in enumerate(placed):
            glyph = replace(glyph, char=strays[at]) if at in strays else glyph
            if last:
                gap = glyph.left - last.right
                if glyph.char == last.char and _is_overprint(last, glyph):
                    continue
                if gap > widest or at in parted:
                    found.append(None)
                elif gap < 0 and _collide(last, glyph):
                    found[-1] = replace(last, char=UNREADABLE)
                    glyph = replace(glyph, char=UNREADABLE)
            found.append(glyph)
            last = glyph
        return Line(tuple(found), round(self.top), round(self.bottom))


def _gaps(placed: Sequence[Glyph]) -> dict[int, int]:
    """The gaps inside of numbers: before which character, and how wide."""
    numeric = {at for at, one in enumerate(placed) if one.char in _NUMERIC}
    return {at: placed[at].left - placed[at - 1].right for at in sorted(numeric)
            if at - 1 in numeric}  # fmt: skip


def _parted(gaps: Mapping[int, int], height: float) -> set[int]:
    """Which characters of a line stand apart from the digit or separator before them."""
    wide = {at for at, gap in gaps.items() if gap > PARTED * height}
    return {at for at in wide if gaps[at] > PARTED * height + _usual_gap(gaps, at)}


def _usual_gap(gaps: Mapping[int, int], at: int) -> int:
    """The narrowest gap of the number in which a gap stands."""
    first = last = at
    while first - 1 in gaps:
        first -= 1
    while last + 1 in gaps:
        last += 1
    return max(0, min(gaps[one] for one in range(first, last + 1))) if last > first else 0


def _strays(
    placed: Sequence[Glyph], gaps: Mapping[int, int], height: float
) -> Iterator[tuple[int, str]]:
    """The digits close beside an amount that are drawn by themselves, and what stands for them.

    Whoever draws a number draws it at once, or in pieces that follow one another without a gap. So
    a digit behind the decimals of one is a note; one before it may be a note or a part of it.
    """
    for at, gap in gaps.items():
        before, behind = placed[at - 1 : at + 1]
        if not _is_apart(before, behind, gap / max(height, 1)):
            continue
        first, last = _numeric(placed[at - 1 :: -1])[::-1], _numeric(placed[at:])
        if _is_note(first) and _AMOUNT.fullmatch(last) and not _is_unlike(before, behind):
            yield from ((one, UNREADABLE) for one in range(at - len(first), at))
        elif _is_note(last) and _AMOUNT.fullmatch(first):
            yield from ((at + i, _SUPERSCRIPTS[char]) for i, char in enumerate(last))


def _is_note(drawn: str) -> bool:
    return len(drawn) <= LONGEST_NOTE and drawn.isdecimal()


def _numeric(placed: Sequence[Glyph]) -> str:
    """The digits and separators from the first character on that are drawn in one piece."""
    run = takewhile(lambda one: one.piece == placed[0].piece and one.char in _NUMERIC, placed)
    return "".join(one.char for one in run)


def _is_apart(before: Glyph, behind: Glyph, gap: float) -> bool:
    """Whether two characters close to one another are not drawn as one number.

    Args:
        before, behind: the characters.
        gap: between them, in heights of the line.
    """
    is_close = before.piece != behind.piece and -PARTED <= gap <= PARTED
    return is_close and (abs(behind.piece - before.piece) != 1 or gap > STRAY)


def _is_overprint(glyph: Glyph, again: Glyph) -> bool:
    """Whether a character like the one before it is that, printed once more to look bold."""
    shift = again.left - glyph.left
    return shift <= OVERPRINT * max(1, again.right - again.left)


def _collide(glyph: Glyph, other: Glyph) -> bool:
    """Whether two digits are printed upon one another, so that neither can be read."""
    if not (glyph.char.isdigit() and other.char.isdigit()):
        return False
    overlap = min(glyph.right, other.right) - max(glyph.left, other.left)
    return overlap > 0 and 2 * overlap > min(glyph.right - glyph.left, other.right - other.left)


def superscripts(found: Sequence[Glyph | None]) -> list[Glyph | None]:
    """The characters of a line or cell, where marks of footnotes are superscripts.

    So they are part of no number.
    """
    if not any(one and one.char in _SUPERSCRIPTS for one in found):
        return [*found]
    notes = _notes(found) | _leading(found)
    marked: list[Glyph | None] = []
    base: Glyph | None = None
    for at, glyph in enumerate(found):
        is_digit = glyph is not None and glyph.char in _SUPERSCRIPTS
        if glyph and is_digit and (at in notes or (base and _is_raised(glyph, base))):
            marked.append(replace(glyph, char=_SUPERSCRIPTS[glyph.char]))
            continue
        marked.append(glyph)
        base = glyph or base
    return marked


def _leading(found: Sequence[Glyph | None]) -> set[int]:
    """Digits with which a line begins that stand higher than what follows, as before a note."""
    printed = [(at, one) for at, one in enumerate(found) if one]
    digits = [*takewhile(lambda one: one[1].char in _SUPERSCRIPTS, printed)]
    behind = [one for _, one in printed[len(digits) :][:1] if one.char.isalpha()]
    if len(digits) > LONGEST_NOTE or not behind:
        return set()
    ink = behind[0].low - behind[0].high
    raised = [at for at, one in digits if behind[0].low - one.low > NOTE_LEADING * ink]
    return set(raised) if len(raised) == len(digits) else set()


def _notes(found: Sequence[Glyph | None]) -> set[int]:
    """Digits of a number that stand higher or lower than most of it, or are smaller."""
    notes: set[int] = set()
    run: list[int] = []
    for at, glyph in enumerate((*found, None)):
        if glyph and glyph.char in _NUMERIC:
            run += [at] if glyph.char in _SUPERSCRIPTS else []
        elif run:
            notes |= _of_another_line([(one, found[one]) for one in run])
            run = []
    return notes


def _of_another_line(digits: Sequence[tuple[int, Glyph | None]]) -> set[int]:
    """Which digits of a number are unlike most of its digits; of as many, those that are higher."""
    whole = [(at, one) for at, one in digits if one]
    if len({(one.top, one.bottom) for _, one in whole}) < 2:
        return set()
    base = max(
        (one for _, one in whole),
        key=lambda one: (sum(not _is_unlike(other, one) for _, other in whole), one.bottom),
    )
    return {at for at, one in whole if _is_unlike(one, base)}


def _is_unlike(one: Glyph, base: Glyph) -> bool:
    """Whether a digit is no part of the number of another one, by its font and by its ink."""
    ink, height = base.low - base.high, base.bottom - base.top
    is_small = one.low - one.high < NOTE_SIZE * ink and one.bottom - one.top < NOTE_SIZE * height
    is_large = (
        NOTE_SIZE * (one.low - one.high) > ink and NOTE_SIZE * (one.bottom - one.top) > height
    )
    if is_small or is_large:
        return True
    is_moved = abs(one.low - base.low) > NOTE_RAISED * ink
    is_set_off = abs(one.bottom - base.bottom) > NOTE_RAISED * ink / 2
    return is_moved and is_set_off


def _is_raised(glyph: Glyph, base: Glyph) -> bool:
    """Whether a digit marks a footnote: smaller than the character before it, and higher."""
    height = base.bottom - base.top
    return glyph.bottom - glyph.top <= 0.75 * height and base.bottom - glyph.bottom >= 0.2 * height
