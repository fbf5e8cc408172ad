"""Which numbers contradict each other, the weightiest first: of each disclosure, and over all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from juesuan.pages.machines.search.named import YEARS, short_name
from juesuan.pages.machines.search.pieces import piece
from juesuan.pages.markup import anchor
from juesuan.pages.store.store import Store
from juesuan.pages.telling.doubt import EXPLAINED, doubt_of, is_side
from juesuan.rows import ChecksRow, DisclosureRow, FiguresRow

TOLD = 12
"""Contradictions of one disclosure that are told."""

OVER_ALL = 8
"""Contradictions that are told over all, at most one a rule and disclosure."""

MOST = 5
"""Departments with the most contradictions; of those without any the first."""

_Weighed = tuple[tuple[Decimal, ...], str, list[Any]]
"""Its weight, its disclosure, what is told."""

_Told = list[Any]
"""What the script reads of a contradiction: in a sentence, how much is in doubt, its page, the
addresses of the two numbers, its weight."""


def files(store: Store) -> Iterator[tuple[str, str]]:
    """A piece a disclosure that has any, and one over all."""
    registry, over = store.registry(), _Over()
    for one, rows in store.departments().items():
        called = short_name(rows[-1], registry.get(one, ()))
        for about in rows[-YEARS:]:
            own = store.made_of(about, "weighed contradictions", partial(_of_one, store, about))
            if own:
                yield _piece(about["disclosure_id"], own)
            if about is rows[-1]:
                over.add(called, about, own)
    yield piece("fails", over.told())


def _piece(name: str, own: Sequence[_Told]) -> tuple[str, str]:
    larger = _larger(own)
    more = {"larger": larger[:-1]} if larger else {}
    return piece(f"c-{name}", {"n": len(own), "all": [told[:-1] for told in own[:TOLD]]} | more)


class _Over:
    """The newest disclosures of all departments, as they come."""

    def __init__(self) -> None:
        self._weighed: list[_Weighed] = []
        self._many: list[_Told] = []
        self._explained: list[_Told] = []
        self._clean: list[_Told] = []

    def add(self, called: str, about: DisclosureRow, own: Sequence[_Told]) -> None:
        """Take the contradictions of a disclosure, the weightiest first."""
        name = about["disclosure_id"]
        head = [called, about["fiscal_year"], name]
        if not own:
            self._clean.append(head)
            return
        larger = _larger(own)
        self._explained += [[*head, *larger]] if larger else []
        self._weighed += [(_weight(told[-1]), name, [*head, *told[:-1]]) for told in own[:2]]
        self._many.append([*head, len(own)])

    def told(self) -> dict[str, object]:
        """The first of all, who has most, who has none, and a larger one that is explained."""
        over = sorted(self._weighed, key=lambda found: found[:2])
        many = sorted(self._many, key=lambda found: (-found[3], found[2]))
        clean = {"n": len(self._clean), "some": sorted(self._clean)[:MOST]}
        shown = [found for _, _, found in over[:OVER_ALL]]
        told: dict[str, object] = {"all": shown, "many": many[:MOST], "clean": clean}
        largest = min(self._explained, key=lambda found: (_money(found), found[2]), default=None)
        if largest and (not over or _money(largest) < over[0][0][1]):
            told["larger"] = largest[:-1]
        return told


def _money(told: _Told) -> Decimal:
    """How far the two sides are apart, below 0: the largest first."""
    return Decimal(told[-1][1])


def _larger(own: Sequence[_Told]) -> _Told | None:
    """The contradiction with the largest difference, where it stands behind the first one because
    it has an explanation at hand: a side of 0, another amount that is printed, or that both sides
    need not agree; else None.
    """
    largest = min(
        (one for one in own if Decimal(one[-1][0]) in EXPLAINED), key=_money, default=None
    )
    return largest if largest and _money(largest) < _money(own[0]) else None


def _weight(kept: Sequence[str]) -> tuple[Decimal, ...]:
    """A weight as it was before it was kept."""
    return tuple(map(Decimal, kept))


def _of_one(store: Store, about: DisclosureRow) -> list[_Told]:
    """The contradictions of one disclosure, the weightiest first; mere words come last."""
    facts = store.of(about["disclosure_id"])
    rows = [row for row in facts.rows("checks") if row["state"] == "fail"]
    figures = cited(store, about, rows)
    printed, evidence, told = [*facts.rows("measures")], store.evidence(about, ""), []
    for row in rows:
        own = [figures[one] for one in row["figures"].split()]
        doubt = doubt_of(row, own, printed)
        sides = [evidence.address(one) for one in _sides(row, own)]
        shown = [row["brief"] or row["statement"], doubt.words, anchor(row), sides]
        told.append(((not own, doubt.weight), [*shown, [*map(str, doubt.weight)]]))
    return [one for _, one in sorted(told, key=lambda one: one[0])]


def cited(store: Store, about: DisclosureRow, rows: Sequence[ChecksRow]) -> dict[str, FiguresRow]:
    """The figures that contradictions cite."""
    cited = sorted({one for row in rows for one in row["figures"].split()})
    if not cited:
        return {}
    asked = f"figure_id IN ({', '.join('?' for _ in cited)})"
    found = store.of(about["disclosure_id"], asked, *cited).rows("figures")
    return {row["figure_id"]: row for row in found}


def _sides(row: ChecksRow, figures: Sequence[FiguresRow]) -> list[FiguresRow]:
    """The figures that are the two sides themselves, as far as they are printed; else the ends."""
    found = []
    for side in ("left", "right"):
        same = (one for one in figures if is_side(row, side, one))
        if (own := next(same, None)) and own not in found:
            found.append(own)
    return found or [*figures[:1], *figures[1:][-1:]]
