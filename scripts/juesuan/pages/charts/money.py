"""Charts of the money as a whole: where it comes from and goes to, last year, the budget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from juesuan.amount import adds_up
from juesuan.pages.charts.barred import UNIT, Compared, several
from juesuan.pages.charts.model import Cell, Chart, Labelled, told
from juesuan.pages.charts.shapes.flow import flow
from juesuan.pages.charts.source import Source
from juesuan.rows import MeasuresColumn, ProjectFundsColumn

SOURCES = (
    "carryover.opening",
    "revenue.nonfiscal_surplus_used",
    "revenue.appropriation",
    "revenue.general_public_budget",
    "revenue.government_fund",
    "revenue.state_capital",
    "revenue.superior_subsidy",
    "revenue.undertaking",
    "revenue.operating",
    "revenue.affiliated_remittance",
    "revenue.other",
)
"""Measures that add up to the total as far as a template prints them: where money comes from."""

USES = (
    "expenditure.basic",
    "expenditure.project",
    "expenditure.remitted_superior",
    "expenditure.operating",
    "expenditure.affiliated_subsidy",
    "surplus.distributed",
    "carryover.closing",
)
"""Measures that add up to the total as far as a template prints them: where money goes to."""

COMPARED = ("appropriation.overall", "general_budget.expenditure")
"""Measures that are compared with last year and with the budget, below the whole."""


class FlowWords(NamedTuple):
    """What the picture of the flow says: its title and unit, what it shows, its total."""

    title: str = "钱从哪里来，到哪里去"
    unit: str = UNIT
    says: str = "左边是来源，右边是去向：{}"
    total: str = "收入总计 ＝ 支出总计"


_IN_CHINESE = FlowWords()


def money_flow(source: Source, words: FlowWords = _IN_CHINESE) -> Chart | None:
    """From sources through the total to uses; not drawn where one side does not add up to it."""
    total = source.measure(source.measures.whole)
    sources, uses = source.listed(SOURCES), source.listed(USES)
    left, right = _not_zero(sources), _not_zero(uses)
    if total is None or not all(_adds_up(side, total) for side in (left, right)):
        return None
    return Chart(
        "flow",
        words.title,
        words.unit,
        f"{words.says.format(told([*left, *right]))}（{words.unit}）",
        ("项目", "金额"),
        tuple(
            (Cell(f"{way}：{label}"), cell)
            for way, side in (("从哪里来", sources), ("到哪里去", uses))
            for label, cell in side
        ),
        flow(left, right, (words.total, total)),
    )


def _not_zero(side: Sequence[Labelled]) -> list[Labelled]:
    """The amounts that have a height."""
    return [(label, cell) for label, cell in side if cell.value]


def _adds_up(side: Sequence[Labelled], total: Cell) -> bool:
    """Whether a total has amounts, none below zero, that sum to it but for rounding."""
    cells = [cell for _, cell in side]
    if total.value <= 0 or not cells or min(cell.value for cell in cells) < 0:
        return False
    return adds_up(total.exact, (cell.exact for cell in cells))


def against_last_year(source: Source) -> Chart | None:
    """The whole and its main parts beside the year before.

    Not drawn where the department had no accounts the year before.
    """
    if source.measures.last_year == 0:
        return None
    groups = [*_whole_before(source), *(_before(source, name) for name in COMPARED)]
    groups = [group for group in groups if group[1][1]]
    derived = any(cell.derived for _, cells in groups for cell in cells if cell)
    reason = source.measures.printed("overall", "reason")
    notes = [
        *(["上年数原文没有印，由本年数减去比上年增减得出。"] if derived else []),
        *([f"部门说明的原因：“{reason}”"] if reason else []),
    ]
    return several("last-year", "今年与上年", (("上年", 2), ("今年", 0)), groups, tuple(notes))


def _whole_before(source: Source) -> list[Compared]:
    """The total and that of the year before, which follows from the printed change."""
    before = source.measures.last_year
    if before is None:
        return []
    total = source.measure(source.measures.whole)
    return [("收入支出总体", (Cell(f"{before}", derived=True), total))]


def _before(source: Source, name: str) -> Compared:
    """A measure and its printed or derived number of the year before."""
    derived = source.measures.printed(name, "prior_year_derived")
    last = source.measure(name, "prior_year")
    if last is None and derived:
        last = Cell(derived, derived=True)
    return source.label(name), (last, source.measure(name))


_STEPS: tuple[MeasuresColumn, ...] = ("initial_budget", "annual_budget", "actual")
_FUNDS: tuple[ProjectFundsColumn, ...] = ("initial_budget", "annual_budget", "executed")
"""Columns from the budget at the beginning of the year to the final account."""


def from_budget(source: Source) -> Chart | None:
    """The budget at the beginning of the year, that of the whole year, and the final account."""
    groups: list[Compared] = [
        (source.label(name), [source.measure(name, column) for column in _STEPS])
        for name in COMPARED
        if source.measures.row(name)
    ]
    series = (("年初预算", 2), ("全年预算", 1), ("决算", 0))
    return several("budget", "从预算到决算", series, [*_whole_form(source), *groups])


def _whole_form(source: Source) -> list[Compared]:
    """The funds of the department as a whole, from its performance form."""
    rows = [
        row
        for row in source.facts.rows("project_funds")
        if row["project_id"] == "overall" and row["source"] == "total"
    ]
    return [("部门整体支出", [source.funds(row, name) for name in _FUNDS]) for row in rows[:1]]
