"""One disclosure: outline, prose, lists and forms into Facts."""

from __future__ import annotations

from juesuan import terms
from juesuan.model import Document, Facts
from juesuan.parse.claims import Draft
from juesuan.parse.forms import read_forms
from juesuan.parse.ledger import ledger
from juesuan.parse.prose import Outline, codes, gaps, outline, read_lists, read_narrative
from juesuan.parse.prose.grammar import NUMBER
from juesuan.parse.statutory import read_statutory
from juesuan.parse.view import Reader


def parse(document: Document, disclosure_id: str, head: dict[str, str]) -> Facts:
    """Understand a document.

    Args:
        document: what intake read.
        disclosure_id: the package's id, the first column of every row.
        head: the columns of ``disclosure`` that are known before parsing (department, year, region, source).

    Returns:
        The facts: rows by resource, the ledger of figures, remarks for the maintainer.
    """
    reader = Reader(document)
    draft = Draft(remarks=list(document.remarks))
    reader.aside = tuple(sorted(read_statutory(document, reader, draft)))
    found = outline(document, reader)
    draft.remarks += gaps(found, document)
    row = draft.add("disclosure", **head)
    read_narrative(found, draft)
    read_lists(found, draft, document, reader)
    codes(draft, int(head["fiscal_year"]))
    read_forms(document, reader, found.forms, draft)
    for name in ("total", "serving", "retired_cadre", "retired"):
        row[f"headcount_{name}"] = _actual(draft, f"headcount.{name}")
    _head_numerals(found, draft)
    figures = ledger(document, reader, draft)
    tables = {
        name: tuple({**one, "disclosure_id": disclosure_id} for one in draft.tables[name])
        for name in terms.resource_schemas()
        if draft.tables.get(name)
    }
    return Facts(disclosure_id, tables, figures, tuple(draft.remarks))


def _actual(draft: Draft, measure: str) -> str:
    return next(
        (row["actual"] for row in draft.tables.get("measures", []) if row["measure"] == measure), ""
    )


def _head_numerals(found: Outline, draft: Draft) -> None:
    """Numerals of the title and of the table of contents; one with a unit is a figure under a heading that is not known."""
    at = 0
    for match in NUMBER.finditer(found.head.text):
        if match["unit"]:
            draft.refer(found.head[at : match.start()])
            at = match.end()
    draft.refer(found.head[at:])
