"""Whose change is told behind a part that is named in passing.

"收入总计1,000.00万元,其中年初结转和结余50.00万元,较上年增加200.00万元": of the total, since it
cannot be of the part. The amounts decide, as they do for cells whose columns were shifted.

What is told as a part of another year's amount is one of that year. And the parts of a budget are
budgets: "预算为20.00万元,其中:公务接待费9.00万元". A change without
words that say since when is one against the budget, where the amounts say so: "年初预算数20.00万元,
决算数25.00万元,增加5.00万元".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from juesuan import terms
from juesuan.amount import NUMERAL
from juesuan.parse.prose.lexer.events import Figure, FigureColumn, Numeral, Subject
from juesuan.parse.prose.walk.introductions import longest_relation

_RATE = re.compile(rf"[^。\d]{{0,12}}(?P<rate>{NUMERAL})%")
"""The rate of a change, behind its amount."""

_RATE_FIRST = re.compile(rf"(?P<rate>{NUMERAL})%[,(]?[^,。;\d]{{0,8}}$")
"""The same before it."""

_AMOUNT_BEHIND = re.compile(
    rf"[,(]?(?P<words>[^,。;\d]{{2,8}})(?P<value>{NUMERAL})(?P<unit>[^\d,。;()]{{1,2}})"
)
"""The amount of a change, behind its rate."""

_COMPARED = ("change", "change_pct", "initial_budget", "annual_budget")
"""Columns whose figures are told with a rate by which they can be tried."""

_BUDGETS = ("initial_budget", "annual_budget")
"""Columns of budgets, whose parts are budgets too."""

_AGAINST_BUDGET: Mapping[FigureColumn, FigureColumn] = {
    "change": "variance",
    "change_pct": "variance_pct",
}
"""Columns of a change against the budget."""

_SPENDING = ("expenditure", "expenditure_current", "current")
"""Ends of the ids of measures of which lines of spending are parts."""

_NEAR_BY = 40
"""Characters before an amount among which its rate stands."""

_NEAR = Decimal("0.05")
"""Percentage points within which a rate is that of a change, whatever its rounding."""


@dataclass(frozen=True)
class _Change:
    """The amount of a change or of a budget.

    Attributes:
        value, unit: of it.
        rate: that is printed beside it; None where there is none.
        is_change: whether it is a change.
    """

    value: Decimal
    unit: str
    rate: Decimal | None
    is_change: bool

    @classmethod
    def of(cls, figure: Figure, text: str) -> _Change | None:
        """What a figure belongs to; None where a rate has no amount behind it.

        Args:
            figure: an amount, or the rate of a change.
            text: of the section.
        """
        if not figure.value:
            return None
        value = _number(figure.value)
        if figure.column == "change_pct":
            behind = _AMOUNT_BEHIND.match(text, figure.end)
            if behind is None or not _is_change(behind["words"]):
                return None
            amount = _number(behind["value"])
            return cls(-amount if value < 0 else amount, behind["unit"], abs(value), True)
        before = text[max(0, figure.start - _NEAR_BY) : figure.start]
        beside = _RATE.match(text, figure.end) or _RATE_FIRST.search(before)
        rate = _number(beside["rate"]) if beside else None
        return cls(value, figure.unit, rate, figure.column == "change")


@dataclass
class Aside:
    """Remembers amounts, and the whole before a part that 其中 opens.

    Attributes:
        whole: what was spoken of before the part; perhaps nothing.
        told: subjects that were spoken of, each with its amount as printed.
        plan: the budget whose parts are told; None where none is.
        budgets: of the sentence, each with its amount as printed.
        past: the amount of another year whose parts are told; None where none is.
    """

    whole: Subject = field(default_factory=Subject)
    told: dict[tuple[str, ...], tuple[Subject, tuple[Decimal, str]]] = field(default_factory=dict)
    plan: Figure | None = None
    budgets: dict[tuple[str, ...], tuple[Decimal, str]] = field(default_factory=dict)
    past: Figure | None = None
    _is_variance: bool = False
    _is_opened: bool = False
    _end: int = 0
    _is_spent: bool = False
    _plan_end: int = 0

    def named(self, before: Subject, place: int, text: str) -> None:
        """Hear that a subject is named without a figure; it may be the first part of a whole.

        Args:
            before: what was spoken of before it.
            place: where it is named.
            text: of the section.
        """
        is_part = terms.words("clauses").pattern("opening_parts").search(text, self._end, place)
        self.whole = before if is_part else Subject()
        if is_part:
            self._end = place

    def of(self, figure: Figure, before: Subject, text: str) -> Figure:
        """The figure, of the whole where it is the change of that and cannot be one of the part.

        Args:
            figure: as bound.
            before: what was spoken of before it.
            text: of the section.
        """
        gap = text[self._end : figure.start]
        self._end = figure.end
        figure = self._against_budget(self._planned(_of_plan(figure, gap, text), gap), gap)
        figure = self._of_past(figure, gap)
        if figure.column == "actual":
            if "。" in gap:
                self.whole = Subject()
            self._remember(figure, before, gap)
        elif figure.column in _COMPARED and figure.subject == before:
            return self._of_whole(figure, text)
        return figure

    def spent_again(self, text: str, numeral: Numeral) -> Subject:
        """Whose budget is told without a name: that of which the same spending was told before.

        Args:
            text: of the section.
            numeral: the budget.

        Returns:
            The only subject with that amount; one that is not known where there is none, or more.
        """
        said = terms.words("clauses").pattern("spent_again")
        match = said.match(text, numeral.end - len(numeral.unit))
        if match is None or numeral.unit != match["unit"]:
            return Subject()
        spent = (_number(match["spent"]), match["unit"])
        found = [one for one, amount in self.told.values() if amount == spent]
        return found[0] if len(found) == 1 else Subject()

    def _planned(self, figure: Figure, gap: str) -> Figure:
        """The figure, as a budget where it is told as a part of one.

        Behind what was spent in the same sentence the parts may be those of either.
        """
        words = terms.words("clauses")
        if "。" in gap:
            self.plan, self._is_spent = None, False
        plan, self.plan = self.plan, None
        if figure.column in _BUDGETS:
            self.plan = None if self._is_spent else figure
            return figure
        self._is_spent = self._is_spent or figure.column == "actual"
        if plan is None or figure.column != "actual" or words.pattern("as_spent").search(gap):
            return figure
        opens = words.pattern("opening_parts").search(gap) or plan.end < self._plan_end
        if not opens or not _is_part(figure.subject, plan.subject):
            return figure
        self.plan, self._plan_end, self._is_spent = plan, figure.end, False
        return replace(figure, column=plan.column, basis="budget")

    def _of_past(self, figure: Figure, gap: str) -> Figure:
        """The figure, as one of another year where it is told as a part of that year's amount."""
        words = terms.words("clauses")
        ends = "。" in gap or words.pattern("own_year").search(gap)
        past, self.past = None if ends else self.past, None
        if figure.year or figure.column not in ("actual", "share_pct"):
            self.past, self._is_opened = figure if figure.year else None, False
            return figure
        opens = words.pattern("opening_parts").search(gap)
        self._is_opened = bool(past and (self._is_opened or opens))
        if past is None or not self._is_opened:
            return figure
        self.past = past
        return replace(figure, year=past.year)

    def _against_budget(self, figure: Figure, gap: str) -> Figure:
        """The figure, as one against the budget where the amounts alone say so."""
        if "。" in gap or terms.words("clauses").pattern("compared_year").search(gap):
            self.budgets, self._is_variance = {}, False
        if figure.column in _BUDGETS and figure.value:
            self.budgets[_key(figure.subject)] = _number(figure.value), figure.unit
        elif figure.column == "change":
            self._is_variance = self._is_from_budget(figure)
        column = _AGAINST_BUDGET.get(figure.column) if self._is_variance else None
        return replace(figure, column=column, basis="budget") if column else figure

    def _is_from_budget(self, figure: Figure) -> bool:
        """Whether a change is what the amount of its subject differs from its budget."""
        key = _key(figure.subject)
        if key not in self.budgets or key not in self.told or not figure.value:
            return False
        (budget, unit), (_, (amount, printed)) = self.budgets[key], self.told[key]
        return unit == printed == figure.unit and amount - budget == _number(figure.value) != 0

    def _of_whole(self, figure: Figure, text: str) -> Figure:
        """The figure, of the whole where it may be of that and cannot be of the part.

        Where no words part the two, the amounts alone may tell whose change it is.
        """
        change = _Change.of(figure, text)
        if change is None or self._fits(figure.subject, change):
            return figure
        if change.rate is None and _key(figure.subject) not in self.told:
            return figure
        if self.whole.known:
            fits = self._fits(self.whole, change)
            return replace(figure, subject=self.whole) if fits else figure
        return self._of_another(figure, change)

    def _of_another(self, figure: Figure, change: _Change) -> Figure:
        """The figure, of the only subject whose amount its rate proves, if not its own."""
        if not change.is_change or change.rate is None or _key(figure.subject) not in self.told:
            return figure
        found = [one for one, _ in self.told.values() if self._fits(one, change)]
        return replace(figure, subject=found[0]) if len(found) == 1 else figure

    def _remember(self, figure: Figure, before: Subject, gap: str) -> None:
        if figure.value:
            amount = _number(figure.value), figure.unit
            self.told[_key(figure.subject)] = figure.subject, amount
        if terms.words("clauses").pattern("opening_parts").search(gap) and before.known:
            self.whole = before

    def _fits(self, subject: Subject, change: _Change) -> bool:
        """Whether a change or a budget, with the rate beside it, may be of a subject."""
        _, (amount, unit) = self.told.get(_key(subject), (subject, (Decimal(0), "")))
        if unit != change.unit:
            return False
        base = amount - change.value if change.is_change else change.value
        if change.rate is None or base <= 0:
            return change.is_change and base >= 0
        part = abs(change.value) if change.is_change else amount
        return abs(part / base * 100 - change.rate) <= _NEAR


def _of_plan(figure: Figure, gap: str, text: str) -> Figure:
    """The figure, as a budget where its sentence tells the parts of one."""
    words = terms.words("clauses")
    if figure.column != "actual" or not _is_amount(figure) or words.pattern("as_spent").search(gap):
        return figure
    sentence = text[text.rfind("。", 0, figure.start) + 1 : figure.start]
    if not words.pattern("of_plan").search(sentence):
        return figure
    return replace(figure, column="annual_budget", basis="budget")


def _is_amount(figure: Figure) -> bool:
    return terms.unit_kind(figure.unit) == "money" and figure.subject.measure is not None


def _is_change(words: str) -> bool:
    """Whether words before an amount say that it is a change."""
    relation, length = longest_relation(words, "money", "")
    return relation is not None and relation.column == "change" and length == len(words)


def _is_part(subject: Subject, whole: Subject) -> bool:
    """Whether a subject is a part of another one, or a line of spending of it."""
    if whole.measure is None:
        return False
    if subject.measure is None:
        return whole.measure.id.rpartition(".")[2] in _SPENDING
    above = terms.measures().get(subject.measure.parent)
    return whole.measure.id in (subject.measure.parent, above.parent if above else "")


def _key(subject: Subject) -> tuple[str, ...]:
    return (subject.measure.id if subject.measure else "", *subject.names)


def _number(printed: str) -> Decimal:
    return Decimal(printed.replace(",", ""))
