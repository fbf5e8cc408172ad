"""Sections that tell parts and not the whole, or not all parts: a line may have been lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from juesuan import terms
from juesuan.model import Document
from juesuan.parse.claims import Draft
from juesuan.parse.prose.sections.outline import Outline, Part
from juesuan.parse.prose.texts import published_in
from juesuan.rows import MeasuresRow
from juesuan.terms import Measure

_AMOUNT = "actual"

_ROUNDING = Decimal("0.3")
"""What parts that are rounded to one decimal may lack of their total."""


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


_ACCOUNTS = ("overview", "revenue", "expenditure")
"""Sections of which each disclosure has figures, unless it says where they stand."""


def figureless(found: Outline, draft: Draft, document: Document) -> Iterator[str]:
    """Remarks on sections of the accounts below whose headings no figure is told.

    Args:
        found: the sections.
        draft: with the rows of the prose.
        document: for lines.
    """
    told = {_section(row) for row in draft.rows("measures")}
    elsewhere, seen = terms.words("narrative").pattern("elsewhere"), set[str]()
    for part in found.parts:
        if part.id not in _ACCOUNTS or part.id in seen:
            continue
        seen.add(part.id)
        bodies = [one.body.text for one in found.parts if one.id == part.id]
        said = any(map(elsewhere.search, bodies))
        if any(bodies) and published_in(part.id) not in told and not said:
            yield (
                f"{document.place_of(part.heading.at[0])}: below {part.heading.text} no figure is "
                "told; where the original has some, they stand elsewhere in the text or are not "
                "understood: compare with the original"
            )


def partless(found: Outline, draft: Draft, document: Document) -> Iterator[str]:
    """Remarks on totals of which parts are told that make up less, and another one is not told.

    Where a part is damaged, its cell is marked already.

    Args:
        found: the sections.
        draft: with the rows of the prose.
        document: for lines.
    """
    for total in (one for one in terms.measures().values() if one.closed):
        for part in (one for one in found.parts if one.id in total.sections):
            rows = [row for row in draft.rows("measures") if row["section"] == part.id]
            yield from _without_part(total, part, rows, document)


def _without_part(
    total: Measure, part: Part, rows: Sequence[MeasuresRow], document: Document
) -> Iterator[str]:
    told = {row["measure"]: row["actual"] for row in rows if row["actual"]}
    below = _parts(total.id)
    amounts = {one.id: amount for one in below if (amount := _amount(one.id, told)) is not None}
    missing = [one.label for one in below if one.id not in amounts]
    if total.id not in told or not amounts or not missing or _is_damaged(below, rows):
        return
    together, whole = sum(amounts.values(), Decimal()), Decimal(told[total.id])
    if whole - together > _ROUNDING:
        yield (
            f"{document.place_of(part.heading.at[0])}: below {part.heading.text} the parts of "
            f"{total.label} make {together:f} of {whole:f}, and none is {', '.join(missing)}; "
            "where the original has it, a line was lost or its name is not known: compare with "
            "the original"
        )


def _is_damaged(parts: Sequence[Measure], rows: Sequence[MeasuresRow]) -> bool:
    """Whether the amount of a part is printed and cannot be read."""
    damaged = {row["measure"] for row in rows if _AMOUNT in row["unreadable"].split()}
    return any(one.id in damaged for one in parts)


@cache
def _parts(total: str) -> tuple[Measure, ...]:
    """The parts of a measure that have its unit."""
    unit = terms.measures()[total].unit
    every = terms.measures().values()
    return tuple(one for one in every if one.parent == total and one.unit == unit)


def _amount(measure: str, told: dict[str, str]) -> Decimal | None:
    """The amount of a measure, or of those of its parts that are told; None without any."""
    if measure in told:
        return Decimal(told[measure])
    below = [Decimal(told[one.id]) for one in _parts(measure) if one.id in told]
    return sum(below, Decimal()) if below else None


def _section(row: MeasuresRow) -> str:
    """The section of a row, whichever print of its measure it is."""
    return row["section"].partition(".")[0]


def _says(row: MeasuresRow) -> bool:
    """Whether a row tells an amount or a count that is not nothing."""
    return bool(row["actual"].strip("0."))
