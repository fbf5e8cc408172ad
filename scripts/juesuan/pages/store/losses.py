"""Where a project lost points: its indicators and its execution, each with its own reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup, escape

from juesuan.pages.evidence.figures import LOST, Evidence
from juesuan.pages.store.portfolio import lost_of, shortened, worst
from juesuan.rows import IndicatorsRow, ProjectFundsRow

_NO_REASON = "没有写原因"

_NAMED = 2
"""Indicators that are named of those with one reason."""


def losses(
    evidence: Evidence,
    funds: Iterable[ProjectFundsRow],
    indicators: Iterable[IndicatorsRow],
    most: int = 2,
) -> list[Markup]:
    """Where a project lost most of what it did not score, and how many other places there are.

    Args:
        evidence: links to its figures.
        funds: its rows of ``project_funds``, of which the rate of execution is scored.
        indicators: its rows of ``indicators``; those with one reason are told together.
        most: how many reasons are told.
    """
    groups: dict[str, list[_Lost]] = {}
    executed_first = (_executed(evidence, row) for row in funds)
    for one in (*executed_first, *_indicators(evidence, worst(indicators))):
        if one.points:
            groups.setdefault(one.why, []).append(one)
    ordered = sorted(groups.items(), key=lambda each: _weight(each[1]), reverse=True)
    told = [_together(ones, why) for why, ones in ordered[:most]]
    left = sum(len(ones) for _, ones in ordered[most:])
    return told + ([escape(f"另有 {left} 项")] if left else [])


def lost(
    evidence: Evidence, funds: Iterable[ProjectFundsRow], indicators: Iterable[IndicatorsRow]
) -> str:
    """Where a project lost most, with its reason, as plain text; empty where it lost nothing.

    Args:
        evidence: of its figures.
        funds: its rows of ``project_funds``.
        indicators: its rows of ``indicators``.
    """
    return next((one.striptags() for one in losses(evidence, funds, indicators, most=1)), "")


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


def reason_of(one: IndicatorsRow) -> str:
    """The reason that is printed for an indicator; that none is, or that it cannot be read."""
    if "reason" in one["unreadable"].split():
        return LOST
    return one["reason"].strip() or _NO_REASON


def named(evidence: Evidence, one: IndicatorsRow) -> Markup:
    """An indicator with what it was worth and what it scored."""
    name = LOST if "level3" in one["unreadable"].split() else one["level3"] or "—"
    return Markup("{}（{} 分得 {} 分）").format(
        name,
        evidence.number("indicators", one, "weight"),
        evidence.number("indicators", one, "score"),
    )
