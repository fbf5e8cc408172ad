"""Texts cut into what search looks up: pairs of characters, sounds, initials.

A Chinese word has no border, so words are not cut: each pair of neighbouring characters is a token
(``社会保险`` holds 社会, 会保, 保险), for records and queries alike, and a query of two characters
finds them inside any word. Letters and digits stay whole; codes are also found by their first three
and five digits. ``search.js`` cuts queries alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
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


def shortened(text: str, most: int) -> str:
    """The begin of a text, in so many characters, with a mark where it goes on.

    >>> shortened("人员增加", 2), shortened("增加", 2)
    ('人员…', '增加')
    """
    return text[:most] + ("…" if len(text) > most else "")


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


def grams(run: str) -> list[str]:
    """Pairs of neighbouring characters; the whole where it is not longer.

    >>> grams("人社局"), grams("局")
    (['人社', '社局'], ['局'])
    """
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


def long_runs(text: str) -> list[str]:
    """The runs of a text that hold more than two characters and are no code.

    >>> long_runs("社会保险 部门 2080505")
    ['社会保险']
    """
    return [run for run in _runs(text) if len(run) > 2 and not run.isascii()]


def whole(title: str) -> str:
    """The token of a whole title, by which it is found however many others hold its words.

    >>> whole("“三公”经费")
    '=三公经费'
    """
    return "=" + plain(title).replace(" ", "")


_HEARD: dict[str, tuple[str, ...]] = {}
"""Chinese characters to how they sound, as far as it was asked."""


@lru_cache(_KNOWN)
def syllables(text: str) -> tuple[str, ...]:
    """How the Chinese characters of a text sound, without tones.

    >>> syllables("人社局 2023")
    ('ren', 'she', 'ju')
    """
    own = "".join(char for char in plain(text) if not char.isascii())
    if own not in _HEARD:
        from pypinyin import lazy_pinyin  # here, because it reads its tables when it is imported

        _HEARD[own] = tuple(lazy_pinyin(own))
    return _HEARD[own]


def heard() -> Mapping[str, Sequence[str]]:
    """What was asked for up to now, with how it sounds."""
    return _HEARD


def hear(known: Mapping[str, Sequence[str]]) -> None:
    """Take what is known already from an earlier run; nothing of it is asked for again."""
    _HEARD.update({own: tuple(every) for own, every in known.items()})


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
