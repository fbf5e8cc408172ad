"""A sheet as captions and tables: what stands above and below a table is text, as on paper."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from juesuan import terms
from juesuan.intake.composer import Composer, Placed
from juesuan.intake.sheets.grid import Grid
from juesuan.intake.strips import strips
from juesuan.intake.text.characters import clean

Row = tuple[Placed, ...]

_FEWEST = 3
"""Cells that make a row one of a table; captions have fewer."""

_PREFIX = re.compile(r"^[A-Za-z]{1,4}[-_]?\d{1,3}[ _-]*")
"""What software puts before the name of a sheet."""

_WORDS = terms.words("workbooks")


def write_sheet(composer: Composer, grid: Grid, name: str, boxes: Sequence[str] = ()) -> None:
    """Write a sheet: the title that only its tab has, its captions, its tables.

    Args:
        composer: of the document; a page has been begun.
        grid: the visible cells.
        name: of the sheet.
        boxes: texts that are drawn upon it; captions among them stand above its tables.
    """
    parts = [*_all_parts(grid)]
    captions = [cell.text for is_table, rows in parts for row in rows for cell in row
                if not is_table or row is rows[0]]  # fmt: skip
    title = _PREFIX.sub("", name)
    for box in filter(are_captions, boxes):
        composer.paragraph(box)
        captions += box.splitlines()
    if _is_title(title) and not any(map(_is_title, captions)):
        composer.paragraph(title)
    for is_table, rows in parts:
        if is_table:
            _write_table(composer, rows)
        else:
            for cell in itertools.chain.from_iterable(rows):
                composer.paragraph(cell.text, cell.address)


def are_captions(box: str) -> bool:
    """Whether each line of a text box belongs above a table: a title, a unit, a number."""
    return all(_is_title(line) or _matches("caption", line) for line in box.splitlines())


def _all_parts(grid: Grid) -> Iterator[tuple[bool, list[Row]]]:
    """The parts of a sheet, of tables that stand side by side one after the other."""
    for band in _bands(grid.rows):
        for some in strips([*itertools.chain.from_iterable(band)]):
            yield from _parts(_rows(some))


def _bands(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows, parted before each row of titles where one of them holds several side by side."""
    titled = [all(_is_title(cell.text) for cell in row) for row in rows]
    if not any(titled[i] and len(row) > 1 for i, row in enumerate(rows)):
        return [[*rows]]
    begins = [0, *(i for i, is_so in enumerate(titled) if is_so and i), len(rows)]
    return [[*rows[first:last]] for first, last in itertools.pairwise(begins)]


def _rows(cells: Sequence[Placed]) -> list[Row]:
    return [tuple(row) for _, row in itertools.groupby(cells, key=attrgetter("row"))]


def _parts(rows: Sequence[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """The rows of a sheet parted into captions and tables, in order; whether each is a table."""
    for part in _sections(rows):
        first = next((i for i, row in enumerate(part) if not _is_caption(row)), len(part))
        last = len(part)
        while last > first and _is_note(part[last - 1]):
            last -= 1
        for is_table, some in (
            (False, part[:first]),
            (True, part[first:last]),
            (False, part[last:]),
        ):
            if some:
                yield is_table, some


def _sections(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows, parted before each title of a table behind rows of another one."""
    section: list[Row] = []
    has_table = False
    for row in rows:
        if has_table and len(row) == 1 and _begins_anew(row[0].text):
            moved = _numbering(section)
            yield section[: len(section) - moved]
            section, has_table = section[len(section) - moved :], False
        section.append(row)
        has_table = has_table or not _is_caption(row)
    yield section


def _numbering(section: Sequence[Row]) -> int:
    """How many last rows number the table that follows, above its title."""
    last = section[-1] if section else ()
    return int(bool(last) and all(_matches("numbering", cell.text) for cell in last))


def _is_caption(row: Row) -> bool:
    """Whether a row above a table belongs to no column of it: title, number, unit, department."""
    if len(row) == 1:
        return row[0].columns == 1 or not _matches("side", row[0].text)
    return len(row) < _FEWEST + 1 and all(
        _matches("caption", cell.text) or _is_title(cell.text) for cell in row
    )


def _is_note(row: Row) -> bool:
    """Whether a row below a table is text."""
    return all(_matches("caption", cell.text) for cell in row) or (
        len(row) == 1 and _matches("note", row[0].text)
    )


def _begins_anew(text: str) -> bool:
    """Whether a row alone parts two tables: a title, or that the one before goes on."""
    return _is_title(text) or _matches("goes_on", text)


def _is_title(text: str) -> bool:
    return _matches("title", text)


def _matches(name: str, text: str) -> bool:
    return _WORDS.find("".join(clean(text).split()), name) is not None


def _write_table(composer: Composer, rows: Sequence[Row]) -> None:
    """Write a table without the columns before and behind it; empty cells are filled in."""
    cells = list(itertools.chain.from_iterable(rows))
    left = min(cell.column for cell in cells)
    width = max(cell.column + cell.columns for cell in cells) - left
    top = cells[0].row
    moved = [_moved(cell, top, left, len(rows)) for cell in cells]
    composer.table(sorted([*moved, *_empty(moved, len(rows), width)]), width)


def _moved(cell: Placed, top: int, left: int, height: int) -> Placed:
    row = cell.row - top
    return cell._replace(row=row, column=cell.column - left, rows=min(cell.rows, height - row))


def _empty(cells: Sequence[Placed], height: int, width: int) -> Iterator[Placed]:
    """The cells of a table that show nothing and that no other one covers."""
    taken = {
        (cell.row + down, cell.column + across)
        for cell in cells
        for down in range(cell.rows)
        for across in range(cell.columns)
    }
    for place in itertools.product(range(height), range(width)):
        if place not in taken:
            yield Placed(*place, "")
