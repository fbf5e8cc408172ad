"""The columns of a resource in two releases, and by what its rows are known again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from juesuan import terms
from juesuan.release.issue import Cells, Issue

_DISCLOSURE = "disclosure_id"


class Layout(NamedTuple):
    """How rows of two releases are compared.

    Attributes:
        columns: those of the later release, then those that are gone.
        gained, gone: columns that only one of the two releases has.
        before, now: for each column its place in the earlier and in the later release, or -1.
        known: places of the columns by which a row is known again.
        counts: places of the columns that only count rows.
    """

    columns: Cells
    gained: Cells
    gone: Cells
    before: tuple[int, ...]
    now: tuple[int, ...]
    known: tuple[int, ...]
    counts: frozenset[int]

    def identity(self, cells: Cells) -> Cells:
        """What a row is about."""
        return tuple(cells[at] for at in self.known)

    def content(self, cells: Cells) -> Cells:
        """What a row says, without what only counts rows."""
        return tuple(cell for at, cell in enumerate(cells) if at not in self.counts)


def layout(before: Issue, now: Issue, name: str) -> Layout:
    """How the rows of a resource are compared; one of the releases may lack it."""
    old, new = before.columns(name), now.columns(name)
    gone = _without(old, new)
    columns = (*new, *gone)
    key = _within((now if name in now.names else before).key(name), columns)
    told = _within((_DISCLOSURE, *known_by(name)), columns)
    known = told if known_by(name) else key or columns
    return Layout(
        columns,
        _without(new, old),
        gone,
        _places(columns, old),
        _places(columns, new),
        tuple(map(columns.index, known)),
        frozenset(map(columns.index, _without(key, known))),
    )


def _without(those: Cells, others: Cells) -> Cells:
    return tuple(one for one in those if one not in others)


def _within(those: Cells, others: Cells) -> Cells:
    return tuple(one for one in those if one in others)


def known_by(name: str) -> tuple[str, ...]:
    """The columns by which rows are known again where the key of a resource only counts them."""
    schemas = terms.resource_schemas() | terms.whole_schemas()
    return schemas[name].known_by if name in schemas else ()


def widened(cells: Cells, places: Sequence[int]) -> Cells:
    """A row with a cell for each column; what its release does not have is empty.

    >>> widened(("a", "b"), (1, -1, 0))
    ('b', '', 'a')
    """
    return tuple(cells[at] if at >= 0 else "" for at in places)


def _places(columns: Iterable[str], own: Cells) -> tuple[int, ...]:
    return tuple(own.index(one) if one in own else -1 for one in columns)
