"""Quotients and sums that questions ask for; made by the site from printed figures, and told so.

Never made on a missing figure, and no quotient on 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from juesuan import terms
from juesuan.pages.evidence.figures import grouped

_CENT = Decimal("0.01")


class Ratio(NamedTuple):
    """A quotient of two measures, or a figure that stands for one.

    Attributes:
        id: as a measure has one.
        label, unit, english: as those of a measure.
        words: by which people ask for it.
        topic: begin of the ids of measures on whose page it stands.
        of, by: the measures whose quotient it is; empty where it is printed.
    """

    id: str
    label: str
    unit: str
    english: str
    words: tuple[str, ...]
    topic: str
    of: str = ""
    by: str = ""


RATE = Ratio(
    "rate.overall",
    "部门整体支出预算执行率",
    "%",
    "budget execution of the department as a whole",
    ("整体预算执行率", "整体执行率"),
    "",
)
"""Printed in the form in which a department evaluates itself as a whole."""

SCORE = Ratio(
    "score.overall",
    "部门整体支出自评总分",
    "分",
    "score that the department gives itself as a whole",
    ("整体自评得分", "整体自评总分", "整体得分", "整体自评", "整体评分", "部门整体自评"),
    "",
)
"""Printed in the same form."""

RATIOS = (
    RATE,
    SCORE,
    Ratio(
        "each.spending",
        "人均支出（本年支出 ÷ 在职人员）",
        "万元",
        "expenditure a serving person;cost per person;average cost per person;spending per person;"
        "spending per employee;average spending per employee;cost per employee;spend per person",
        (
            "人均支出",
            "人均开支",
            "人均花费",
            "人均花钱",
            "人均花了多少钱",
            "人均",
            "每人",
            "平均每人",
            "平均每个人",
            "每个人平均",
            "每人平均",
            "人均花",
        ),
        "headcount",
        "expenditure.current",
        "headcount.serving",
    ),
    Ratio(
        "each.personnel",
        "人均人员经费（人员经费 ÷ 在职人员）",
        "万元",
        "personnel expenditure a serving person;average salary;average pay;salary per person",
        ("人均人员经费", "人均工资", "平均工资", "人均薪酬"),
        "headcount",
        "basic.personnel",
        "headcount.serving",
    ),
    Ratio(
        "each.public",
        "人均公用经费（公用经费 ÷ 在职人员）",
        "万元",
        "public expenditure a serving person",
        ("人均公用经费", "人均办公费"),
        "headcount",
        "basic.public",
        "headcount.serving",
    ),
    Ratio(
        "each.vehicle",
        "每辆公务用车运行维护费（运行维护费 ÷ 保有量）",
        "万元",
        "running cost a vehicle kept;cost per vehicle;cost per car;cost of each vehicle",
        (
            "每辆车费用",
            "每辆车花多少钱",
            "单车费用",
            "车均费用",
            "车均养车费",
            "车均运行费",
            "车均",
            "每台车",
            "单车",
            "每辆公车",
            "每辆车",
            "平均每辆车",
            "一辆车一年花多少钱",
        ),
        "three_public",
        "three_public.vehicle_running",
        "three_public.vehicles_kept",
    ),
)

SUMS: Mapping[str, tuple[str, ...]] = {
    "headcount.all_retired": ("headcount.retired_cadre", "headcount.retired")
}
"""Measures that are seldom printed themselves to the printed ones of which each is the sum."""


def told(measures: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The quotients, and the sums that are not printed, that what a disclosure prints allows.

    Args:
        measures: measure to what is told of it: by column its value and the address of its figure.

    Returns:
        Quotient or sum to its value, and how it is made.
    """
    found: dict[str, dict[str, Any]] = {}
    for one in RATIOS:
        amount, number = _value(measures, one.of), _value(measures, one.by)
        if amount is not None and number:
            each = (amount / number).quantize(_CENT, ROUND_HALF_UP)
            found[one.id] = {"actual": [str(each)], "made": _made(one, amount, number)}
    for whole, parts in SUMS.items():
        values = [value for part in parts if (value := _value(measures, part)) is not None]
        if _value(measures, whole) is None and len(values) == len(parts):
            made = " ＋ ".join(map(_said, parts, values))
            found[whole] = {"actual": [str(sum(values))], "made": made}
    return found


def _value(measures: Mapping[str, Mapping[str, Any]], measure: str) -> Decimal | None:
    cell = measures.get(measure, {}).get("actual")
    return Decimal(cell[0]) if cell else None


def _made(one: Ratio, amount: Decimal, number: Decimal) -> str:
    return f"{_said(one.of, amount)} ÷ {_said(one.by, number)}"


def _said(measure: str, value: Decimal) -> str:
    """A measure with its value and its unit."""
    known = terms.measures()[measure]
    return f"{known.label} {grouped(str(value))} {known.unit}"
