"""Reading a text without its spaces, and still knowing where each character stands.

A :class:`View` is the clean text of a range of the document with everything left out that extraction put in: spaces
and line ends, Markdown marks, page numbers, repeated page headers, HTML tags. Every character keeps its offset in
the source, so patterns are written for text without spaces and a match is still an exact place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from juesuan.model import Document

_LINE_MARK = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]+|(?:[-*+•·][ \t]+)+(?=\S))", re.MULTILINE)
_INLINE_MARK = re.compile(r"\*\*|__|</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]{0,200})?/?>|\$|\\(?=[%#&_$])|\\left|\\right")
_LATEX = re.compile(r"\\(geq?|leq?|times|approx)(?![a-z])")
_LATEX_MEANS = {"geq": "≥", "ge": "≥", "leq": "≤", "le": "≤", "times": "×", "approx": "="}
_NUMBER_LINE = re.compile(r"^[ \t]*(?:[-—]+[ \t]*|第[ \t]*)?(\d{1,4})(?:[ \t]*[-—]+|[ \t]*页.{0,12})?[ \t]*$", re.MULTILINE)
_AFTER_NUMBER = re.compile(r"\s*(?:[.,]?\d|万|亿|元|%|个|辆|人|年|月|日|台|批|平|项|次|家|份|名|[.,)、])")


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
        """Source offsets of the characters ``start`` to ``end`` of the view (``end`` exclusive, not empty)."""
        return self.at[start], self.at[end - 1] + 1

    @classmethod
    def join(cls, views: Iterable[View]) -> View:
        """Views one behind the other."""
        parts = list(views)
        return cls("".join(part.text for part in parts), tuple(at for part in parts for at in part.at))


class Reader:
    """Makes views of a document; finds once what extraction put into it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        chars = list(document.clean)
        for match in _LATEX.finditer(document.clean):
            chars[match.start() : match.end()] = [_LATEX_MEANS[match[1]], *" " * (len(match[0]) - 1)]
        for match in _INLINE_MARK.finditer(document.clean):
            chars[match.start() : match.end()] = " " * len(match[0])
        for match in _LINE_MARK.finditer(document.clean):
            chars[match.start() : match.end()] = [char if char == "\t" else " " for char in match[0]]
        self._operators(chars)
        self.text = "".join(chars)
        """The clean text, the same length, with marks blanked and comparison operators in one character."""

    @staticmethod
    def _operators(chars: list[str]) -> None:
        plain = "".join(chars)
        for match in re.finditer(r">[ \t]*=|<[ \t]*=|=[ \t]*>", plain):
            means = "≤" if plain[match.start()] == "<" else "≥"
            chars[match.start() : match.end()] = [means, *" " * (len(match[0]) - 1)]

    def view(self, start: int = 0, end: int | None = None) -> View:
        """The characters from ``start`` to ``end`` that carry content."""
        stop = len(self.text) if end is None else end
        kept = [i for i in range(start, stop) if not self.text[i].isspace()]
        return View("".join(self.text[i] for i in kept), tuple(kept))

    def prose(self, start: int, end: int) -> View:
        """As :meth:`view`, without lines that are page numbers or repeated page headers."""
        parts, at = [], start
        for first, last in self.furniture(start, end):
            parts.append(self.view(at, first))
            at = last
        parts.append(self.view(at, end))
        return View.join(parts)

    def furniture(self, start: int, end: int) -> list[tuple[int, int]]:
        """Ranges of lines that belong to the page and not to the text: page numbers, repeated headers."""
        found = [span for span in self._headers if start <= span[0] < end]
        for match in _NUMBER_LINE.finditer(self.text, start, end):
            if match.end() < end and self._is_page_number(match):
                found.append((match.start(), match.end()))
        return sorted(found)

    def _is_page_number(self, match: re.Match[str]) -> bool:
        before = self.text[max(0, match.start() - 40) : match.start()].rstrip()
        after = self.text[match.end() : match.end() + 40]
        if _AFTER_NUMBER.match(after):
            return False
        if re.search(r"\n\s*\n\s*\n\s*$", self.text[max(0, match.start() - 12) : match.start()]):
            return True
        return not (before[-1:].isdigit() or (before[-1:] in "-.,=≥≤<>数为" and not before.endswith("。")))

    @property
    def _headers(self) -> list[tuple[int, int]]:
        if not hasattr(self, "_header_spans"):
            self._header_spans = self._find_headers()
        return self._header_spans

    def _find_headers(self) -> list[tuple[int, int]]:
        title = re.search(r"^.*20\d\d[ \t]*年度?[ \t]*部门决算[^\n]*$", self.text, re.MULTILINE)
        if not title:
            return []
        wanted = re.sub(r"\s", "", title[0])
        if len(wanted) < 12:
            return []
        return [
            (match.start(), match.end())
            for match in re.finditer(r"^[^\n\t]{12,120}$", self.text, re.MULTILINE)
            if match.start() > title.end() and re.sub(r"\s", "", match[0]) == wanted
        ]
