"""The index of records, by the tokens of their texts.

A token names at most :data:`HELD` records, the most important ones; one that more hold is told to
be cut off, and is continued by longer runs of characters that begin with it, each complete or
continued in its turn. So whoever looks for a name loads pieces of bounded size, however many
disclosures there are. The whole title is one more token: who types it finds its record first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from juesuan.pages.machines.search.cutting import long_grams, sounds, tokens, whole
from juesuan.pages.machines.search.pieces import Shards, piece
from juesuan.pages.machines.search.records import BESIDE, Record

RECORDS = 8
"""Records in one piece."""

HELD = 128
"""Records that one token can name."""

_LONGEST = 10
"""Characters of the longest run that continues a token."""

_CUT = -1
"""What stands behind the records of a token that more hold."""

_Holders = list[tuple[int, int]]
"""Numbers of the records that hold a token, each with its weight there."""


def files(found: Sequence[Record], more: dict[str, object]) -> Iterator[tuple[str, str]]:
    """The pieces: of records, of tokens, and what the script must know first.

    Args:
        found: the records.
        more: what else it must know first.
    """
    for i in range(0, len(found), RECORDS):
        part = found[i : i + RECORDS]
        yield piece(f"r{i // RECORDS}", [[one.title, one.beside, one.url] for one in part])
    shards = Shards("t", index(found))
    yield from shards.files()
    yield piece("first", {"tokens": shards.number, "records": RECORDS, **more})


def index(found: Sequence[Record]) -> dict[str, list[int]]:
    """Token to the numbers of records, each followed by its weight there."""
    postings: dict[str, _Holders] = {}
    for number, record in enumerate(found):
        for token, weight in _weights(record).items():
            postings.setdefault(token, []).append((number, _in_all(record, weight)))
    many = _held_by_many(postings)
    for size in range(3, _LONGEST + 1):
        longer = _continued(found, {token for token in many if len(token) == size - 1}, size)
        postings |= longer
        many = _held_by_many(longer)
    return {token: _best(holders) for token, holders in postings.items()}


def _held_by_many(postings: Mapping[str, _Holders]) -> set[str]:
    return {token for token, holders in postings.items() if len(holders) > HELD}


def _continued(found: Sequence[Record], many: Collection[str], size: int) -> dict[str, _Holders]:
    """Runs of so many characters that begin with a token that too many records hold."""
    longer: dict[str, _Holders] = {}
    for number, record in enumerate(found) if many else ():
        for gram, weight in _long(record, many, size).items():
            longer.setdefault(gram, []).append((number, _in_all(record, weight)))
    return longer


def _long(record: Record, many: Collection[str], size: int) -> dict[str, int]:
    """The runs of a record, each with its weight where it weighs most."""
    weights: dict[str, int] = {}
    for text, weight in _texts(record):
        for gram in long_grams(text, size):
            if gram[:-1] in many:
                weights[gram] = max(weights.get(gram, 0), weight)
    return weights


def _in_all(record: Record, weight: int) -> int:
    return weight * 100 + record.weight * 5


def _best(holders: _Holders) -> list[int]:
    best = sorted(holders, key=lambda one: (-one[1], one[0]))[:HELD]
    return [value for pair in best for value in pair] + ([_CUT] if len(holders) > HELD else [])


def _texts(record: Record) -> tuple[tuple[str, int], ...]:
    return (
        (record.title, record.titled),
        (record.beside, BESIDE),
        (record.also, BESIDE * 2),
    )


def _weights(record: Record) -> dict[str, int]:
    """The tokens of a record, each with its weight where it weighs most."""
    weights = {whole(record.title): record.titled}
    for text, weight in _texts(record):
        for token in tokens(text):
            weights[token] = max(weights.get(token, 0), weight)
    for name in record.sounds:
        for token in sounds(name):
            weights.setdefault(token, BESIDE * 2)
    return weights
