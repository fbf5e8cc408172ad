"""Lines that belong to the page and not to the text: page numbers, repeated headers and footers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from juesuan import terms

MARGIN = 0.11
"""Part of a page's height, from the top and from the bottom, in which such lines stand."""

REPEATED = 3
"""Pages on which a line must stand to be a header or footer."""

LIKE, LONG = 0.85, 8
"""How like a repeated line another one must be to be the same, misread; and how long both are."""

_EDGES = re.compile(r"^[\ufffd—–―\-_~·.\s]+(?=\d)|(?<=\d)[\ufffd—–―\-_~·.\s]+$")
"""What is read of the dashes around the number of a page."""

_PAGE_NUMBER = terms.words("pages").pattern("page_number")
_WORDED = re.compile(r"[^\W\d]")


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


def furniture(found: Sequence[EdgeLine], pages: int, is_scan: bool = False) -> set[tuple[int, int]]:
    """Keys of the lines that are page numbers, headers or footers.

    Args:
        found: the outermost lines of each page.
        pages: how many pages the file has.
        is_scan: whether the text was recognised, so that one line may be read in several ways.
    """
    found = [replace(line, text=_EDGES.sub("", line.text)) for line in found] if is_scan else found
    repeated = list(_repeated(found, pages))
    rough = _like(repeated, found) if is_scan else ()
    return {line.key for line in (*_numbers(found), *repeated, *rough)}


def _like(repeated: Sequence[EdgeLine], found: Sequence[EdgeLine]) -> Iterator[EdgeLine]:
    """Lines that are like repeated ones of the same edge but for few characters."""
    known = {(line.edge, _without_numbers(line.text)) for line in repeated}
    for line in found:
        text = _without_numbers(line.text)
        if any(edge == line.edge and _is_like(text, other) for edge, other in known):
            yield line


def _is_like(text: str, other: str) -> bool:
    shortest = min(len(text), len(other))
    return shortest >= LONG and SequenceMatcher(None, text, other).ratio() >= LIKE


def _numbers(found: Sequence[EdgeLine]) -> Iterator[EdgeLine]:
    """Numbers that count with the pages.

    At least one other page has the same distance between its number and its place in the file.
    """
    matches = [(line, _PAGE_NUMBER.match(line.text)) for line in found]
    ahead = [(line, int(match["number"]) - line.page) for line, match in matches if match]
    distances = Counter((line.edge, distance) for line, distance in ahead)
    return (line for line, distance in ahead if distances[line.edge, distance] > 1)


def _repeated(found: Sequence[EdgeLine], pages: int) -> Iterator[EdgeLine]:
    """Lines that most pages repeat, whatever numbers they hold."""
    worded = [line for line in found if _WORDED.search(line.text)]
    times = Counter((line.edge, _without_numbers(line.text)) for line in worded)
    least = max(REPEATED, pages // 3)
    return (line for line in worded if times[line.edge, _without_numbers(line.text)] >= least)


def _without_numbers(text: str) -> str:
    return re.sub(r"\d+", "0", re.sub(r"\s", "", text))
