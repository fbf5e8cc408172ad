"""Tables without lines between their rows: rows by the white between them, columns by their words.

Below the title and what belongs to it stand the headings, up to the first line that begins a row of
figures. Lines of one cell stand nearer to one another than rows do. What ends the table is a note,
a sentence, a wide gap. As where only upright lines are missing, what is not clear makes no table,
and the sums of the table must confirm the rest (``parse``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from juesuan import terms
from juesuan.intake.pdf.tables.bands import TIGHT, WORD, Word, inked, stacked
from juesuan.intake.pdf.tables.columns import columns_of, edges_of, moved_edges
from juesuan.intake.pdf.tables.fields import body_fields, filled, made
from juesuan.intake.pdf.tables.grids import Grid
from juesuan.intake.pdf.tables.headings import Heading, UnclearError
from juesuan.intake.pdf.tables.spans import Spans, lowest, wrapped
from juesuan.intake.pdf.text.lines import Glyph, lines

NEAR = 0.6
"""Part of the white between two rows below which two lines are of one cell."""

USUAL = 0.8
"""Part of a line's height that is white between two rows where a table has only one."""

FARTHEST = 8
"""Times the white between two rows behind which the table has ended."""

MOST_HEADINGS = 150
"""Words above the rows of a table above which they are no headings."""

_WORDS = terms.words("statutory")
_PAGE = terms.words("pages").pattern("page_number")
_ENDS = ("note", "note_about_table", "sentence")
_ABOVE = ("numbered", "preparer")
_LINE_ROW = _WORDS.words("line_row")


@dataclass(frozen=True)
class _Band:
    """Words beside one another, with nothing but white above and below them."""

    words: list[Word]

    @property
    def top(self) -> int:
        return min(one.top for one in self.words)

    @property
    def bottom(self) -> int:
        return max(one.bottom for one in self.words)

    @property
    def begins_row(self) -> bool:
        """Whether it is no heading: it begins a row, is a total alone, numbers the columns."""
        alone = len(self.words) == 1 and self.words[0].is_sum
        return alone or self.numbers or any(one.begins_row for one in self.words)

    @property
    def numbers(self) -> bool:
        """Whether it numbers the columns."""
        said = [one.text.partition("=")[0] for one in self.words if one.text not in _LINE_ROW]
        return len(said) > 1 and said == [str(one) for one in range(1, len(said) + 1)]

    @property
    def is_above(self) -> bool:
        """Whether it belongs to the title: a unit, who made the table, its number."""
        texts = ["".join(one.text for one in self.words), *(one.text for one in self.words)]
        return any(terms.stated_unit(one) or _says(one, _ABOVE) for one in texts)

    @property
    def is_below(self) -> bool:
        """Whether it is no row: a note, a sentence, the number of a page."""
        text = "".join(one.text for one in self.words)
        is_page = len(self.words) == 1 and _PAGE.match(text)
        return bool(is_page or terms.stated_unit(text) or _says(text, _ENDS))


def _says(text: str, names: Sequence[str]) -> bool:
    return any(_WORDS.find(text, name) for name in names)


def unlined(found: Sequence[Glyph], before: Grid | None = None) -> Grid | None:
    """The table that words make without lines; None where they make none that is clear.

    Args:
        found: the characters below a title, up to the next one.
        before: the table with which the page before ended, whose columns go on where no headings
            are repeated.
    """
    for apart in (WORD, TIGHT):
        try:
            return _grid([*_bands(found, apart)], before)
        except UnclearError:
            continue
    return None


def _grid(bands: Sequence[_Band], before: Grid | None) -> Grid:
    """The table that bands of words make."""
    first = next((at for at, one in enumerate(bands) if one.begins_row), len(bands))
    start = max((at for at in range(first) if bands[at].is_above), default=-1) + 1
    head, body = bands[start:first], bands[first:]
    white = _white(body) if body else 0
    rows = [*_rows(body, white)]
    if not any(word.is_amount or word.is_sum for row in rows for word in row.words):
        raise UnclearError
    if not head:
        return _further(rows, before)
    try:
        return _headed(head, rows, white)
    except UnclearError:
        return _further([*_rows(bands[start:], white)], before)


def _bands(found: Sequence[Glyph], apart: float) -> Iterator[_Band]:
    """The bands of a page, from top to bottom."""
    placed = [[*inked(line, apart)] for line in lines(found)]
    held: list[Word] = []
    for words in sorted(filter(None, placed), key=lambda one: min(word.top for word in one)):
        if held and min(one.top for one in words) >= max(one.bottom for one in held):
            yield _Band(held)
            held = []
        held = [*held, *words]
    if held:
        yield _Band(held)


def _white(body: Sequence[_Band]) -> float:
    """The usual white between two rows."""
    gaps = [b.top - a.bottom for a, b in pairwise(body) if a.begins_row and b.begins_row]
    return median(gaps) if gaps else USUAL * (body[0].bottom - body[0].top)


def _rows(body: Sequence[_Band], white: float) -> Iterator[_Band]:
    """The rows of a table, each of one band or of several that are near to one another."""
    held: list[_Band] = []
    for one in body:
        gap = one.top - held[-1].bottom if held else 0
        if one.is_below or gap > FARTHEST * white:
            break
        if held and gap >= NEAR * white:
            yield _row(held)
            held = []
        held.append(one)
    if held:
        yield _row(held)


def _row(held: Sequence[_Band]) -> _Band:
    return _Band(stacked([word for one in held for word in one.words]))


def _ys(rows: Sequence[_Band], begin: float, white: float) -> list[float]:
    """Where rows begin and end."""
    between = [(a.bottom + b.top) / 2 for a, b in pairwise(rows)]
    return [begin, *between, rows[-1].bottom + white / 2]


def _headed(head: Sequence[_Band], rows: Sequence[_Band], white: float) -> Grid:
    """A table with headings.

    Raises:
        UnclearError: if none of the ways in which they may head the columns is clear.
    """
    words = [word for one in head for word in one.words]
    if len(words) > MOST_HEADINGS:
        raise UnclearError
    found = wrapped(words, NEAR * white)
    top, end = head[0].top - white / 2, (head[-1].bottom + rows[0].top) / 2
    for own in lowest(found, top, end):
        try:
            return _spanned(found, own, rows, (top, end, white))
        except UnclearError:
            continue
    raise UnclearError


def _spanned(
    found: Sequence[Word],
    own: Sequence[Word],
    rows: Sequence[_Band],
    places: tuple[float, float, float],
) -> Grid:
    """A table with some headings, of which some head a column each.

    Args:
        found: all headings.
        own: those of one column.
        rows: its rows.
        places: where headings begin and end, and the white between rows.
    """
    top, end, white = places
    body = [row.words for row in rows]
    heads = [Heading(word, 0, 0, (word.left, word.right)) for word in own]
    columns = columns_of(heads, [row.words for row in rows if not row.numbers])
    every = [*found, *(word for row in body for word in row)]
    sides = min(one.left for one in every), max(one.right for one in every)
    xs = edges_of(columns, [], sides)
    above = Spans(found, columns, xs, end).fields(top)
    count = max(one.row + one.rows for one in above)
    ys = [*(top + (end - top) * i / count for i in range(count)), *_ys(rows, end, white)]
    fields = [*above, *body_fields(body, count, xs, ys)]
    return made(filled(fields, count, xs, ys), xs, ys)


def _further(rows: Sequence[_Band], before: Grid | None) -> Grid:
    """A table without headings: the one of the page before goes on."""
    if before is None:
        raise UnclearError
    body = [row.words for row in rows]
    xs = moved_edges(body, before.edges)
    ys = _ys(rows, rows[0].top, 0)
    return made(body_fields(body, 0, xs, ys), xs, ys)
