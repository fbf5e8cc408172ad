"""What was promised and what came of it: indicators of performance forms, found by their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juesuan.pages import addresses
from juesuan.pages.evidence.figures import Evidence
from juesuan.pages.machines.search.amounts import SOURCE
from juesuan.pages.store.store import Store
from juesuan.rows import DisclosureRow, IndicatorsRow

TOGETHER = 36
"""Indicators that are told in one piece."""

PIECES = 16
"""Pieces of one disclosure: of what it has more, the first are found."""

_SOURCE = f"{SOURCE}/#"
"""Begin of most addresses of figures, left out: the script puts it there."""

Form = tuple[str, str, list[list[str]]]
"""The name of a form, its page, and of each indicator its name, target, result, and where that is
printed."""


def parted(forms: Sequence[Form]) -> Iterator[list[Form]]:
    """Forms as pieces of at most so many indicators; a long form goes on in the next piece."""
    part: list[Form] = []
    room, made = TOGETHER, 0
    for name, page, own in forms:
        left = own
        while left and made < PIECES:
            part.append((name, page, left[:room]))
            left, room = left[room:], room - min(room, len(left))
            if not room:
                yield part
                part, room, made = [], TOGETHER, made + 1
    if part and made < PIECES:
        yield part


def names(part: Sequence[Form]) -> list[str]:
    """The names of a piece: of indicators and of their forms."""
    return [name for name, *_ in part] + [one[0] for _, _, own in part for one in own]


def forms(store: Store, about: DisclosureRow) -> list[Form]:
    """The forms of a disclosure, each with its indicators, those of projects first.

    What the form of the whole department prints as one of a project does is told once; what is
    only described (有效提升) cannot be asked for.
    """
    own = store.of(about["disclosure_id"])
    evidence = store.evidence(about, "", "indicators")
    rows: dict[str, list[IndicatorsRow]] = {}
    for row in filter(_counted, own.rows("indicators")):
        rows.setdefault(row["project_id"], []).append(row)
    found: list[Form] = []
    known: set[tuple[str, ...]] = set()
    numbered = [*enumerate(own.rows("projects"), start=1)]
    for number, form in sorted(numbered, key=lambda one: one[1]["kind"] != "project"):
        one = rows.get(form["project_id"], [])
        if form["kind"] != "project":
            one = [row for row in one if _printed(row) not in known]
        known |= {*map(_printed, one)}
        if one:
            page = f"{addresses.forms(number)}#{form['project_id']}"
            found.append((form["name"] or "", page, [_told(row, evidence) for row in one]))
    return found


def _counted(row: IndicatorsRow) -> bool:
    """Whether an indicator has a name and a number."""
    return bool(row["level3"] and (row["target_value"] or row["actual_value"]))


def _printed(row: IndicatorsRow) -> tuple[str, ...]:
    return (row["level3"], row["target"] or "", row["actual"] or "")


def _told(row: IndicatorsRow, evidence: Evidence) -> list[str]:
    figure = evidence.figure("indicators", row, "actual_value")
    where = evidence.address(figure) if figure else ""
    return [*_printed(row), where.removeprefix(_SOURCE)]
