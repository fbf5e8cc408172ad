"""Sentences that lost a number, their beginning or their end."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from juesuan import terms
from juesuan.model import Document
from juesuan.parse.damage.paragraphs import Paragraph, paragraphs

_LONG = 20
"""Characters of a paragraph that is more than a heading or a cell."""

_STOPS = ("。", ";", ":", "说明", "情况")
"""What ends a paragraph, or a heading."""

_OPEN = (",", "、", ":")
"""What no text ends with."""

_USUAL = 10
"""Of so many paragraphs that tell amounts, one at most ends without a stop by itself."""


def torn(document: Document) -> Iterator[str]:
    """A remark for each sentence that lacks the number of a count, its beginning or its end."""
    every = [*paragraphs(document)]
    for one in every:
        yield from _uncounted(document, one)
        yield from _valueless(document, one)
        yield from _pointless(document, one)
    yield from _unbegun(document, every)
    yield from _numberless(document, every)
    yield from _unended(document, every)
    if every and every[-1].text.endswith(_OPEN):
        yield (
            f"{document.where(every[-1].start)}: the text ends with "
            f"“{every[-1].text[-8:]}”; where the original goes on, its end was lost"
        )


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


def _pointless(document: Document, paragraph: Paragraph) -> Iterator[str]:
    for found in terms.words("damage").pattern("leading_zeros").finditer(paragraph.text):
        around = paragraph.text[max(0, found.start() - 8) : found.end() + 4]
        yield (
            f"{document.where(paragraph.start)}: a number that begins with 0 in “{around}”; where "
            "the original has a point in it or digits before it, they were lost"
        )


def _unbegun(document: Document, every: Sequence[Paragraph]) -> Iterator[str]:
    """Not where the line before goes on: paper breaks lines anywhere."""
    pattern = terms.words("damage").pattern("open_beginning")
    for before, one in itertools.pairwise(every):
        goes_on = len(before.text) >= _LONG and not before.text.endswith(_STOPS)
        if one.tells and pattern.match(one.text) and not goes_on:
            yield (
                f"{document.where(one.start)}: a paragraph begins with “{one.text[:8]}”; "
                "where the original has words before it, a line was lost"
            )


def _numberless(document: Document, every: Sequence[Paragraph]) -> Iterator[str]:
    """A line that begins with a unit, behind one that does not end in a number."""
    unit = terms.words("damage").pattern("unit_first")
    for before, one in itertools.pairwise(every):
        if unit.match(one.text) and not before.text[-1].isdigit():
            yield (
                f"{document.where(one.start)}: a line begins with “{one.text[:8]}” and the one "
                "before it ends in no number; where the original has one, a line was lost"
            )


def _unended(document: Document, every: Sequence[Paragraph]) -> Iterator[str]:
    """Only before a new point, and where the others end in stops: some documents end none so."""
    telling = sum(one.tells and len(one.text) >= _LONG for one in every)
    pattern, point = (
        terms.words("damage").pattern("open_end"),
        terms.words("clauses").pattern("any_point"),
    )
    unended = [
        one
        for one, after in itertools.pairwise(every)
        if one.tells and len(one.text) >= _LONG
        if pattern.search(one.text) and point.match(after.text)
    ]
    if len(unended) * _USUAL <= telling:
        for one in unended:
            yield (
                f"{document.where(one.start)}: a paragraph ends with “{one.text[-8:]}” and "
                "without a stop; where the original goes on, its end was lost"
            )
