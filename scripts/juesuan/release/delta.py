"""What differs between two releases: rows added, removed, changed, or only moved.

A row is known again by its primary key. Where that only counts the rows of a document (``known_by``
of ``terms/data/resources.toml``: an item that is inserted would else change every row behind it),
it is known by what it is about, the n-th of its like by the n-th.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from juesuan.release.groups import Pair, Row, pairs
from juesuan.release.issue import Cells, Issue
from juesuan.release.layout import Layout, layout
from juesuan.release.order import in_order

Kind = Literal["added", "removed", "changed", "moved"]
"""What became of a row; ``moved``: it says the same, under another number or at another place."""

KINDS: tuple[Kind, ...] = ("added", "removed", "changed", "moved")


class Difference(NamedTuple):
    """A row that differs: as it was, and as it is; None where it is new or gone."""

    kind: Kind
    before: Row | None
    now: Row | None


class Delta:
    """What differs between two releases.

    Args:
        before: the earlier release.
        now: the later one.
    """

    def __init__(self, before: Issue, now: Issue) -> None:
        self.before, self.now = before, now
        gone = (one for one in before.names if one not in now.names)
        self.layouts = {name: layout(before, now, name) for name in (*now.names, *gone)}

    def of(self, name: str) -> Iterator[Difference]:
        """The rows of a resource that differ, of each disclosure those that are gone at the end."""
        own = self.layouts[name]
        for pair in pairs(self.before, self.now, name, own):
            yield from _of_pair(pair, own)

    def counts(self) -> dict[str, Counter[Kind]]:
        """How many rows of each resource differ, and how; those without any are left out."""
        found = {name: Counter(one.kind for one in self.of(name)) for name in self.layouts}
        return {name: counted for name, counted in found.items() if counted}


def _of_pair(pair: Pair, own: Layout) -> Iterator[Difference]:
    old = dict(_named(pair.before, own))
    new = list(_named(pair.now, own))
    stay = set() if pair.is_moved else _stay(old, new)
    for name, row in new:
        before = old.get(name)
        if before is None:
            yield Difference("added", None, row)
        elif before.cells != row.cells or name not in stay:
            is_same = own.content(before.cells) == own.content(row.cells)
            yield Difference("moved" if is_same else "changed", before, row)
    now = {name for name, _ in new}
    for name, row in old.items():
        if name not in now:
            yield Difference("removed", row, None)


_Name = tuple[Cells, int]
"""What a row is about, and the how many-th of its like it is."""


def _named(rows: Sequence[Row], own: Layout) -> Iterator[tuple[_Name, Row]]:
    seen: Counter[Cells] = Counter()
    for row in rows:
        about = own.identity(row.cells)
        seen[about] += 1
        yield (about, seen[about]), row


def _stay(old: dict[_Name, Row], new: Sequence[tuple[_Name, Row]]) -> set[_Name]:
    """The rows that are as they were and stand as they stood among each other."""
    same = [name for name, row in new if name in old and old[name].cells == row.cells]
    kept = in_order([old[name].number for name in same])
    return {name for at, name in enumerate(same) if at in kept}
