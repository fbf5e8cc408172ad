"""The ledger: every numeral of the source, in reading order, and where it went."""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import accumulate

from juesuan import terms
from juesuan.amount import NUMERAL, Amount
from juesuan.model import Document, Figure
from juesuan.parse import chinese
from juesuan.parse.claims import Claim, Draft
from juesuan.parse.pieces import DAMAGE
from juesuan.parse.view import Reader
from juesuan.terms.hidden import without_hidden

_SPACED = re.compile(r"\d(?:[\d]|,(?=\s?\d{3})|\s?\.\s?(?=\d)|(?<=[.,])\s(?=\d))*")
_MASKED = re.compile(r"□(?:(?:[ -]|[ ]{0,3}\n\s{0,3})?□){10,}")
"""A masked number: the shortest one, of a mobile, has eleven digits; names are shorter."""

_FOREIGN = re.compile(r"[^\D0-9](?:[\d.,٫٬]*[^\D0-9])?")
"""Digits of another script, perhaps with plain ones between them."""

_REFERENCES = ("date", "item", "bracketed", "base", "picture", "document", "threshold", "phone")
"""Words of numbers that number or date something."""


def ledger(document: Document, reader: Reader, draft: Draft) -> tuple[Figure, ...]:
    """One figure for each numeral of the source.

    A numeral is *bound* where a cell took its value, *prose* inside a published text, *reference*
    where it numbers or dates something or belongs to the page, and *unread* otherwise; also where
    it is published in the text of a table that was not read, or in a passage that may have
    swallowed the statement of which it is. A number that is masked stays a row without a value:
    *prose* in a text, else *reference*.
    """
    bound = {claim.start: claim for claim in draft.claims if claim.value}
    unbound = _Unbound(document, reader, draft)
    figures = []
    for start, end in _numerals(reader.text, bound):
        claim = bound.get(start) or bound.get(start - 1)
        if claim and claim.end >= end:
            figures.append(_bound(document, claim))
        else:
            figures.append(unbound.figure(start, end))
    figures += [unbound.figure(*span) for span in _chinese(reader.text, bound)]
    figures += [unbound.figure(*span) for span in _foreign(document, draft)]
    figures += [unbound.masked(*match.span()) for match in _MASKED.finditer(reader.text)]
    return tuple(sorted(figures, key=lambda one: one.start))


def _bound(document: Document, claim: Claim) -> Figure:
    printed = without_hidden(document.text[claim.start : claim.end])
    place = (claim.resource, claim.row, claim.field)
    return Figure(claim.start, claim.end, printed, claim.value, claim.unit, "bound", *place)


class _Unbound:
    """Numerals that no cell took: inside of which text or lost cell they stand, or none."""

    def __init__(self, document: Document, reader: Reader, draft: Draft) -> None:
        self._source, self._text = document.text, reader.text
        waste = [Claim(start, end, "", "", *where) for start, end, *where in draft.waste]
        self._texts = _Spans([(c.start, c.end, c) for c in draft.claims if not c.value])
        self._waste = _Spans([(c.start, c.end, c) for c in waste])
        self._doubts = _Spans([(start, end, None) for start, end in draft.doubts])
        references = _merged(_references(document, reader, draft))
        self._references = _Spans([(start, end, None) for start, end in references])

    def figure(self, start: int, end: int) -> Figure:
        """The figure of a numeral, with where it went."""
        text, lost = self._texts.find(start), self._waste.find(start)
        value, unit = _value(self._text[start:end]), _unit(self._text, end)
        head = (start, end, without_hidden(self._source[start:end]), value, unit)
        if text:
            is_unread = _is_unread(text) or self._doubts.covers(start)
            status = "unread" if is_unread else "prose"
            return Figure(*head, status, text.resource, text.row, text.field)
        if lost:
            return Figure(*head, "unread", lost.resource, lost.row, lost.field)
        return Figure(*head, "reference" if self._references.covers(start) else "unread")

    def masked(self, start: int, end: int) -> Figure:
        """The row of a masked number."""
        text, head = self._texts.find(start), (start, end, self._source[start:end], "", "")
        if text:
            return Figure(*head, "prose", text.resource, text.row, text.field)
        return Figure(*head, "reference")


def _is_unread(text: Claim) -> bool:
    """Whether a published text is what is printed in a table that was not read."""
    return text.resource == "texts" and text.row.split("/")[1].startswith("unread_")


class _Spans:
    """Ranges that can be asked for the one that covers an offset."""

    def __init__(self, spans: list[tuple[int, int, Claim | None]]) -> None:
        self._spans = sorted(spans, key=lambda span: (span[0], span[1]))
        self._starts = [span[0] for span in self._spans]
        self._reach = list(accumulate((span[1] for span in self._spans), max))
        """For each range how far it and those before it reach."""

    def _at(self, offset: int) -> Iterator[tuple[int, int, Claim | None]]:
        i = bisect.bisect_right(self._starts, offset) - 1
        while i >= 0 and self._reach[i] > offset:
            if offset < self._spans[i][1]:
                yield self._spans[i]
            i -= 1

    def find(self, offset: int) -> Claim | None:
        """The claim that covers an offset."""
        return next((span[2] for span in self._at(offset)), None)

    def covers(self, offset: int) -> bool:
        """Whether any range covers an offset."""
        return any(True for _ in self._at(offset))


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same ranges with those that meet as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _numerals(text: str, bound: dict[int, Claim]) -> Iterator[tuple[int, int]]:
    """Ranges of numerals, in order.

    One that a cell took is taken whole, whatever spaces extraction put into it; another one that
    runs into it ends before it.
    """
    starts = sorted(bound)
    at = 0
    while True:
        match = _SPACED.search(text, at)
        i = bisect.bisect_left(starts, at)
        taken = starts[i] if i < len(starts) else len(text) + 1
        if match is None and i == len(starts):
            return
        if match is None or taken <= match.start():
            start, end = taken, bound[taken].end
        else:
            start, end = match.start(), max(min(match.end(), taken), match.start() + 1)
        yield start, end
        at = end


def _chinese(text: str, bound: Collection[int]) -> Iterator[tuple[int, int]]:
    """Ranges of the amounts in Chinese numerals that no cell took, without their units."""
    for match in chinese.amounts(text):
        if match.start() not in bound:
            yield match.span("number")


def _foreign(document: Document, draft: Draft) -> Iterator[tuple[int, int]]:
    """Ranges of numbers in digits of another script, which no one reads; they are remarked."""
    found = [
        one.span()
        for one in _FOREIGN.finditer(document.text)
        if document.clean[one.start()] == DAMAGE
    ]
    if found:
        draft.remarks.append(
            f"{document.place_of(found[0][0])}: {len(found)} numbers hold digits of another script "
            "(the first here); they are not read: compare with the original"
        )
    yield from found


def _value(printed: str) -> str:
    """The number that a numeral is; empty where it is none (a date, the number of an account)."""
    plain = re.sub(r"\s", "", printed)
    return Amount.of(plain).plain() if re.fullmatch(NUMERAL, plain) else ""


def _unit(text: str, end: int) -> str:
    """The unit behind a numeral, where one stands directly behind it."""
    match = _units().match(text, end, end + 8)
    return match[1] if match else ""


@cache
def _units() -> re.Pattern[str]:
    return re.compile(rf"\s{{0,2}}({terms.unit_pattern()})")


def _references(document: Document, reader: Reader, draft: Draft) -> list[tuple[int, int]]:
    """Ranges that number or date something, or belong to the page."""
    words = terms.words("ledger")
    pattern = re.compile("|".join(words.source(name) for name in _REFERENCES))
    return [
        *draft.references,
        *(match.span() for match in pattern.finditer(reader.text)),
        *reader.furniture(0, len(document.text)),
    ]
