"""What was found of a private person: its kind and its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["id", "card", "mobile", "old_id", "email", "name"]

LABELS: dict[str, str] = {
    "id": "a resident ID number",
    "card": "a bank card number",
    "mobile": "a mobile number",
    "old_id": "what may be a resident ID number of 15 digits",
    "email": "an e-mail address",
    "name": "a person's name",
}
"""What each kind is called in a message."""

_MASKED = ("id", "card", "mobile")
"""Kinds that are published by nobody's mistake: they are masked without being asked."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something of a private person.

    Attributes:
        kind: what it is.
        pieces: its characters as ranges of offsets, in order: more than one where a line end, a
            space or the number of a page stands inside.
    """

    kind: Kind
    pieces: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.pieces[-1][1]

    @property
    def is_masked(self) -> bool:
        """Whether it is masked in everything published without being asked."""
        return self.kind in _MASKED

    def offsets(self) -> Iterator[int]:
        """The offset of each of its characters."""
        for start, end in self.pieces:
            yield from range(start, end)
