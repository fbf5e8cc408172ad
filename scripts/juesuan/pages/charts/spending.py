"""Charts of what money is spent on: functions, their items against last year, 三公经费."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from juesuan.pages.charts.barred import Compared, several, single
from juesuan.pages.charts.model import Chart, Labelled
from juesuan.pages.charts.source import Source
from juesuan.rows import FunctionsRow


def by_function(source: Source) -> Chart | None:
    """Classes of spending of the general public budget, the largest first.

    Where the text names no amounts of classes they come from the statutory table.
    """
    found = _classes_of_text(source) or _classes_of_table(source)
    if len(found) < 2:
        return None
    found.sort(key=lambda one: -one[1].value)
    title = "一般公共预算的钱用在哪些方面"
    return single("functions", title, ("功能分类", "决算数"), found)


def _classes_of_text(source: Source) -> list[Labelled]:
    return [
        (row["class"], cell)
        for row in source.facts.rows("functions")
        if row["level"] == "class" and row["fund"] == "general_public_budget"
        if (cell := source.function(row, "actual"))
    ]


def _classes_of_table(source: Source) -> list[Labelled]:
    return [
        (row["name"], cell)
        for row in source.facts.rows("table5")
        if row["kind"] == "class" and (cell := source.general_budget(row, "total"))
    ]


def changed_items(source: Source) -> Chart | None:
    """Items whose spending changed against last year, the most changed first.

    Not drawn where the department had no accounts the year before.
    """
    rows = [row for row in source.facts.rows("functions") if _has_changed(row)]
    times = Counter(row["item"] for row in rows)
    every = ((row, source.function(row, "change")) for row in rows)
    changed = [(row, cell) for row, cell in every if cell]
    if len(changed) < 2 or source.measures.last_year == 0:
        return None
    changed.sort(key=lambda one: -abs(one[1].value))
    found = [(_name(row, times), cell) for row, cell in changed]
    return single(
        "changes",
        "哪些支出比上年增减最多",
        ("支出项目（项）", "比上年增减"),
        found,
        colour=1,
        below=0,
        notes=(
            "向右是增加，向左是减少。",
            *_told_first([row for row, _ in changed], times),
        ),
    )


def _told_first(rows: Sequence[FunctionsRow], times: Counter[str]) -> list[str]:
    """The reason of what changed most, and where those of the others stand."""
    if not any(row["reason"] for row in rows):
        return ["没有读到部门说明的原因。"]
    first = rows[0]["reason"]
    told = [f"“{_name(rows[0], times)}”的原因，部门说明：“{first}”"] if first else []
    return [*told, f"{'其余' if first else ''}各项的原因在支出功能分类表里。"]


def _has_changed(row: FunctionsRow) -> bool:
    return row["level"] == "item" and bool(row["change"]) and Decimal(row["change"]) != 0


def _name(row: FunctionsRow, times: Counter[str]) -> str:
    """The name of an item, with what it belongs to where others have the same name."""
    return row["item"] if times[row["item"]] == 1 else f"{row['item']}（{row['subclass']}）"


_EACH = ("abroad", "vehicle_purchase", "vehicle_running", "reception")
_TOGETHER = ("abroad", "vehicles", "reception")
"""Parts of 三公经费, with purchase and running of vehicles apart or as one."""


def three_public(source: Source) -> Chart | None:
    """三公经费 by its parts against their budget; where no budget is printed, the amounts alone."""
    printed = all(source.measure(f"three_public.{name}") for name in _EACH)
    names = [f"three_public.{name}" for name in (_EACH if printed else _TOGETHER)]
    groups: list[Compared] = [
        (source.label(name), (source.measure(name, "annual_budget"), source.measure(name)))
        for name in names
        if source.measures.row(name)
    ]
    title, series = "“三公”经费", (("全年预算", 1), ("决算", 0))
    compared = several("three-public", title, series, groups)
    if compared:
        return compared
    found = source.listed(names)
    return single("three-public", title, ("项目", "决算数"), found) if len(found) > 1 else None
