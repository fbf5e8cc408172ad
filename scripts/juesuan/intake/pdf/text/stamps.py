"""Words stamped upon pages beside what is printed there: no part of the name beside them.

A stamp may be as dark and as large as the text. What tells it: it is drawn apart from the rest of
its cell or line, and stands at one place on several pages, whatever stands beside it there; and it
stands off the line of the rest, or is drawn before or behind all other text of its pages. What is
far larger than the rest of its cell, and higher than the cell, needs one page; else what one page
shows stays and is told.
"""

from __future__ import annotations

import itertools
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from juesuan import terms
from juesuan.intake.pdf.text.lines import LONGEST_NOTE, Glyph

SAME_PLACE = 10
"""Tenths of a point by which something may move from page to page and stand at one place."""

OFF_LINE = 0.07
"""Part of a character's height by which one stands higher or lower that is in another line."""

MOST = 3
"""Pages on which a stamp stands that only one sign tells; both tell it on one page less."""

LARGE = 1.8
"""Times the size of what stands in the same cell from which on nothing else is as large."""

MOST_BESIDE = 200
"""Characters of a cell or line that are looked at before and behind a part of it."""

Placed = tuple[int, Glyph]
"""A character and where it stands in the text."""

Edges = tuple[float, float]
"""The upper and the lower edge of a cell."""

Range = tuple[int, int, int]
"""The number of a page, its begin and its end in the text."""

_AMOUNT = re.compile(r"\d[.．]\d\d")
_PAGE_NUMBER = terms.words("pages").pattern("page_number")


class Place(NamedTuple):
    """Where a text stands: its page, its characters, what else stands in the cell or line."""

    page: int
    at: Sequence[int]
    rest: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a cell or line that is drawn apart from the rest of it.

    Attributes:
        page: 1-based.
        text: its characters.
        first: its first character.
        at: where its characters stand in the text.
        pieces: numbers of its first and its last piece of text.
        rest: what else stands in the cell or line.
        is_off: whether it stands off the line of what is next to it.
        is_large: whether it is far larger than that, and too large for the cell.
        is_cell: whether it stands in a cell.
        is_outer: whether it is drawn before or behind all other text of the page.
    """

    page: int
    text: str
    first: Glyph
    at: tuple[int, ...]
    pieces: tuple[int, int]
    rest: str
    is_off: bool
    is_large: bool
    is_cell: bool
    is_outer: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What becomes of stamps.

    Attributes:
        text: of the file, of the same length; spaces stand for what is left out.
        out: what is left out and its page.
        doubted: what stays and may be a stamp, and its page.
    """

    text: str
    out: tuple[tuple[str, int], ...]
    doubted: tuple[tuple[str, int], ...]


@dataclass
class Stamps:
    """What may be a stamp, as it is met page by page."""

    _found: list[Part] = field(default_factory=list)
    _page: list[Part] = field(default_factory=list)

    def look(self, page: int, placed: Sequence[Placed], cell: Edges | None = None) -> None:
        """Look at the characters of a line, or of a cell, with its upper and lower edge."""
        numbers = {glyph.piece for _, glyph in placed}
        if len(numbers) > 1 and max(numbers) - min(numbers) >= len(numbers):
            self._page += _parts(page, placed, cell)

    def end_page(self, inner: Iterator[Glyph]) -> None:
        """Note which parts of a page are drawn first or last.

        Args:
            inner: the characters of the page, those at its edges left aside.
        """
        if self._page:
            numbers = {one.piece for one in inner}
            ends = min(numbers), max(numbers)
            for one in self._page:
                is_outer = one.pieces[0] <= ends[0] or one.pieces[1] >= ends[1]
                self._found.append(replace(one, is_outer=is_outer))
            self._page = []

    def told(self, text: str, boxes: array[int], pages: Sequence[Range]) -> Told:
        """What is left of the text.

        Args:
            text: of the file.
            boxes: left, top, right, bottom of each character, flat; those of stamps become none.
            pages: number, begin and end of each page in the text.
        """
        out, doubted, gone = list[tuple[str, int]](), list[tuple[str, int]](), set[int]()
        for group in _groups(self._found):
            found = [*_everywhere(group, text, boxes, pages)]
            if _is_stamp(group, found):
                out += [(text[one.at[0] : one.at[-1] + 1], one.page) for one in found]
                gone.update(at for one in found for at in one.at)
            else:
                doubted += [(one.text, one.page) for one in group if _is_doubtful(one)]
        for at in gone:
            boxes[4 * at : 4 * at + 4] = array("i", (0, 0, 0, 0))
        left = "".join(" " if at in gone else one for at, one in enumerate(text)) if gone else text
        return Told(left, tuple(out), tuple(doubted))


def _parts(page: int, placed: Sequence[Placed], cell: Edges | None) -> Iterator[Part]:
    """The parts of a cell or line whose pieces of text do not follow one another."""
    ordered = sorted(placed, key=lambda one: one[1].piece)
    parts: list[list[Placed]] = []
    for one in ordered:
        if parts and one[1].piece - parts[-1][-1][1].piece <= 1:
            parts[-1].append(one)
        else:
            parts.append([one])
    for own in parts if len(parts) > 1 else ():
        rest = [one for one in placed if one not in own]
        own.sort(key=lambda one: one[0])
        yield Part(
            page,
            "".join(glyph.char for _, glyph in own),
            own[0][1],
            tuple(at for at, _ in own),
            (min(glyph.piece for _, glyph in own), max(glyph.piece for _, glyph in own)),
            "".join(glyph.char for _, glyph in rest),
            *_signs(own, rest, cell),
            cell is not None,
        )


def _signs(own: Sequence[Placed], rest: Sequence[Placed], cell: Edges | None) -> tuple[bool, bool]:
    """Whether a part stands off the line of what is next to it, and whether it is far larger."""
    one, other = min(
        ((glyph, other) for _, glyph in (own[0], own[-1]) for _, other in rest),
        key=lambda pair: _distance(*pair),
    )
    height, high = one.bottom - one.top, other.bottom - other.top
    is_alike = abs(height - high) <= OFF_LINE / 2 * height
    is_off = is_alike and abs(one.bottom - other.bottom) > OFF_LINE * height
    is_beyond = cell is not None and (one.top < cell[0] or one.bottom > cell[1])
    return is_off, is_beyond and height >= LARGE * high


def _distance(one: Glyph, other: Glyph) -> float:
    (x, y), (a, b) = one.middle, other.middle
    return abs(x - a) + 4 * abs(y - b)


def _groups(found: Sequence[Part]) -> Iterator[list[Part]]:
    """Parts of one text at one place, on several pages or on one."""
    by_text = sorted(found, key=lambda one: (_counted(one.text), one.page))
    for _, alike in itertools.groupby(by_text, lambda one: _counted(one.text)):
        groups: list[list[Part]] = []
        for one in alike:
            own = next((group for group in groups if _same_place(group[0], one)), None)
            if own is None:
                groups.append([one])
            else:
                own.append(one)
        yield from groups


def _counted(text: str) -> str:
    """A text with 0 for each number of a page, which counts with the pages."""
    return re.sub(r"\d+", "0", text) if _PAGE_NUMBER.match(text) else text


def _same_place(one: Part, other: Part) -> bool:
    return _is_at(one.first, other.first.left, other.first.low)


def _is_at(first: Glyph, left: int, low: int) -> bool:
    return abs(first.left - left) <= SAME_PLACE and abs(first.low - low) <= SAME_PLACE


def _is_stamp(group: Sequence[Part], found: Sequence[Place]) -> bool:
    """Whether parts are a stamp beside whatever stands there."""
    is_outer = all(one.is_outer and one.is_cell for one in group)
    if is_outer and all(one.is_large for one in group):
        return True
    pages = len({one.page for one in found})
    if pages < MOST - 1 or len({one.rest for one in found}) < 2:
        return False
    signs = is_outer + any(one.is_off for one in group)
    return signs > 1 or (signs == 1 and pages >= MOST)


def _is_doubtful(part: Part) -> bool:
    """Whether a part of a cell may be a stamp though only one page shows it."""
    is_note = len(part.text) <= LONGEST_NOTE and part.text.isdecimal() and _AMOUNT.search(part.rest)
    is_printed = any(char.isalnum() for char in part.text)
    return part.is_cell and part.is_outer and is_printed and not is_note


def _everywhere(
    group: Sequence[Part], text: str, boxes: Sequence[int], pages: Sequence[Range]
) -> Iterator[Place]:
    """Where the text of some parts stands at their place on each page, be it alone."""
    known = {one.page: one for one in group}
    first = group[0].first
    pattern = re.compile(re.escape(_counted(group[0].text)).replace("0", r"\d+"))
    if _counted(group[0].text) == group[0].text:
        pattern = re.compile(re.escape(group[0].text))
    for number, start, end in pages:
        if number in known:
            yield Place(number, known[number].at, known[number].rest)
            continue
        for one in pattern.finditer(text, start, end):
            left, _, _, low = boxes[4 * one.start() : 4 * one.start() + 4]
            if _is_at(first, left, low):
                yield Place(number, range(*one.span()), _beside(text, *one.span()))


def _beside(text: str, start: int, end: int) -> str:
    """What else stands in the cell or line of a part of the text."""
    before = re.split(r"[\t\n]", text[:start][-MOST_BESIDE:])[-1]
    behind = re.split(r"[\t\n]", text[end : end + MOST_BESIDE])[0]
    return (before + behind).replace(" ", "")
