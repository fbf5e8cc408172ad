"""Columns of a table that is typed into a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

_MOST = 60
"""Columns of a table."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two separators of a line.

    Attributes:
        text: without blanks around it.
        start, end: where it stands in the text.
        left, right: where it begins and ends on the line, in widths of a letter.
        column: in which column it stands.
        columns: how many it covers.
    """

    text: str
    start: int
    end: int
    left: int
    right: int
    column: int
    columns: int = 1


def parted(
    text: str, printed: str, line: tuple[int, int], separator: re.Pattern[str]
) -> list[Piece]:
    """The pieces of a line, empty ones among them; each is in the column of its number.

    Args:
        text: clean.
        printed: the same characters as they are printed, which tell how wide they are.
        line: where it begins and ends.
        separator: what stands between pieces.
    """
    start, end = line
    at = start
    pieces: list[Piece] = []
    for match in [*separator.finditer(text, start, end), None]:
        stop = match.start() if match else end
        said = text[at:stop]
        first = at + len(said) - len(said.lstrip())
        last = max(first, at + len(said.rstrip()))
        left = _wide(printed[start:first])
        pieces.append(
            Piece(
                text[first:last],
                first,
                last,
                left,
                left + _wide(printed[first:last]),
                len(pieces),
            )
        )
        at = match.end() if match else end
    return pieces


def _wide(text: str) -> int:
    """The width of a text: a Chinese character is two letters wide."""
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


# -- columns parted by blanks ------------------------------------------------------------------


def columns_of_blanks(
    rows: Sequence[Sequence[Piece]], head: int
) -> tuple[list[list[Piece]], int] | None:
    """Rows with each piece in its column, and the number of columns; None where it is not told.

    Args:
        rows: of a table whose cells stand between blanks.
        head: how many of them are headings.
    """
    filled = [[piece for piece in row if piece.text] for row in rows]
    bands = _bands(filled[head:])
    if bands is None:
        return _counted(filled)
    bands = _with_headings(bands, filled[:head])
    placed = [[_in_bands(piece, bands) for piece in row] for row in filled]
    if any(_stands_twice(row) for row in placed):
        return None
    return placed, len(bands)


def _counted(rows: Sequence[Sequence[Piece]]) -> tuple[list[list[Piece]], int] | None:
    """The columns by the number of the pieces, where all rows have as many."""
    width = len(rows[0])
    if any(len(row) != width for row in rows):
        return None
    return [[replace(one, column=i) for i, one in enumerate(row)] for row in rows], width


def _bands(rows: Sequence[Sequence[Piece]]) -> list[tuple[int, int]] | None:
    """The bands in which the pieces of the rows stand below one another; None where they overlap.

    A row has at most one piece in a band.
    """
    spans = sorted((piece.left, piece.right) for row in rows for piece in row)
    bands: list[tuple[int, int]] = []
    for left, right in spans:
        if bands and left < bands[-1][1]:
            bands[-1] = (bands[-1][0], max(right, bands[-1][1]))
        else:
            bands.append((left, right))
    if len(bands) > _MOST:
        return None
    placed = ([_in_bands(piece, bands) for piece in row] for row in rows)
    return None if any(map(_stands_twice, placed)) else bands


def _with_headings(
    bands: Sequence[tuple[int, int]], heads: Sequence[Sequence[Piece]]
) -> list[tuple[int, int]]:
    """The bands, and those of headings below which nothing is printed."""
    found = list(bands)
    for row in heads:
        alone = [(one.left, one.right) for one in row if not _touched(one, found)]
        found = sorted([*found, *alone])
    return found


def _touched(piece: Piece, bands: Sequence[tuple[int, int]]) -> list[int]:
    """The bands in which characters of a piece stand."""
    return [i for i, (left, right) in enumerate(bands) if piece.left < right and left < piece.right]


def _in_bands(piece: Piece, bands: Sequence[tuple[int, int]]) -> Piece:
    """A piece in the bands that it touches; each piece is in one, since the bands hold them all."""
    touched = _touched(piece, bands)
    return replace(piece, column=touched[0], columns=len(touched))


def _stands_twice(row: Sequence[Piece]) -> bool:
    """Whether two pieces of a row stand in one column."""
    columns = [piece.column + i for piece in row for i in range(piece.columns)]
    return len(set(columns)) < len(columns)


# -- headings ------------------------------------------------------------------------------------


def spread_headings(rows: Sequence[Sequence[Piece]], width: int) -> list[list[Piece]]:
    """Rows of headings in which one covers the empty columns behind it that have headings below.

    A cell that covers several columns is typed once, in the first of them. An empty cell below a
    heading of its own column belongs to that one.
    """
    texts = [{piece.column for piece in row if piece.text} for row in rows]
    return [
        [_spread(piece, number, texts, width) for piece in row if piece.text]
        for number, row in enumerate(rows)
    ]


def _spread(piece: Piece, number: int, texts: Sequence[set[int]], width: int) -> Piece:
    above, own = set().union(*texts[:number]), texts[number]
    below = set().union(*texts[number + 1 :])
    end = piece.column + piece.columns
    while end < width and end in below and end not in above and end not in own:
        end += 1
    return replace(piece, columns=end - piece.column)
