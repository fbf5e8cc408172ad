"""Numbers beside which something else may be printed: a mark, a note, the number of a page.

"5 326.72" is an amount with its thousands apart, or a note and an amount; what a file does with its
other amounts decides. What cannot be decided is damaged, so that no part of it is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from juesuan.intake.pdf.text.lines import UNREADABLE

MOST_APART = 0.8
"""Part of a digit's width up to which a gap may be a space between thousands."""

BESIDE = 1.5
"""Widths of a digit up to which two numbers of a line stand beside one another."""

ENOUGH = 10
"""Amounts of a file from which on their form is a custom."""

RARE = 0.03
"""Part of them that may be without the separators of the others and is doubted."""

RARELY_LONG = 0.1
"""Part of them that may have more decimals than the others and is doubted."""

FEWEST = 3
"""Amounts of a column from which on their form is its custom."""

FEW_DIGITS = 2
"""Digits of a number without decimals, at most, that is a mark of the amount beside its cell."""

_PARTED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+\.\d\d(?!\d)")
_TORN = re.compile(r"(?<![\d.,])\d+ [\d,]*\d\.\d\d(?!\d)")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+\.\d")
_PLAIN = re.compile(r"(?<![\d.,])(\d+)\d{3}\.\d\d(?!\d)")
_EXACT = re.compile(r"(?<![\d.,])[\d,]+\.\d\d(?!\d)")
_LONG = re.compile(r"(?<![\d.,])[\d,]+\.\d\d(\d{1,2})(?!\d)")

_Ranges = Sequence[tuple[int, int]]


def without_doubtful(
    text: str, boxes: Sequence[int], tables: _Ranges, columns: Sequence[_Ranges] = ()
) -> str:
    """The text, in which numbers that may be two are damaged; its length is the same.

    Args:
        text: of a file, in lines and cells.
        boxes: left, top, right, bottom of each character, flat.
        tables: where its ruled tables stand in it.
        columns: where the cells of each of their columns stand.
    """
    doubted = {
        *_joined(text, boxes, tables),
        *_torn(text, boxes, tables),
        *_unusual(text, tables),
        *_whole(text, boxes, columns),
    }
    if not doubted:
        return text
    return "".join(UNREADABLE if at in doubted else char for at, char in enumerate(text))


def _joined(text: str, boxes: Sequence[int], tables: _Ranges) -> Iterator[int]:
    """The gaps in what may be a number and something before it."""
    found = [*_PARTED.finditer(text)]
    is_custom = len({one[0] for one in found}) > 1 and not (
        _GROUPED.search(text) or _PLAIN.search(text)
    )
    for one in found:
        gaps = [at for at in range(*one.span()) if text[at] == " "]
        apart = _apart(boxes, gaps)
        is_near = apart is not None and (apart <= BESIDE or _is_in(one.start(), tables))
        if is_near and not (is_custom and apart is not None and apart <= MOST_APART):
            yield from gaps


def _torn(text: str, boxes: Sequence[int], tables: _Ranges) -> Iterator[int]:
    """The gaps in cells between a number and an amount beside it, which no thousand is."""
    for start, end in tables:
        for one in _TORN.finditer(text, start, end):
            gap = text.index(" ", one.start())
            if not _PARTED.fullmatch(one.group()) and _apart(boxes, [gap]) is not None:
                yield gap


def _apart(boxes: Sequence[int], gaps: Sequence[int]) -> float | None:
    """The widest of some gaps; None where one of them is a line's end."""
    widths = [width for at in gaps if (width := _gap(boxes, at)) is not None]
    return max(widths) if len(widths) == len(gaps) else None


def _gap(boxes: Sequence[int], at: int) -> float | None:
    """How wide a gap is, in widths of the digit behind it; None where it is a line's end."""
    _, top, right, bottom = boxes[4 * at - 4 : 4 * at]
    behind = boxes[4 * at + 4 : 4 * at + 8]
    is_one_line = min(bottom, behind[3]) > max(top, behind[1])
    return (behind[0] - right) / max(1, behind[2] - behind[0]) if is_one_line else None


def _is_in(at: int, ranges: _Ranges) -> bool:
    return any(start <= at < end for start, end in ranges)


def _unusual(text: str, tables: _Ranges) -> Iterator[int]:
    """Digits of amounts of tables that are written as hardly any other amount of them is."""
    cells = [(start, text[start:end]) for start, end in tables]
    grouped, plain = _found(cells, _GROUPED), _found(cells, _PLAIN)
    exact, long = _found(cells, _EXACT), _found(cells, _LONG)
    for usual, rare, most in ((grouped, plain, RARE), (exact, long, RARELY_LONG)):
        if len(usual) >= ENOUGH and len(rare) <= most * len(usual):
            for start, match in rare:
                yield from range(start + match.start(1), start + match.end(1))


def _whole(text: str, boxes: Sequence[int], columns: Sequence[_Ranges]) -> Iterator[int]:
    """Digits of cells close beside an amount, where the amounts of their column have decimals."""
    for column in columns:
        held = [text[start:end].strip() for start, end in column]
        if sum(_EXACT.fullmatch(one) is not None for one in held) < FEWEST:
            continue
        for (start, end), one in zip(column, held, strict=True):
            is_short = one.isdecimal() and len(one) <= FEW_DIGITS and int(one) > 0
            if is_short and text[start - 2 : start - 1].isdecimal() and _is_beside(boxes, start):
                yield from range(start, end)


def _is_beside(boxes: Sequence[int], at: int) -> bool:
    """Whether a character stands close beside the last one of the cell before, in its line."""
    _, top, right, bottom = boxes[4 * at - 8 : 4 * at - 4]
    left, high, end, low = boxes[4 * at : 4 * at + 4]
    is_level = min(bottom, low) > max(top, high)
    return is_level and 0 <= left - right <= BESIDE * (end - left)


def _found(
    cells: Sequence[tuple[int, str]], pattern: re.Pattern[str]
) -> list[tuple[int, re.Match[str]]]:
    return [(start, match) for start, text in cells for match in pattern.finditer(text)]
