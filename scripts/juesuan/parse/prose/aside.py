"""Whose change is told behind a part that is named in passing.

"收入总计1,000.00万元,其中年初结转和结余50.00万元,较上年增加200.00万元": of the total, since it
cannot be of the part. The amounts decide, as they do for cells whose columns were shifted.

And the parts of a budget are budgets: "预算为20.00万元,其中:公务接待费9.00万元".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from juesuan import terms
from juesuan.amount import NUMERAL
from juesuan.parse.prose.events import Figure, Numeral, Subject

_RATE = re.compile(rf"[^。;\d]{{0,12}}(?P<rate>{NUMERAL})%")
"""The rate of a change, behind its amount."""

_COMPARED = ("change", "initial_budget", "annual_budget")
"""Columns whose figures are told with a rate by which they can be tried."""

_BUDGETS = ("initial_budget", "annual_budget")
"""Columns of budgets, whose parts are budgets too."""

_SPENDING = ("expenditure", "expenditure_current", "current")
"""Ends of the ids of measures of which lines of spending are parts."""

_NEAR = Decimal("0.05")
"""Percentage points within which a rate is that of a change, whatever its rounding."""


@dataclass
class Aside:
    """Remembers amounts, and the whole before a part that 其中 opens.

    Attributes:
        whole: what was spoken of before the part; perhaps nothing.
        told: subjects that were spoken of, each with its amount as printed.
        plan: the budget whose parts are told; None where none is.
    """

    whole: Subject = field(default_factory=Subject)
    told: dict[tuple[str, ...], tuple[Subject, tuple[Decimal, str]]] = field(default_factory=dict)
    plan: Figure | None = None
    _end: int = 0
    _is_spent: bool = False
    _plan_end: int = 0

    def of(self, figure: Figure, before: Subject, text: str) -> Figure:
        """The figure, of the whole where it is the change of that and cannot be one of the part.

        Args:
            figure: as bound.
            before: what was spoken of before it.
            text: of the section.
        """
        gap = text[self._end : figure.start]
        self._end = figure.end
        figure = self._planned(figure, gap)
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

    def _of_whole(self, figure: Figure, text: str) -> Figure:
        """The figure, of the whole where it may be of that and cannot be of the part."""
        if not self.whole.known or self._fits(figure.subject, figure, text):
            return figure
        fits = self._fits(self.whole, figure, text)
        return replace(figure, subject=self.whole) if fits else figure

    def _remember(self, figure: Figure, before: Subject, gap: str) -> None:
        if figure.value:
            amount = _number(figure.value), figure.unit
            self.told[_key(figure.subject)] = figure.subject, amount
        if terms.words("clauses").pattern("opening_parts").search(gap) and before.known:
            self.whole = before

    def _fits(self, subject: Subject, figure: Figure, text: str) -> bool:
        """Whether a figure, with the rate that is printed behind it, may be of a subject."""
        _, (amount, unit) = self.told.get(_key(subject), (subject, (Decimal(0), "")))
        if unit != figure.unit or not figure.value:
            return False
        value, rate = _number(figure.value), _RATE.match(text, figure.end)
        is_change = figure.column == "change"
        base = amount - value if is_change else value
        if rate is None or base <= 0:
            return is_change and base >= 0
        part = abs(value) if is_change else amount
        return abs(part / base * 100 - _number(rate["rate"])) <= _NEAR


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
