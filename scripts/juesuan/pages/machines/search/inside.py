"""What is found inside of disclosures: indicators by their names, passages and sentences by words.

A pair of neighbouring characters leads to the pieces that hold it, not to what is told there: so
the index stays small, and whoever asks loads the one or two pieces that hold most of what was
asked for. ``inside.js`` cuts questions the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from juesuan.collection import Department
from juesuan.pages.machines.search import indicators, passages, sentences
from juesuan.pages.machines.search.cutting import tokens
from juesuan.pages.machines.search.named import short_name
from juesuan.pages.machines.search.pieces import Shards, compact, piece
from juesuan.pages.store.store import Store
from juesuan.rows import DisclosureRow

PLACES = indicators.PIECES + sentences.PIECES + 1
"""Pieces of one disclosure: its indicators, its sentences, and last its passages."""

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
    registry, index = store.registry(), _Index()
    pieces: list[tuple[str, str]] = []
    for number, about in enumerate(store.disclosures()):
        own = [*_pieces(store, about, index, number)]
        if own:
            index.name(number, about, registry.get(about["department_id"], ()))
        pieces += own
    shards = Shards("x", index.texts(), SIZE)
    return shards.number, (file for part in (pieces, shards.files()) for file in part)


def _pieces(
    store: Store, about: DisclosureRow, index: _Index, number: int
) -> Iterator[tuple[str, str]]:
    """The pieces of one disclosure, which are put into the index."""
    one = about["disclosure_id"]
    forms = store.made_of(about, "indicators", partial(indicators.forms, store, about))
    for at, part in enumerate(indicators.parted(forms)):
        yield piece(f"k-{one}-{at}", part)
        index.put(number * PLACES + at, indicators.names(part))
    told = store.made_of(about, "sentences", partial(sentences.owners, store, about))
    for at, own in enumerate(sentences.parted(told), start=indicators.PIECES):
        yield piece(f"s-{one}-{at}", own)
        index.put(number * PLACES + at, sentences.words(own))
    said = store.made_of(about, "passages", partial(passages.said, store, about))
    if said:
        kinds = {kind: texts for kind, texts in said.items() if kind != passages.REASON}
        yield piece(f"w-{one}", kinds)
        yield piece(f"y-{one}", said.get(passages.REASON, []))
        index.put(number * PLACES + PLACES - 1, passages.words(said))


class _Index:
    """Which pieces hold a pair of characters, and whose they are."""

    def __init__(self) -> None:
        self._held: dict[str, list[int]] = {}
        self._named: dict[str, str] = {}

    def put(self, place: int, every: Iterable[str]) -> None:
        """Take the texts of a piece."""
        for token in {token for text in every for token in tokens(text)}:
            self._held.setdefault(token, []).append(place)

    def name(self, number: int, about: DisclosureRow, registered: Sequence[Department]) -> None:
        """Say which disclosure has a number."""
        one, called = about["disclosure_id"], short_name(about, registered)
        self._named[f"#{number}"] = compact([one, called, about["fiscal_year"], about["scope"]])
        self._named[f"@{one}"] = str(number)

    def texts(self) -> dict[str, str]:
        """By token what is found by it, as JSON; what more than so many hold is cut off."""
        cut = {
            token: compact(own[:HELD] + ([_CUT] if len(own) > HELD else []))
            for token, own in self._held.items()
        }
        return self._named | cut
