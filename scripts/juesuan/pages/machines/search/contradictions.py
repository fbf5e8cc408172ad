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
from juesuan.pages.telling.doubt import doubt_of, is_side
from juesuan.rows import ChecksRow, DisclosureRow, FiguresRow

TOLD = 12
"""Contradictions of one disclosure that are told."""

OVER_ALL = 8
"""Contradictions that are told over all, at most one a rule and disclosure."""

MOST = 5
"""Departments with the most contradictions; of those without any the first."""

_EXPLAINED = ("1", "2")
"""The kinds, in a weight, of an amount beside 0 and of a difference that is printed as such."""

_Weighed = tuple[tuple[Decimal, ...], str, list[Any]]
"""Its weight, its disclosure, what is told."""

_Told = list[Any]
"""What the script reads of a contradiction: in a sentence, how much is in doubt, its page, the
addresses of the two numbers, its weight."""


def files(store: Store) -> Iterator[tuple[str, str]]:
    """A piece a disclosure that has any, and one over all."""
    registry, over, many = store.registry(), list[_Weighed](), list[_Told]()
    explained: list[_Told] = []
    clean: list[_Told] = []
    for one, rows in store.departments().items():
        called = short_name(rows[-1], registry.get(one, ()))
        for about in rows[-YEARS:]:
            own = store.made_of(about, "weighed contradictions", partial(_of_one, store, about))
            if not own and about is rows[-1]:
                clean.append([called, about["fiscal_year"], about["disclosure_id"]])
            if not own:
                continue
            name = about["disclosure_id"]
            larger = _larger(own)
            more = {"larger": larger[:-1]} if larger else {}
            shown = [told[:-1] for told in own[:TOLD]]
            yield piece(f"c-{name}", {"n": len(own), "all": shown} | more)
            if about is rows[-1]:
                head = [called, about["fiscal_year"], name]
                explained += [[*head, *larger]] if larger else []
                over += [(_weight(told[-1]), name, [*head, *told[:-1]]) for told in own[:2]]
                many.append([*head, len(own)])
    over.sort(key=lambda found: found[:2])
    many.sort(key=lambda found: (-found[3], found[2]))
    told = [found for _, _, found in over[:OVER_ALL]]
    over_all: dict[str, object] = {"all": told, "many": many[:MOST]}
    over_all["clean"] = {"n": len(clean), "some": sorted(clean)[:MOST]}
    largest = min(explained, key=lambda found: (_money(found), found[2]), default=None)
    if largest and (not over or _money(largest) < over[0][0][1]):
        over_all["larger"] = largest[:-1]
    yield piece("fails", over_all)


def _money(told: _Told) -> Decimal:
    """How far the two sides are apart, below 0: the largest first."""
    return Decimal(told[-1][1])


def _larger(own: Sequence[_Told]) -> _Told | None:
    """The contradiction with the largest difference, where it stands behind the first one because
    it has an explanation at hand: a side of 0, or another amount that is printed; else None.
    """
    largest = min((one for one in own if one[-1][0] in _EXPLAINED), key=_money, default=None)
    return largest if largest and _money(largest) < _money(own[0]) else None


def _weight(kept: Sequence[str]) -> tuple[Decimal, ...]:
    """A weight as it was before it was kept."""
    return tuple(map(Decimal, kept))


def _of_one(store: Store, about: DisclosureRow) -> list[_Told]:
    """The contradictions of one disclosure, the weightiest first; mere words come last."""
    facts = store.of(about["disclosure_id"])
    rows = [row for row in facts.rows("checks") if row["state"] == "fail"]
    figures = _cited(store, about, rows)
    printed, evidence, told = [*facts.rows("measures")], store.evidence(about, ""), []
    for row in rows:
        own = [figures[one] for one in row["figures"].split()]
        doubt = doubt_of(row, own, printed)
        sides = [evidence.address(one) for one in _sides(row, own)]
        shown = [row["brief"] or row["statement"], doubt.words, anchor(row), sides]
        told.append(((not own, doubt.weight), [*shown, [*map(str, doubt.weight)]]))
    return [one for _, one in sorted(told, key=lambda one: one[0])]


def _cited(store: Store, about: DisclosureRow, rows: Sequence[ChecksRow]) -> dict[str, FiguresRow]:
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
