"""The index of records, by the tokens of their texts.

A token names at most :data:`HELD` records, the most important ones; one that more hold is told to
be cut off, and is continued by longer runs of characters that begin with it, each complete or
continued in its turn. So whoever looks for a name loads pieces of bounded size, however many
disclosures there are. The whole title is one more token: who types it finds its record first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import itemgetter

from juesuan.pages.machines.search.cutting import long_runs
from juesuan.pages.machines.search.pieces import SMALL, Shards, compact, piece
from juesuan.pages.machines.search.record import CHECKS, Record, texts

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


class Postings:
    """The tokens of records, as they come: a record's own tokens need not be held."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.holders: dict[str, _Holders] = {}

    def add(self, record: Record, weights: Mapping[str, int]) -> None:
        """Take a record.

        Args:
            record: the next one.
            weights: its tokens, each with its weight.
        """
        number, more = len(self.records), record.weight * 5
        for token, weight in weights.items():
            pair = (number, weight * 100 + more)
            held = self.holders.get(token)
            if held is None:
                self.holders[token] = [pair]
            else:
                held.append(pair)
        self.records.append(record)


def files(taken: Postings, more: dict[str, object]) -> Iterator[tuple[str, str]]:
    """The pieces: of records, of tokens, and what the script must know first.

    Args:
        taken: the records with their tokens; the tokens go on the way.
        more: what else it must know first.
    """
    found = taken.records
    for i in range(0, len(found), RECORDS):
        part = found[i : i + RECORDS]
        yield piece(f"r{i // RECORDS}", [[one.title, one.beside, one.url] for one in part])
    checks = [one.checked() for one in found]
    texts = {one: compact(_checked(own, checks)) for one, own in index(taken)}
    shards = Shards("t", texts, SMALL)
    yield from shards.files()
    told = {"tokens": shards.number, "records": RECORDS, "checks": CHECKS}
    yield piece("first", told | more)


def _checked(own: Sequence[int], checks: Sequence[int]) -> list[int]:
    """The numbers of records, each with the check of its record behind it; weights as they are."""
    return [
        one if i % 2 or one == _CUT else one * CHECKS + checks[one] for i, one in enumerate(own)
    ]


def index(taken: Postings) -> Iterator[tuple[str, list[int]]]:
    """Each token with the numbers of records, each of them followed by its weight there."""
    postings, found = taken.holders, taken.records
    places = _places(found, _held_by_many(postings))
    for size in range(3, _LONGEST + 1):
        longer = _continued(places, size)
        postings |= longer
        many = _held_by_many(longer)
        places = [one for one in places if one[2][one[3] : one[3] + size] in many]
    for token in [*postings]:
        yield token, _best(postings.pop(token))


def _held_by_many(postings: Mapping[str, _Holders]) -> set[str]:
    return {token for token, holders in postings.items() if len(holders) > HELD}


_Place = tuple[int, int, str, int]
"""Where a token that too many records hold stands: record, weight, run of characters, begin."""


def _places(found: Sequence[Record], many: Collection[str]) -> list[_Place]:
    """Where the pairs stand that too many records hold, in the order of the records."""
    return [
        (number, _in_all(record, weight), run, at)
        for number, record in enumerate(found if many else ())
        for text, weight in texts(record)
        for run in long_runs(text)
        for at in range(len(run) - 2)
        if run[at : at + 2] in many
    ]


def _continued(places: Sequence[_Place], size: int) -> dict[str, _Holders]:
    """Runs of so many characters that go on from a token that too many records hold.

    Each record counts once, with the weight where it weighs most.
    """
    longer: dict[str, _Holders] = {}
    for number, weight, run, at in places:
        if at + size > len(run):
            continue
        own = longer.setdefault(run[at : at + size], [])
        if not own or own[-1][0] != number:
            own.append((number, weight))
        elif own[-1][1] < weight:
            own[-1] = (number, weight)
    return longer


def _in_all(record: Record, weight: int) -> int:
    return weight * 100 + record.weight * 5


def _best(holders: _Holders) -> list[int]:
    best = sorted(holders, key=itemgetter(1), reverse=True)[:HELD]  # stable: in their order
    return [value for pair in best for value in pair] + ([_CUT] if len(holders) > HELD else [])
