"""Texts cut into what search looks up: pairs of characters, sounds, initials.

A Chinese word has no border, so words are not cut: each pair of neighbouring characters is a token
(``社会保险`` holds 社会, 会保, 保险), for records and queries alike, and a query of two characters
finds them inside any word. Letters and digits stay whole; codes are also found by their first three
and five digits. ``search.js`` cuts queries alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

_KNOWN = 1 << 16
"""Texts whose runs are kept: each is cut several times, into longer and longer pieces."""

LONGEST_INITIALS = 6
"""Initials of so many characters are one token."""


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
    return [
        token for run in _runs(text) for token in (_of_code(run) if run.isascii() else grams(run))
    ]


@lru_cache(_KNOWN)
def _runs(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z0-9]+|[^\sa-z0-9]+", plain(text)))


def _of_code(run: str) -> list[str]:
    """Letters and digits whole; a code also by its class and its subclass."""
    return [run, *(run[:size] for size in (3, 5) if run.isdigit() and len(run) > size)]


def grams(run: str, size: int = 2) -> list[str]:
    """So many neighbouring characters; the whole where it is not longer.

    >>> grams("人社局"), grams("局"), grams("人社局", 3)
    (['人社', '社局'], ['局'], ['人社局'])
    """
    return [run[i : i + size] for i in range(len(run) - size + 1)] or [run]


def long_grams(text: str, size: int) -> list[str]:
    """Runs of so many characters of a text; none where its runs are shorter.

    >>> long_grams("社会保险 2080505", 4)
    ['社会保险']
    """
    return [
        gram
        for run in _runs(text)
        if not run.isascii() and len(run) >= size
        for gram in grams(run, size)
    ]


def whole(title: str) -> str:
    """The token of a whole title, by which it is found however many others hold its words.

    >>> whole("“三公”经费")
    '=三公经费'
    """
    return "=" + plain(title).replace(" ", "")


@lru_cache(_KNOWN)
def syllables(text: str) -> tuple[str, ...]:
    """How the Chinese characters of a text sound, without tones.

    >>> syllables("人社局 2023")
    ('ren', 'she', 'ju')
    """
    from pypinyin import lazy_pinyin  # here, because it reads its tables when it is imported

    return tuple(lazy_pinyin("".join(char for char in plain(text) if not char.isascii())))


def sounds(text: str) -> list[str]:
    """Tokens of how a text sounds: neighbouring syllables, and runs of initials.

    >>> sounds("人社局")
    ['|renshe', '|sheju', '@rs', '@rsj', '@sj']
    """
    found = syllables(text)
    pairs = ["|" + "".join(pair) for pair in pairwise(found)]
    first = "".join(one[:1] for one in found)
    runs = [
        "@" + first[i : i + size]
        for i in range(len(first))
        for size in range(2, LONGEST_INITIALS + 1)
        if i + size <= len(first)
    ]
    return list(dict.fromkeys([*pairs, *runs]))


def piece_of(token: str, number: int) -> int:
    """In which of so many pieces a token stands: FNV-1a over its UTF-16 units."""
    found = 0x811C9DC5
    units = token.encode("utf-16-le")
    for i in range(0, len(units), 2):
        found = ((found ^ int.from_bytes(units[i : i + 2], "little")) * 0x01000193) & 0xFFFFFFFF
    return found % number
