"""What became of a project: its form in a sentence, and why it did not score all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup, escape

from juesuan.pages.figures import LOST, NONE, Evidence, shortest
from juesuan.pages.losses import named, reason_of
from juesuan.pages.portfolio import lost_of, rated_of, total_of, worst
from juesuan.rows import IndicatorsRow, ProjectFundsColumn, ProjectFundsRow, ProjectsRow

_MONEY: tuple[tuple[str, ProjectFundsColumn], ...] = (
    ("全年预算", "annual_budget"),
    ("执行", "executed"),
)
"""Of all funds: in words, and where it stands."""


@dataclass(frozen=True)
class Missed:
    """Indicators that lost weight for one reason, as it is printed.

    Attributes:
        indicators: each with its name, weight and score.
        reason: as printed; that none is, where it is so.
    """

    indicators: Sequence[Markup]
    reason: Markup


def sentence(
    evidence: Evidence,
    form: ProjectsRow,
    funds: Sequence[ProjectFundsRow],
    indicators: Sequence[IndicatorsRow],
) -> Markup:
    """What a form says of money and score; empty where it says nothing of both.

    Args:
        evidence: links to its figures.
        form: its row of ``projects``.
        funds: its rows of ``project_funds``; the rate of execution stands in one of them.
        indicators: its rows of ``indicators``.
    """
    told = [*_money(evidence, funds)]
    told += _cell("自评", evidence.number("projects", form, "total_score"), " 分")
    parts = filter(None, (Markup("，").join(told), _score(indicators)))
    return Markup("").join(Markup("{}。").format(one) for one in parts)


def _money(evidence: Evidence, funds: Sequence[ProjectFundsRow]) -> Iterable[Markup]:
    total, rated = total_of(funds), rated_of(funds)
    if total:
        for words, column in _MONEY:
            yield from _cell(words, evidence.number("project_funds", total, column), " 万元")
    if rated:
        rate = evidence.number("project_funds", rated, "execution_rate_pct", "%")
        yield from _cell("执行率", rate, "")


def _cell(words: str, number: Markup, unit: str) -> Iterable[Markup]:
    """A number with its name and unit, or that it cannot be read; nothing where none is printed."""
    if number != NONE:
        yield Markup("{} {}{}").format(words, number, "" if number == LOST else unit)


def _score(indicators: Sequence[IndicatorsRow]) -> Markup:
    """How many indicators lost weight, of those of which weight and score are printed."""
    lost = [weight for one in indicators if (weight := lost_of(one)) is not None]
    if not lost:
        return Markup()
    some = "" if len(lost) == len(indicators) else "印有分值和得分的 "
    missed = sum(1 for one in lost if one)
    what = f"{missed} 项没有得满分，共少得 {shortest(sum(lost, Decimal(0)))} 分"
    return escape(f"{some}{len(lost)} 项指标{f'中 {what}' if missed else '都得满分'}")


def missed(evidence: Evidence, indicators: Iterable[IndicatorsRow]) -> list[Missed]:
    """The indicators that lost weight by their reasons, what lost the most first.

    Args:
        evidence: links to their figures.
        indicators: of one form.
    """
    groups: dict[Markup, list[IndicatorsRow]] = {}
    for one in worst(indicators):
        groups.setdefault(escape(reason_of(one)), []).append(one)
    ordered = sorted(groups.items(), key=lambda each: _lost(each[1]), reverse=True)
    return [Missed([named(evidence, one) for one in rows], why) for why, rows in ordered]


def _lost(indicators: Iterable[IndicatorsRow]) -> Decimal:
    """The weight that indicators lost together."""
    return sum((lost_of(one) or Decimal(0) for one in indicators), Decimal(0))
