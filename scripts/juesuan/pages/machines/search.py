"""The search index: records cut into pairs of characters, in small pieces.

A query loads only the pieces that it needs. A Chinese word has no border, so words are not cut:
each pair of neighbouring characters is a token (``社会保险`` holds 社会, 会保, 保险), for records
and queries alike, and a query of two characters finds them inside any word. Letters and digits
stay whole; codes are also found by their first three and five digits. The pieces are scripts:
search works from disk too. The whole title is one more token: who types it finds its record first,
among however many. ``search.js`` has the same cutting and hashing; a test compares the two.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from juesuan import terms
from juesuan.pages import addresses
from juesuan.pages.machines.records import BESIDE, Record, records
from juesuan.pages.store import Store

_RECORDS = 32
"""Records in one piece."""

_PIECE = 7_000
"""Characters that one piece of the index should have."""

_LONGEST = 3000
"""Records that one token can name; the most important are kept."""

Postings = dict[str, list[tuple[int, int]]]
"""Token to the records that hold it, each with its weight."""


def plain(text: str) -> str:
    """Text as it is searched: half-width, small letters, no punctuation or spaces.

    >>> plain("“三公”经费（２０２４）")
    '三公经费2024'
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(
        char if char.isalnum() else " " if char.isspace() or char in "·/" else "" for char in folded
    )


def tokens(text: str) -> list[str]:
    """The tokens of a text.

    >>> tokens("社会保险 2080505")
    ['社会', '会保', '保险', '2080505', '208', '20805']
    """
    runs = re.findall(r"[a-z0-9]+|[^\sa-z0-9]+", plain(text))
    return [token for run in runs for token in (_of_code(run) if run.isascii() else _pairs(run))]


def _of_code(run: str) -> list[str]:
    """Letters and digits whole; a code also by its class and its subclass."""
    return [run, *(run[:size] for size in (3, 5) if run.isdigit() and len(run) > size)]


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


def whole(title: str) -> str:
    """The token of a whole title, by which it is found however many others hold its words.

    >>> whole("“三公”经费")
    '=三公经费'
    """
    return "=" + plain(title).replace(" ", "")


def piece_of(token: str, number: int) -> int:
    """In which of so many pieces a token stands: FNV-1a over its UTF-16 units."""
    found = 0x811C9DC5
    units = token.encode("utf-16-le")
    for i in range(0, len(units), 2):
        found = ((found ^ int.from_bytes(units[i : i + 2], "little")) * 0x01000193) & 0xFFFFFFFF
    return found % number


def files(store: Store) -> Iterator[tuple[str, str]]:
    """The pieces: of records, of tokens, and what the script must know first."""
    found = list(records(store))
    for i, part in enumerate(_parts(found, _RECORDS)):
        yield _piece(f"r{i}", [[one.title, one.beside, one.url] for one in part])
    pieces = _index(found)
    for i, content in enumerate(pieces):
        yield _piece(f"t{i}", content)
    first = {
        "tokens": len(pieces),
        "records": _RECORDS,
        "total": len(found),
        "aliases": terms.aliases(),
    }
    yield _piece("first", first)


def _parts(found: Sequence[Record], size: int) -> Iterator[Sequence[Record]]:
    for first in range(0, len(found), size):
        yield found[first : first + size]


def _piece(name: str, content: object) -> tuple[str, str]:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return addresses.piece(name), f'juesuanSearch("{name}",{text});\n'


def _index(found: Iterable[Record]) -> list[dict[str, list[int]]]:
    """The tokens in pieces: token to the numbers of records, each followed by its weight there."""
    postings = _postings(found)
    size = sum(len(token) + 8 * len(holders) for token, holders in postings.items())
    number = max(1, round(size / _PIECE))
    pieces: list[dict[str, list[int]]] = [{} for _ in range(number)]
    for token, holders in sorted(postings.items()):
        best = sorted(holders, key=lambda one: (-one[1], one[0]))[:_LONGEST]
        pieces[piece_of(token, number)][token] = [value for pair in best for value in pair]
    return pieces


def _postings(found: Iterable[Record]) -> Postings:
    postings: Postings = {}
    for number, record in enumerate(found):
        for token, weight in _weights(record).items():
            postings.setdefault(token, []).append((number, weight * 100 + record.weight * 5))
    return postings


def _weights(record: Record) -> dict[str, int]:
    """The tokens of a record, each with its weight where it weighs most."""
    weights = {whole(record.title): record.titled}
    for text, weight in (
        (record.title, record.titled),
        (record.beside, BESIDE),
        (record.also, BESIDE * 2),
    ):
        for token in tokens(text):
            weights[token] = max(weights.get(token, 0), weight)
    return weights
