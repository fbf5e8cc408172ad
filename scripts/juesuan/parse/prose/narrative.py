"""The prose: each section is read once, from its marks to its events to rows."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal

from juesuan.amount import LIKE_CENTS
from juesuan.parse.claims import Draft
from juesuan.parse.pieces import whole_numerals
from juesuan.parse.prose.blanks import parted
from juesuan.parse.prose.lexer.marks import marks
from juesuan.parse.prose.lexer.numerals import numerals
from juesuan.parse.prose.recording.record import Recorder
from juesuan.parse.prose.sections.headings import UNKNOWN
from juesuan.parse.prose.sections.notes import paragraphs
from juesuan.parse.prose.sections.outline import LISTS, ORGANISATION, Outline, Part
from juesuan.parse.prose.sections.topics import bare
from juesuan.parse.prose.stops import ended, stopped
from juesuan.parse.prose.texts import note
from juesuan.parse.prose.walk.grammar import events
from juesuan.parse.view import View
from juesuan.rows import FiguresColumns

_AMOUNT = re.compile(rf"(?<![\d.,]){LIKE_CENTS}(?![\d.])")


def read_narrative(outline: Outline, draft: Draft, source: str) -> None:
    """Read all sections of figures; lists and definitions are read elsewhere.

    Args:
        outline: the sections.
        draft: takes the rows.
        source: the text as received.
    """
    _read_head(outline.head, draft, source)
    for part in outline.parts:
        draft.refer(part.heading)
        for body in part.staff:
            _read(Part(ORGANISATION, part.heading, body), draft, source)
        if part.id not in LISTS and part.id != UNKNOWN:
            _read(part, draft, source)
    for row in (*draft.rows("measures"), *draft.rows("functions")):
        _derive(row)


def _read(part: Part, draft: Draft, source: str) -> None:
    part, apart = ended(part, paragraphs(part.body, part.begins, source, part.full))
    part, apart = parted(part, apart, source)
    text = stopped(whole_numerals(part.body, source), part.begins, apart)
    recorder = Recorder(part, draft, source)
    title = bare(part.heading.text)
    for event in events(part.id, text, marks(part.id, text), part.begins, title, apart):
        recorder.take(event)
    for one in part.notes:
        note(part.id, "note", one, draft)
    recorder.close()


def _read_head(head: View, draft: Draft, source: str) -> None:
    """Numerals of the title and of the table of contents number and date something.

    One with a unit is a figure under a heading that is not known; one with the two decimals of an
    amount stands in a table that was not understood.
    """
    spans = [(one.start, one.end) for one in numerals(head.text) if one.value and one.unit]
    amounts = _AMOUNT.finditer(source, head.at[0], head.at[-1] + 1) if len(head) else ()
    spans += [
        (bisect_left(head.at, one.start()), bisect_left(head.at, one.end())) for one in amounts
    ]
    at = 0
    for start, end in sorted(spans):
        draft.refer(head[at:start])
        at = max(at, end)
    draft.refer(head[at:])


def _derive(row: FiguresColumns) -> None:
    """The amount of the year before, from the amount and its change, where it is not printed."""
    if not row["actual"] or not row["change"] or row["prior_year"]:
        return
    amount, change = row["actual"], row["change"]
    places = max(len(one.partition(".")[2]) for one in (amount, change))
    row["prior_year_derived"] = f"{Decimal(amount) - Decimal(change):.{places}f}"
