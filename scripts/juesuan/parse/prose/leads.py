"""Sections that tell parts and not the whole: a line of it may have been lost."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan import terms
from juesuan.model import Document
from juesuan.parse.claims import Draft
from juesuan.parse.prose.outline import Outline
from juesuan.parse.prose.texts import published_in
from juesuan.rows import MeasuresRow


def leaderless(found: Outline, draft: Draft, document: Document) -> Iterator[str]:
    """Remarks on sections that tell figures, and none of what they are about.

    Args:
        found: the sections.
        draft: with the rows of the prose.
        document: for lines.
    """
    told: set[str] = set()
    for part in found.parts:
        leads = terms.sections()[part.id].leads if part.id in terms.sections() else ()
        if not leads or part.id in told:
            continue
        told.add(part.id)
        rows = [row for row in draft.rows("measures") if _section(row) == published_in(part.id)]
        if any(map(_says, rows)) and not any(row["measure"] in leads for row in rows):
            yield (
                f"{document.place_of(part.heading.at[0])}: below {part.heading.text} there are "
                f"figures, but none of {terms.measures()[leads[0]].label}, which it is about; "
                "where the original has it, a line was lost or its name is not known: compare "
                "with the original"
            )


def _section(row: MeasuresRow) -> str:
    """The section of a row, whichever print of its measure it is."""
    return row["section"].partition(".")[0]


def _says(row: MeasuresRow) -> bool:
    """Whether a row tells an amount or a count that is not nothing."""
    return bool(row["actual"].strip("0."))
