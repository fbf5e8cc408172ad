"""The rows of a table by disclosure: only those of which something differs are held."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from juesuan.release.issue import Cells, Issue
from juesuan.release.layout import Layout, widened
from juesuan.release.order import in_order


class Row(NamedTuple):
    """A row of a release: its number among the rows of its table, from 1, and its cells."""

    number: int
    cells: Cells


class Pair(NamedTuple):
    """The rows of one disclosure in two releases; none on one side where it is new or gone.

    ``is_moved`` says that the disclosure stands elsewhere among the others.
    """

    before: Sequence[Row]
    now: Sequence[Row]
    is_moved: bool = False


_Group = tuple[str, int]
"""Id of a disclosure, and the how many-th block of its rows it is; "" for a list of codes."""


def pairs(before: Issue, now: Issue, name: str, layout: Layout) -> Iterator[Pair]:
    """The rows of each disclosure of which something differs.

    Args:
        before: the earlier release.
        now: the later one.
        name: of the resource.
        layout: how its rows are compared.
    """
    old = {one: _sum(rows) for one, rows in _groups(before, name, layout, layout.before)}
    new = {one: _sum(rows) for one, rows in _groups(now, name, layout, layout.now)}
    moved = _moved(list(old), list(new))
    same = {one for one in old if old[one] == new.get(one) and one not in moved}
    earlier = _Ahead(before, name, layout, same)
    for one, rows in _groups(now, name, layout, layout.now):
        if one not in same:
            before_it = earlier.of(one) if one in old else ()
            yield Pair(before_it, list(rows), one in moved)
    for left in earlier.rest():
        yield Pair(left, ())


class _Ahead:
    """The groups of the earlier release; what is passed on the way to one is kept for later."""

    def __init__(self, before: Issue, name: str, layout: Layout, same: set[_Group]) -> None:
        self._coming = _groups(before, name, layout, layout.before)
        self._same = same
        self._passed: dict[_Group, list[Row]] = {}

    def of(self, wanted: _Group) -> list[Row]:
        while wanted not in self._passed:
            self._pass()
        return self._passed.pop(wanted)

    def rest(self) -> Iterator[list[Row]]:
        while self._pass():
            pass
        yield from self._passed.values()

    def _pass(self) -> bool:
        """Go on to the next group; False at the end."""
        for one, rows in self._coming:
            if one not in self._same:
                self._passed[one] = list(rows)
            return True
        return False


def _groups(
    issue: Issue, name: str, layout: Layout, places: Sequence[int]
) -> Iterator[tuple[_Group, Iterator[Row]]]:
    by_disclosure = "disclosure_id" in layout.columns
    own = layout.columns.index("disclosure_id") if by_disclosure else 0
    rows = (
        Row(number, widened(cells, places))
        for number, cells in enumerate(issue.rows(name), start=1)
    )
    seen: Counter[str] = Counter()
    for one, group in groupby(rows, lambda row: row.cells[own] if by_disclosure else ""):
        seen[one] += 1
        yield (one, seen[one]), group


def _sum(rows: Iterator[Row]) -> bytes:
    found = hashlib.sha256()
    for row in rows:
        found.update("\x1f".join(row.cells).encode() + b"\x1e")
    return found.digest()


def _moved(old: Sequence[_Group], new: Sequence[_Group]) -> set[_Group]:
    """Those that stand elsewhere among the others."""
    places = {one: at for at, one in enumerate(old)}
    both = [one for one in new if one in places]
    kept = in_order([places[one] for one in both])
    return {one for at, one in enumerate(both) if at not in kept}
