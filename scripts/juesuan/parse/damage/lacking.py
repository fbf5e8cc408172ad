"""Statements of which a part is there and the other, without which it is never printed, is not."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from juesuan import terms
from juesuan.model import Document, Facts
from juesuan.parse.damage.paragraphs import Paragraph, paragraphs
from juesuan.parse.passage import number

_DIVIDED: Final = {"revenue": "revenue.current", "expenditure": "expenditure.current"}
"""Sections whose subject is a total with its parts, each printed by every disclosure."""


def lacking(document: Document, facts: Facts) -> Iterator[str]:
    """A remark for each statement that lacks what no disclosure leaves out.

    Args:
        document: for lines, and its text.
        facts: what was understood of it.
    """
    every = [*paragraphs(document)]
    yield from _without_text(document, every)
    yield from _without_figure(document, every)
    yield from _without_total(document, every)
    yield from _rates_alone(document, facts)
    yield from _undivided(facts)


def _without_text(document: Document, every: Sequence[Paragraph]) -> Iterator[str]:
    """A heading behind which the next one stands; not in a list of contents, which comes first."""
    last = {one.text: at for at, one in enumerate(every)}
    for at, (before, one, then, after) in enumerate(_fours(every), 1):
        if not _is_heading(one) or last[one.text] != at or not _follows(one, then):
            continue
        listed = _is_heading(before) and _follows(before, one)
        if not listed and not (_is_heading(then) and _point(after)):
            yield (
                f"{document.where(one.start)}: nothing stands below “{one.text}”; where the "
                "original has text there, it was lost"
            )


def _fours(
    every: Sequence[Paragraph],
) -> Iterator[tuple[Paragraph, Paragraph, Paragraph, Paragraph]]:
    return zip(every, every[1:], every[2:], every[3:], strict=False)


def _is_heading(one: Paragraph) -> bool:
    return terms.words("damage").pattern("heading_alone").search(one.text) is not None


def _point(one: Paragraph) -> re.Match[str] | None:
    return terms.words("clauses").pattern("any_point").match(one.text)


def _follows(one: Paragraph, then: Paragraph) -> bool:
    """Whether two paragraphs are numbered in one style, one behind the other."""
    first, second = _point(one), _point(then)
    if first is None or second is None or first.lastgroup != second.lastgroup:
        return False
    style = first.lastgroup or ""
    return number(first[style]) + 1 == number(second[style])


def _without_figure(document: Document, every: Sequence[Paragraph]) -> Iterator[str]:
    """A line of spending that is named, behind which another point begins."""
    named = terms.words("damage").pattern("line_alone")
    for one, then in itertools.pairwise(every):
        if named.search(one.text) and _point(then):
            yield (
                f"{document.where(one.start)}: no figure behind “{one.text[-20:]}”; where the "
                "original has some, a line was lost"
            )


def _without_total(document: Document, every: Sequence[Paragraph]) -> Iterator[str]:
    """Parts (其中) at the begin of a statement, before which their whole should stand."""
    for one in every:
        if terms.words("damage").pattern("parts_first").search(one.text):
            yield (
                f"{document.where(one.start)}: parts without their whole in “{one.text[:30]}”; "
                "where the original has it, words were lost"
            )


def _rates_alone(document: Document, facts: Facts) -> Iterator[str]:
    """A rate of completion without the amount that completes the budget."""
    for one in facts.figures:
        if one.field == "completion_pct" and one.status == "bound":
            row = _row(facts, one.resource, one.row)
            if not row["actual"] and "actual" not in row["unreadable"].split():
                yield (
                    f"{document.where(one.start)}: {one.text}% of the budget, and no amount that "
                    "was spent or received; where the original has it, words were lost"
                )


def _row(facts: Facts, resource: str, key: str) -> Mapping[str, str]:
    schema = terms.resource_schemas()[resource]
    return next(row for row in facts.tables[resource] if schema.row_key(row) == key)


def _undivided(facts: Facts) -> Iterator[str]:
    """A section of revenue or expenditure that tells its total and none of its parts."""
    rows = [row for row in facts.tables.get("measures", ()) if row["section"] in _DIVIDED]
    for section, total in _DIVIDED.items():
        told = {row["measure"] for row in rows if row["section"] == section}
        measure = terms.measures()[total]
        parts = {one.id for one in terms.measures().values() if one.parent == total}
        if total in told and told.isdisjoint(parts):
            yield (
                f"below {terms.sections()[section].label} no part of {measure.label} is told; "
                "where the original has some, words were lost or their names are not known"
            )
