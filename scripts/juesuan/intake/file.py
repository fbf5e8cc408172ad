"""A source file as it was received, and what its first bytes show it to be."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from juesuan.intake.signatures import Signature, signature_of


class Pages(NamedTuple):
    """Pages of a file: its first and its last one, counted from 1."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first}-{self.last}"

    def meets(self, other: Pages) -> bool:
        """Whether a page is of both."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True)
class File:
    """A file as received: all that a reader is given.

    Attributes:
        path: where it lies, for a program that opens it itself.
        data: its bytes.
        pages: those that are read; None for all.
    """

    path: Path
    data: bytes = field(repr=False)
    pages: Pages | None = None

    @property
    def name(self) -> str:
        """Its name, without folder."""
        return self.path.name

    @property
    def suffix(self) -> str:
        """The ending of its name, with the dot, in lower case; empty where it has none."""
        return self.path.suffix.lower()

    @property
    def size(self) -> int:
        """Its bytes."""
        return len(self.data)

    @cached_property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def signature(self) -> Signature | None:
        """The format that its first bytes show; None where they show none, as of plain text."""
        return signature_of(self.data)
