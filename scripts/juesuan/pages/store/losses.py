"""Where a project lost points: its indicators and its execution, each with its own reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup, escape

from juesuan.pages.evidence.cut import whole_or_cut
from juesuan.pages.evidence.figures import LOST, Evidence, shortest
from juesuan.pages.store.portfolio import Hidden, lost_of, shortened, worst
from juesuan.rows import IndicatorsRow, ProjectFundsRow, is_lost

_NO_REASON = "没有写原因"

_NAMED = 2
"""Indicators that are named of those with one reason."""


def losses(
    evidence: Evidence,
    funds: Iterable[ProjectFundsRow],
    indicators: Iterable[IndicatorsRow],
    most: int = 2,
    hidden: Hidden | None = None,
) -> list[Markup]:
    """Where a project lost most of what it did not score, and how many other places there are.

    Args:
        evidence: links to its figures.
        funds: its rows of ``project_funds``, of which the rate of execution is scored.
        indicators: its rows of ``indicators``; those with one reason are told together.
        most: how many reasons are told.
        hidden: the indicator whose score was not read, if it lost weight.
    """
    groups: dict[str, list[_Lost]] = {}
    executed_first = (_executed(evidence, row) for row in funds)
    not_read = [_Lost(hidden.points, derived(evidence, hidden), DERIVED)] if hidden else []
    for one in (*executed_first, *not_read, *_indicators(evidence, worst(indicators))):
        if one.points:
            groups.setdefault(one.why, []).append(one)
    ordered = sorted(groups.items(), key=lambda each: _weight(each[1]), reverse=True)
    told = [_together(ones, why) for why, ones in ordered[:most]]
    left = sum(len(ones) for _, ones in ordered[most:])
    return told + ([escape(f"另有 {left} 项")] if left else [])


def lost(
    evidence: Evidence,
    funds: Iterable[ProjectFundsRow],
    indicators: Iterable[IndicatorsRow],
    hidden: Hidden | None = None,
) -> str:
    """Where a project lost most, with its reason, as plain text; empty where it lost nothing.

    Args:
        evidence: of its figures.
        funds: its rows of ``project_funds``.
        indicators: its rows of ``indicators``.
        hidden: the indicator whose score was not read, if it lost weight.
    """
    told = losses(evidence, funds, indicators, 1, hidden)
    return next((one.striptags() for one in told), "")


class _Lost(NamedTuple):
    """Points that were lost, where, and why; without a reason where none is asked for."""

    points: Decimal
    where: Markup
    why: str


def _weight(ones: Sequence[_Lost]) -> tuple[Decimal, Decimal]:
    """What is told first: more points together, then more of them at one place."""
    points = [one.points for one in ones]
    return sum(points, Decimal(0)), max(points)


def _together(ones: Sequence[_Lost], why: str) -> Markup:
    first = sorted(ones, key=lambda one: -one.points)[:_NAMED]
    where = Markup("、").join(one.where for one in first)
    if len(ones) > _NAMED:
        where += escape(f"等 {len(ones)} 项")
    if not why:
        return where
    return Markup("{}：{}").format(where, why if why == LOST else shortened(why))


def _executed(evidence: Evidence, one: ProjectFundsRow) -> _Lost:
    """What the rate of execution lost; no reason is asked for."""
    return _Lost(lost_of(one) or Decimal(0), executed(evidence, one), "")


def executed(evidence: Evidence, one: ProjectFundsRow) -> Markup:
    """The rate of execution with what it was worth and what it scored."""
    return Markup("预算执行率（{} 分得 {} 分）").format(
        evidence.number("project_funds", one, "weight"),
        evidence.number("project_funds", one, "score"),
    )


def _indicators(evidence: Evidence, indicators: Iterable[IndicatorsRow]) -> Iterator[_Lost]:
    """Each indicator with what it scored, and the reason that is printed for it."""
    for one in indicators:
        yield _Lost(lost_of(one) or Decimal(0), named(evidence, one), reason_of(one))


DERIVED = "得分没有读出，少得的分由总分推出"
"""What stands instead of the reason of an indicator whose score was not read."""


def derived(evidence: Evidence, hidden: Hidden) -> Markup:
    """An indicator whose score was not read, with what it was worth and what it lost."""
    name = LOST if is_lost(hidden.row, "level3") else hidden.row["level3"] or "—"
    weight = evidence.number("indicators", hidden.row, "weight")
    return Markup("{}（{} 分，少得 {} 分）").format(name, weight, shortest(hidden.points))


def reason_of(one: IndicatorsRow) -> str:
    """The reason that is printed for an indicator; that none is, or that it cannot be read."""
    if "reason" in one["unreadable"].split():
        return LOST
    return whole_or_cut(one["reason"].strip()) or _NO_REASON


def named(evidence: Evidence, one: IndicatorsRow) -> Markup:
    """An indicator with what it was worth and what it scored."""
    name = LOST if "level3" in one["unreadable"].split() else one["level3"] or "—"
    return Markup("{}（{} 分得 {} 分）").format(
        name,
        evidence.number("indicators", one, "weight"),
        evidence.number("indicators", one, "score"),
    )
