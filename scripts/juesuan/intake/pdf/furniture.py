"""Lines that belong to the page and not to the text: page numbers, repeated headers and footers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

MARGIN = 0.11
"""Part of a page's height, from the top and from the bottom, in which such lines stand."""

REPEATED = 3
"""Pages on which a line must stand to be a header or footer."""

_NUMBER = re.compile(
    r"[-—–\s]*(?:第\s*)?(\d{1,4})\s*(?:页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–\s]*"
)


@dataclass(frozen=True, slots=True)
class EdgeLine:
    """A line near the top or the bottom of a page.

    Attributes:
        page: 1-based.
        edge: ``top`` or ``bottom``.
        text: of the line.
        key: what names it to the caller.
    """

    page: int
    edge: str
    text: str
    key: tuple[int, int]


def furniture(found: Sequence[EdgeLine], pages: int) -> set[tuple[int, int]]:
    """Keys of the lines that are page numbers, headers or footers.

    A number is a page number where it counts with the pages: at least one other page has the same distance between its
    number and its place in the file. A line is a header or footer where most pages repeat it, whatever numbers it holds.

    Args:
        found: the outermost lines of each page.
        pages: how many pages the file has.
    """
    keys: set[tuple[int, int]] = set()
    distances: Counter[tuple[str, int]] = Counter()
    numbers: list[tuple[EdgeLine, int]] = []
    for line in found:
        match = _NUMBER.fullmatch(line.text)
        if match:
            numbers.append((line, int(match[1]) - line.page))
            distances[line.edge, numbers[-1][1]] += 1
    keys.update(line.key for line, distance in numbers if distances[line.edge, distance] > 1)
    worded = [line for line in found if re.search(r"[^\W\d]", line.text)]
    repeated = Counter((line.edge, _masked(line.text)) for line in worded)
    least = max(REPEATED, pages // 3)
    keys.update(line.key for line in worded if repeated[line.edge, _masked(line.text)] >= least)
    return keys


def _masked(text: str) -> str:
    return re.sub(r"\d+", "0", re.sub(r"\s", "", text))
