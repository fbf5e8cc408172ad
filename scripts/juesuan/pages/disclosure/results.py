"""What became of a project: its form in a sentence, and why it did not score all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from markupsafe import Markup, escape

from juesuan.pages.evidence.figures import LOST, NONE, Evidence, shortest
from juesuan.pages.store.losses import DERIVED, derived, executed, reason_of
from juesuan.pages.store.portfolio import ALL, Hidden, hidden, lost_of, rated_of, total_of, worst
from juesuan.rows import (
    IndicatorsRow,
    ProjectFundsColumn,
    ProjectFundsRow,
    ProjectsRow,
    is_lost,
)

_MONEY: tuple[tuple[str, ProjectFundsColumn], ...] = (
    ("全年预算", "annual_budget"),
    ("执行", "executed"),
)
"""Of all funds: in words, and where it stands."""


@dataclass(frozen=True)
class Missed:
    """What lost weight for one reason, as it is printed.

    Attributes:
        indicators: each with its name, weight and score; the rate of execution too.
        reason: as printed; that none is, where it is so; empty where none is asked for.
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
    parts = filter(
        None, (Markup("，").join(told), _score(indicators, funds), _rest(form, indicators, funds))
    )
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


def _score(indicators: Sequence[IndicatorsRow], funds: Sequence[ProjectFundsRow]) -> Markup:
    """What lost weight: how many indicators, and the rate of execution."""
    told = [_counted(indicators)]
    told += [
        Markup("预算执行率少得 {} 分").format(shortest(lost))
        for one in funds
        if (lost := lost_of(one))
    ]
    return Markup("；").join(filter(None, told))


def _rest(
    form: ProjectsRow, indicators: Sequence[IndicatorsRow], funds: Sequence[ProjectFundsRow]
) -> Markup:
    """What the total lacks to 100 and the printed scores do not tell; empty where they do."""
    every = (*map(lost_of, indicators), *map(lost_of, funds))
    lost = [one for one in every if one is not None]
    if not lost or not form["total_score"]:
        return Markup()
    not_read = hidden(form, funds, indicators)
    if not_read:
        points = shortest(not_read.points)
        return escape(f"第 {not_read.row['position']} 项的得分没有读出，由总分推出少得 {points} 分")
    lacks, together = ALL - Decimal(form["total_score"]), sum(lost, Decimal(0))
    if lacks == together:
        return Markup()
    word = "少" if lacks >= 0 else "多"
    return escape(
        f"总分比 {ALL} 分{word} {shortest(abs(lacks))} 分，"
        f"读出的各项共少得 {shortest(together)} 分，"
        f"相差的 {shortest(abs(lacks - together))} 分从这些分值和得分看不出原因"
    )


def _counted(indicators: Sequence[IndicatorsRow]) -> Markup:
    """How many indicators lost weight, of those of which weight and score were read."""
    lost = [weight for one in indicators if (weight := lost_of(one)) is not None]
    if not lost:
        return Markup()
    some = "" if len(lost) == len(indicators) else "读出分值和得分的 "
    missed = sum(1 for one in lost if one)
    what = f"{missed} 项没有得满分，共少得 {shortest(sum(lost, Decimal(0)))} 分"
    return escape(f"{some}{len(lost)} 项指标{f'中 {what}' if missed else '都得满分'}")


def missed(
    evidence: Evidence,
    indicators: Iterable[IndicatorsRow],
    funds: Iterable[ProjectFundsRow],
    not_read: Hidden | None = None,
) -> list[Missed]:
    """The indicators that lost weight by their reasons, and the rate of execution if it did.

    What lost the most comes first.

    Args:
        evidence: links to their figures.
        indicators: of one form.
        funds: of the same form.
        not_read: the one whose score was not read, if it lost weight.
    """
    groups: dict[Markup, list[IndicatorsRow]] = {}
    for one in worst(indicators):
        groups.setdefault(escape(reason_of(one)), []).append(one)
    told = [
        (_lost(rows), Missed([_with_result(evidence, one) for one in rows], why))
        for why, rows in groups.items()
    ]
    told += [
        (lost, Missed([executed(evidence, one)], Markup()))
        for one in funds
        if (lost := lost_of(one))
    ]
    if not_read:
        why = Missed([derived(evidence, not_read)], escape(DERIVED))
        told.append((not_read.points, why))
    return [one for _, one in sorted(told, key=lambda each: each[0], reverse=True)]


def _with_result(evidence: Evidence, one: IndicatorsRow) -> Markup:
    """An indicator with its target and result, what it was worth and what it scored."""
    name = LOST if is_lost(one, "level3") else one["level3"] or "—"
    results = [
        ("目标", valued(evidence, one, "target", _EQUAL)),
        ("完成", valued(evidence, one, "actual", _EQUAL)),
    ]
    told = [Markup("{} {}").format(word, value) for word, value in results if value]
    points = Markup("{} 分得 {} 分").format(
        evidence.number("indicators", one, "weight"), evidence.number("indicators", one, "score")
    )
    return Markup("{}（{}）").format(name, Markup("；").join([*_clause(told), points]))


def _clause(told: Sequence[Markup]) -> list[Markup]:
    return [Markup("，").join(told)] if told else []


_EQUAL = "=＝"
"""Signs before a value that a sentence does without."""


def valued(
    evidence: Evidence, row: IndicatorsRow, name: Literal["target", "actual"], without: str = ""
) -> Markup:
    """A target or actual value as printed, linked to its numeral.

    Args:
        evidence: its links.
        row: of an indicator.
        name: which value.
        without: signs before it that are left out.
    """
    if is_lost(row, name):
        return evidence.number("indicators", row, name)
    said = row[name].lstrip(without) if without else row[name]
    return evidence.link(evidence.figure("indicators", row, f"{name}_value"), said)


def _lost(indicators: Iterable[IndicatorsRow]) -> Decimal:
    """The weight that indicators lost together."""
    return sum((lost_of(one) or Decimal(0) for one in indicators), Decimal(0))
