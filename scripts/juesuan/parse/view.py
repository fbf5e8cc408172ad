"""Reading a text without its spaces, and still knowing where each character stands.

A :class:`View` is the clean text of a range of the document with everything left out that
extraction put in: spaces and line ends, Markdown marks, page numbers, repeated page headers, HTML
tags. Every character keeps its offset in the source, so patterns are written for text without
spaces and a match is still an exact place.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from juesuan.model import Document, SourceFile
from juesuan.parse.furniture import furniture

_LINE_END = re.compile("\n")
_NUMBERS = {
    chr(code): re.sub(r"\.$", "、", unicodedata.normalize("NFKC", chr(code)))
    for code in (*range(0x2474, 0x249C), *range(0x3220, 0x322A))
}
"""Numbers of items in one character, as they are spelt in several: "(1)", "1、", "(一)".

All characters of one stand at its place. A point becomes the mark that no number holds: a number
of the item and a number behind it are never one.
"""


@dataclass(frozen=True, slots=True)
class View:
    """Characters of the document with their offsets.

    Attributes:
        text: clean characters without spaces and marks.
        at: for each of them its offset in the source.
    """

    text: str
    at: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> View:
        return View(self.text[part], self.at[part])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of characters ``start`` to ``end`` of the view (exclusive, not empty)."""
        return self.at[start], self.at[end - 1] + 1

    def begins(self, text: str) -> frozenset[int]:
        """Places of the view at which a line of the source begins.

        Args:
            text: of the source, or the clean text; both have the same lines.
        """
        if not self.at:
            return frozenset()
        ends = (end.start() for end in _LINE_END.finditer(text, *self.span(0, len(self))))
        places = (bisect.bisect_right(self.at, end) for end in ends)
        return frozenset((0, *places))

    def respelt(self, chars: Mapping[int, str]) -> View:
        """The view with other characters at some places of the source.

        Args:
            chars: what is read at a place; nothing where a character is left out.
        """
        if not chars:
            return self
        both = zip(self.text, self.at, strict=True)
        spelt = [(char, at) for one, at in both for char in chars.get(at, one)]
        return View("".join(char for char, _ in spelt), tuple(at for _, at in spelt))

    @classmethod
    def join(cls, views: Iterable[View]) -> View:
        """Views one behind the other."""
        parts = list(views)
        return cls(
            "".join(part.text for part in parts),
            tuple(chain.from_iterable(part.at for part in parts)),
        )


class Reader:
    """Makes views of a document; finds once the lines that belong to its pages."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.clean
        """The clean text: the same length as the source."""
        self.aside: tuple[tuple[int, int], ...] = ()
        """Ranges that are read elsewhere, neither as prose nor as forms: statutory tables."""

    def view(self, start: int = 0, end: int | None = None) -> View:
        """The characters from ``start`` to ``end`` that carry content."""
        first = bisect.bisect_left(self._whole.at, start)
        last = None if end is None else bisect.bisect_left(self._whole.at, end)
        return self._whole[first:last]

    @cached_property
    def _whole(self) -> View:
        """All characters that carry content: every other view is a piece of it."""
        kept = [i for i, char in enumerate(self.text) if not char.isspace()]
        whole = View("".join(map(self.text.__getitem__, kept)), tuple(kept))
        present = _NUMBERS.keys() & set(whole.text)
        return whole.respelt({i: _NUMBERS[self.text[i]] for i in kept if self.text[i] in present})

    def prose(self, start: int, end: int) -> View:
        """As :meth:`view`, without lines that are page numbers or repeated page headers."""
        parts, at = [], start
        for first, last in self.skipped(start, end):
            if first > at:
                parts.append(self.view(at, first))
            at = max(at, last)
        parts.append(self.view(at, end))
        return View.join(parts)

    def skipped(self, start: int, end: int) -> list[tuple[int, int]]:
        """Ranges of lines that belong to the page or are read elsewhere, in order."""
        inside = [(first, last) for first, last in self.aside if start <= first < end]
        return sorted([*self.furniture(start, end), *inside])

    def furniture(self, start: int, end: int) -> list[tuple[int, int]]:
        """Ranges of lines that belong to the page, not to the text: page numbers, headers."""
        first = bisect.bisect_left(self._furniture, (start, 0))
        last = bisect.bisect_left(self._furniture, (end, 0))
        return self._furniture[first:last]

    @cached_property
    def _furniture(self) -> list[tuple[int, int]]:
        return sorted(span for one in self.document.files for span in self._furniture_of(one))

    def _furniture_of(self, file: SourceFile) -> Iterator[tuple[int, int]]:
        if file.tells_furniture:
            told = self.document.furniture
            yield from (span for span in told if file.start <= span[0] < file.end)
        else:
            for start, end in furniture(self.text[file.start : file.end]):
                yield start + file.start, end + file.start
