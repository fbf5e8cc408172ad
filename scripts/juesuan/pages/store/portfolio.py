"""The projects of a disclosure: what each had, spent, scored and missed, with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from juesuan.pages import addresses
from juesuan.pages.store.questions import Where
from juesuan.rows import IndicatorsRow, ProjectFundsRow, ProjectsRow, is_lost

ALL = Decimal(100)
"""What a form can score."""

_SHORT = 70
"""Characters of a reason in a list."""


class Hidden(NamedTuple):
    """An indicator of which the score alone was not read, and what it lost by the total score."""

    row: IndicatorsRow
    points: Decimal


@dataclass(frozen=True)
class Project:
    """A project by its form.

    Attributes:
        form: its row of ``projects``.
        page: where its form stands; below the disclosure.
        total: its row of all funds; None where the form has none.
        rated: the row of its funds that tells the rate of execution.
        missed: what its total score lacks to all; without one, weight of its indicators and funds
            that was not scored; None where nothing tells.
        funds: its rows of funds.
        worst: the indicators that lost weight, the most first.
        hidden: the one whose score was not read, if it lost weight.
    """

    form: ProjectsRow
    page: str
    total: ProjectFundsRow | None
    rated: ProjectFundsRow | None
    missed: Decimal | None
    funds: tuple[ProjectFundsRow, ...]
    worst: tuple[IndicatorsRow, ...]
    hidden: Hidden | None

    @property
    def name(self) -> str:
        """Its name, or that it cannot be read."""
        return self.form["name"] or "名称无法辨认"

    @property
    def budget(self) -> Decimal:
        """What it was given in 万元; 0 where that is not printed."""
        return _number(self.total["annual_budget"] if self.total else "") or Decimal(0)

    @property
    def executed(self) -> Decimal | None:
        """What it spent in 万元."""
        return _number(self.total["executed"] if self.total else "")

    @property
    def rate(self) -> Decimal | None:
        """Its rate of execution as printed, in percent."""
        return _number(self.rated["execution_rate_pct"] if self.rated else "")

    @property
    def score(self) -> Decimal | None:
        """Its total score as printed."""
        return _number(self.form["total_score"])


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def projects(own: Where) -> Iterator[Project]:
    """The projects of one disclosure, in the order of its forms."""
    funds: dict[str, list[ProjectFundsRow]] = {}
    for fund in own.rows("project_funds"):
        funds.setdefault(fund["project_id"], []).append(fund)
    told: dict[str, list[IndicatorsRow]] = {}
    for one in own.rows("indicators"):
        told.setdefault(one["project_id"], []).append(one)
    for number, form in enumerate(own.rows("projects"), start=1):
        if form["kind"] != "overall":
            key = form["project_id"]
            yield _project(form, number, funds.get(key, []), told.get(key, []))


def _project(
    form: ProjectsRow,
    number: int,
    funds: Sequence[ProjectFundsRow],
    indicators: Sequence[IndicatorsRow],
) -> Project:
    return Project(
        form,
        f"{addresses.forms(number)}#{form['project_id']}",
        total_of(funds),
        rated_of(funds),
        _missed(form, [*map(lost_of, indicators), *map(lost_of, funds)]),
        tuple(funds),
        worst(indicators),
        hidden(form, funds, indicators),
    )


def _missed(form: ProjectsRow, lost: Sequence[Decimal | None]) -> Decimal | None:
    total = _number(form["total_score"])
    if total is not None and 0 <= total <= ALL:
        return ALL - total
    known = [one for one in lost if one is not None]
    return sum(known, Decimal(0)) if known else None


def hidden(
    form: ProjectsRow, funds: Iterable[ProjectFundsRow], indicators: Sequence[IndicatorsRow]
) -> Hidden | None:
    """What an indicator lost whose score alone was not read, by the total score.

    Args:
        form: a row of ``projects``.
        funds: its rows of ``project_funds``.
        indicators: its rows of ``indicators``.

    Returns:
        None where no score or more than one was not read, where what is missing does not fit its
        weight, or where it lost nothing.
    """
    gone = [one for one in indicators if is_lost(one, "score")]
    if len(gone) != 1 or not gone[0]["weight"] or not form["total_score"]:
        return None
    told = [one for one in (*map(lost_of, indicators), *map(lost_of, funds)) if one is not None]
    points = ALL - Decimal(form["total_score"]) - sum(told, Decimal(0))
    return Hidden(gone[0], points) if 0 < points <= Decimal(gone[0]["weight"]) else None


def total_of(funds: Iterable[ProjectFundsRow]) -> ProjectFundsRow | None:
    """The row of all funds of a form, if it has one."""
    return next((row for row in funds if row["source"] == "total"), None)


def rated_of(funds: Iterable[ProjectFundsRow]) -> ProjectFundsRow | None:
    """The row of a form's funds that tells the rate of execution, if one does."""
    return next((row for row in funds if row["execution_rate_pct"]), None)


def worst(indicators: Iterable[IndicatorsRow]) -> tuple[IndicatorsRow, ...]:
    """The indicators that lost weight, the most first."""
    lost = [(lost_of(one) or Decimal(0), one) for one in indicators]
    lost.sort(key=lambda one: -one[0])
    return tuple(row for weight, row in lost if weight)


def shortened(reason: str) -> str:
    """A printed reason for a list: cut where it is long, without its full stop.

    >>> shortened(" 雨季停工。")
    '雨季停工'
    """
    why = reason.strip()
    return f"{why[:_SHORT].rstrip('，；、')}……" if len(why) > _SHORT else why.rstrip("。")


def lost_of(row: IndicatorsRow | ProjectFundsRow) -> Decimal | None:
    """The weight that was not scored; None where one of the two is not printed.

    >>> lost_of({"weight": "10", "score": "9.25"})
    Decimal('0.75')
    """
    if not row["weight"] or not row["score"]:
        return None
    return max(Decimal(0), Decimal(row["weight"]) - Decimal(row["score"]))
