"""The row of a subject: a measure of a section, or a line of spending by function."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from juesuan.parse.claims import Draft
from juesuan.parse.passage import publish
from juesuan.parse.prose.events import Subject
from juesuan.parse.prose.texts import published_in
from juesuan.parse.view import View
from juesuan.rows import FunctionsRow, MeasuresRow
from juesuan.terms import Measure

_POINTS = "general_budget_"
"""Begin of the ids of sections whose measures are published under the section around them."""


@dataclass(frozen=True, slots=True)
class OfMeasure:
    """The row of a measure."""

    row: MeasuresRow
    resource: ClassVar[str] = "measures"

    @property
    def name(self) -> str:
        """How remarks call it."""
        return self.row["label"]


@dataclass(frozen=True, slots=True)
class OfLine:
    """The row of a line of spending by function."""

    row: FunctionsRow
    resource: ClassVar[str] = "functions"

    @property
    def name(self) -> str:
        """How remarks call it."""
        return self.row["item"] or self.row["class"]


Target = OfMeasure | OfLine
"""Where what is said of a subject goes."""


def target(section: str, subject: Subject, fund: str, draft: Draft) -> Target:
    """The row of a subject, made if there is none.

    Args:
        section: in which it is spoken of.
        subject: that is known.
        fund: to which a line of spending by function belongs.
        draft: that has the rows.
    """
    if subject.measure is not None:
        return OfMeasure(_of_measure(section, subject.measure, draft))
    return OfLine(_of_line(section, subject, fund, draft))


def _of_measure(section: str, measure: Measure, draft: Draft) -> MeasuresRow:
    where = published_in(section) if section.startswith(_POINTS) else section
    row = draft.row("measures", section=where, measure=measure.id)
    row["label"], row["unit"] = measure.label, measure.unit
    return row


def _of_line(section: str, subject: Subject, fund: str, draft: Draft) -> FunctionsRow:
    """The row of a line: known by its number and names, or by its names alone."""
    level, number = _level(subject), subject.number
    names = _published_names(subject)
    key = (fund, level, number, *names)
    known = draft.lines.get(key)
    if known is None and not (number and level == "item"):
        known = next((one for one in _lines(fund, level, draft) if _names(one) == names), None)
    if known is not None:
        return known
    if number and any(line[:3] == (fund, level, number) for line in draft.lines):
        draft.remarks.append(
            f"{section}: number {number} is printed twice, the second time at "
            f"{subject.names[2] or subject.names[0]}"
        )
    row: FunctionsRow = {
        "fund": fund,
        "level": level,
        "position": _position(number, _lines(fund, level, draft)),
        "class": names[0],
        "subclass": names[1],
        "item": names[2],
    }
    draft.lines[key] = draft.add("functions", **row)
    return draft.lines[key]


def _level(subject: Subject) -> str:
    _, subclass, item = subject.names
    return "item" if item else "subclass" if subclass else "class"


def _published_names(subject: Subject) -> tuple[str, ...]:
    return tuple(publish(View(name, tuple(range(len(name))))) for name in subject.names)


def _lines(fund: str, level: str, draft: Draft) -> list[FunctionsRow]:
    return [one for one in draft.rows("functions") if (one["fund"], one["level"]) == (fund, level)]


def _names(row: FunctionsRow) -> tuple[str, ...]:
    return row["class"], row["subclass"], row["item"]


def _position(number: str, lines: list[FunctionsRow]) -> str:
    """The printed number of a line; where it has none or another line has it, the next one."""
    taken = {one["position"] for one in lines}
    if number and number not in taken:
        return number
    return str(max(map(int, taken), default=0) + 1)
