"""Ruled lines of a page become tables of cells.

All lines that touch one another are one table. Its columns and rows are the places where lines
stand; two neighbouring fields with no line between them are one cell. An outer frame may be
missing: where the lines end, the table ends.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

TOUCH = 30
"""Tenths of a point within which lines meet and places are the same."""

COVERED = 0.5
"""Part of a field's side that must be ruled for it to be a border."""

DOT = 30
"""Tenths of a point up to which what is as high as wide is a dot, of a line across or down."""

DASH = 120
"""Tenths of a point up to which a piece of a line is a dash; half as long may its gaps be."""

MOST_FIELDS = 200_000
"""Fields of a table above which it is none: a hatching."""

_T = TypeVar("_T")
_Span = tuple[int, int]
"""The first of some columns or rows, and the one behind the last."""
_Borders = set[tuple[int, int]]
"""Which sides are ruled: the number of the line, and of the field along it."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A line: whether it goes across, where it stands, from and to where (tenths of a point)."""

    across: bool
    at: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """A cell: first row and column, how many of each, and its box in tenths of a point."""

    row: int
    column: int
    rows: int
    columns: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its cells in reading order, the number of its columns, its box.

    ``is_ruled``: whether lines part all its columns; else how words stand told them.
    """

    fields: tuple[Field, ...]
    width: int
    box: tuple[float, float, float, float]
    is_ruled: bool = True

    @property
    def edges(self) -> list[float]:
        """Where its columns begin and end."""
        return sorted({edge for one in self.fields for edge in (one.box[0], one.box[2])})


def grids(page: Sequence[Ruling]) -> list[Grid]:
    """Tables of a page, from top to bottom.

    Args:
        page: its whole lines.
    """
    found = [grid for group in _connected(page) if (grid := _grid(group)) is not None]
    return sorted(found, key=lambda grid: (grid.box[1], grid.box[0]))


# -- lines ----------------------------------------------------------------------------------------


def whole_lines(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Lines with the pieces of one line put together, without those that are mere dots."""
    level, upright = _ways(rulings)
    found = [one for way in (level, upright) for one in _put_together(way)]
    return [one for one in found if one.end - one.start > TOUCH]


def lines_of(rulings: Sequence[int]) -> list[Ruling]:
    """The whole lines of a page.

    Args:
        rulings: left, top, right, bottom of each line, flat, in tenths of a point.
    """
    return whole_lines(drawn(rulings))


def drawn(rulings: Sequence[int]) -> list[Ruling]:
    """The lines of a page as they are drawn, of which pieces may make one.

    Args:
        rulings: left, top, right, bottom of each line, flat, in tenths of a point.
    """
    boxes = (rulings[i : i + 4] for i in range(0, len(rulings), 4))
    return [one for box in boxes for one in _both_ways(box)]


def _ways(rulings: Sequence[Ruling]) -> tuple[list[Ruling], list[Ruling]]:
    """The lines that go across, and those that go down."""
    return [one for one in rulings if one.across], [one for one in rulings if not one.across]


def _both_ways(box: Sequence[int]) -> list[Ruling]:
    """A line; a dot may belong to one across and to one down."""
    left, top, right, bottom = box
    across = Ruling(True, (top + bottom) / 2, left, right)
    down = Ruling(False, (left + right) / 2, top, bottom)
    wide, high = right - left, bottom - top
    if max(wide, high) <= DOT and max(wide, high) <= 2 * min(wide, high):
        return [across, down]
    return [across if wide >= high else down]


def _put_together(rulings: Sequence[Ruling]) -> Iterator[Ruling]:
    """Lines of one way, from pieces that stand at the same place."""
    for place in _together(sorted(rulings, key=lambda r: r.at), lambda r: r.at, TOUCH / 2):
        at = sum(one.at for one in place) / len(place)
        yield from _pieces(at, sorted(place, key=lambda r: r.start))


def _pieces(at: float, place: Sequence[Ruling]) -> list[Ruling]:
    """The lines at one place: pieces that touch are one."""
    found: list[Ruling] = []
    for one in place:
        near = DASH / 2 if one.end - one.start <= DASH else TOUCH
        if found and one.start - found[-1].end <= near:
            found[-1] = Ruling(one.across, at, found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(Ruling(one.across, at, one.start, one.end))
    return found


def _together(found: Sequence[_T], at: Callable[[_T], float], near: float) -> list[list[_T]]:
    """Groups of what stands together, of things in order.

    Each is at most ``near`` behind the one before it, and twice that behind the first of its group.
    """
    groups: list[list[_T]] = []
    for one in found:
        last = groups[-1] if groups else []
        if last and at(one) - at(last[-1]) <= near and at(one) - at(last[0]) <= 2 * near:
            last.append(one)
        else:
            groups.append([one])
    return groups


class _Groups:
    """Numbers that are joined into groups; the root of a number names its group."""

    def __init__(self, count: int) -> None:
        self.parent = list(range(count))

    def root(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        self.parent[self.root(i)] = self.root(j)


def _connected(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """Groups of lines that touch one another."""
    level, upright = _ways(rulings)
    joined = _Groups(len(rulings))
    places = [one.at for one in level]
    for j, down in enumerate(upright, start=len(level)):
        first = bisect.bisect_left(places, down.start - TOUCH)
        last = bisect.bisect_right(places, down.end + TOUCH)
        for i in range(first, last):
            if level[i].start - TOUCH <= down.at <= level[i].end + TOUCH:
                joined.join(i, j)
    groups: dict[int, list[Ruling]] = {}
    for i, one in enumerate([*level, *upright]):
        groups.setdefault(joined.root(i), []).append(one)
    return list(groups.values())


# -- tables ---------------------------------------------------------------------------------------


def _grid(group: Sequence[Ruling]) -> Grid | None:
    """The table that lines make which touch; None where they make none."""
    level, upright = _ways(group)
    if len(level) < 2 or not upright:
        return None
    xs, ys = _edges(upright, level), _edges(level, upright)
    if not _is_table(len(xs), len(ys)):
        return None
    xs, beside = _parting(xs, _borders(upright, xs, ys))
    if not _is_table(len(xs), len(ys)):
        return None
    fields = _fields(xs, ys, beside, _borders(level, ys, xs))
    return Grid(tuple(fields), len(xs) - 1, (xs[0], ys[0], xs[-1], ys[-1]))


def _parting(xs: Sequence[float], beside: _Borders) -> tuple[list[float], _Borders]:
    """The sides of columns at which a line goes down, and the outer ones.

    Where a level line ends and none goes down an amount is underlined, and no column begins.
    """
    kept = sorted({0, len(xs) - 1, *(at for at, _ in beside)})
    number = {at: i for i, at in enumerate(kept)}
    return [xs[at] for at in kept], {(number[at], row) for at, row in beside}


def _edges(lines: Sequence[Ruling], crossing: Sequence[Ruling]) -> list[float]:
    """The places of the sides of fields: where lines stand, and where those end that cross them."""
    ends = (end for one in crossing for end in (one.start, one.end))
    return places([*(one.at for one in lines), *ends])


def _is_table(xs: int, ys: int) -> bool:
    """Whether so many sides make a table: with two columns it has two rows, else one is enough."""
    return xs >= 3 and ys >= (3 if xs == 3 else 2) and xs * ys <= MOST_FIELDS


def places(values: Sequence[float]) -> list[float]:
    """The values, sorted, with those that are the same place put together."""
    groups = _together(sorted(values), lambda value: value, TOUCH)
    return [sum(place) / len(place) for place in groups]


def _borders(
    rulings: Sequence[Ruling], places: Sequence[float], along: Sequence[float]
) -> _Borders:
    """The ruled sides: number of the line among ``places``, and of the field ``along`` it."""
    found: _Borders = set()
    for one in rulings:
        at = nearest(places, one.at)
        found.update((at, side) for side in _ruled(one, along))
    return found


def nearest(places: Sequence[float], value: float) -> int:
    """The number of the place that is nearest to a value."""
    return min(range(len(places)), key=lambda i: abs(places[i] - value))


def _ruled(one: Ruling, along: Sequence[float]) -> Iterator[int]:
    """Numbers of the fields that a line borders."""
    first = max(0, bisect.bisect_right(along, one.start) - 1)
    for i in range(first, len(along) - 1):
        if along[i] >= one.end:
            break
        covered = min(one.end, along[i + 1]) - max(one.start, along[i])
        if covered >= COVERED * (along[i + 1] - along[i]):
            yield i


def _fields(
    xs: Sequence[float], ys: Sequence[float], beside: _Borders, below: _Borders
) -> list[Field]:
    """Cells: fields of a row without a line between them, then such runs below one another."""
    found: list[Field] = []
    above: dict[_Span, _Span] = {}
    for row in range(len(ys) - 1):
        here: dict[_Span, _Span] = {
            columns: (_first_row(columns, row, above, below), row + 1)
            for columns in _runs(row, len(xs) - 1, beside)
        }
        found.extend(
            _field(columns, rows, xs, ys)
            for columns, rows in above.items()
            if columns not in here or here[columns][0] == row
        )
        above = here
    found.extend(_field(columns, rows, xs, ys) for columns, rows in above.items())
    return sorted(found, key=lambda field: (field.row, field.column))


def _first_row(columns: _Span, row: int, above: dict[_Span, _Span], below: _Borders) -> int:
    """The row in which the cell begins that these fields of a row belong to."""
    first, last = columns
    ruled = 2 * sum((row, column) in below for column in range(first, last)) >= last - first
    return row if ruled or columns not in above else above[columns][0]


def _runs(row: int, width: int, beside: _Borders) -> list[_Span]:
    """The fields of a row that have no line between them."""
    edges = [0, *(column for column in range(1, width) if (column, row) in beside), width]
    return list(itertools.pairwise(edges))


def _field(columns: _Span, rows: _Span, xs: Sequence[float], ys: Sequence[float]) -> Field:
    box = (xs[columns[0]], ys[rows[0]], xs[columns[1]], ys[rows[1]])
    return Field(rows[0], columns[0], rows[1] - rows[0], columns[1] - columns[0], box)
