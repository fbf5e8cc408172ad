"""What has happened to the data, as a part of the page of corrections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juesuan.pages import addresses
from juesuan.pages.limits import NEWS
from juesuan.pages.markup import rendered

Happened = tuple[str, str, str, str, str]
"""Day, id of the disclosure, sentence, summary, what it is known by."""


def pages(happened: Sequence[Happened]) -> Iterator[tuple[str, str]]:
    """The part of the page of corrections; the newest come first."""
    content = rendered("corrections.html", here=addresses.CORRECTIONS, happened=happened[:NEWS])
    yield addresses.part("corrections"), content
