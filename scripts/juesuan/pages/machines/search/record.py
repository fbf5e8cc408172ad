"""A record of search: what is shown of it, and its tokens with their weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from juesuan.pages.machines.search.cutting import piece_of, sounds, tokens, whole

TITLE, BESIDE = 10, 2
"""Weight of a token in a record's title, and in the words beside it."""

CHECKS = 1 << 10
"""Values of the check of a record: while the site is published anew, or where a piece of an older
one is kept, a number would lead to another record; the check tells. It follows from the record
alone, so it makes no piece new."""


@dataclass(frozen=True, slots=True)
class Record:
    """Something to find.

    Attributes:
        title, beside: what is shown; both are searched, and ``also`` unseen.
        url: from the site's root.
        weight: how much it matters among records that match alike.
        titled: weight of the tokens of its title.
        sounds: names by whose sound it is found too.
        check: by what its number is checked, where that is known already.
    """

    title: str
    beside: str
    url: str
    weight: int
    also: str = ""
    titled: int = TITLE
    sounds: Sequence[str] = ()
    check: int = -1

    def checked(self) -> int:
        """By what its number is checked; found now where it is not known."""
        return self.check if self.check >= 0 else piece_of(self.title + self.url, CHECKS)


def texts(record: Record) -> tuple[tuple[str, int], ...]:
    """The texts of a record, each with the weight of its tokens."""
    return (
        (record.title, record.titled),
        (record.beside, BESIDE),
        (record.also, BESIDE * 2),
    )


def weighed(record: Record) -> Mapping[str, int]:
    """The tokens of a record, each with its weight where it weighs most."""
    weights = {whole(record.title): record.titled}
    for text, weight in texts(record):
        for token in tokens(text):
            weights[token] = max(weights.get(token, 0), weight)
    for name in record.sounds:
        for token in sounds(name):
            weights.setdefault(token, BESIDE * 2)
    return weights
