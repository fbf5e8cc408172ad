"""Ruled lines of a page become tables of cells.

All lines that touch one another are one table. Its columns and rows are the places where lines stand; two neighbouring
fields with no line between them are one cell. An outer frame may be missing: where the lines end, the table ends.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

TOUCH = 30
"""Tenths of a point within which lines meet and places are the same."""

COVERED = 0.5
"""Part of a field's side that must be ruled for it to be a border."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A horizontal or vertical line: where it stands, and from where to where it goes, in tenths of a point."""

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
    """A ruled table: its cells in reading order, the number of its columns, its box."""

    fields: tuple[Field, ...]
    width: int
    box: tuple[float, float, float, float]


def grids(rulings: Sequence[int]) -> list[Grid]:
    """Tables of a page, from top to bottom.

    Args:
        rulings: left, top, right, bottom of each line, flat, in tenths of a point.
    """
    found = []
    for group in _connected(
        _merged([_ruling(rulings[i : i + 4]) for i in range(0, len(rulings), 4)])
    ):
        grid = _grid(group)
        if grid is not None:
            found.append(grid)
    return sorted(found, key=lambda grid: (grid.box[1], grid.box[0]))


def _ruling(box: Sequence[int]) -> Ruling:
    left, top, right, bottom = box
    if right - left >= bottom - top:
        return Ruling(True, (top + bottom) / 2, left, right)
    return Ruling(False, (left + right) / 2, top, bottom)


def _merged(rulings: list[Ruling]) -> list[Ruling]:
    """Lines with the pieces of one line put together."""
    found: list[Ruling] = []
    for across in (True, False):
        places: list[list[Ruling]] = []
        for one in sorted((r for r in rulings if r.across == across), key=lambda r: r.at):
            if (
                places
                and one.at - places[-1][-1].at <= TOUCH / 2
                and one.at - places[-1][0].at <= TOUCH
            ):
                places[-1].append(one)
            else:
                places.append([one])
        for place in places:
            at = sum(one.at for one in place) / len(place)
            found.extend(_pieces(across, at, sorted(place, key=lambda r: r.start)))
    return [one for one in found if one.end - one.start > TOUCH]


def _pieces(across: bool, at: float, place: list[Ruling]) -> list[Ruling]:
    found: list[Ruling] = []
    for one in place:
        if found and one.start - found[-1].end <= TOUCH:
            found[-1] = Ruling(across, at, found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(Ruling(across, at, one.start, one.end))
    return found


def _connected(rulings: list[Ruling]) -> list[list[Ruling]]:
    """Groups of lines that touch one another."""
    level = [one for one in rulings if one.across]
    upright = [one for one in rulings if not one.across]
    parent = list(range(len(rulings)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    places = [one.at for one in level]
    for j, down in enumerate(upright):
        first, last = (
            bisect.bisect_left(places, down.start - TOUCH),
            bisect.bisect_right(places, down.end + TOUCH),
        )
        for i in range(first, last):
            if level[i].start - TOUCH <= down.at <= level[i].end + TOUCH:
                parent[root(i)] = root(len(level) + j)
    groups: dict[int, list[Ruling]] = {}
    for i, one in enumerate([*level, *upright]):
        groups.setdefault(root(i), []).append(one)
    return list(groups.values())


def _grid(group: list[Ruling]) -> Grid | None:
    level = [one for one in group if one.across]
    upright = [one for one in group if not one.across]
    if len(level) < 2 or not upright:
        return None
    xs = places(
        [one.at for one in upright] + [end for one in level for end in (one.start, one.end)]
    )
    ys = places(
        [one.at for one in level] + [end for one in upright for end in (one.start, one.end)]
    )
    if len(xs) < 3 or len(ys) < (3 if len(xs) == 3 else 2) or len(xs) * len(ys) > 200_000:
        return None
    beside = _borders(upright, xs, ys)
    below = _borders(level, ys, xs)
    fields = _fields(xs, ys, beside, below)
    return Grid(tuple(fields), len(xs) - 1, (xs[0], ys[0], xs[-1], ys[-1]))


def places(values: list[float]) -> list[float]:
    """The values, sorted, with those that are the same place put together."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][-1] <= TOUCH and value - found[-1][0] <= 2 * TOUCH:
            found[-1].append(value)
        else:
            found.append([value])
    return [sum(place) / len(place) for place in found]


def _borders(
    rulings: list[Ruling], places: list[float], along: list[float]
) -> set[tuple[int, int]]:
    """Which sides are ruled: the number of the line among ``places``, and of the field along it."""
    found = set()
    for one in rulings:
        at = min(range(len(places)), key=lambda i: abs(places[i] - one.at))
        first = max(0, bisect.bisect_right(along, one.start) - 1)
        for i in range(first, len(along) - 1):
            if along[i] >= one.end:
                break
            covered = min(one.end, along[i + 1]) - max(one.start, along[i])
            if covered >= COVERED * (along[i + 1] - along[i]):
                found.add((at, i))
    return found


def _fields(
    xs: list[float], ys: list[float], beside: set[tuple[int, int]], below: set[tuple[int, int]]
) -> list[Field]:
    """Cells: fields of a row without a line between them, then such runs of the same width below one another."""
    found: list[Field] = []
    open_: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        runs = _runs(row, len(xs) - 1, beside)
        after: dict[tuple[int, int], tuple[int, int]] = {}
        for first, last in runs:
            ruled = 2 * sum((row, column) in below for column in range(first, last)) >= last - first
            start = open_.get((first, last))
            after[first, last] = (row, row + 1) if ruled or start is None else (start[0], row + 1)
            if start is not None and not ruled:
                open_.pop((first, last))
        found.extend(_field(key, span, xs, ys) for key, span in open_.items())
        open_ = after
    found.extend(_field(key, span, xs, ys) for key, span in open_.items())
    return sorted(found, key=lambda field: (field.row, field.column))


def _runs(row: int, width: int, beside: set[tuple[int, int]]) -> list[tuple[int, int]]:
    edges = [0, *(column for column in range(1, width) if (column, row) in beside), width]
    return list(itertools.pairwise(edges))


def _field(
    columns: tuple[int, int], rows: tuple[int, int], xs: list[float], ys: list[float]
) -> Field:
    box = (xs[columns[0]], ys[rows[0]], xs[columns[1]], ys[rows[1]])
    return Field(rows[0], columns[0], rows[1] - rows[0], columns[1] - columns[0], box)
