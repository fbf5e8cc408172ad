"""Pieces of what search loads: scripts, so that it works from disk too."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from math import log2

from juesuan.pages import addresses
from juesuan.pages.machines.search.cutting import piece_of

SIZE = 3_000
"""Characters that one piece should have."""

SMALL = 1_500
"""Characters of pieces of which one query loads several."""


def piece(name: str, content: object) -> tuple[str, str]:
    """A piece: its address and its script."""
    return script(name, compact(content))


def script(name: str, text: str) -> tuple[str, str]:
    """A piece whose content is JSON already."""
    return addresses.piece(name), f'juesuanSearch("{name}",{text});\n'


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
"""Made once: there are tens of thousands of small pieces of JSON."""


def compact(content: object) -> str:
    """JSON without spaces, Chinese as it is."""
    return _COMPACT.encode(content)


NUMBER = "#"
"""What in a piece tells how many there are: who expects another number holds an old one."""


class Shards:
    """What is found by a token, spread over pieces of about one size.

    Their number is a power of two, so that it seldom changes: where it does, all of them do.

    Args:
        prefix: of the names of the pieces.
        texts: token to what is found by it, as JSON.
        size: characters that one piece should have.
    """

    def __init__(self, prefix: str, texts: Mapping[str, str], size: int = SIZE) -> None:
        self._prefix, self._texts = prefix, texts
        whole = sum(len(token) + len(text) + 4 for token, text in texts.items())
        self.number = 1 << max(0, round(log2(max(1, whole) / size)))

    def files(self) -> Iterator[tuple[str, str]]:
        """The pieces."""
        shards: list[list[str]] = [[] for _ in range(self.number)]
        for token in sorted(self._texts):
            shards[piece_of(token, self.number)].append(token)
        for i, tokens in enumerate(shards):
            told = [f"{compact(token)}:{self._texts[token]}" for token in tokens]
            more = {NUMBER: self.number} | self.beside(tokens)
            told += [f"{compact(token)}:{compact(content)}" for token, content in more.items()]
            yield script(f"{self._prefix}{i}", f"{{{','.join(told)}}}")

    def beside(self, tokens: Sequence[str]) -> dict[str, object]:
        """What else a piece with some tokens must tell."""
        return {}
