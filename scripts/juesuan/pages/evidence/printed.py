"""What is printed around a figure or a phrase of the source."""

from __future__ import annotations

import bisect
import re
import unicodedata
from functools import cached_property, lru_cache
from typing import NamedTuple, TypedDict

from juesuan import terms
from juesuan.rows import FiguresRow
from juesuan.terms.hidden import HIDDEN, without_hidden

_AROUND = 45
"""Characters that are shown on each side."""

_LINES = 3
"""Lines before and behind that may belong to a figure's sentence."""

_WORDS = terms.words("printed")
_HEADING = re.compile(rf"[\s#*|]*((?:{_WORDS.source('heading')})[^。；;]{{2,50}})")
_FORM = _WORDS.pattern("form")
_EMPTY = re.compile(r"[-—\s]*\d{0,4}[-—\s]*")
"""An empty line, or the number of a page."""

_TAG = re.compile("</?[a-z]{1,6}>")
"""What extraction left of the marks of a paragraph or a line."""

_KNOWN = 1 << 13
"""Characters of which it is kept what is left of them."""

_ENDS = ("。", "；", ";")
_LEADS = (*_ENDS, "：", ":")
FORMS = ("projects", "project_funds", "indicators")
"""Resources whose cells stand in forms: a cell there goes on in no other line."""


class Around(NamedTuple):
    """What stands before a figure, the figure as printed, and what stands behind it."""

    before: str
    text: str
    after: str


class Quote(TypedDict):
    """A figure or words with what is printed around them, as the API and the board show it.

    ``figure_id`` is empty for words, ``page`` where the source has no pages.
    """

    figure_id: str
    line: str
    page: str
    heading: str
    before: str
    text: str
    after: str


class Printed:
    """A source's text, asked for what stands around a figure or a phrase.

    Args:
        text: in which the offsets of figures count.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def around(self, row: FiguresRow) -> Around:
        """What is printed around a figure.

        Of its line; of its sentence, where a page is set narrower than its sentences. Cells of
        tables and forms stand alone.
        """
        start, end = int(row["start"]), int(row["end"])
        at = self._line_at(start)
        before, after = self._sides(at, start, end)
        if "\t" not in before + after and row["resource"] not in FORMS:
            before, after = self._carried_back(before, at), self._carried_on(after, at)
        return Around(_end_of(before), _flat(self._text[start:end]), _start_of(after))

    def quote(self, row: FiguresRow) -> Quote:
        """A figure with what is printed around it."""
        before, text, after = self.around(row)
        return {
            "figure_id": row["figure_id"], "line": row["line"], "page": row["page"],
            "heading": self.heading(row), "before": before, "text": text, "after": after,
        }  # fmt: skip

    def words(self, phrase: str) -> Quote | None:
        """The first line that prints a phrase; None if none does.

        Whatever spaces and widths of characters the phrase has there.
        """
        text, places = self._squeezed
        wanted = "".join(unicodedata.normalize("NFKC", phrase).split())
        found = text.find(wanted) if wanted else -1
        if found < 0:
            return None
        start, end = places[found], places[found + len(wanted) - 1] + 1
        at = self._line_at(start)
        sides = (*self._sides(at, start, end), self._text[start:end])
        before, after, printed = (_TAG.sub(" ", one) for one in sides)
        return {
            "figure_id": "", "line": str(at + 1), "page": "",
            "heading": _above(self._headings, at + 1), "before": _end_of(before),
            "text": _flat(printed), "after": _start_of(after),
        }  # fmt: skip

    def heading(self, row: FiguresRow) -> str:
        """Under what a figure stands: its statutory table, or the heading above its line."""
        if row["row"].startswith("overall") and row["resource"] in FORMS:
            return "整体支出绩效自评表"
        for table in terms.statutory_tables():
            if row["resource"] == table.id:
                return f"表{table.id[-1]} {table.label}"
        return _above(self._headings, int(row["line"]))

    def heading_lines(self) -> dict[int, str]:
        """Lines that are headings: number, counted from 1, to what the line says."""
        return dict(self._headings)

    def _line_at(self, offset: int) -> int:
        """The place of the line in which a character stands, counted from 0."""
        return bisect.bisect_right(self._starts, offset) - 1

    def _sides(self, at: int, start: int, end: int) -> tuple[str, str]:
        """The line's text before and behind what is printed there."""
        before = self._text[self._starts[at] : start]
        return before, self._text[end : max(end, self._starts[at + 1] - 1)]

    def _line(self, at: int) -> str:
        """A line by its place; empty beyond the text."""
        if 0 <= at < len(self._starts) - 1:
            return self._text[self._starts[at] : self._starts[at + 1] - 1]
        return ""

    def _carried_back(self, text: str, at: int) -> str:
        """Text with the lines before it that begin its sentence."""
        for _ in range(_LINES):
            at = self._next(at, -1)
            line = self._line(at)
            if _is_apart(line) or line.rstrip().endswith(_LEADS) or len(text) > _AROUND:
                break
            text = f"{line.rstrip()}{text.lstrip()}"
        return text

    def _carried_on(self, text: str, at: int) -> str:
        """Text with the lines behind it that end its sentence."""
        for _ in range(_LINES):
            at = self._next(at, 1)
            line = self._line(at)
            if text.rstrip().endswith(_ENDS) or _is_apart(line) or len(text) > _AROUND:
                break
            text = f"{text.rstrip()}{line.lstrip()}"
        return text

    def _next(self, at: int, step: int) -> int:
        """The next line that prints something, before (``step`` -1) or behind (1).

        An empty line may stand between, and the number of a page.
        """
        at += step
        for _ in range(_LINES):
            at += step if _EMPTY.fullmatch(self._line(at)) else 0
        return at

    @cached_property
    def _squeezed(self) -> tuple[str, list[int]]:
        """The text without spaces and marks, in one width, and where each character stood."""
        kept = [*map(_squeezed, self._text)]
        for match in _TAG.finditer(self._text):
            kept[slice(*match.span())] = [""] * len(match[0])
        return "".join(kept), [at for at, every in enumerate(kept) for _ in every]

    @cached_property
    def _headings(self) -> list[tuple[int, str]]:
        """Lines that are headings, with their numbers: of sections, and the name of each form."""
        lines = without_hidden(self._text).split("\n")
        found = enumerate(map(_HEADING.fullmatch, lines), start=1)
        return [
            (number, re.sub(r"[\s*|]+", " ", match[1]).strip())
            for number, match in found
            if match and not _in_table(match[0])
        ]


@lru_cache(_KNOWN)
def _squeezed(one: str) -> str:
    """What is left of a character in one width; nothing of a space and of what is not seen."""
    return "".join(
        char
        for char in unicodedata.normalize("NFKC", one)
        if not char.isspace() and not HIDDEN.match(char)
    )


def _is_apart(line: str) -> bool:
    """Whether a line belongs to no sentence: it is empty, a row of a table, or a heading."""
    return not line.strip() or "\t" in line or bool(_HEADING.fullmatch(line))


def _in_table(line: str) -> bool:
    """Whether a line is a row of a table and not the name of a form, which stands in a row too."""
    return "\t" in line and not _FORM.search(line)


def _end_of(text: str) -> str:
    """The part next to a figure, never cut inside a number, with an ellipsis where it is cut.

    >>> _end_of("。" + "一" * 30 + "12,345.67" + "二" * 40)
    '…二二二二二二二二二二二二二二二二二二二二二二二二二二二二二二二二二二二二二二二二'
    """
    if len(text) <= _AROUND:
        return _flat(text, keep=True)
    kept = re.sub(r"^[\d.,%]+", "", text[-_AROUND:])
    return "…" + _flat(kept, keep=True)


def _start_of(text: str) -> str:
    """As :func:`_end_of`, of what stands behind a figure."""
    return _end_of(text[::-1])[::-1]


def _flat(text: str, keep: bool = False) -> str:
    """Text on one line, cells of a row apart; with ``keep``, a blank at its ends stays one."""
    found = re.sub(r"\s+", " ", re.sub(r"\t+", " ｜ ", without_hidden(text)))
    return found if keep else found.strip()


def _above(headings: list[tuple[int, str]], line: int) -> str:
    """The heading under which a line stands."""
    at = bisect.bisect_right(headings, (line, "\uffff"))
    return headings[at - 1][1] if at else ""
