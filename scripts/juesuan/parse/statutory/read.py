"""The statutory tables of a document: each found once, read by its shape."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from types import MappingProxyType

from juesuan import terms
from juesuan.model import Document
from juesuan.parse.claims import Draft
from juesuan.parse.statutory.doubts.astray import tell_astray
from juesuan.parse.statutory.doubts.second import part_second
from juesuan.parse.statutory.doubts.unread import leave_other, titles_alone
from juesuan.parse.statutory.finding.find import Found, Other, find
from juesuan.parse.statutory.finding.parted import with_parts
from juesuan.parse.statutory.prints import Print, measure_prints, take
from juesuan.parse.statutory.units.around import claim_units
from juesuan.parse.statutory.units.units import Elsewhere, Says
from juesuan.parse.view import Reader

Ranges = list[tuple[int, int]]
"""Ranges of the source."""


def read_statutory(
    document: Document,
    reader: Reader,
    draft: Draft,
    text: Callable[[Ranges], Elsewhere] = lambda tables: Elsewhere(),
    says: Says = MappingProxyType({}),
) -> Ranges:
    """Read the nine tables.

    Args:
        document: with ruled tables; a document without any is left alone.
        reader: of the document.
        draft: takes the rows.
        text: gives the amounts with a unit that stand in the prose, which is all but some ranges.
        says: table and what it prints of its unit, to the unit that a maintainer says it is.

    Returns:
        Ranges of the source that belong to these tables and not to the prose.

    Raises:
        NoteError: if a maintainer says the unit of what is not there.
    """
    document = with_parts(document, reader)
    every = find(document, reader)
    nine = [one for one in every if isinstance(one, Found)]
    for one in nine:
        part_second(one, reader)
    claim_units(reader, nine)
    ranges = [one for found in every for one in _ranges(found)]
    prints = [Print.of(one, document, reader) for one in nine]
    measure_prints(prints, text(ranges) if prints else Elsewhere(), says)
    firsts: dict[str, Print] = {}
    following = iter(prints)
    for found in every:
        if isinstance(found, Other):
            leave_other(found, reader, draft, document.place_of(found.pieces[0].start))
        else:
            take(next(following), firsts, reader, draft)
    tell_astray(document, reader, ranges, draft)
    return ranges + _titles_alone(document, reader, ranges, {*firsts}, draft)


def _titles_alone(
    document: Document,
    reader: Reader,
    ranges: list[tuple[int, int]],
    seen: set[str],
    draft: Draft,
) -> list[tuple[int, int]]:
    """Tell the tables that are there as titles, and those that are not there."""
    holds_tables = bool(document.tables or document.unread_pages)
    if not holds_tables and document.boxes is None and not document.is_extracted:
        return []
    alone = titles_alone(document, reader, ranges, seen, draft)
    if holds_tables or alone:
        _tell_lacking(seen | {one.id for one in alone.values()}, draft)
    return [*alone]


def _ranges(found: Found | Other) -> Iterator[tuple[int, int]]:
    """Where a table, its title and its notes stand in the source."""
    more = [*found.beside, *found.rest] if isinstance(found, Found) else []
    for piece in (*found.pieces, *more):
        yield piece.start, piece.end
    notes = found.notes if isinstance(found, Found) else []
    for view in (found.title, *found.above, *notes):
        if len(view):
            yield view.at[0], view.at[-1] + 1


def _tell_lacking(seen: Collection[str], draft: Draft) -> None:
    lacking = [one.label for one in terms.statutory_tables() if one.id not in seen]
    if lacking:
        draft.remarks.append(
            f"not found among the ruled tables: {'、'.join(lacking)}; "
            "what is printed of them was not read"
        )
