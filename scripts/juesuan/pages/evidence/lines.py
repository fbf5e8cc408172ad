"""The printed lines of a check: which are shown at once, and which unfold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from juesuan.pages.evidence.figures import Evidence
from juesuan.pages.evidence.printed import Quote

FEW = 8
"""So many printed lines of a check are shown at once; of more the first and the last ones."""

_ALWAYS = 3
"""So many lines are shown whatever they print."""


_BETWEEN = " ｜ "
"""What stands between the cells of a quoted row."""

_MARKS = re.compile(r"\*\*|(?:^|(?<=\s))#{1,6}\s+")
"""What a source in Markdown marks bold text and headings with."""


def plain(text: str) -> str:
    """Printed text without marks of headings and of bold text.

    >>> plain("**2031 年度**共 "), plain("#### 一、收入 3 #")
    ('2031 年度共 ', '一、收入 3 #')
    """
    return _MARKS.sub("", text)


@dataclass
class PrintedLine:
    """A printed line with a figure marked in it.

    Attributes:
        printed: the figure or words with what stands around them.
        evidence: links to the figures of the disclosure.
        beside: further figures of the check that stand in the same line.
    """

    printed: Quote
    evidence: Evidence
    beside: list[Quote] = field(default_factory=list)

    @property
    def link(self) -> Markup:
        """What is marked, as a link."""
        return _linked(self.evidence, self.printed)

    @property
    def cells(self) -> list[Markup]:
        """The cells of a row of a table, what is marked in its own; none for a sentence."""
        before, after = plain(self.printed["before"]), plain(self.printed["after"])
        if _BETWEEN not in f" {before} {after} ":
            return []
        row = Markup("{}<mark>{}</mark>{}").format(before, self.link, after)
        cells = (one.strip() for one in row.split(_BETWEEN.strip()))
        return [one for one in cells if one]

    @property
    def heading(self) -> str:
        """Under what it stands."""
        return plain(self.printed["heading"])

    @property
    def before(self) -> str:
        """What stands before it, without marks of headings and of bold text."""
        return plain(self.printed["before"])

    @property
    def after(self) -> str:
        """What stands behind it, in the same way."""
        return plain(self.printed["after"])

    @property
    def links_beside(self) -> list[Markup]:
        """The figures in the same line, as links."""
        return [_linked(self.evidence, one) for one in self.beside]

    def seen_from(self, evidence: Evidence) -> PrintedLine:
        """The same line with the links of another page."""
        return PrintedLine(self.printed, evidence, self.beside)


@dataclass(frozen=True)
class Lines:
    """The printed lines of a check: those that are shown at once, and those that unfold."""

    shown: list[PrintedLine]
    more: list[PrintedLine]

    def seen_from(self, up: str) -> Lines:
        """The same lines with the links of another page, which is ``up`` from the disclosure."""
        every = self.shown + self.more
        if not every:
            return self
        evidence = every[0].evidence.seen_from(up)
        moved = [one.seen_from(evidence) for one in every]
        return Lines(moved[: len(self.shown)], moved[len(self.shown) :])


def lines(quotes: Sequence[Quote], evidence: Evidence) -> Lines:
    """What of a check is shown at once, and what unfolds.

    The figures of a check are those of its left side, then those of its right side; so its first
    and last lines stand for the two sides, and are shown even where they print 0. Zeros among many
    addends unfold.
    """
    every = _by_line(quotes, evidence)
    if len(every) <= _ALWAYS:
        return Lines(every, [])
    shown = [one for one in every[:-1] if one.beside or not _is_zero(one.printed)] or every[:1]
    if len(shown) >= FEW:
        shown = [*shown[: FEW // 2], *shown[FEW // 2 :][1 - FEW // 2 :]]
    shown.append(every[-1])
    kept = {one.printed["line"] for one in shown}
    return Lines(shown, [one for one in every if one.printed["line"] not in kept])


def _by_line(quotes: Sequence[Quote], evidence: Evidence) -> list[PrintedLine]:
    """Every printed line once, with all its figures."""
    found: dict[str, PrintedLine] = {}
    for quote in quotes:
        if quote["line"] in found:
            found[quote["line"]].beside.append(quote)
        else:
            found[quote["line"]] = PrintedLine(quote, evidence)
    return list(found.values())


def _is_zero(quote: Quote) -> bool:
    return not quote["text"].strip("0.,")


def _linked(evidence: Evidence, quote: Quote) -> Markup:
    """A figure as a link to its evidence, words as a link to their line."""
    if not quote["figure_id"]:
        return evidence.to_line(quote["line"], quote["text"])
    return evidence.link(evidence.by_id.get(quote["figure_id"]), quote["text"])
