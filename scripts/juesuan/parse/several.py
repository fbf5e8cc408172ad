"""Two disclosures in one file: two titles of other departments or years, each with its accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from juesuan import terms
from juesuan.errors import ConflictingSourceError
from juesuan.model import Document
from juesuan.parse.title import LINES, whole_title

_AMOUNT = re.compile(r"\d\.\d\d(?!\d)")
_FEWEST = 10
"""Amounts below which a part of a file holds no accounts."""

_LONGEST = 120
"""Characters of the longest title."""


class _Titled(NamedTuple):
    """A title in the text, and where it begins."""

    department: str
    year: str
    start: int


def refuse_several(document: Document) -> None:
    """Refuse a file that holds more than one disclosure.

    Raises:
        ConflictingSourceError: with the place of each.
    """
    found = list(_disclosures(document))
    if len(found) < 2:
        return
    ends = [one.start for one in found[1:]] + [len(document.text)]
    told = [
        f"{one.department} {one.year} ({_places(document, one.start, end)})"
        for one, end in zip(found, ends, strict=True)
    ]
    raise ConflictingSourceError(
        f"{document.name}:{document.line_of(found[1].start)}",
        f"{len(found)} disclosures: {'; '.join(told)}",
        "one disclosure",
        _advice(document, [one.start for one in found], ends),
    )


def _advice(document: Document, starts: Sequence[int], ends: Sequence[int]) -> str:
    """How each of them is added: by its pages where the file has such, else in files of its own."""
    if document.boxes is None or document.parts:
        return "part the file there, and add each part by itself"
    parts = zip(starts, ends, strict=True)
    commands = (
        f"`juesuan add {document.name} --pages {first}-{last}`"
        for first, last in (_pages(document, start, end) for start, end in parts)
    )
    return f"add each by its pages: {'; '.join(commands)}"


def _places(document: Document, start: int, end: int) -> str:
    """The pages of a part of a document, or its lines where it has no pages."""
    pages = _pages(document, start, end)
    if all(pages):
        return f"pages {pages[0]}-{pages[1]}"
    return f"lines {document.line_of(start)}-{document.line_of(_last(document, start, end))}"


def _pages(document: Document, start: int, end: int) -> tuple[int | None, int | None]:
    """The first and the last page of a part of a document; None where it has no pages."""
    return document.page_of(start), document.page_of(_last(document, start, end))


def _last(document: Document, start: int, end: int) -> int:
    """The last character of a part of a document."""
    return start + max(len(document.text[start:end].rstrip()) - 1, 0)


def _disclosures(document: Document) -> Iterator[_Titled]:
    """The first title of each disclosure that has accounts of its own."""
    titles = list(_changes(document))
    ends = [*(one.start for one in titles), len(document.clean)][1:]
    seen: set[tuple[str, str]] = set()
    for one, end in zip(titles, ends, strict=True):
        text = document.clean[one.start : end]
        own = terms.words("identity").find(re.sub(r"\s", "", text), "own_part")
        if own and len(_AMOUNT.findall(text)) >= _FEWEST and one[:2] not in seen:
            seen.add((one.department, one.year))
            yield one


def _changes(document: Document) -> Iterator[_Titled]:
    """The titles, each where it is of another department or year than the one before."""
    last = ("", "")
    for one in _titles(document):
        if (one.department, one.year) != last:
            last = (one.department, one.year)
            yield one


def _titles(document: Document) -> Iterator[_Titled]:
    """Lines that are a title and nothing else; on pages those with which a page begins."""
    lines = [(start, text) for start, text in _lines(document) if text]
    firsts = _first_of_pages(document, [start for start, _ in lines])
    for at, (start, _) in enumerate(lines):
        if document.pages and start not in firsts:
            continue
        for length in range(1, LINES + 1):
            texts = [text for _, text in lines[at : at + length]]
            if sum(map(len, texts)) > _LONGEST:
                break
            if title := whole_title(texts):
                yield _Titled(title.department, title.year, start)
                break


def _first_of_pages(document: Document, starts: list[int]) -> set[int]:
    pages = [document.page_of(start) for start in starts]
    changed = {
        b for (a, b), (p, q) in zip(pairwise(starts), pairwise(pages), strict=True) if p != q
    }
    return {*starts[:1], *changed}


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    """The lines that are none of the page, with their begins, without spaces and marks."""
    furniture = {start for start, _ in document.furniture}
    for line in re.finditer(r"[^\n]+", document.clean):
        if line.start() not in furniture:
            yield line.start(), re.sub(r"[\s#*]", "", line[0])
