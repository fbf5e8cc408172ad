"""Sentences that lost a number, their beginning or their end."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from juesuan import terms
from juesuan.model import Document

_LONG = 20
"""Characters of a paragraph that is more than a heading or a cell."""

_STOPS = ("。", ";", ":", "说明", "情况")
"""What ends a paragraph, or a heading."""

_OPEN = (",", "、", ":")
"""What no text ends with."""

_USUAL = 10
"""Of so many paragraphs that tell amounts, one at most ends without a stop by itself."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a text that is no row of a table.

    Attributes:
        start: offset of its first character in the text.
        text: its characters without spaces, with half-width punctuation.
        tells: whether it tells an amount or a rate.
    """

    start: int
    text: str
    tells: bool


def torn(document: Document) -> Iterator[str]:
    """A remark for each sentence that lacks the number of a count, its beginning or its end."""
    paragraphs = [*_paragraphs(document)]
    for one in paragraphs:
        yield from _uncounted(document, one)
        yield from _valueless(document, one)
    yield from _unbegun(document, paragraphs)
    yield from _unended(document, paragraphs)
    if paragraphs and paragraphs[-1].text.endswith(_OPEN):
        yield (
            f"{document.where(paragraphs[-1].start)}: the text ends with "
            f"“{paragraphs[-1].text[-8:]}”; where the original goes on, its end was lost"
        )


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    telling, start = terms.words("damage").pattern("telling"), 0
    for line in document.clean.split("\n"):
        text = "".join(line.split())
        if "\t" not in line and text:
            yield Paragraph(start, text, bool(telling.search(text)))
        start += len(line) + 1


def _uncounted(document: Document, paragraph: Paragraph) -> Iterator[str]:
    for found in terms.words("damage").pattern("uncounted").finditer(paragraph.text):
        around = paragraph.text[max(0, found.start() - 8) : found.end() + 4]
        yield (
            f"{document.where(paragraph.start)}: no number before the unit of a count in "
            f"“{around}”; where the original has one, it was lost"
        )


def _valueless(document: Document, paragraph: Paragraph) -> Iterator[str]:
    for found in terms.words("damage").pattern("valueless").finditer(paragraph.text):
        around = paragraph.text[max(0, found.start() - 8) : found.end() + 4]
        yield (
            f"{document.where(paragraph.start)}: no number where “{around}” leads to one; where "
            "the original has one, it was lost"
        )


def _unbegun(document: Document, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Not where the line before goes on: paper breaks lines anywhere."""
    pattern = terms.words("damage").pattern("open_beginning")
    for before, one in itertools.pairwise(paragraphs):
        goes_on = len(before.text) >= _LONG and not before.text.endswith(_STOPS)
        if one.tells and pattern.match(one.text) and not goes_on:
            yield (
                f"{document.where(one.start)}: a paragraph begins with “{one.text[:8]}”; "
                "where the original has words before it, a line was lost"
            )


def _unended(document: Document, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Only before a new point, and where the others end in stops: some documents end none so."""
    telling = sum(one.tells and len(one.text) >= _LONG for one in paragraphs)
    pattern, point = (
        terms.words("damage").pattern("open_end"),
        terms.words("clauses").pattern("any_point"),
    )
    unended = [
        one
        for one, after in itertools.pairwise(paragraphs)
        if one.tells and len(one.text) >= _LONG
        if pattern.search(one.text) and point.match(after.text)
    ]
    if len(unended) * _USUAL <= telling:
        for one in unended:
            yield (
                f"{document.where(one.start)}: a paragraph ends with “{one.text[-8:]}” and "
                "without a stop; where the original goes on, its end was lost"
            )
