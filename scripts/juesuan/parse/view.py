"""Reading a text without its spaces, and still knowing where each character stands.

A :class:`View` is the clean text of a range of the document with everything left out that extraction put in: spaces
and line ends, Markdown marks, page numbers, repeated page headers, HTML tags. Every character keeps its offset in
the source, so patterns are written for text without spaces and a match is still an exact place.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from juesuan.model import Document

_PAGE_LINE = re.compile(
    r"^[ \t]*(?:[-—–]+[ \t]*\d{1,4}[ \t]*[-—–]+|第[ \t]*\d{1,4}[ \t]*页(?:.{0,12}页)?)[ \t]*$",
    re.MULTILINE,
)
_NUMBER_LINE = re.compile(r"^[ \t]*(\d{1,4})[ \t]*$", re.MULTILINE)
_AFTER_NUMBER = re.compile(
    r"\s*(?:万|亿|元|%|个|辆|人(?!员|力|民|均|才|事)|年(?!度总|初|末)|月|日|台\(|批次|平方米|项(?!目)|次|家(?!庭)|份|名(?!称)|[.,)、])"
)
_DIGITS_FOLLOW = re.compile(r"\s*\d(?!\d{0,2}[.、]\D|\d{3}\s*年)")
_GAP = r"[ \r\f]*\n[ \r\f]*\n[ \r\f]*\n\s*"
_WIDE_GAP_BEFORE, _WIDE_GAP_AFTER = re.compile(_GAP + "$"), re.compile(_GAP)
_TITLE = re.compile(r"[^。;:,#*\d|]{3,60}?20\d\d年度?(?:部门|单位)?决算(?:公开)?(?:说明|报告)?")
_NEAR = 3
"""Pages by which two page numbers of one document may differ to confirm each other."""


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
        return cls(
            "".join(part.text for part in parts), tuple(at for part in parts for at in part.at)
        )


class Reader:
    """Makes views of a document; finds once the lines that belong to its pages."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.clean
        """The clean text: the same length as the source."""
        self.aside: tuple[tuple[int, int], ...] = ()
        """Ranges that are read elsewhere and belong neither to the prose nor to the forms: statutory tables."""

    def view(self, start: int = 0, end: int | None = None) -> View:
        """The characters from ``start`` to ``end`` that carry content."""
        stop = len(self.text) if end is None else end
        kept = [i for i in range(start, stop) if not self.text[i].isspace()]
        return View("".join(self.text[i] for i in kept), tuple(kept))

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
        """Ranges of lines that belong to the page and not to the text: page numbers, repeated headers."""
        first = bisect.bisect_left(self._furniture, (start, 0))
        last = bisect.bisect_left(self._furniture, (end, 0))
        return self._furniture[first:last]

    @cached_property
    def _furniture(self) -> list[tuple[int, int]]:
        if self.document.tells_furniture:
            return sorted(self.document.furniture)
        explicit = [(m.start(), m.end()) for m in _PAGE_LINE.finditer(self.document.clean)]
        taken = {start for start, _ in explicit}
        bare = [m for m in _NUMBER_LINE.finditer(self.text) if m.start() not in taken]
        numbers = [
            (m.start(), m.end()) for i, m in enumerate(bare) if self._is_page_number(m, bare, i)
        ]
        return sorted({*explicit, *numbers, *self._headers()})

    def _is_page_number(self, match: re.Match[str], others: list[re.Match[str]], i: int) -> bool:
        """Whether a line with a bare number is a page number and no piece of a wrapped number.

        It is, where it stands apart or between rows of a table, or where another such line counts on; not where a unit
        or digits follow.
        """
        before = self.text[max(0, match.start() - 200) : match.start()]
        after = self.text[match.end() : match.end() + 40]
        if (
            "\t" in before.rstrip("\n ").rpartition("\n")[2]
            or "\t" in after.lstrip("\n ").partition("\n")[0]
        ):
            return True
        if _WIDE_GAP_BEFORE.search(before) or _WIDE_GAP_AFTER.match(after):
            return True
        if _AFTER_NUMBER.match(after) or _DIGITS_FOLLOW.match(after):
            return False
        value = int(match[1])
        around = [
            (j, int(other[1]))
            for j, other in enumerate(others[max(0, i - 2) : i + 3], max(0, i - 2))
            if j != i
        ]
        counted = any(0 < (number - value) * (1 if j > i else -1) <= _NEAR for j, number in around)
        last = before.rstrip()[-1:]
        return counted or not (last.isdigit() or last in "-.,=≥≤<>数为占加少长降计额")

    def _headers(self) -> list[tuple[int, int]]:
        head = re.sub(r"\s", "", self.text[:600])
        title = _TITLE.search(head)
        if not title or len(title[0]) < 12:
            return []
        wanted = {title[0], re.sub(r"(?:公开)?(?:说明|报告)$", "", title[0])}
        first = self.view(0, min(600, len(self.text)))
        end = first.at[title.end() - 1]
        return [
            (match.start(), match.end())
            for match in re.finditer(r"^[^\n\t]{12,160}$", self.text, re.MULTILINE)
            if match.start() > end and re.sub(r"\s", "", match[0]) in wanted
        ]
