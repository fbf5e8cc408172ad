"""Events become rows: figures, words that compare, reasons, uses and other texts."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from juesuan import terms
from juesuan.amount import NUMERAL
from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.passage import published
from juesuan.parse.prose.lexer.events import (
    Basis,
    Compared,
    Doubted,
    Event,
    Figure,
    FigureColumn,
    Named,
    Numeral,
    Reference,
    Subject,
    Told,
)
from juesuan.parse.prose.lexer.functional import is_of_government_fund, names_another
from juesuan.parse.prose.recording.compared import ComparedYear
from juesuan.parse.prose.recording.expected import Expected
from juesuan.parse.prose.recording.rows import OfLine, OfMeasure, Target, target
from juesuan.parse.prose.sections.outline import Part
from juesuan.parse.prose.stops import as_printed
from juesuan.parse.prose.texts import note
from juesuan.parse.view import View
from juesuan.rows import MeasuresRow

_GENERAL = "general_public_budget"
_FUNDS = {
    "general_budget": _GENERAL,
    "government_fund": "government_fund",
    "state_capital": "state_capital",
}
"""Section, or begin of a measure's id, to the budget to which lines of functions belong."""

_SPENDING = "general_budget.expenditure"
_ALL_FUNDS = "appropriation.expenditure_current"
"""Measures that texts call by the same words."""

_OF_ALL = ("overview", "revenue", "expenditure")
"""Sections that tell of all revenue and expenditure."""

_DASHES = "-—–"

_MOST_AGAIN = 500
"""Figures of a section that are kept as second prints of others; more of them stay unread."""

_SINCE_LAST_YEAR = ("change", "change_pct", "prior_year")
"""Columns that are only for comparisons with the last year."""

_CHANGES: tuple[FigureColumn, ...] = ("change_pct", "variance_pct")
"""Columns of rates of changes."""

_REACH = 8
"""Characters before a subject among which the budget is named with which it is compared."""


_BREAK = re.compile(r"[,。;:、]")
"""What parts a clause from the one before it."""


class Recorder:
    """Takes the events of one section and writes the rows.

    It remembers with what was compared last, for reasons, and of which budget was spoken last, for
    lines of spending by function.
    """

    def __init__(self, part: Part, draft: Draft, source: str) -> None:
        self._part, self._draft, self._source = part, draft, source
        self._basis: Basis = "prior"
        self._fund = _FUNDS.get(part.id, _GENERAL)
        self._again = 0
        year = int(draft.rows("disclosure")[0]["fiscal_year"])
        self._year = str(year)
        self._compared_year = ComparedYear(part.body.text, year)
        self._expected = Expected(part.id, part.body.text, draft)
        self._passages: list[tuple[int, int]] = []

    def take(self, event: Event) -> None:
        """Write what an event says; events come in the order of the text."""
        if isinstance(event, Reference):
            self._draft.refer(self._part.body[event.start : event.end])
            return
        if isinstance(event, Doubted):
            self._draft.doubt(self._part.body[event.start : event.end])
            return
        self._speak_of(event.subject)
        match event:
            case Named():
                self._named(event)
            case Figure():
                self._basis = event.basis or self._basis
                self._figure(event)
            case Compared():
                self._compared(event)
            case Told():
                self._told(event)

    def close(self) -> None:
        """Mark what the section leads up to and does not tell; all its events were taken."""
        self._expected.mark(self._passages)

    def _speak_of(self, subject: Subject) -> None:
        if subject.measure:
            self._fund = _FUNDS.get(subject.measure.id.partition(".")[0], self._fund)

    def _target(self, subject: Subject) -> Target:
        fund = self._fund
        if fund == _GENERAL and is_of_government_fund(subject):
            fund = "government_fund"
        return target(self._part.id, subject, fund, self._draft)

    def _named(self, event: Named) -> None:
        before = self._part.body.text[max(0, event.start - _REACH) : event.start]
        if terms.words("narrative").pattern("with_budget").search(before):
            self._basis = "budget"
        if not terms.words("narrative").pattern("all_of_it").search(before):
            self._expected.named(event.subject, event.end)

    def _compared(self, event: Compared) -> None:
        is_other = self._compared_year.hear(event.end, event.subject)
        if event.subject.known and not (is_other and event.column == "change_word"):
            self._basis = "budget" if event.column == "variance_word" else "prior"
            about = self._target(event.subject)
            about.row[event.column] = about.row[event.column] or event.word
            self._expected.told(event.subject, about)

    def _figure(self, event: Figure) -> None:
        """Fill the cell of a figure, or mark it unreadable, or keep what is printed again."""
        is_other = self._compared_year.hear(event.end, event.subject)
        if (is_other and event.column in _SINCE_LAST_YEAR) or self._is_of_another(event):
            return
        about = self._target(event.subject)
        if not event.value:
            self._lose(event, about)
            return
        value = published(event.value, event.unit or ("万元" if _is_money(event) else ""))
        column = self._column(event)
        about = self._of_all_funds(about, column, value, event.end)
        printed = about.row[column]
        if not event.unit and _is_money(event) and not _is_known(value, printed):
            return
        if printed and Decimal(printed) != Decimal(value):
            self._print_again(event, about, column, value)
            return
        if not printed:
            about.row[column] = value
            _unmark(about, column)
        self._bind(event, about, column, value)
        self._expected.told(event.subject, about)

    def _is_of_another(self, event: Figure) -> bool:
        """Whether a figure is none of the row that its words name."""
        return self._is_of_another_year(event) or self._is_of_all_spending(event)

    def _of_all_funds(self, about: Target, column: str, value: str, end: int) -> Target:
        """The row of all appropriations, where an amount is theirs and not the general budget's.

        A text may call both 财政拨款支出; what it printed before tells them apart, or what it says
        behind the end of the figure.
        """
        if column != "actual" or not isinstance(about, OfMeasure) or self._names_general():
            return about
        if about.row["measure"] != _SPENDING:
            return about
        if terms.words("clauses").pattern("of_which_general").match(self._part.body.text, end):
            return self._target(Subject(terms.measures()[_ALL_FUNDS]))
        return self._of_a_total(about, value)

    def _of_a_total(self, about: OfMeasure, value: str) -> Target:
        """The row of all appropriations, where that has this amount and the general budget not."""
        printed = self._draft.rows("measures")
        general = {one["actual"] for one in printed if one["measure"] == _SPENDING} - {""}
        if not general or value in general:
            return about
        every = (one for one in printed if one["measure"] == _ALL_FUNDS)
        return next((OfMeasure(one) for one in every if one["actual"] == value), about)

    def _names_general(self) -> bool:
        """Whether the heading says that it is of the general public budget."""
        pattern = terms.words("narrative").pattern("general_budget")
        return bool(pattern.search(self._part.heading.text))

    def _is_of_another_year(self, event: Figure) -> bool:
        """Whether a figure is one of a year that is neither this one nor, of amounts, the last."""
        last = str(int(self._year) - 1)
        known = ("", "before", self._year, *([last] if event.column == "actual" else []))
        return event.column not in _SINCE_LAST_YEAR and event.year not in known

    def _is_of_all_spending(self, event: Figure) -> bool:
        """Whether a figure is one of a class of all spending, whatever pays for it.

        Lines of spending are published of each budget.
        """
        return self._part.id in _OF_ALL and bool(event.subject.names[0])

    def _column(self, event: Figure) -> FigureColumn:
        """The column of a figure: one of the year before has its own."""
        if not event.year or event.column != "actual":
            return event.column
        is_before = event.year in ("before", str(int(self._year) - 1))
        return "prior_year" if is_before else event.column

    def _bind(self, event: Figure, about: Target, column: str, value: str) -> None:
        where = self._digits(event)
        self._draft.bind(about.resource, about.row, column, value, where, event.unit)

    def _digits(self, event: Figure) -> View:
        """The digits of a figure, without its unit."""
        digits = re.compile(rf"-?{NUMERAL}").match(self._part.body.text, event.start)
        return self._part.body[event.start : digits.end() if digits else event.end]

    def _lose(self, event: Figure, about: Target) -> None:
        """Mark a cell whose numeral is printed but damaged, or gone."""
        printed = self._part.body.text[event.start : event.end - len(event.unit)]
        if about.row[event.column] or (_is_dash(printed) and _has_no_base(about, event.column)):
            return
        marked = dict.fromkeys([*about.row["unreadable"].split(), event.column])
        about.row["unreadable"] = " ".join(marked)
        left = self._part.body[event.start : event.start + len(printed)]
        if len(left):
            self._draft.lose(about.resource, about.row, event.column, left)

    def _print_again(self, event: Figure, about: Target, column: FigureColumn, value: str) -> None:
        """Keep what is printed a second time, differently, beside the first print.

        Neither is dropped: a rule compares them. An amount before which another line is named is
        that one's, and stays unread.
        """
        printed = about.row[column]
        if isinstance(about, OfLine) and self._is_of_another_line(event, about):
            return
        self._again += 1
        if self._again > _MOST_AGAIN:
            return
        self._draft.remarks.append(
            f"{self._part.id}: {about.name} {column} is printed as {printed} and as {value}"
        )
        if isinstance(about, OfMeasure):
            other = OfMeasure(self._another(about.row, column, value))
            other.row[column] = value
            self._bind(event, other, column, value)
        elif column == "actual" and about.row["actual_again"] in ("", value):
            about.row["actual_again"] = value
            self._bind(event, about, "actual_again", value)

    def _is_of_another_line(self, event: Figure, about: OfLine) -> bool:
        """Whether the clause before a figure names another line than that of its row."""
        clause = _BREAK.split(self._part.body.text[: event.start])[-1]
        own = (about.row["class"], about.row["subclass"], about.row["item"])
        return names_another(clause, own)

    def _another(self, row: MeasuresRow, column: FigureColumn, value: str) -> MeasuresRow:
        """The row for further prints of a measure in a section.

        It is one that has the same value or none yet, else a new one.
        """
        section = self._part.id
        same = [
            one
            for one in self._draft.rows("measures")
            if one["measure"] == row["measure"] and one["section"].partition(".")[0] == section
        ]
        further = [one for one in same if one is not row and one["section"] != section]
        for one in further:
            if one[column] in ("", value):
                return one
        return self._draft.add(
            "measures",
            measure=row["measure"],
            label=row["label"],
            unit=row["unit"],
            section=f"{section}.{len(same) + 1}",
        )

    def _told(self, event: Told) -> None:
        """Publish a passage: as reason or use of its subject, or by itself."""
        self._passages.append((event.start, event.end))
        self._doubt(event)
        self._compared_year.skip(event.end)
        whole = as_printed(self._part.body[event.start : event.end], self._source)
        body = as_printed(self._part.body[event.inner : event.end], self._source)
        body = passage.strip_marks(body)
        if event.into == "reason":
            if not self._reason(event, body):
                note(self._part.id, "note", body, self._draft)
        elif event.into != "usage" or not self._usage(event, body):
            kind = event.into.removeprefix("text:")
            note(self._part.id, kind, whole if kind == "empty" else body, self._draft)

    def _doubt(self, event: Told) -> None:
        """Doubt figures of a passage, but for a rate of its subject that a reason says again."""
        for one in event.stated:
            if not self._is_said_again(event, one):
                self._draft.doubt(self._part.body[one.start : one.end])

    def _is_said_again(self, event: Told, figure: Numeral) -> bool:
        rate = Decimal(published(figure.value.lstrip("-"), ""))
        if not rate or terms.unit_kind(figure.unit) != "percent" or not event.subject.known:
            return False
        row = self._target(event.subject).row
        return any(row[one] and abs(Decimal(row[one])) == rate for one in _CHANGES)

    def _reason(self, event: Told, body: View) -> bool:
        """Publish a reason with its subject; False where that is not known or has one."""
        if not event.subject.known:
            return False
        about = self._target(event.subject)
        column = self._reason_column(event)
        if about.row[column]:
            return False
        self._expected.told(event.subject, about)
        about.row[column] = passage.publish(body)
        self._draft.quote(about.resource, about.row, column, body)
        return True

    def _reason_column(self, event: Told) -> Literal["reason", "variance_reason"]:
        opening = self._part.body.text[event.start : event.inner]
        if terms.words("narrative").pattern("deviation").search(opening):
            return "reason"
        return "variance_reason" if (event.basis or self._basis) == "budget" else "reason"

    def _usage(self, event: Told, body: View) -> bool:
        """Publish a use with its line; False where that is not known or has one."""
        if not event.subject.names[0]:
            return False
        about = self._target(event.subject)
        if not isinstance(about, OfLine) or about.row["usage"]:
            return False
        self._expected.told(event.subject, about)
        about.row["usage"] = passage.publish(body)
        self._draft.quote(about.resource, about.row, "usage", body)
        return True


def _is_dash(printed: str) -> bool:
    """Whether a dash stands in the place of a figure."""
    return printed != "" and not printed.strip(_DASHES)


def _has_no_base(about: Target, column: str) -> bool:
    """Whether a rate can be none: what it would be one of is nothing, so that a dash is right."""
    row = about.row
    if column == "change_pct":
        return bool(row["actual"]) and row["actual"] == row["change"]
    return (
        column.endswith("_pct")
        and bool(row["initial_budget"])
        and not Decimal(row["initial_budget"])
    )


def _unmark(about: Target, column: FigureColumn) -> None:
    """A cell that has its value now is not unreadable any more."""
    left = [name for name in about.row["unreadable"].split() if name != column]
    about.row["unreadable"] = " ".join(left)


def _is_money(event: Figure) -> bool:
    """Whether a figure is an amount of money by its column and its subject."""
    measure = event.subject.measure
    if event.column.endswith("_pct"):
        return False
    return measure is None or terms.unit_kind(measure.unit) == "money"


def _is_known(value: str, printed: str) -> bool:
    """Whether an amount without its unit is known all the same.

    It is nothing, or it was printed before with its unit.
    """
    return not Decimal(value) or (bool(printed) and Decimal(printed) == Decimal(value))
