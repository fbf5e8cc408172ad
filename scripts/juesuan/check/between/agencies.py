"""A department's accounts against its agencies': whose are held, and whether they add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from juesuan.check.between.case import Agencies, of_agency
from juesuan.check.between.family import Family
from juesuan.check.between.lines import amount_of
from juesuan.check.between.seams import unless_seam
from juesuan.check.book.book import Book
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.compare import PASS, Outcome, adds_up
from juesuan.check.views.measures import if_printed
from juesuan.check.views.over import first_printed, of_measure
from juesuan.errors import AbsentFactError
from juesuan.rows import MeasuresRow

AGENCIES: Family[Agencies] = Family()

_ADDED = (
    "headcount.total",
    "headcount.serving",
    "headcount.retired_cadre",
    "headcount.retired",
    "revenue.total",
    "revenue.current",
    "revenue.appropriation",
    "carryover.opening",
    "carryover.closing",
    "expenditure.total",
    "expenditure.current",
    "expenditure.basic",
    "expenditure.project",
    "appropriation.revenue_total",
    "appropriation.opening",
    "appropriation.closing",
    "appropriation.expenditure_current",
    "general_budget.expenditure",
    "basic.personnel",
    "basic.public",
    "three_public.total",
    "three_public.abroad",
    "three_public.vehicles",
    "three_public.vehicle_purchase",
    "three_public.vehicle_running",
    "three_public.reception",
    "three_public.vehicles_kept",
    "procurement.total",
    "assets.vehicles",
)
"""Measures of a whole that are the sum of its agencies'."""

_OF_ALL_FUNDS = ("revenue.total", "revenue.current", "expenditure.total", "expenditure.current")
"""Those in which what agencies pay one another is taken out of the whole."""

_AMONG_THEM = (
    "revenue.superior_subsidy",
    "revenue.affiliated_remittance",
    "expenditure.remitted_superior",
    "expenditure.affiliated_subsidy",
)
"""What agencies pay one another."""


@AGENCIES.whole("B10")
def agencies_held(case: Agencies) -> Outcome:
    """列出的所属单位的公开都已收录

    只有全部所属单位的公开都收录了，才能同部门的数字相加比较；缺的在这里列出。
    """
    known = len(case.parts) + len(case.missing)
    if case.missing:
        told = f"列出 {known} 个单位，已收录 {len(case.parts)} 个；缺：{'、'.join(case.missing)}"
        raise AbsentFactError(told)
    return Outcome(PASS, f"列出的 {known} 个单位的公开都已收录")


def _added(case: Agencies) -> Iterator[Subject[MeasuresRow]]:
    """The measures that can be added up; none where an agency is missing, which B10 tells."""
    if case.missing:
        raise AbsentFactError(f"缺 {len(case.missing)} 个单位的公开，不作比较")
    rows = first_printed(case.whole)
    for name in _ADDED:
        if name in rows:
            row = rows[name]
            yield Subject("measures", row, name, of_measure(row).name)


@AGENCIES.rule("B11", over=_added)
def agencies_add_up(case: Agencies, subject: Subject[MeasuresRow]) -> Outcome:
    """部门汇总的数字 ＝ 所属各单位公开的数字之和

    单位之间有上级补助、上缴款项的，汇总时要抵销，收支总数不作比较。
    """
    measure = subject.row["measure"]
    if measure in _OF_ALL_FUNDS and any(map(_pays_others, case.agencies)):
        raise AbsentFactError("所属单位之间有补助或上缴，汇总时要抵销，不作比较")
    whole = of_agency(case.whole, case.whole[measure])
    parts = [of_agency(book, amount_of(book, measure)) for book in case.agencies]
    return unless_seam(adds_up(whole, parts), case.seams, "汇总数应当等于各单位之和")


def _pays_others(book: Book) -> bool:
    cells = [cell for name in _AMONG_THEM for cell in if_printed(book, name)]
    return any(cell.value != Decimal(0) for cell in cells)
