"""The ledger: every numeral of the source, in reading order, and where it went."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from juesuan import terms
from juesuan.amount import NUMERAL, Amount
from juesuan.model import Document, Figure
from juesuan.parse.claims import Claim, Draft
from juesuan.parse.view import Reader

_SPACED = re.compile(r"\d(?:[\d]|,(?=\s?\d{3})|\s?\.\s?(?=\d)|(?<=[.,])\s(?=\d))*")
_UNIT = re.compile(r"\s{0,2}(" + "|".join(unit.pattern for unit in terms.units()) + ")")
_REFERENCES = re.compile(
    r"(?P<date>(?:19|20)\d\d\s*年(?:\s*度|\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|\d{1,2}\s*月\s*\d{1,2}\s*日|\(\s*(?:19|20)\d\d\s*年)"
    r"|(?P<number>^[\s#*-]*[(（]?\d{1,3}[.、)）](?!\d))"
    r"|(?P<bracketed>(?<=[。；;：:])[(（]\d{1,2}[)）])"
    r"|(?P<base>基数为\s?0)"
    r"|(?P<figure>[(（]?[图表]\s?\d{1,2}(?=\s?[:：]))"
    r"|(?P<document>[〔\[(]\s*20\d\d\s*[〕\])]\s*\d+\s*号)",
    re.MULTILINE,
)


def ledger(document: Document, reader: Reader, draft: Draft) -> tuple[Figure, ...]:
    """One figure for each numeral of the source.

    A numeral is *bound* where a cell took its value, *prose* inside a published text, *reference* where it numbers
    or dates something or belongs to the page, and *unread* otherwise.
    """
    bound = {claim.start: claim for claim in draft.claims if claim.value}
    texts = _Spans([(c.start, c.end, c) for c in draft.claims if not c.value])
    waste = _Spans(
        [(start, end, Claim(start, end, "", "", *where)) for start, end, *where in draft.waste]
    )
    references = _Spans(
        [(start, end, None) for start, end in _reference_spans(document, reader, draft)]
    )
    figures = []
    for start, end in _numerals(reader.text, bound):
        printed = document.text[start:end]
        claim = bound.get(start) or bound.get(start - 1)
        if claim and claim.end >= end:
            figures.append(_bound(document, claim))
            continue
        value, unit = _value(reader.text[start:end]), _unit(reader.text, end)
        quoted = texts.find(start) or waste.find(start)
        if quoted:
            status = "prose" if texts.find(start) else "unread"
            figures.append(
                Figure(
                    start,
                    end,
                    printed,
                    value,
                    unit,
                    status,
                    quoted.resource,
                    quoted.row,
                    quoted.field,
                )
            )
        else:
            status = "reference" if references.covers(start) else "unread"
            figures.append(Figure(start, end, printed, value, unit, status))
    return tuple(figures)


def _bound(document: Document, claim: Claim) -> Figure:
    printed = document.text[claim.start : claim.end]
    return Figure(
        claim.start,
        claim.end,
        printed,
        claim.value,
        claim.unit,
        "bound",
        claim.resource,
        claim.row,
        claim.field,
    )


class _Spans:
    """Ranges that can be asked for the one that covers an offset."""

    def __init__(self, spans: list[tuple[int, int, Claim | None]]) -> None:
        self._spans = sorted(spans, key=lambda span: (span[0], span[1]))
        self._starts = [span[0] for span in self._spans]

    def _at(self, offset: int) -> Iterator[tuple[int, int, Claim | None]]:
        i = bisect.bisect_right(self._starts, offset)
        for span in reversed(self._spans[max(0, i - 4) : i]):
            if span[0] <= offset < span[1]:
                yield span

    def find(self, offset: int) -> Claim | None:
        return next((span[2] for span in self._at(offset)), None)

    def covers(self, offset: int) -> bool:
        return any(True for _ in self._at(offset))


def _numerals(text: str, bound: dict[int, Claim]) -> Iterator[tuple[int, int]]:
    """Ranges of numerals; those that a cell took are taken whole, whatever spaces extraction put into them."""
    at = 0
    starts = sorted(bound)
    i = 0
    while True:
        match = _SPACED.search(text, at)
        while i < len(starts) and starts[i] < at:
            i += 1
        if i < len(starts) and (match is None or starts[i] <= match.start()):
            claim = bound[starts[i]]
            yield claim.start, claim.end
            at = claim.end
            continue
        if match is None:
            return
        end = (
            min(match.end(), starts[i])
            if i < len(starts) and starts[i] > match.start()
            else match.end()
        )
        yield match.start(), max(end, match.start() + 1)
        at = max(end, match.start() + 1)


def _value(printed: str) -> str:
    plain = re.sub(r"\s", "", printed)
    return (
        Amount.of(plain).plain() if re.fullmatch(NUMERAL, plain) else re.sub(r"[^\d.]", "", plain)
    )


def _unit(text: str, end: int) -> str:
    match = _UNIT.match(text, end, end + 8)
    return match[1] if match else ""


def _reference_spans(document: Document, reader: Reader, draft: Draft) -> list[tuple[int, int]]:
    spans = list(draft.references)
    spans.extend((m.start(), m.end()) for m in _REFERENCES.finditer(reader.text))
    spans.extend(reader.furniture(0, len(document.text)))
    return spans
