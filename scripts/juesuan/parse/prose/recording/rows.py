"""The row of a subject: a measure of a section, or a line of spending by function."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from juesuan.parse.claims import Draft
from juesuan.parse.passage import publish
from juesuan.parse.prose.lexer.events import Subject
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
    if section not in measure.sections:
        where = measure.sections[0]
    row = draft.row("measures", section=where, measure=measure.id)
    row["label"], row["unit"] = measure.label, measure.unit
    return row


def _of_line(section: str, subject: Subject, fund: str, draft: Draft) -> FunctionsRow:
    """The row of a line: known by its number and names, or by its names alone."""
    level, number = _level(subject), subject.number
    names = _published_names(subject)
    key, by_names = (fund, level, number, *names), (fund, level, "", *names)
    known = draft.lines.get(key)
    if known is None and not (number and level == "item"):
        known = draft.lines.get(by_names)
    if known is not None:
        return known
    if number and (fund, level, number) in draft.lines:
        draft.remarks.append(
            f"{section}: number {number} is printed twice, the second time at "
            f"{subject.names[2] or subject.names[0]}"
        )
    row: FunctionsRow = {
        "fund": fund,
        "level": level,
        "position": draft.positions[fund, level].take(number),
        "class": names[0],
        "subclass": names[1],
        "item": names[2],
    }
    draft.lines[key] = draft.add("functions", **row)
    draft.lines.setdefault(by_names, draft.lines[key])
    draft.lines.setdefault((fund, level, number), draft.lines[key])
    return draft.lines[key]


def _level(subject: Subject) -> str:
    _, subclass, item = subject.names
    return "item" if item else "subclass" if subclass else "class"


def _published_names(subject: Subject) -> tuple[str, ...]:
    return tuple(publish(View(name, tuple(range(len(name))))) for name in subject.names)
