"""Whose change is told behind a part that is named in passing.

"收入总计1,000.00万元,其中年初结转和结余50.00万元,较上年增加200.00万元": of the total, since it
cannot be of the part. The amounts decide, as they do for cells whose columns were shifted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from juesuan import terms
from juesuan.amount import NUMERAL
from juesuan.parse.prose.events import Figure, Subject

_RATE = re.compile(rf"[^。;\d]{{0,12}}(?P<rate>{NUMERAL})%")
"""The rate of a change, behind its amount."""

_COMPARED = ("change", "initial_budget", "annual_budget")
"""Columns whose figures are told with a rate by which they can be tried."""

_NEAR = Decimal("0.05")
"""Percentage points within which a rate is that of a change, whatever its rounding."""


@dataclass
class Aside:
    """Remembers amounts, and the whole before a part that 其中 opens.

    Attributes:
        whole: what was spoken of before the part; perhaps nothing.
        amounts: of subjects that were spoken of, as printed.
    """

    whole: Subject = field(default_factory=Subject)
    amounts: dict[tuple[str, ...], tuple[Decimal, str]] = field(default_factory=dict)
    _end: int = 0

    def of(self, figure: Figure, before: Subject, text: str) -> Figure:
        """The figure, of the whole where it is the change of that and cannot be one of the part.

        Args:
            figure: as bound.
            before: what was spoken of before it.
            text: of the section.
        """
        gap = text[self._end : figure.start]
        self._end = figure.end
        if figure.column == "actual":
            if "。" in gap:
                self.whole = Subject()
            self._remember(figure, before, gap)
        elif figure.column in _COMPARED and figure.subject == before:
            return self._of_whole(figure, text)
        return figure

    def _of_whole(self, figure: Figure, text: str) -> Figure:
        """The figure, of the whole where it may be of that and cannot be of the part."""
        if not self.whole.known or self._fits(figure.subject, figure, text):
            return figure
        fits = self._fits(self.whole, figure, text)
        return replace(figure, subject=self.whole) if fits else figure

    def _remember(self, figure: Figure, before: Subject, gap: str) -> None:
        if figure.value:
            self.amounts[_key(figure.subject)] = (_number(figure.value), figure.unit)
        if terms.words("clauses").pattern("opening_parts").search(gap) and before.known:
            self.whole = before

    def _fits(self, subject: Subject, figure: Figure, text: str) -> bool:
        """Whether a figure, with the rate that is printed behind it, may be of a subject."""
        amount, unit = self.amounts.get(_key(subject), (Decimal(0), ""))
        if unit != figure.unit or not figure.value:
            return False
        value, rate = _number(figure.value), _RATE.match(text, figure.end)
        is_change = figure.column == "change"
        base = amount - value if is_change else value
        if rate is None or base <= 0:
            return is_change and base >= 0
        part = abs(value) if is_change else amount
        return abs(part / base * 100 - _number(rate["rate"])) <= _NEAR


def _key(subject: Subject) -> tuple[str, ...]:
    return (subject.measure.id if subject.measure else "", *subject.names)


def _number(printed: str) -> Decimal:
    return Decimal(printed.replace(",", ""))
