"""Two sides that cannot both be right, told without arithmetic: what a layman reads first."""

from __future__ import annotations

from collections.abc import Sequence

from juesuan.check.comparing.cell import Cell

_OTHERWISE = {
    "整体自评表全年执行数": "自评表说全年花了",
    "整体自评表全年预算数": "自评表说全年预算有",
    "整体自评表年初预算数": "自评表说年初预算有",
    "整体自评表其他资金全年执行数": "自评表说其他资金花了",
    "整体自评表其他资金全年预算数": "自评表说其他资金的预算有",
    "本年支出合计": "正文说全年支出",
    "收入总计": "正文说收入总计",
}
"""Figures that a citizen understands better in other words."""

_NAMED = 3
"""Up to so many addends are named."""


def both_sides(sign: str, left: Cell, right: Cell) -> str:
    """What one side says and what the other one says.

    Args:
        sign: what stands between them in the accountant's sentence.
        left, right: the two sides.

    Returns:
        The sentence without its full stop; empty where a side has no name.

    >>> from decimal import Decimal
    >>> one = Cell(Decimal(3), Decimal(0), "甲", "3 万元")
    >>> other = Cell(Decimal(2), Decimal(0), "乙", "2 万元")
    >>> both_sides("≠", one, other), both_sides("＞", one, other)
    ('甲是 3 万元，乙是 2 万元', '甲 3 万元，多于乙 2 万元')
    """
    if not (left.called and right.called):
        return ""
    if left.called == right.called:
        return f"{left.called}一处是 {left.text}，另一处是 {right.text}"
    if sign == "＞":
        return f"{left.called} {left.text}，多于{right.called} {right.text}"
    return f"{_says(left.called)} {left.text}，{_says(right.called)} {right.text}"


def _says(name: str) -> str:
    return _OTHERWISE.get(name) or f"{name}是"


def name_of_sum(cells: Sequence[Cell]) -> str:
    """How a sum is called that has no name of its own; empty where a part has none."""
    names = [cell.called for cell in cells]
    if not all(names):
        return ""
    shown = "、".join(names[:_NAMED])
    return f"{shown}之和" if len(names) <= _NAMED else f"{shown}等 {len(names)} 项之和"


def name_of_difference(left: Cell, right: Cell) -> str:
    """How a difference is called that has no name of its own; empty where a side has none."""
    return f"{left.called}减{right.called}" if left.called and right.called else ""
