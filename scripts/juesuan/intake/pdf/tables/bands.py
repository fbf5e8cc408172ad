"""The words of a table between its level rulings: what stands together in a row, and what it is."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from juesuan import terms
from juesuan.amount import LIKE_CENTS, LIKE_DECIMALS
from juesuan.intake.pdf.text.lines import Glyph, Line, lines
from juesuan.intake.text.characters import clean

TOUCHING = 3
"""Tenths of a point up to which two characters touch."""

WORD = 1.1
"""Part of a line's height up to which a gap may stand inside of words; none may beside numbers."""

TIGHT = 0.5
"""The same where words that are drawn apart stand near to one another."""

_NUMERIC = frozenset("0123456789.,-")
_WHOLE = re.compile(rf"-?{LIKE_CENTS}")
_CODE = re.compile(r"\d{3,9}")
_WORDS = terms.words("statutory")
_MARK = _WORDS.pattern("note_mark")
_AMOUNT = re.compile(rf"-?{LIKE_DECIMALS}(?:{_MARK.pattern})?")
_NUMBER = re.compile(rf"[\d,.-]+|{_AMOUNT.pattern}")
_ORDINAL = _WORDS.pattern("ordinal")
_SUM = _WORDS.pattern("ends_in_sum")
_LABELS = [_WORDS.pattern(f"line_surplus_{one}") for one in ("used", "distributed")]


@dataclass(frozen=True, slots=True)
class Word:
    """What stands together in a row of a table: in one line, or in lines below one another.

    Attributes:
        text: without spaces, in half width.
        left, right, top, bottom: in tenths of a point.
    """

    text: str
    left: int
    right: int
    top: int
    bottom: int

    @property
    def is_amount(self) -> bool:
        """Whether it is an amount with its decimals."""
        return _AMOUNT.fullmatch(self.text) is not None

    @property
    def is_number(self) -> bool:
        """Whether it is an amount, a part of a code, a number of a line, a dash."""
        return _NUMBER.fullmatch(self.text) is not None

    @property
    def is_sum(self) -> bool:
        """Whether it is the label of a total, which may stand over several columns."""
        return _SUM.search(self.text) is not None

    @property
    def begins_row(self) -> bool:
        """Whether no heading is like that: an amount, a code, the label of a line."""
        is_label = _ORDINAL.match(self.text) or any(one.match(self.text) for one in _LABELS)
        return bool(self.is_amount or _CODE.fullmatch(self.text) or is_label)

    @property
    def middle(self) -> float:
        """Where its middle stands between left and right."""
        return (self.left + self.right) / 2


def rows_of_words(
    found: Sequence[Glyph], ys: Sequence[float], apart: float = WORD
) -> list[list[Word]]:
    """The words of each row, from left to right.

    Args:
        found: the characters of the table.
        ys: where its rows begin and end, in tenths of a point, from top to bottom.
        apart: part of a line's height by which words that are drawn apart stand apart.
    """
    rows: list[list[Glyph]] = [[] for _ in range(len(ys) - 1)]
    for run in _drawn_together(found):
        middle = sum(glyph.middle[1] for glyph in run) / len(run)
        row = bisect_right(ys, middle) - 1
        if 0 <= row < len(rows):
            rows[row].extend(run)
    return [stacked([word for line in lines(row) for word in words(line, apart)]) for row in rows]


def _drawn_together(found: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Characters that are drawn one behind the other and touch: a row line parts none of them."""
    run: list[Glyph] = []
    for glyph in found:
        if run and not _follows(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _follows(glyph: Glyph, behind: Glyph) -> bool:
    height = glyph.bottom - glyph.top
    is_level = abs(behind.middle[1] - glyph.middle[1]) < 0.3 * height
    return is_level and abs(behind.left - glyph.right) <= height


def words(line: Line, apart: float = WORD) -> Iterator[Word]:
    """The words of a line: parted at gaps, and where a number that is whole ends."""
    return map(_word, _runs(line, apart))


def inked(line: Line, apart: float = WORD) -> Iterator[Word]:
    """The words of a line, from top to bottom of what is printed of them."""
    for run in _runs(line, apart):
        high, low = min(one.high for one in run), max(one.low for one in run)
        yield replace(_word(run), top=high, bottom=low)


def _runs(line: Line, apart: float) -> Iterator[list[Glyph]]:
    """The characters of each word."""
    run: list[Glyph] = []
    for glyph in (one for one in line.glyphs if one):
        if run and _is_parted(run, glyph, line.bottom - line.top, apart):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _is_parted(run: Sequence[Glyph], glyph: Glyph, height: int, apart: float) -> bool:
    """Whether a character begins a word of its own."""
    gap = glyph.left - run[-1].right
    if run[-1].char in _NUMERIC and _MARK.fullmatch(glyph.char):
        return gap > 0.3 * height
    numeric = run[-1].char in _NUMERIC, glyph.char in _NUMERIC
    if not any(numeric):
        return gap > _most_inside(run, glyph, apart * height, height)
    if run[-1].piece == glyph.piece and gap <= TOUCHING:
        return False
    if all(numeric):
        return gap > 0.3 * height or _WHOLE.fullmatch("".join(one.char for one in run)) is not None
    return gap > 0.3 * height or (numeric[0] and _AMOUNT.fullmatch(_text(run)) is not None)


def _most_inside(run: Sequence[Glyph], glyph: Glyph, apart: float, height: int) -> float:
    """The widest gap before a character that is none between words.

    Characters of one heading may stand far apart, but then all of them do.
    """
    if run[-1].piece == glyph.piece:
        return WORD * height
    is_close = len(run) > 1 and run[-1].left - run[-2].right <= TIGHT * height
    return TIGHT * height if is_close else apart


def _text(run: Sequence[Glyph]) -> str:
    return clean("".join(one.char for one in run))


def _word(run: Sequence[Glyph]) -> Word:
    tops, bottoms = min(one.top for one in run), max(one.bottom for one in run)
    return Word(_text(run), run[0].left, run[-1].right, tops, bottoms)


def stacked(found: Sequence[Word]) -> list[Word]:
    """Words of a row, where those of several lines that stand below one another are one."""
    made: list[Word] = []
    for word in sorted(found, key=lambda one: (one.left, one.top)):
        below = made and not word.is_amount and not made[-1].is_amount
        if below and word.left < made[-1].right and _is_below(made[-1], word):
            made[-1] = both(made[-1], word)
        else:
            made.append(word)
    return made


def _is_below(word: Word, other: Word) -> bool:
    overlap = min(word.bottom, other.bottom) - max(word.top, other.top)
    return 2 * overlap < min(word.bottom - word.top, other.bottom - other.top)


def both(word: Word, other: Word) -> Word:
    """Two words in lines below one another as one."""
    first, last = sorted((word, other), key=lambda one: one.top)
    return Word(
        first.text + last.text,
        min(word.left, other.left),
        max(word.right, other.right),
        first.top,
        last.bottom,
    )


def head_of(rows: Sequence[Sequence[Word]]) -> int:
    """How many rows of words are headings: those above the first that begins a row of figures."""
    for number, row in enumerate(rows):
        alone = len(row) == 1 and row[0].is_sum and number
        if alone or any(word.begins_row for word in row):
            return number
    return len(rows)


def gaps(edges: Sequence[float]) -> list[tuple[float, float]]:
    """The rows or columns between edges."""
    return list(itertools.pairwise(edges))
