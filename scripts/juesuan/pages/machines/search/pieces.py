"""Pieces of what search loads: scripts, so that it works from disk too."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from juesuan.pages import addresses
from juesuan.pages.machines.search.cutting import piece_of

SIZE = 3_000
"""Characters that one piece should have."""


def piece(name: str, content: object) -> tuple[str, str]:
    """A piece: its address and its script."""
    return addresses.piece(name), f'juesuanSearch("{name}",{compact(content)});\n'


def compact(content: object) -> str:
    """JSON without spaces, Chinese as it is."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


class Shards:
    """What is found by a token, spread over pieces of about one size.

    Args:
        prefix: of the names of the pieces.
        held: token to what is found by it.
    """

    def __init__(self, prefix: str, held: Mapping[str, object]) -> None:
        self._prefix, self._held = prefix, held
        size = sum(len(token) + len(compact(content)) + 4 for token, content in held.items())
        self.number = max(1, round(size / SIZE))

    def files(self) -> Iterator[tuple[str, str]]:
        """The pieces."""
        shards: list[dict[str, object]] = [{} for _ in range(self.number)]
        for token, content in sorted(self._held.items()):
            shards[piece_of(token, self.number)][token] = content
        for i, content in enumerate(shards):
            yield piece(f"{self._prefix}{i}", content | self.beside(content))

    def beside(self, shard: Mapping[str, object]) -> dict[str, object]:
        """What else a piece must tell."""
        return {}
