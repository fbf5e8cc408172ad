"""One disclosure: outline, prose, lists and forms into Facts; and what that needs, made before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from juesuan import terms
from juesuan.model import Document, Facts, Lost
from juesuan.parse.claims import Draft
from juesuan.parse.forms import read_forms
from juesuan.parse.ledger import ledger
from juesuan.parse.prose import (
    codes,
    figureless,
    gaps,
    leaderless,
    outline,
    partless,
    read_evaluations,
    read_lists,
    read_narrative,
    read_unit_table,
    unknown_headings,
)
from juesuan.parse.prose.lexer.marks import marks
from juesuan.parse.prose.lexer.numerals import numerals
from juesuan.parse.prose.walk.grammar import events
from juesuan.parse.statutory import read_statutory
from juesuan.parse.statutory.units.units import Elsewhere, Printed, factors
from juesuan.parse.view import Reader
from juesuan.rows import DisclosureColumn

_HEADCOUNTS: Mapping[DisclosureColumn, str] = {
    "headcount_total": "headcount.total",
    "headcount_serving": "headcount.serving",
    "headcount_retired_cadre": "headcount.retired_cadre",
    "headcount_retired": "headcount.retired",
}
"""Columns of ``disclosure`` that repeat a measure of the prose."""


def parse(
    document: Document,
    disclosure_id: str,
    head: dict[str, str],
    units: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> Facts:
    """Understand a document.

    Args:
        document: what intake read.
        disclosure_id: the package's id, the first column of every row.
        head: the columns of ``disclosure`` that are known before parsing (department, year,
            region, source).
        units: a statutory table and the unit that it prints, to the unit that a maintainer says.

    Returns:
        The facts: rows by resource, the ledger of figures, remarks for the maintainer.

    Raises:
        NoteError: if a maintainer says the unit of what is not there.
    """
    reader = Reader(document)
    draft = Draft(remarks=list(document.remarks))
    tables = read_statutory(document, reader, draft, lambda ranges: _told(reader, ranges), units)
    reader.aside = tuple(sorted(tables))
    found = outline(document, reader)
    draft.remarks += [*gaps(found, document), *_markup(document)]
    draft.add("disclosure", **head)
    read_narrative(found, draft, document.text)
    for missed in (leaderless, figureless, partless):
        draft.remarks += missed(found, draft, document)
    read_unit_table(document, reader, draft)
    read_lists(found, draft, document.text)
    codes(draft, int(head["fiscal_year"]))
    read_forms(document, reader, found.forms, draft)
    read_evaluations(found, draft, document.text)
    _count_heads(draft)
    _tell_unread_pages(document, draft)
    figures = ledger(document, reader, draft)
    draft.remarks += unknown_headings(found, document, figures)
    rows, lost = _tables(draft, disclosure_id), _lost(draft, document.text)
    return Facts(disclosure_id, rows, figures, tuple(draft.remarks), lost=lost)


@cache
def prepare() -> None:
    """Load the definitions and compile the patterns of all sections, at the first call.

    A source is read in a copy of the process that asks for it, and what the copy makes is gone with
    it: without this each of them would compile a thousand patterns again.

    Raises:
        TermsError: if a definition is wrong.
    """
    text = _sentences()
    for section in terms.sections():
        for _ in events(section, text, marks(section, text)):
            pass
    made = Document("", "", len(text), "utf-8", text, text)
    parse(made, "", {"fiscal_year": str(terms.editions("functional")[0])})


def _sentences() -> str:
    """A sentence for each relation, with a passage behind it, in the words of the definitions."""
    unit = {one.kind: one.name for one in terms.units()}
    ends = [one.examples[0] for one in terms.passages()]
    return ";".join(
        f"{one.examples[0]}1.00{unit[one.kinds[0]]},{ends[i % len(ends)]}"
        for i, one in enumerate(terms.relations())
    )


_ENTITY = re.compile(r"&(?:#\d{1,7}|[A-Za-z]{2,8});")
"""A character of a web page that was written down and not shown."""


def _markup(document: Document) -> list[str]:
    """A remark where characters of a web page stand in the text: they may part figures."""
    found = _ENTITY.search(document.text)
    if found is None:
        return []
    return [
        f"{document.place_of(found.start())}: {found[0]} stands in the text; expected the "
        "character that it means. Figures beside it may not be read: extract the text again"
    ]


def _told(reader: Reader, tables: Sequence[tuple[int, int]]) -> Elsewhere:
    """The amounts of money that are printed with their unit outside of statutory tables."""
    found, at = [], 0
    for start, end in (*sorted(tables), (len(reader.text), len(reader.text))):
        found += [*numerals(reader.prose(at, start).text)] if start > at else []
        at = max(at, end)
    told = (one for one in found if one.value and one.unit in factors())
    return Elsewhere.of(Printed.of(one.value, one.unit) for one in told)


def _count_heads(draft: Draft) -> None:
    row = draft.rows("disclosure")[0]
    for column, measure in _HEADCOUNTS.items():
        told = (one["actual"] for one in draft.rows("measures") if one["measure"] == measure)
        row[column] = next(told, "")


def _tell_unread_pages(document: Document, draft: Draft) -> None:
    """Publish which pages were not read: what is printed there must not be called absent."""
    for page in document.unread_pages:
        position, text = str(page), f"第{page}页"
        draft.add("texts", section="pages", kind="unread_page", position=position, text=text)


def _lost(draft: Draft, text: str) -> tuple[Lost, ...]:
    """What is left of each cell that could not be read, in the order of the text."""
    cells: dict[tuple[str, str, str], list[tuple[int, int]]] = {}
    for start, end, *cell in sorted(draft.waste):
        cells.setdefault((cell[0], cell[1], cell[2]), []).append((start, end))
    return tuple(
        Lost(*cell, " ".join(" ".join(text[a:b] for a, b in spans).split()), spans[0][0])
        for cell, spans in cells.items()
    )


def _tables(draft: Draft, disclosure_id: str) -> dict[str, tuple[dict[str, str], ...]]:
    """The rows of all resources that have any, in the order of publication, with their id."""
    return {
        name: tuple({**row, "disclosure_id": disclosure_id} for row in draft.table(name))
        for name in terms.resource_schemas()
        if draft.table(name)
    }
