"""Which ruled table is which statutory table: by its title, or because it goes on behind a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from juesuan import terms
from juesuan.model import Document, Table
from juesuan.parse.statutory.finding.titles import (
    Title,
    behind_title,
    first_rows,
    names_table,
    other_title,
    title_above,
    title_inside,
)
from juesuan.parse.statutory.grid.cells import MONEY
from juesuan.parse.statutory.grid.sheet import Sheet
from juesuan.parse.statutory.grid.vocabulary import contains, is_whole
from juesuan.parse.view import Reader, View

_DIGIT = re.compile(r"\d")
_NUMBER_LINES = 2
"""Lines above a title that may number the table."""

_MOST_NOTES = 8
"""Lines below a table in which its notes stand."""

_MOST_COLUMNS_APART = 2
"""Columns by which the pieces of a table may differ."""

_FEWEST_HEADINGS = 3
"""Texts without a figure that make a row one of headings."""


@dataclass
class Found:
    """A statutory table of the document: its pieces, the lines above it and the notes below it.

    ``inside`` is the number of its first rows that hold the title and what belongs to it, ``at``
    the number of the title's line among those between this table and the one before, ``before`` the
    range between that table and the title, ``behind`` the one from its end to the next title.
    ``beside`` are its further columns, on a sheet of their own, ``rest`` what stands in its grid of
    another table without a title.
    """

    table: terms.StatutoryTable
    pieces: list[Table]
    title: View
    above: list[View]
    inside: int = 0
    at: int = 0
    notes: list[View] = field(default_factory=list)
    before: tuple[int, int] = (0, 0)
    behind: tuple[int, int] = (0, 0)
    beside: list[Table] = field(default_factory=list)
    rest: list[Table] = field(default_factory=list)

    def sheet(self, reader: Reader) -> Sheet:
        """Its pieces as one sheet, without a title in its own first rows."""
        sheet = Sheet(reader, self.pieces)
        sheet.drop(set(range(self.inside)))
        for table in self.beside:
            sheet.widen(reader, table)
        return sheet


@dataclass
class Other:
    """A table of accounts that is none of the nine, or not in their form: it is not read."""

    title: View
    pieces: list[Table]
    above: list[View]


def find(document: Document, reader: Reader) -> list[Found | Other]:
    """The tables of accounts of a document, in its order; one printed twice is found twice."""
    found: list[Found | Other] = []
    end = 0
    for table in document.tables:
        known, start = len(found), end
        between = list(lines_of(reader, end, table.start))
        end = table.end
        one = _titled(reader, table, between)
        if one is not None:
            _begin(found, one, between, document, reader)
        elif found and _goes_on(reader, found[-1], table, between):
            found[-1].pieces.append(table)
            found[-1].above += between
        elif found and (last := _beside(reader, found[-1], table, between)):
            last.beside.append(table)
            last.above += between
        if len(found) > known and isinstance(newest := found[-1], Found):
            newest.before = (start, min(newest.title.at[0], table.start))
    for one in found:
        if isinstance(one, Found):
            _look_behind(one, found, document, reader)
    return found


def _look_behind(
    one: Found, found: Sequence[Found | Other], document: Document, reader: Reader
) -> None:
    """Find the notes below a table, and where the next title or table begins."""
    last = (one.beside or one.pieces)[-1]
    stop = _next_table(document, last)
    titles = (other.title.at[0] for other in found)
    one.notes = _notes(reader, last.end, stop)
    one.behind = (last.end, min([stop, *(at for at in titles if at >= last.end)]))


def _titled(reader: Reader, table: Table, between: list[View]) -> Found | Other | None:
    """What a table is by the title above it or in its own first row; None where it has none."""
    if (title := title_above(table, between)) is not None:
        above = _above(title, between)
        if is_refused(reader, table, title.table):
            return Other(title.view, [table], above)
        return Found(title.table, [table], title.view, above, at=title.at)
    if (own := title_inside(reader, table)) is not None:
        known, view = own.title.table, own.title.view
        if is_refused(reader, table, known):
            return Other(view, [table], [])
        return Found(known, [table], view, own.above, inside=own.rows)
    other = other_title(reader, table, between)
    return Other(other.view, [table], other.below) if other else None


def is_refused(reader: Reader, table: Table, known: terms.StatutoryTable) -> bool:
    """Whether the first rows of a table hold a heading by which it is not the one of its title."""
    heads = (view.text for row in first_rows(reader, table) for view in row)
    return known.refused is not None and any(re.search(known.refused, head) for head in heads)


def _begin(
    found: list[Found | Other],
    one: Found | Other,
    between: list[View],
    document: Document,
    reader: Reader,
) -> None:
    """A table with a title: one of its own, or the next piece of one whose title is repeated."""
    last = found[-1] if found else None
    if (
        isinstance(one, Found)
        and isinstance(last, Found)
        and _is_repeated(last, one, between)
        and not _is_second_print(last, one, document, reader)
    ):
        last.pieces += one.pieces
        last.above += [one.title, *one.above]
    else:
        found.append(one)


def _is_second_print(last: Found, one: Found, document: Document, reader: Reader) -> bool:
    """Whether half of its rows are those of the table before, or in another file its headings not.

    A label of a summary may stand in both halves of it: 一、一般公共预算财政拨款 does.
    """
    own = _labels(reader, one.pieces)
    common = own & _labels(reader, last.pieces)
    if common and 2 * len(common) >= len(own):
        return True
    first, before = one.pieces[0], last.pieces[-1]
    is_other_file = document.file_of(first.start) is not document.file_of(before.start)
    return is_other_file and _has_other_headings(reader, last, first)


def _is_repeated(last: Found, one: Found, between: list[View]) -> bool:
    """Whether a table has the title of the one before, which nothing but that title parts."""
    again = last.table == one.table and not one.inside and not between[: one.at]
    return again and _is_next(last.pieces[-1], one.pieces[0])


def _labels(reader: Reader, pieces: Sequence[Table]) -> set[str]:
    """What stands before the figures of each row: a piece that goes on has none of those before.

    The code may stand in several cells, the first of which many rows share.
    """
    begins: dict[tuple[int, int], str] = {}
    filled: set[tuple[int, int]] = set()
    for number, piece in enumerate(pieces):
        for cell in piece.cells:
            text, row = reader.view(cell.start, cell.end).text, (number, cell.row)
            if MONEY.fullmatch(text):
                filled.add(row)
            elif text and row not in filled:
                begins[row] = begins.get(row, "") + text
    return {begins[row] for row in filled if row in begins}


def _above(title: Title, between: list[View]) -> list[View]:
    """What belongs to a table above it: what stands below and behind its title, its number."""
    own = set(title.view.at)
    below = [line for line in between[title.at :] if not set(line.at) & own]
    behind = [behind_title(line, title.view) for line in between]
    numbers = between[max(0, title.at - _NUMBER_LINES) : title.at]
    return [
        *below,
        *(rest for rest in behind if len(rest)),
        *(line for line in numbers if is_whole(line.text, "numbered")),
    ]


def lines_of(reader: Reader, start: int, end: int) -> Iterator[View]:
    """The lines of a range that carry text, without those of the page."""
    skipped = reader.furniture(start, end)
    at = start
    while at < end:
        stop = reader.text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if not any(a <= at < b for a, b in skipped) and len(line := reader.view(at, stop)):
            yield line
        at = stop + 1


# -- pieces on the next page ---------------------------------------------------------------------


def _is_next(last: Table, table: Table) -> bool:
    return 0 <= table.page - last.page <= 1


def _goes_on(reader: Reader, found: Found | Other, table: Table, between: list[View]) -> bool:
    """Whether an untitled table is the next piece of the one before, with nothing in between."""
    return (
        _is_next(found.pieces[-1], table)
        and _is_alike(found, table)
        and all(map(_may_stand_between, between))
        and not _has_other_headings(reader, found, table)
    )


def _is_alike(found: Found | Other, table: Table) -> bool:
    """Whether a table has about the columns of the one before."""
    apart = abs(table.width - found.pieces[0].width)
    return table.width == found.pieces[-1].width or apart <= _MOST_COLUMNS_APART


def _may_stand_between(line: View) -> bool:
    """Whether a line may stand between two pieces of a table: its unit, or that it goes on."""
    if is_whole(line.text, "goes_on"):
        return True
    return bool(terms.stated_unit(line.text)) and not names_table(line)


def _has_other_headings(reader: Reader, found: Found | Other, table: Table) -> bool:
    """Whether the first row holds headings, and not those of the table before."""
    rows = first_rows(reader, table)
    first = [view.text for view in rows[0]] if rows else []
    before = first_rows(reader, found.pieces[0])
    if _has_new_headings(found, first, [view.text for row in before for view in row]):
        return True
    if len(first) < _FEWEST_HEADINGS or any(map(_DIGIT.search, first)):
        return False
    return first not in [[view.text for view in row] for row in before]


def _has_new_headings(found: Found | Other, first: list[str], before: list[str]) -> bool:
    """Whether a row holds headings of columns that the table before does not have."""
    if isinstance(found, Other):
        return False
    patterns = [re.compile(one) for one in found.table.columns.values()]
    new = [text for text in first if text not in before]
    return sum(any(one.search(text) for one in patterns) for text in new) > 1


def _beside(
    reader: Reader, found: Found | Other, table: Table, between: list[View]
) -> Found | None:
    """The table before, of which an untitled one on the next page has further columns.

    It has headings that the one before has not, and as many rows; its sums must confirm it.
    """
    if isinstance(found, Other) or len(found.pieces) > 1 or found.table.shape != "coded":
        return None
    last = found.beside[-1] if found.beside else found.pieces[0]
    first = [view.text for row in first_rows(reader, table) for view in row]
    before = [view.text for row in first_rows(reader, found.pieces[0]) for view in row]
    fits = (
        _is_next(last, table)
        and bool(found.sheet(reader).further(reader, table))
        and all(map(_may_stand_between, between))
        and _has_new_headings(found, first, before)
    )
    return found if fits else None


# -- notes ---------------------------------------------------------------------------------------


def _next_table(document: Document, table: Table) -> int:
    """Where the next table begins; the end of the text if there is none."""
    return min(
        (other.start for other in document.tables if other.start >= table.end),
        default=len(document.text),
    )


def _notes(reader: Reader, start: int, end: int) -> list[View]:
    """Notes below a table: lines from one that begins so up to the first that ends a sentence."""
    found: list[View] = []
    for line in list(lines_of(reader, start, end))[:_MOST_NOTES]:
        if is_note(line.text):
            found.append(line)
        elif found and found[-1].text[-1:] not in "。;":
            found[-1] = View.join([found[-1], line])
        elif not terms.stated_unit(line.text):
            break
    return found


def is_note(text: str) -> bool:
    """Whether a text begins as a note to a table."""
    return bool(contains(text, "note") or contains(text, "note_about_table"))
