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
        if "。" in gap:
            self.whole = Subject()
        if figure.column == "actual":
            self._remember(figure, before, gap)
        elif (
            figure.column == "change"
            and figure.subject == before
            and self._is_of_whole(figure, text)
        ):
            return replace(figure, subject=self.whole)
        return figure

    def _is_of_whole(self, change: Figure, text: str) -> bool:
        """Whether a change may be one of the whole, and cannot be one of the part."""
        if not self.whole.known:
            return False
        return self._fits(self.whole, change, text) and not self._fits(change.subject, change, text)

    def _remember(self, figure: Figure, before: Subject, gap: str) -> None:
        if figure.value:
            self.amounts[_key(figure.subject)] = (_number(figure.value), figure.unit)
        if terms.words("clauses").pattern("opening_parts").search(gap) and before.known:
            self.whole = before

    def _fits(self, subject: Subject, change: Figure, text: str) -> bool:
        """Whether a change, with its rate if one is printed behind it, may be of a subject."""
        amount, unit = self.amounts.get(_key(subject), (Decimal(0), ""))
        if unit != change.unit or not change.value:
            return False
        base = amount - _number(change.value)
        rate = _RATE.match(text, change.end)
        if rate is None or base <= 0:
            return base >= 0
        return abs(abs(_number(change.value)) / base * 100 - _number(rate["rate"])) <= _NEAR


def _key(subject: Subject) -> tuple[str, ...]:
    return (subject.measure.id if subject.measure else "", *subject.names)


def _number(printed: str) -> Decimal:
    return Decimal(printed.replace(",", ""))
