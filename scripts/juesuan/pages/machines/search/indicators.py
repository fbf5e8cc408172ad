"""What was promised and what came of it: the indicators of performance forms, found by their names.

A pair of neighbouring characters of a name leads to the pieces that hold it, not to the indicator:
so the index stays small, and whoever asks loads the one or two pieces that hold most of what was
asked for. ``indicators.js`` asks of names the same way.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from juesuan.pages import addresses
from juesuan.pages.machines.search.cutting import tokens
from juesuan.pages.machines.search.named import short_name
from juesuan.pages.machines.search.pieces import Shards, compact, piece
from juesuan.pages.store.store import Store
from juesuan.rows import DisclosureRow, IndicatorsRow

TOGETHER = 36
"""Indicators that are told in one piece."""

PIECES = 16
"""Pieces of one disclosure: of what it has more, the first are found."""

SIZE = 1_000
"""Characters of a piece of the index: one question loads several."""

HELD = 128
"""Pieces that one pair of characters can name."""

_SOURCE = "source/#"
"""Begin of most addresses of figures, left out: the script puts it there."""

_CUT = -1
"""What stands behind the pieces of a pair that more hold."""

_Told = tuple[str, str, list[list[str]]]
"""The name of a form, its page, and of each indicator its name, target, result, and where that is
printed."""


def files(store: Store) -> tuple[int, Iterator[tuple[str, str]]]:
    """The pieces of all indicators.

    Args:
        store: the packages.

    Returns:
        Into how many pieces the index of names is parted, and every piece: address, content.
    """
    registry = store.registry()
    held: dict[str, list[int]] = {}
    texts: dict[str, str] = {}
    pieces: list[tuple[str, str]] = []
    for number, about in enumerate(store.disclosures()):
        one = about["disclosure_id"]
        forms = store.made_of(about, "indicators", partial(_forms, store, about))
        for at, part in enumerate(_parted(forms)):
            pieces.append(piece(f"k-{one}-{at}", part))
            for token in _names(part):
                held.setdefault(token, []).append(number * PIECES + at)
        if forms:
            called = short_name(about, registry.get(about["department_id"], ()))
            texts[f"#{number}"] = compact([one, called, about["fiscal_year"], about["scope"]])
            texts[f"@{one}"] = str(number)
    for token, own in held.items():
        texts[token] = compact(own[:HELD] + ([_CUT] if len(own) > HELD else []))
    shards = Shards("x", texts, SIZE)
    return shards.number, (file for part in (pieces, shards.files()) for file in part)


def _names(part: list[_Told]) -> set[str]:
    """The pairs of characters of the names of a piece: of indicators and of their forms."""
    every = [name for name, *_ in part]
    every += [cells[0] for _, _, own in part for cells in own]
    return {token for name in every for token in tokens(name)}


def _parted(forms: list[_Told]) -> Iterator[list[_Told]]:
    """Forms as pieces of at most so many indicators; a long form goes on in the next piece."""
    part: list[_Told] = []
    room, made = TOGETHER, 0
    for name, page, own in forms:
        left = own
        while left and made < PIECES:
            part.append((name, page, left[:room]))
            left, room = left[room:], room - min(room, len(left))
            if not room:
                yield part
                part, room, made = [], TOGETHER, made + 1
    if part and made < PIECES:
        yield part


def _forms(store: Store, about: DisclosureRow) -> list[_Told]:
    """The forms of a disclosure, each with its indicators, those of projects first.

    What the form of the whole department prints as one of a project does is told once; what is
    only described (有效提升) cannot be asked for.
    """
    own = store.of(about["disclosure_id"])
    evidence = store.evidence(about, "", "indicators")
    rows: dict[str, list[IndicatorsRow]] = {}
    for row in own.rows("indicators"):
        rows.setdefault(row["project_id"], []).append(row)

    def actual(row: IndicatorsRow) -> list[str]:
        figure = evidence.figure("indicators", row, "actual_value")
        where = evidence.address(figure) if figure else ""
        return [row["actual"] or "", where.removeprefix(_SOURCE)]

    found: list[_Told] = []
    known: set[tuple[str, str, str]] = set()
    forms = [*enumerate(own.rows("projects"), start=1)]
    for number, form in sorted(forms, key=lambda one: one[1]["kind"] != "project"):
        page = f"{addresses.forms(number)}#{form['project_id']}"
        told = []
        for row in rows.get(form["project_id"], ()):
            what = (row["level3"] or "", row["target"] or "", row["actual"] or "")
            again = form["kind"] != "project" and what in known
            counted = row["target_value"] or row["actual_value"]
            if what[0] and counted and not again:
                known.add(what)
                told.append([*what[:2], *actual(row)])
        if told:
            found.append((form["name"] or "", page, told))
    return found
