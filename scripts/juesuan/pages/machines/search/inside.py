"""What is found inside of disclosures: indicators by their names, passages by their words.

A pair of neighbouring characters leads to the pieces that hold it, not to what is told there: so
the index stays small, and whoever asks loads the one or two pieces that hold most of what was
asked for. ``inside.js`` cuts questions the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from juesuan.pages.machines.search import indicators, passages
from juesuan.pages.machines.search.cutting import tokens
from juesuan.pages.machines.search.named import short_name
from juesuan.pages.machines.search.pieces import Shards, compact, piece
from juesuan.pages.store.store import Store

PLACES = indicators.PIECES + 1
"""Pieces of one disclosure: its indicators, and last its passages."""

SIZE = 1_000
"""Characters of a piece of the index: one question loads several."""

HELD = 128
"""Pieces that one pair of characters can name."""

_CUT = -1
"""What stands behind the pieces of a pair that more hold."""


def files(store: Store) -> tuple[int, Iterator[tuple[str, str]]]:
    """The pieces and their index.

    Args:
        store: the packages.

    Returns:
        Into how many pieces the index is parted, and every piece: address, content.
    """
    registry = store.registry()
    held: dict[str, list[int]] = {}
    texts: dict[str, str] = {}
    pieces: list[tuple[str, str]] = []

    def put(place: int, every: Iterable[str]) -> None:
        for token in {token for text in every for token in tokens(text)}:
            held.setdefault(token, []).append(place)

    for number, about in enumerate(store.disclosures()):
        one = about["disclosure_id"]
        forms = store.made_of(about, "indicators", partial(indicators.forms, store, about))
        for at, part in enumerate(indicators.parted(forms)):
            pieces.append(piece(f"k-{one}-{at}", part))
            put(number * PLACES + at, indicators.names(part))
        said = store.made_of(about, "passages", partial(passages.said, store, about))
        if said:
            kinds = {kind: told for kind, told in said.items() if kind != passages.REASON}
            pieces.append(piece(f"w-{one}", kinds))
            pieces.append(piece(f"y-{one}", said.get(passages.REASON, [])))
            put(number * PLACES + PLACES - 1, passages.words(said))
        if forms or said:
            called = short_name(about, registry.get(about["department_id"], ()))
            texts[f"#{number}"] = compact([one, called, about["fiscal_year"], about["scope"]])
            texts[f"@{one}"] = str(number)
    for token, own in held.items():
        texts[token] = compact(own[:HELD] + ([_CUT] if len(own) > HELD else []))
    shards = Shards("x", texts, SIZE)
    return shards.number, (file for part in (pieces, shards.files()) for file in part)
