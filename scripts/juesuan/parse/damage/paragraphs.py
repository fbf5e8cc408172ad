"""The paragraphs of a text, as far as its lines are paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from juesuan import terms
from juesuan.model import Document


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


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """The lines of a document that are no rows of tables and not empty, in order."""
    telling, start = terms.words("damage").pattern("telling"), 0
    for line in document.clean.split("\n"):
        text = "".join(line.split())
        if "\t" not in line and text:
            yield Paragraph(start, text, bool(telling.search(text)))
        start += len(line) + 1
